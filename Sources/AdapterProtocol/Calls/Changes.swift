package import DeskModel
import JSONText

/// Asks for what has happened.
package struct ChangesParams: Sendable, Hashable {
  /// Where to go on; nil begins now.
  package var after: ChangeCursor?
  /// At most so many changes, 1...1,000.
  package var limit: Int
  /// How long the answer may be held back when nothing has happened; 0: answer at once.
  package var waitSeconds: Int

  /// Makes the parameters.
  package init(after: ChangeCursor? = nil, limit: Int = 200, waitSeconds: Int = 0) {
    self.after = after
    self.limit = limit
    self.waitSeconds = waitSeconds
  }
}

/// Something that has happened on the backend.
package enum DeskChange: Sendable, Hashable {
  /// A conversation is new or other than before; read it again.
  case conversation(ConversationID, version: VersionTag?)
  /// An entry is new, edited or deleted: this is what it is now.
  case entry(EntryRecord, in: ConversationID)
  /// A conversation is gone, perhaps into another one.
  case gone(ConversationID, movedTo: ConversationID?)
  /// Who is where now: all of them.
  case presence([Presence])
  /// Queues or templates are other than before; read them again.
  case catalogue
  /// Something was missed: read everything again.
  case gap

  private enum Word: String, WireWord { case conversation, entry, gone, presence, catalogue, gap }
}

/// What has happened, in the order in which the adapter learnt it.
package struct ChangesPage: Sendable, Hashable {
  /// What has happened.
  package var changes: [DeskChange]
  /// Where to go on: to be kept when the changes are taken in, not before.
  package var next: ChangeCursor
  /// When to ask again; nil: at once, the adapter holds the answer back itself.
  package var askAgainAfterSeconds: Int?

  /// Makes a page.
  package init(changes: [DeskChange] = [], next: ChangeCursor, askAgainAfterSeconds: Int? = nil) {
    self.changes = changes
    self.next = next
    self.askAgainAfterSeconds = askAgainAfterSeconds
  }
}

extension ChangesParams: WireRecord {
  static var blank: ChangesParams { ChangesParams() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.optional("after", &after)
    try coder.required("limit", &limit)
    try coder.usual("waitSeconds", &waitSeconds, 0)
  }

  func check() throws(ProtocolError) { try PageParams.check(limit: limit) }
}

extension DeskChange: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    switch try object.required("change", as: Word.self) {
    case .conversation:
      self = .conversation(
        try object.required("conversation"), version: try object.optional("version", as: VersionTag.self))
    case .entry: self = .entry(try object.required("entry"), in: try object.required("conversation"))
    case .gone:
      self = .gone(
        try object.required("conversation"), movedTo: try object.optional("movedTo", as: ConversationID.self))
    case .presence: self = .presence(try object.required("present"))
    case .catalogue: self = .catalogue
    case .gap: self = .gap
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    switch self {
    case .conversation(let conversation, let version):
      writer.member("change", Word.conversation.rawValue)
      writer.member("conversation", conversation.rawValue)
      writer.member("version", ifPresent: version?.rawValue)
    case .entry(let entry, let conversation):
      writer.member("change", Word.entry.rawValue)
      writer.member("conversation", conversation.rawValue)
      writer.member("entry", value: entry)
    case .gone(let conversation, let target):
      writer.member("change", Word.gone.rawValue)
      writer.member("conversation", conversation.rawValue)
      writer.member("movedTo", ifPresent: target?.rawValue)
    case .presence(let present):
      writer.member("change", Word.presence.rawValue)
      writer.member("present", value: present)
    case .catalogue: writer.member("change", Word.catalogue.rawValue)
    case .gap: writer.member("change", Word.gap.rawValue)
    }
    writer.endObject()
  }
}

extension ChangesPage: WireRecord {
  static var blank: ChangesPage { ChangesPage(next: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("changes", &changes)
    try coder.required("next", &next)
    try coder.optional("askAgainAfterSeconds", &askAgainAfterSeconds)
  }
}
