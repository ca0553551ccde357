package import DeskModel

/// A contact with what the interchange format does not have.
package struct ContactRecord: Sendable, Hashable {
  /// The contact.
  package var contact: Contact
  /// Where they can be reached, such as `mail:dewi@example.org`; from outside.
  package var handles: [String]
  /// What the backend said.
  package var raw: RawJSON?

  /// Makes a record.
  package init(_ contact: Contact, handles: [String] = [], raw: RawJSON? = nil) {
    self.contact = contact
    self.handles = handles
    self.raw = raw
  }
}

extension ContactRecord: WireRecord {
  static var blank: ContactRecord { ContactRecord(Contact(id: "")) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.part(&contact)
    try coder.usual("handles", &handles, [])
    try coder.optional("raw", &raw)
  }
}
