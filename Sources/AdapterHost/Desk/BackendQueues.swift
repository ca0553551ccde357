import AdapterProtocol
import DeskModel

/// Which queues the backend offers, which conversations were found in those that somebody has looked at, and when one is to be read.
///
/// Pure; moments come in. A queue is read whole each time: only so is it known what has left it.
struct BackendQueues: Sendable, Hashable {
  /// What is known of a queue that somebody has looked at.
  struct Content: Sendable, Hashable {
    /// The conversations that the last whole reading has found, each once.
    var members: [ConversationID] = []
    /// What the reading under way has found so far; nil when there is none.
    var found: [ConversationID]?
    /// When a console has asked last.
    var askedAt: Timestamp?
    /// When the last reading ended.
    var readAt: Timestamp?
    /// Pages of the last reading.
    var pages = 0
    /// Whether something has happened on the backend since that reading began.
    var isStale = true
    /// Whether a reading is to begin by itself.
    var isScheduled = false

    /// Members and what was found beside them, each once.
    var known: [ConversationID] {
      guard let found, !found.isEmpty else { return members }
      let old = Set(members)
      return members + found.filter { !old.contains($0) }
    }
  }

  /// The queues as they are told.
  private(set) var list: [BackendQueue] = []
  private(set) var contents: [BackendQueueID: Content] = [:]
  /// When the backend has told its queues last; nil before the first time.
  private(set) var toldAt: Timestamp?

  /// Milliseconds between two readings of a queue of few pages.
  var pause: Int64
  /// Milliseconds after which a queue is read again though nothing is known to have happened: a search may depend on the time of day.
  var refresh: Int64
  /// Milliseconds for which a console that has asked counts as looking: it asks anew each minute.
  static let attention: Int64 = 150_000
  /// A long queue is read more seldom: the pause is for so many pages.
  private static let pagesAPause = 5

  /// Knows no queue.
  init(pause: Int64 = 10_000, refresh: Int64 = 300_000) {
    self.pause = pause
    self.refresh = refresh
  }

  /// What was known when a console ended.
  init(list: [BackendQueue], members: [BackendQueueID: [ConversationID]], pause: Int64, refresh: Int64) {
    self.init(pause: pause, refresh: refresh)
    self.list = list
    contents = members.mapValues { Content(members: $0) }
  }

  /// The conversations of a queue, as far as they are known; each once.
  func members(of id: BackendQueueID) -> [ConversationID] { contents[id]?.known ?? [] }

  // MARK: - Which there are

  /// Takes the backend's queues, the first `BackendQueue.limit`; what is known of those that stay, stays.
  mutating func take(_ told: [DeskQueue], desk: String, at now: Timestamp) {
    toldAt = now
    let known = Dictionary(list.map { ($0.id, $0) }) { first, _ in first }
    var ids: Set<BackendQueueID> = []
    list = []
    for queue in told where list.count < BackendQueue.limit {
      let id = BackendQueueID(queue.id.rawValue)
      guard ids.insert(id).inserted else { continue }
      let name = String(String.UnicodeScalarView(queue.name.unicodeScalars.prefix(BackendQueue.nameLimit)))
      var result = known[id] ?? BackendQueue(id: id, desk: desk, name: name)
      result.name = name
      if result.reading == .gone { result.reading = .unread }
      // What was read counts where the backend does not.
      if let size = QueueSize(queue.total) { result.size = size }
      list.append(result)
    }
    let kept = Set(list.map(\.id))
    contents = contents.filter { kept.contains($0.key) }
  }

  // MARK: - When to read

  /// A console looks at a queue.
  ///
  /// - Parameters:
  ///   - id: The queue.
  ///   - isUp: Whether the desk is there.
  ///   - now: What time it is.
  /// - Returns: milliseconds until a reading is to begin; nil when none is needed, or one is under way.
  mutating func ask(_ id: BackendQueueID, isUp: Bool, at now: Timestamp) -> Int64? {
    guard list.contains(where: { $0.id == id }) else { return nil }
    var content = contents[id] ?? Content()
    defer { contents[id] = content }
    content.askedAt = now
    guard isUp, content.found == nil, !content.isScheduled else { return nil }
    guard let readAt = content.readAt else {
      content.isScheduled = true
      return 0
    }
    let age = max(0, now.milliseconds - readAt.milliseconds)
    guard content.isStale || age >= refresh else { return nil }
    content.isScheduled = true
    let pause = pause * Int64(max(1, content.pages / Self.pagesAPause))
    return content.isStale ? max(0, pause - age) : 0
  }

  /// Whether a console has looked at a queue lately.
  func isLookedAt(_ id: BackendQueueID, at now: Timestamp) -> Bool {
    contents[id]?.askedAt.map { now.milliseconds - $0.milliseconds <= Self.attention } ?? false
  }

  /// The queues that consoles look at.
  func lookedAt(at now: Timestamp) -> [BackendQueueID] {
    list.map(\.id).filter { isLookedAt($0, at: now) }
  }

  /// Something has happened on the backend: any queue may have other conversations now.
  mutating func noteChange() {
    for id in contents.keys { contents[id]?.isStale = true }
  }

  /// The connection is over, and every reading with it.
  mutating func interrupt() {
    for id in contents.keys {
      contents[id]?.found = nil
      contents[id]?.isScheduled = false
      contents[id]?.isStale = true
      setReading(id) { $0 == .reading ? .unread : $0 }
    }
  }

  // MARK: - Reading

  /// A reading begins.
  ///
  /// - Returns: false when one is under way already, or the queue is not there.
  mutating func begin(_ id: BackendQueueID) -> Bool {
    guard var content = contents[id], content.found == nil else { return false }
    content.found = []
    content.isScheduled = false
    content.isStale = false
    content.pages = 0
    contents[id] = content
    setReading(id) { $0 == .whole || $0 == .part ? $0 : .reading }
    return true
  }

  /// A page has come.
  ///
  /// - Returns: conversations that were not known to be there.
  mutating func found(_ ids: [ConversationID], in id: BackendQueueID) -> [ConversationID] {
    guard var content = contents[id], let found = content.found else { return [] }
    let before = Set(content.known)
    var seen = Set(found)
    content.found = found + ids.filter { seen.insert($0).inserted }
    content.pages += 1
    contents[id] = content
    return ids.filter { !before.contains($0) }
  }

  /// Whether the reading under way has found as much as is read of one queue.
  func isFull(_ id: BackendQueueID) -> Bool {
    contents[id]?.found.map { $0.count >= BackendQueue.rowLimit } ?? false
  }

  /// A reading has come to its end; what it has not found is not there any more.
  ///
  /// - Parameters:
  ///   - id: The queue.
  ///   - isWhole: Whether there are no others.
  ///   - now: What time it is.
  /// - Returns: conversations that have left.
  mutating func finish(_ id: BackendQueueID, isWhole: Bool, at now: Timestamp) -> [ConversationID] {
    guard var content = contents[id], let found = content.found else { return [] }
    let left = Set(content.members).subtracting(found)
    content.members = found
    content.found = nil
    content.readAt = now
    contents[id] = content
    setReading(id) { _ in isWhole ? .whole : .part }
    setSize(id, isWhole ? .exact(found.count) : .atLeast(found.count))
    return left.sorted { $0.rawValue < $1.rawValue }
  }

  /// A reading has failed and is told as that; what was known stays.
  mutating func fail(_ id: BackendQueueID, _ reading: QueueReading, at now: Timestamp) {
    contents[id]?.found = nil
    contents[id]?.readAt = now
    setReading(id) { _ in reading }
  }

  /// A reading has failed, and the next one begins by itself.
  mutating func failForNow(_ id: BackendQueueID) {
    contents[id]?.found = nil
    contents[id]?.isStale = true
    contents[id]?.isScheduled = true
  }

  /// No reading begins by itself any more.
  mutating func giveUp(_ id: BackendQueueID) { contents[id]?.isScheduled = false }

  private mutating func setReading(_ id: BackendQueueID, _ change: (QueueReading) -> QueueReading) {
    guard let place = list.firstIndex(where: { $0.id == id }) else { return }
    list[place].reading = change(list[place].reading)
  }

  private mutating func setSize(_ id: BackendQueueID, _ size: QueueSize) {
    guard let place = list.firstIndex(where: { $0.id == id }) else { return }
    list[place].size = size
  }
}

extension QueueSize {
  /// What a backend says; nil where it does not count.
  init?(_ total: Total) {
    switch total {
    case .exact(let count): self = .exact(count)
    case .atLeast(let count): self = .atLeast(count)
    case .about(let count): self = .about(count)
    case .unknown: return nil
    }
  }
}
