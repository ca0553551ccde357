package import DeskModel

/// Asks for a contact with their earlier conversations.
package struct ContactParams: Sendable, Hashable {
  /// The contact.
  package var contact: ContactID
  /// Where to go on in the conversations; nil begins.
  package var cursor: PageCursor?
  /// At most so many conversations, 1...1,000.
  package var limit: Int

  /// Makes the parameters.
  package init(_ contact: ContactID, cursor: PageCursor? = nil, limit: Int = 20) {
    self.contact = contact
    self.cursor = cursor
    self.limit = limit
  }
}

/// A contact with a page of their conversations, latest first.
package struct ContactPage: Sendable, Hashable {
  /// Who it is.
  package var contact: ContactRecord
  /// Their conversations.
  package var conversations: [ConversationRow]
  /// Where to go on; nil when this was the last page.
  package var next: PageCursor?

  /// Makes a page.
  package init(contact: ContactRecord, conversations: [ConversationRow] = [], next: PageCursor? = nil) {
    self.contact = contact
    self.conversations = conversations
    self.next = next
  }
}

extension ContactParams: WireRecord {
  static var blank: ContactParams { ContactParams("") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("contact", &contact)
    try coder.optional("cursor", &cursor)
    try coder.required("limit", &limit)
  }

  func check() throws(ProtocolError) { try PageParams.check(limit: limit) }
}

extension ContactPage: WireRecord {
  static var blank: ContactPage { ContactPage(contact: .blank) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("contact", &contact)
    try coder.required("conversations", &conversations)
    try coder.optional("next", &next)
  }
}
