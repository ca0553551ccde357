package import DeskModel

/// A reply of ours that has been read for comparison.
package struct PreparedReply: Sendable, Hashable {
  /// The entry; nil when it is not known.
  package let entry: EntryID?
  /// The conversation, when it is not the one at hand.
  package let conversation: ConversationID?
  /// When it was said.
  package let at: Timestamp
  /// Who said it, from outside: show it as `SafeText` only.
  package let author: String
  /// What it says.
  package let text: ReplyText
  /// The text as it was sent.
  let source: String
}

/// Replies of ours, each read once however often they are asked for.
///
/// Keep one for a thread, and one for what was said to a customer elsewhere; read anew when the pack is another.
package struct PreparedReplies: Sendable, Hashable {
  /// By what they are read and compared.
  package let reader: ReplyReader
  /// The replies, in the order in which they came.
  package private(set) var replies: [PreparedReply] = []
  /// Names that were left out of the texts.
  private var names: [String] = []

  /// Makes an empty one.
  package init(_ reader: ReplyReader) { self.reader = reader }

  /// Takes what our side has said in a thread; entries that are known already are not read again.
  ///
  /// Notes, events, and entries that were deleted, redacted or not sent are left out. The names of all who have
  /// written are left out of the texts, besides those given.
  ///
  /// - Parameters:
  ///   - thread: All entries as known now, oldest first.
  ///   - given: Names of the customer and of agents.
  /// - Complexity: O(entries), and O(text) for each new one.
  package mutating func update(_ thread: [Entry], names given: [String] = []) {
    var all = given
    var seen = Set(given)
    for entry in thread where entry.kind != .event {
      if let name = entry.author.name, seen.insert(name).inserted { all.append(name) }
    }
    var known: [EntryID: PreparedReply] = [:]
    if all == names {
      for reply in replies { if let id = reply.entry { known[id] = reply } }
    }
    names = all
    replies = thread.filter(\.isComparable).map { entry in
      if let reply = known[entry.id], reply.source == entry.text { return reply }
      return PreparedReply(
        entry: entry.id, conversation: nil, at: entry.at, author: entry.author.displayName,
        text: reader.read(entry.text, names: all), source: entry.text)
    }
  }

  /// Adds what was said elsewhere.
  ///
  /// - Complexity: O(text).
  package mutating func append(_ earlier: EarlierReply, names: [String] = []) {
    replies.append(
      PreparedReply(
        entry: earlier.entry, conversation: earlier.conversation, at: earlier.at, author: earlier.author,
        text: reader.read(earlier.text, names: names + [earlier.author]), source: earlier.text))
  }

  /// The reply that says what a text says, and how alike they are; nil when none does.
  ///
  /// Of several equally alike it is the last. Courtesy alone is like nothing.
  ///
  /// - Complexity: O(replies · words).
  package func mostAlike(_ text: ReplyText) -> (reply: PreparedReply, likeness: Likeness)? {
    guard !text.isCourtesyOnly else { return nil }
    var best: (reply: PreparedReply, likeness: Likeness)?
    for reply in replies where !reply.text.isCourtesyOnly {
      let likeness = reader.likeness(text, reply.text)
      guard likeness.isAlike else { continue }
      if let best, best.likeness.percent > likeness.percent { continue }
      best = (reply, likeness)
    }
    return best
  }

  /// Compares what was read, not what came of it.
  package static func == (left: PreparedReplies, right: PreparedReplies) -> Bool {
    left.reader == right.reader && left.names == right.names
      && left.replies.elementsEqual(right.replies) { $0.isSame(as: $1) }
  }

  /// Feeds some of what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(reader)
    hasher.combine(replies.count)
    hasher.combine(replies.last?.entry)
  }
}

extension PreparedReply {
  /// Whether it is the same reply with the same text.
  func isSame(as other: PreparedReply) -> Bool {
    entry == other.entry && conversation == other.conversation && at == other.at && author == other.author
      && source == other.source
  }
}

extension Entry {
  /// Whether it is an answer of ours that somebody outside has read or will read.
  fileprivate var isComparable: Bool {
    guard isOurAnswer, kind != .note else { return false }
    switch state {
    case .deleted, .redacted, .failed: return false
    case .local, .held, .queued, .sent, .delivered, .unknown, .edited: return true
    }
  }
}
