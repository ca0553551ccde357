import DeskModel

/// Which conversations are to be read anew, in which order, and which are being read.
struct RefreshQueue: Sendable {
  /// Read at once besides what a person looks at.
  static let atOnce = 4

  private var shown: [ConversationID] = []
  private var others: [ConversationID] = []
  private var waiting: Set<ConversationID> = []
  private var running: Set<ConversationID> = []
  /// Changed again while being read.
  private var again: Set<ConversationID> = []

  /// Wants a conversation read; what a person looks at goes first.
  mutating func want(_ id: ConversationID, isShown: Bool) {
    if running.contains(id) {
      if !isShown { again.insert(id) }
      return
    }
    if isShown {
      shown.removeAll { $0 == id }
      shown.append(id)
      waiting.insert(id)
    } else if waiting.insert(id).inserted {
      others.append(id)
    }
  }

  /// The next one to read, if it may begin now; the one shown last goes first.
  mutating func next() -> (id: ConversationID, isShown: Bool)? {
    while let id = shown.popLast() {
      guard waiting.remove(id) != nil else { continue }
      running.insert(id)
      return (id, true)
    }
    while running.count < Self.atOnce, !others.isEmpty {
      let id = others.removeFirst()
      guard waiting.remove(id) != nil else { continue }
      running.insert(id)
      return (id, false)
    }
    return nil
  }

  /// One has been read; true when it has changed again meanwhile.
  mutating func finish(_ id: ConversationID) -> Bool {
    running.remove(id)
    guard again.remove(id) != nil else { return false }
    want(id, isShown: false)
    return true
  }

  /// The connection is over: what was being read is wanted anew.
  mutating func forgetRunning() {
    let all = running
    running = []
    again = []
    for id in all.sorted(by: { $0.rawValue < $1.rawValue }) { want(id, isShown: false) }
  }

  /// How many wait.
  var count: Int { waiting.count }
}
