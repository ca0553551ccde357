import DeskModel
import SystemCalls

/// One outbox on disk: a file of lines that is only added to, in which the last line of a key counts.
///
/// It belongs to one program alone, until that ends, however it ends.
final class OutboxSlot: Sendable {
  /// Its folder.
  let folder: String
  /// What stood in it, in the order in which it came, without what was done long ago.
  let items: [OutboxItem]
  /// Sentences about what could not be read.
  let problems: [String]
  private let lock: FileDescriptor
  private let file: FileDescriptor

  /// Days for which it is known that something was done, so that the same key is not done twice.
  private static let keptDays: Int64 = 7

  /// Takes an outbox; nil when another program has it.
  init?(_ folder: String, now: Timestamp) throws(SystemError) {
    try FileSystem.makeFolder(folder)
    let lock = try FileDescriptor(opening: folder + "/lock", .create)
    guard try lock.tryLock() else { return nil }
    let path = folder + "/outbox.jsonl"
    let bytes = FileSystem.exists(path) ? try FileSystem.contents(of: path) : []
    let (all, count, problems) = Self.read(bytes, path)
    let items = all.filter { !Self.isForgotten($0, now) }
    // A file that nobody can read whole is left as it is, for people.
    if problems.isEmpty, count > 2 * items.count + 100 {
      try FileSystem.replace(path, with: items.flatMap(\.line))
      Self.removeFiles(of: folder, besides: items)
    }
    let file = try FileDescriptor(opening: path, .append)
    if bytes.isEmpty { try FileSystem.syncFolder(folder) }
    // What a crash in mid-write has left.
    if let last = bytes.last, last != UInt8(ascii: "\n"), try file.status().size == bytes.count {
      try file.truncate(to: bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
    }
    self.folder = folder
    self.items = items
    self.problems = problems
    self.lock = lock
    self.file = file
  }

  private static func read(
    _ bytes: [UInt8], _ path: String
  ) -> (items: [OutboxItem], lines: Int, problems: [String]) {
    var latest: [ClientKey: OutboxItem] = [:]
    var order: [ClientKey] = []
    var problems: [String] = []
    var count = 0
    let whole = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    for line in bytes[..<whole].split(separator: UInt8(ascii: "\n")) {
      count += 1
      do throws(OutboxLineError) {
        let item = try OutboxItem(line: Array(line))
        if latest.updateValue(item, forKey: item.key) == nil { order.append(item.key) }
      } catch {
        problems.append(
          "Line \(count) of \(path) cannot be read. It stays there; look whether it holds an answer that was not sent."
        )
      }
    }
    return (order.compactMap { latest[$0] }, count, problems)
  }

  private static func isForgotten(_ item: OutboxItem, _ now: Timestamp) -> Bool {
    item.state.isOver && now.milliseconds - item.addedAt.milliseconds > keptDays * 86_400_000
  }

  private static func removeFiles(of folder: String, besides items: [OutboxItem]) {
    let needed = Set(items.filter { !$0.state.isOver }.flatMap { $0.files.map(\.path) })
    for name in (try? FileSystem.list(folder + "/files")) ?? [] {
      let path = "\(folder)/files/\(name)"
      if !needed.contains(path) { try? FileSystem.remove(path) }
    }
  }

  /// Notes an item, and waits until that is on the disk.
  func append(_ item: OutboxItem) throws(SystemError) {
    let size = try file.status().size
    do {
      try file.write(item.line)
      try file.syncData()
    } catch {
      // Half a line would spoil the next one.
      try? file.truncate(to: size)
      throw error
    }
  }
}
