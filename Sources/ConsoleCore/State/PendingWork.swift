package import DeskLink
package import DeskModel

/// What is on its way to desks in other processes, or has failed there, as the console knows it.
package struct PendingWork: Sendable, Hashable {
  /// How many things there are, each in one of these numbers.
  package struct Counts: Sendable, Hashable {
    /// Answers that go by themselves.
    package var answers = 0
    /// Other changes that go by themselves.
    package var changes = 0
    /// What needs a person.
    package var failed = 0
  }

  /// What is to be done with something as soon as its conversation is here.
  package enum Wish: Sendable, Hashable {
    /// Say that it needs a person.
    case tell
    /// Put its words back where nothing else is being written.
    case comeBack
    /// Put its words back, because a person has asked for it.
    case edit
  }

  /// Words that stand in a composer again and are still in the outbox.
  package struct Leaving: Sendable, Hashable {
    /// Whose composer.
    package var conversation: ConversationID
    /// Whether they are on disk as a draft, and the desk was asked to give them up.
    package var isOnDisk = false
  }

  /// What is on its way or has failed, oldest first; without marks of having read that go by themselves.
  package private(set) var items: [PendingIntent] = []
  /// How many of each sort.
  package private(set) var counts = Counts()
  /// The customers' names, from outside, as far as they are known.
  package private(set) var names: [ConversationID: String] = [:]
  /// Conversations that are not to be had.
  private var unknown: Set<ConversationID> = []
  /// Conversations that were asked for on account of something here.
  var asked: Set<ConversationID> = []
  /// What waits for its conversation.
  var wishes: [ConversationID: [ClientKey: Wish]] = [:]
  /// What stands in a composer again.
  package internal(set) var leaving: [ClientKey: Leaving] = [:]

  /// Makes an empty one.
  package init() {}

  /// What has a key; nil when there is nothing.
  ///
  /// - Complexity: O(items).
  package subscript(key: ClientKey) -> PendingIntent? { items.first { $0.intent.clientKey == key } }

  /// Takes what a desk tells: all that there is.
  ///
  /// - Returns: what needs a person since now, oldest first.
  /// - Complexity: O(items).
  mutating func take(_ told: [PendingIntent]) -> [PendingIntent] {
    let before = Dictionary(items.map { ($0.intent.clientKey, $0.state) }) { first, _ in first }
    items = told.filter { item in
      if case .markRead = item.intent.action { item.needsPerson } else { true }
    }
    counts = Counts()
    for item in items {
      if item.needsPerson {
        counts.failed += 1
      } else if item.intent.reply != nil {
        counts.answers += 1
      } else {
        counts.changes += 1
      }
    }
    let conversations = Set(items.map(\.intent.conversation))
    names = names.filter { conversations.contains($0.key) }
    asked.formIntersection(conversations)
    unknown.formIntersection(conversations)
    wishes = wishes.filter { conversations.contains($0.key) }
    return items.filter { $0.needsPerson && before[$0.intent.clientKey] != $0.state }
  }

  /// Notes the name of a customer of whom something is here.
  ///
  /// - Complexity: O(items).
  mutating func note(_ name: String, of id: ConversationID) {
    guard names[id] != name, items.contains(where: { $0.intent.conversation == id }) else { return }
    names[id] = name
  }

  /// Whether a conversation was asked for and is not to be had.
  func isUnknown(_ id: ConversationID) -> Bool { unknown.contains(id) }

  /// Notes that a conversation is not to be had.
  mutating func noteUnknown(_ id: ConversationID) { unknown.insert(id) }

  /// What a draft of a conversation must be on disk for, in the order of the keys.
  func unsaved(in id: ConversationID) -> [ClientKey] {
    leaving.filter { $0.value.conversation == id && !$0.value.isOnDisk }.keys
      .sorted { $0.rawValue < $1.rawValue }
  }
}

extension PendingIntent {
  /// Whether it can be given up or taken back: it is not under way.
  package var canBeGivenUp: Bool {
    switch state {
    case .waiting, .failed, .uncertain: true
    case .sending, .accepted: false
    }
  }

  /// Whether its words may be taken back to be written anew: nobody may have got them, or a person knows that.
  package var canBeEdited: Bool {
    guard intent.reply != nil else { return false }
    switch state {
    case .waiting, .failed: return true
    case .sending, .accepted, .uncertain: return false
    }
  }

  /// Whether it may be tried again: what was said to others than meant must not be said once more.
  package var canBeRetried: Bool {
    switch state {
    case .failed(.wrongAudience): false
    case .failed: true
    case .waiting, .sending, .accepted, .uncertain: false
    }
  }
}

extension Intent {
  /// What is to be said; nil when it says nothing.
  package var reply: AgreedReply? {
    guard case .say(let text, let kind, let audience, let parent, let files) = action else { return nil }
    return AgreedReply(text: text, kind: kind, audience: audience, parent: parent, attachments: files)
  }
}
