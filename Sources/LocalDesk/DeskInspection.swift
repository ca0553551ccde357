package import SystemCalls

/// What can be told of a desk's folder without opening the desk: nothing is locked, made, changed or repaired.
package struct DeskInspection: Sendable, Hashable {
  /// How the derived index stands to the journal.
  package enum Index: Sendable, Hashable {
    /// It covers the journal but for so many bytes.
    case usable(behind: Int)
    /// There is none.
    case missing
    /// It is of another version, damaged, or not made from this journal.
    case unusable
  }

  /// Bytes of the journal, and its segments.
  package let bytes: Int
  /// How many files the journal has.
  package let segments: Int
  /// When something was written last: milliseconds since the Unix epoch; nil for an empty journal.
  package let lastWrite: Int64?
  /// Bytes behind the last whole line: somebody is writing now, or has died.
  package let tornBytes: Int
  /// Files of half lines that were put aside earlier.
  package let tornFiles: [String]
  /// How the index stands.
  package let index: Index
  /// The file whose lock a writer takes.
  package let lockFile: String
  /// The folder's status.
  package let status: FileStatus

  /// Looks at a folder.
  ///
  /// - Throws: as opening would, when the folder is no desk of a known format; `notOrdinary` when something in it would
  ///   make a reader wait, such as a named pipe.
  /// - Complexity: O(segments).
  package init(folder path: String) throws(EmbeddedDeskError) {
    let folder = DeskFolder(path: path)
    for file in [folder.deskFile, folder.indexFile] { try Self.checkOrdinary(file) }
    try folder.prepare(.readOnly)
    status = try system { () throws(SystemError) in try FileSystem.status(path) }
    lockFile = folder.lockFile
    let numbers = try folder.segments()
    var bytes = 0
    var lastWrite: Int64?
    for number in numbers {
      let file = folder.segment(number)
      try Self.checkOrdinary(file)
      let status = try system { () throws(SystemError) in try FileSystem.status(file) }
      bytes += status.size
      lastWrite = max(lastWrite ?? .min, status.modified)
    }
    self.bytes = bytes
    self.lastWrite = lastWrite
    segments = numbers.count
    tornBytes =
      try numbers.last.map { number throws(EmbeddedDeskError) in
        try Self.tornBytes(folder.segment(number))
      } ?? 0
    let names = (try? FileSystem.list(folder.journal)) ?? []
    tornFiles = names.filter { $0.hasPrefix("torn-") }.map { folder.journal + "/" + $0 }
    index = Self.index(folder)
  }

  private static func checkOrdinary(_ path: String) throws(EmbeddedDeskError) {
    guard let status = try? FileSystem.status(path), !status.isFile else { return }
    throw .notOrdinary(path: path)
  }

  private static func index(_ folder: DeskFolder) -> Index {
    guard FileSystem.exists(folder.indexFile) else { return .missing }
    let journal = Journal(folder: folder)
    guard let index = IndexFile(folder, journal: journal) else { return .unusable }
    return .usable(behind: max(0, journal.remaining(from: index.position)))
  }

  /// Bytes behind the last LF.
  private static func tornBytes(_ path: String) throws(EmbeddedDeskError) -> Int {
    try system { () throws(SystemError) in
      let file = try FileDescriptor(opening: path, .read)
      var end = try file.status().size
      var torn = 0
      while end > 0 {
        let start = max(0, end - 1 << 16)
        let bytes = try file.read(at: start, count: end - start)
        if let last = bytes.lastIndex(of: 0x0A) { return torn + bytes.count - 1 - last }
        torn += bytes.count
        if bytes.isEmpty { return torn }
        end = start
      }
      return torn
    }
  }
}
