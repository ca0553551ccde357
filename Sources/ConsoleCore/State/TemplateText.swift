package import DeskModel

/// A text with placeholders, filled in for one customer.
///
/// `{{customer.name}}`, `{{customer.given}}` and `{{me.name}}` are known; blanks inside of the braces do not matter. Values
/// go in as they are and are not looked at again: a name with braces in it fills nothing.
package struct TemplateText: Sendable, Hashable {
  /// What can be filled in, in the order in which it is offered.
  package static let known = ["customer.name", "customer.given", "me.name"]

  /// The text; a placeholder that could not be filled in still stands in it.
  package var text = ""
  /// Known placeholders for which the customer's facts lack a value, each once, in order.
  package var missing: [String] = []
  /// Placeholders that nobody knows, each once, in order.
  package var unknown: [String] = []

  /// Fills in a template.
  ///
  /// - Complexity: O(template + values).
  package init(_ template: String, facts: [String: String]) {
    var rest = template[...]
    while let open = rest.place(of: "{{") {
      let after = rest[open.upperBound...]
      guard let close = after.place(of: "}}") else { break }
      text += rest[..<open.lowerBound]
      let name = after[..<close.lowerBound].filter { !$0.isWhitespace }
      if let value = facts[name], Self.known.contains(name) {
        text += value
      } else {
        text += rest[open.lowerBound..<close.upperBound]
        if Self.known.contains(name) {
          if !missing.contains(name) { missing.append(name) }
        } else if !unknown.contains(name) {
          unknown.append(name)
        }
      }
      rest = rest[close.upperBound...]
    }
    text += rest
  }

  /// What is known of a customer and of the person who writes; an id is no name.
  package static func facts(of contact: Contact, me: Agent) -> [String: String] {
    var facts: [String: String] = [:]
    func put(_ name: String, _ value: String?) {
      if let value, value.contains(where: { !$0.isWhitespace }) { facts[name] = value }
    }
    put("me.name", me.name)
    put("customer.given", contact.given)
    let parts = [contact.given, contact.family].compactMap { $0 }.filter { !$0.isEmpty }
    put("customer.name", contact.full?.isEmpty == false ? contact.full : parts.joined(separator: " "))
    return facts
  }
}

extension Substring {
  /// Where a part of two ASCII characters stands first.
  fileprivate func place(of part: StaticString) -> Range<Index>? {
    let wanted = Array(part.description.utf8)
    var index = utf8.startIndex
    while index < utf8.endIndex {
      var (end, place) = (index, 0)
      while place < wanted.count, end < utf8.endIndex, utf8[end] == wanted[place] {
        end = utf8.index(after: end)
        place += 1
      }
      if place == wanted.count { return index..<end }
      index = utf8.index(after: index)
    }
    return nil
  }
}
