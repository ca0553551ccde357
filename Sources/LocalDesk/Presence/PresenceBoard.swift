import DeskModel
import Synchronization
import SystemCalls

/// Who is at which conversation: one small file in `presence/` for each console, held by a lock of its process.
///
/// A file whose lock is free belongs to a console that has ended, however it ended: it counts for nothing and is
/// removed by whoever finds it and may write. So nobody has to say again and again that they are there.
final class PresenceBoard: Sendable {
  private struct Own {
    var file: SegmentFile
    var name: String
  }

  private struct Board {
    var own: Own?
    /// What stands in our file.
    var announced: Presence?
    /// Files whose writer has closed them; the system says so a moment before it lets the lock go.
    var closed: Set<String> = []
    /// What was told last.
    var told: [Presence] = []
  }

  private let folder: String
  /// Whether files of consoles that have ended are removed.
  private let cleansUp: Bool
  private let board = Mutex(Board())
  /// More files than this are not read.
  private static let limit = 200

  init(folder: String, cleansUp: Bool) {
    self.folder = folder
    self.cleansUp = cleansUp
  }

  /// Says what we do; nil when we are at no conversation.
  ///
  /// Nothing is written when nothing has changed.
  func announce(_ presence: Presence?) throws(SystemError) {
    let (announced, own) = board.withLock { ($0.announced, $0.own?.file) }
    if announced == presence { return }
    let bytes = PresenceFile.bytes(presence)
    if let own {
      try own.file.write(bytes, at: 0)
    } else {
      let own = try create(bytes)
      board.withLock { $0.own = own }
    }
    board.withLock { $0.announced = presence }
  }

  /// Makes our file: under another name until its lock is held and its content is whole.
  private func create(_ bytes: [UInt8]) throws(SystemError) -> Own {
    try FileSystem.makeFolder(folder)
    FileSystem.removeLeftovers(in: folder)
    let name = "\(String(ProcessContext.random(), radix: 36))-\(ProcessContext.identifier).json"
    let path = folder + "/" + name
    let temporary = FileSystem.temporaryName(for: path)
    do throws(SystemError) {
      let file = SegmentFile(try FileDescriptor(opening: temporary, .createNew))
      guard try file.file.tryLock() else { throw SystemError.lockedElsewhere(temporary) }
      try file.file.write(bytes, at: 0)
      try FileSystem.rename(temporary, to: path)
      return Own(file: file, name: name)
    } catch {
      try? FileSystem.remove(temporary)
      throw error
    }
  }

  /// Takes notice of what happened in the folder.
  ///
  /// - Returns: whether it can concern others than us.
  func note(_ names: [(name: String, isClosed: Bool)]) -> Bool {
    board.withLock { board in
      var concernsOthers = false
      for event in names where event.name != board.own?.name {
        concernsOthers = true
        if event.isClosed, event.name.hasSuffix(".json") { board.closed.insert(event.name) }
      }
      return concernsOthers
    }
  }

  /// What all others do, in the order of their files' names; files of consoles that have ended are removed.
  ///
  /// - Complexity: O(files).
  func others() -> [Presence] {
    let (own, closed) = board.withLock { ($0.own?.name, $0.closed) }
    let names = (try? FileSystem.list(folder)) ?? []
    board.withLock { $0.closed.formIntersection(names) }
    var result: [Presence] = []
    for name in names.filter({ $0.hasSuffix(".json") && $0 != own }).prefix(Self.limit) {
      let path = folder + "/" + name
      // Opening something else, such as a pipe, could wait for ever.
      guard (try? FileSystem.status(path).isFile) == true,
        let file = try? FileDescriptor(opening: path, .read)
      else { continue }
      if (try? file.tryLockShared()) == true {
        if cleansUp { try? FileSystem.remove(path) }
      } else if !closed.contains(name), let bytes = try? file.read(limit: PresenceFile.size + 1),
        let presence = PresenceFile.presence(bytes)
      {
        result.append(presence)
      }
    }
    return result
  }

  /// What all others do, if it is not what was told last.
  func news() -> [Presence]? {
    let all = others()
    return board.withLock { board in
      if board.told == all { return nil }
      board.told = all
      return all
    }
  }

  /// Forgets what was told, for a new listener.
  func forgetTold() { board.withLock { $0.told = [] } }

  /// Takes our file away.
  func leave() {
    let own = board.withLock { board in
      defer { (board.own, board.announced) = (nil, nil) }
      return board.own
    }
    if let own { try? FileSystem.remove(folder + "/" + own.name) }
  }
}
