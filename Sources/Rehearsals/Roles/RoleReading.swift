package import DeskModel

/// A dialogue to be read aloud by roles: one reads what the customer wrote, the other what we answered; nothing is added.
package struct RoleReading: Sendable, Hashable {
  /// Who reads a line.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    /// The customer, and others from outside who speak in the same thread.
    case customer
    /// All who answered for us.
    case agent
  }

  /// A line as it was written.
  package struct Line: Sendable, Hashable {
    /// Who reads it.
    package var role: Role
    /// The entry of the conversation.
    package var entry: Entry
    /// Seconds since the line before; 0 for the first.
    package var pause: Int64
  }

  /// What is read, in order.
  package let lines: [Line]
  /// What it is about.
  package let title: String
  private let source: Conversation

  /// The id of the conversation in which it is read.
  package static let id = ConversationID("reading")
  /// What the ids of the lines begin with; their number follows, from 0.
  package static let linePrefix = "line-"
  /// A pause that is told, in seconds.
  private static let longPause: Int64 = 600

  /// Takes what was said to the customer or to the world; notes, events and what was taken back are not read.
  ///
  /// - Complexity: O(entries).
  package init(_ conversation: Conversation) {
    source = conversation
    let name = conversation.contact.full ?? conversation.contact.given ?? ""
    title = conversation.subject.isEmpty ? name : conversation.subject
    var lines: [Line] = []
    for entry in conversation.entries where Self.isRead(entry) {
      let pause = lines.last.map { max(0, entry.at.seconds(since: $0.entry.at)) } ?? 0
      lines.append(Line(role: entry.isFromOutside ? .customer : .agent, entry: entry, pause: pause))
    }
    self.lines = lines
  }

  private static func isRead(_ entry: Entry) -> Bool {
    guard entry.kind != .note, entry.kind != .event, entry.audience != .internal, !entry.text.trimmed.isEmpty
    else { return false }
    switch entry.state {
    case .local, .held, .queued, .failed, .deleted, .redacted: return false
    default: return true
    }
  }

  /// The conversation with some of its lines, for the desk on which it is read; those that the desk has stay.
  ///
  /// The lines are of the moment when they are read, so that notes stand behind the line that they were written at.
  /// `pause` says how much later a line was written, for long pauses.
  package func conversation(
    _ numbers: Range<Int>, at now: Timestamp, pause: (_ seconds: Int64) -> String
  ) -> Conversation {
    var entries: [Entry] = []
    for number in numbers.clamped(to: lines.indices) {
      let line = lines[number]
      if line.pause >= Self.longPause {
        entries.append(
          Entry(
            id: EntryID("pause-\(number)"), at: now, author: Author(kind: .system, id: "reading"),
            audience: .internal, kind: .event, text: pause(line.pause)))
      }
      entries.append(
        Entry(
          id: EntryID(Self.linePrefix + String(number)), at: now, author: line.entry.author,
          audience: .customer, text: line.entry.text))
    }
    return Conversation(
      id: Self.id, shape: .dialog, channel: source.channel, subject: source.subject, locale: source.locale,
      contact: source.contact, entries: entries)
  }

  /// How many lines of it stand in the conversation in which it is read.
  ///
  /// - Complexity: O(entries).
  package static func position(in conversation: Conversation) -> Int {
    let numbers = conversation.entries.compactMap { entry in
      entry.id.rawValue.hasPrefix(linePrefix) ? Int(entry.id.rawValue.dropFirst(linePrefix.count)) : nil
    }
    return (numbers.max() ?? -1) + 1
  }
}
