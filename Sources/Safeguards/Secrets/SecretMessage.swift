/// A message that came before the one in which secrets are looked for.
package struct SecretMessage: Sendable {
  /// What was said.
  package var text: String
  /// Whether the customer said it.
  package var isFromCustomer: Bool
  /// Whether it may have been either side.
  private var isOfUnknownAuthor = false

  /// Makes a message of the customer, or of somebody who answers.
  package init(text: String, isFromCustomer: Bool) {
    self.text = text
    self.isFromCustomer = isFromCustomer
  }

  /// Makes a message of which nobody knows who said it.
  package init(text: String) {
    self.init(text: text, isFromCustomer: false)
    isOfUnknownAuthor = true
  }

  var canBeFromCustomer: Bool { isFromCustomer || isOfUnknownAuthor }
  var canBeFromAgent: Bool { !isFromCustomer }
}
