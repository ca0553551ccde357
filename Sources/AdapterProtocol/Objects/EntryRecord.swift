package import DeskModel

/// How a text is marked up.
package enum TextFormat: String, Sendable, Hashable, CaseIterable {
  case plain, html, markdown
}

/// A text as the backend has it.
package struct MarkedText: Sendable, Hashable {
  /// How it is marked up.
  package var format: TextFormat
  /// The text, from outside; never rendered, `entry.text` is what people read.
  package var text: String

  /// Makes a text.
  package init(_ format: TextFormat, _ text: String) {
    self.format = format
    self.text = text
  }
}

/// Whether the world sees a public entry.
package enum Moderation: String, Sendable, Hashable, CaseIterable {
  case shown, hidden, waiting
}

/// Who gets an entry by mail.
package struct Recipients: Sendable, Hashable {
  /// Addresses, from outside.
  package var to: [String]
  /// Addresses, from outside.
  package var cc: [String]

  /// Makes recipients.
  package init(to: [String] = [], cc: [String] = []) {
    self.to = to
    self.cc = cc
  }
}

/// An entry with what the interchange format does not have.
package struct EntryRecord: Sendable, Hashable {
  /// The entry; its text is plain, whatever the backend keeps.
  package var entry: Entry
  /// The key of the intent that made it, where the backend keeps keys.
  package var clientKey: ClientKey?
  /// The text as the backend has it; nil when that is `entry.text`.
  package var original: MarkedText?
  /// Who gets it by mail.
  package var recipients: Recipients
  /// Whether the world sees it.
  package var moderation: Moderation
  /// What we may do to it.
  package var allowed: [AllowedAct]
  /// What the backend said.
  package var raw: RawJSON?

  /// Makes a record.
  package init(
    _ entry: Entry, clientKey: ClientKey? = nil, original: MarkedText? = nil,
    recipients: Recipients = Recipients(), moderation: Moderation = .shown, allowed: [AllowedAct] = [],
    raw: RawJSON? = nil
  ) {
    self.entry = entry
    self.clientKey = clientKey
    self.original = original
    self.recipients = recipients
    self.moderation = moderation
    self.allowed = allowed
    self.raw = raw
  }
}

extension TextFormat: WireWord {}
extension Moderation: WireWord {}

extension MarkedText: WireRecord {
  static var blank: MarkedText { MarkedText(.plain, "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("format", &format)
    try coder.required("text", &text)
  }
}

extension Recipients: WireRecord {
  static var blank: Recipients { Recipients() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.usual("to", &to, [])
    try coder.usual("cc", &cc, [])
  }
}

extension EntryRecord: WireRecord {
  static var blank: EntryRecord {
    EntryRecord(
      Entry(
        id: "", at: Timestamp(milliseconds: 0), author: Author(kind: .system, id: ""), audience: .internal,
        text: ""))
  }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.part(&entry)
    try coder.optional("clientKey", &clientKey)
    try coder.optional("original", &original)
    try coder.usual("recipients", &recipients, Recipients())
    try coder.usual("moderation", &moderation, .shown)
    try coder.usual("allowed", &allowed, [])
    try coder.optional("raw", &raw)
  }
}
