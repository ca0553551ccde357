import Glibc

/// Something that happened in a watched folder.
package struct FolderEvent: Sendable, Hashable {
  /// Which folder, by its place among those watched.
  package let folder: Int
  /// The file's name; empty when the system does not say.
  package let name: String
  /// Whether somebody who had the file open for writing has closed it, or died.
  package let isClosed: Bool

  /// Makes an event.
  package init(folder: Int, name: String, isClosed: Bool) {
    self.folder = folder
    self.name = name
    self.isClosed = isClosed
  }
}

/// Tells when files of some folders are written, made, renamed or removed (inotify), through one descriptor.
package final class FolderWatch: Sendable {
  private let file: FileDescriptor
  /// The system's number of each folder's watch.
  private let numbers: [Int32]

  /// Watches a folder.
  package convenience init(_ folder: String) throws(SystemError) { try self.init([folder]) }

  /// Watches several folders, all of which must exist.
  package init(_ folders: [String]) throws(SystemError) {
    let number = try retrying("inotify_init1", folders.first ?? "") {
      inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    }
    file = FileDescriptor(owning: number, path: folders.first ?? "")
    let events = UInt32(IN_MODIFY | IN_CREATE | IN_MOVED_TO | IN_DELETE | IN_CLOSE_WRITE)
    var numbers: [Int32] = []
    for folder in folders {
      numbers.append(
        try retrying("inotify_add_watch", folder) { unsafe inotify_add_watch(number, folder, events) })
    }
    self.numbers = numbers
  }

  /// The descriptor for `poll`: readable when something happened.
  package var descriptor: Int32 { file.number }

  /// Takes all events that wait.
  ///
  /// - Returns: whether there were any.
  @discardableResult
  package func drain() -> Bool { !events().isEmpty }

  /// Takes all events that wait, in order.
  ///
  /// Where the system has lost some, there is one without a name for each folder.
  /// - Complexity: O(events).
  package func events() -> [FolderEvent] {
    var result: [FolderEvent] = []
    while let bytes = try? file.read(limit: 16_384), !bytes.isEmpty {
      var offset = 0
      // struct inotify_event: wd, mask, cookie, len (4 bytes each), then the name, filled up with zeros.
      while let watch = Self.number(Int32.self, bytes, offset),
        let mask = Self.number(UInt32.self, bytes, offset + 4),
        let length = Self.number(UInt32.self, bytes, offset + 12)
      {
        let name = bytes[min(offset + 16, bytes.count)..<min(offset + 16 + Int(length), bytes.count)]
        offset += 16 + Int(length)
        if mask & UInt32(IN_Q_OVERFLOW) != 0 {
          for folder in numbers.indices {
            result.append(FolderEvent(folder: folder, name: "", isClosed: false))
          }
        } else if let folder = numbers.firstIndex(of: watch) {
          result.append(
            FolderEvent(
              folder: folder, name: String(decoding: name.prefix { $0 != 0 }, as: UTF8.self),
              isClosed: mask & UInt32(IN_CLOSE_WRITE) != 0))
        }
      }
    }
    return result
  }

  /// A number in the machine's order; nil beyond the end.
  private static func number<Number: FixedWidthInteger & BitwiseCopyable>(
    _ type: Number.Type, _ bytes: [UInt8], _ offset: Int
  ) -> Number? {
    bytes.load(type, at: offset).map { Number(littleEndian: $0) }
  }
}
