import Synchronization
import SystemCalls

/// Where a piece of the journal stands: bytes of one segment, without the LF.
struct JournalPlace: Sendable, Hashable {
  var segment: Int
  var offset: Int
  var length: Int
}

/// Up to where the journal has been read.
struct JournalPosition: Sendable, Hashable {
  /// From 1; 0 when nothing has been read.
  var segment: Int
  /// Bytes of the segment that have been read.
  var offset: Int
  /// Lines of the segment that have been read.
  var line: Int

  /// Whether it lies further on in the journal; anything lies behind nil.
  func isBehind(_ other: JournalPosition?) -> Bool {
    guard let other else { return true }
    return (segment, offset) > (other.segment, other.offset)
  }
}

/// Reads the segments of a journal.
///
/// Needs no lock: only whole lines are read, and lines never change.
final class Journal: Sendable {
  let folder: DeskFolder
  private let open = Mutex<[Int: SegmentFile]>([:])

  init(folder: DeskFolder) { self.folder = folder }

  /// The bytes of a place.
  ///
  /// - Complexity: O(length).
  func bytes(_ place: JournalPlace) throws(SystemError) -> [UInt8] {
    let bytes = try file(place.segment).file.read(at: place.offset, count: place.length)
    if bytes.count < place.length { throw SystemError.missingData("read", folder.segment(place.segment)) }
    return bytes
  }

  /// Whether an event has put something else in the place of all that was before.
  func isMirror(_ place: JournalPlace) -> Bool {
    let mark = Array(#"{"event":"mirror""#.utf8)
    let start = JournalPlace(
      segment: place.segment, offset: place.offset, length: min(place.length, mark.count))
    return (try? bytes(start)) == mark
  }

  /// Bytes of a segment; 0 when it does not exist.
  func size(_ segment: Int) throws(SystemError) -> Int {
    do {
      return try file(segment).file.status().size
    } catch {
      if error.isMissing { return 0 }
      throw error
    }
  }

  /// All bytes of the journal from a position on.
  func remaining(from position: JournalPosition) -> Int {
    var total = 0
    var segment = max(1, position.segment)
    while let size = try? size(segment), size > 0 || segment == position.segment {
      total += size
      segment += 1
    }
    return total - position.offset
  }

  /// Calls `body` with each whole line from a position on: the bytes, where the line stands in them, and its place.
  ///
  /// `torn` is called for bytes without LF at the end of a segment that does not grow any more. The result is the
  /// position behind the last whole line.
  /// - Complexity: O(bytes); memory: one chunk or the longest line.
  func scan(
    from start: JournalPosition, chunk: Int = 4 << 20,
    torn: (_ position: JournalPosition, _ count: Int) -> Void = { _, _ in },
    _ body: (_ bytes: [UInt8], _ range: Range<Int>, _ place: JournalPlace, _ line: Int) -> Void
  ) throws(SystemError) -> JournalPosition {
    var position = start.segment == 0 ? JournalPosition(segment: 1, offset: 0, line: 0) : start
    while true {
      // The next segment is looked for first: once it exists, this one does not grow any more.
      let hasNext = FileSystem.exists(folder.segment(position.segment + 1))
      guard hasNext || FileSystem.exists(folder.segment(position.segment)) else { return position }
      try scanSegment(&position, chunk: chunk, body)
      if !hasNext { return position }
      let left = try size(position.segment) - position.offset
      if left > 0 { torn(position, left) }
      position = JournalPosition(segment: position.segment + 1, offset: 0, line: 0)
    }
  }

  private func scanSegment(
    _ position: inout JournalPosition, chunk: Int,
    _ body: (_ bytes: [UInt8], _ range: Range<Int>, _ place: JournalPlace, _ line: Int) -> Void
  ) throws(SystemError) {
    let segment = position.segment
    guard FileSystem.exists(folder.segment(segment)) else { return }
    let file = try file(segment)
    var wanted = chunk
    while true {
      let size = try file.file.status().size
      guard size > position.offset else { return }
      let bytes = try file.file.read(at: position.offset, count: min(wanted, size - position.offset))
      var start = 0
      while let lineFeed = bytes.firstLineFeed(in: start..<bytes.count) {
        position.line += 1
        let place = JournalPlace(segment: segment, offset: position.offset, length: lineFeed - start)
        body(bytes, start..<lineFeed, place, position.line)
        position.offset += lineFeed + 1 - start
        start = lineFeed + 1
      }
      if start == 0 {
        // Not one whole line: either the chunk is too small, or the last line is torn.
        if bytes.count < wanted { return }
        wanted *= 2
      }
    }
  }

  private func file(_ segment: Int) throws(SystemError) -> SegmentFile {
    if let known = open.withLock({ $0[segment] }) { return known }
    let file = SegmentFile(try FileDescriptor(opening: folder.segment(segment), .read))
    return open.withLock { open in
      if let known = open[segment] { return known }
      open[segment] = file
      return file
    }
  }
}

/// An open segment.
final class SegmentFile: Sendable {
  let file: FileDescriptor

  init(_ file: consuming FileDescriptor) { self.file = file }
}
