/// Which names of facts a variant may use.
struct FactNames: Sendable {
  private let listed: Set<String>

  init(_ answer: Answer) { listed = Set((answer.about?.facts ?? []).map(\.name)) }

  /// Whether a placeholder may have the name.
  func isKnown(_ name: String) -> Bool {
    listed.contains(name) || KnownFacts.builtIn[name] != nil || Self.isField(name) && slip(name) == nil
  }

  /// Whether a condition may have the name.
  func isKnownInConditions(_ name: String) -> Bool {
    isKnown(name) || KnownFacts.conditions.contains(name)
  }

  /// The name that was most likely meant; nil when none is near.
  func nearest(_ name: String) -> String? {
    Self.elsewhere[name.lowercased()] ?? NameDistance.nearest(name, among: all)
  }

  private var all: Set<String> { listed.union(KnownFacts.builtIn.keys).union(KnownFacts.conditions) }

  /// The known name of which a field's name is a slip of the pen.
  private func slip(_ name: String) -> String? {
    NameDistance.nearest(name, among: all.filter { $0.hasPrefix("customer.") && $0 != name })
  }

  /// Whether a desk may have such a field of a customer: small letters, digits, hyphens.
  static func isField(_ name: String) -> Bool {
    guard name.hasPrefix("customer."), name.utf8.count > 9 else { return false }
    return name.dropFirst(9).allSatisfy { $0.isLetter && $0.isLowercase || $0.isNumber || $0 == "-" }
  }

  /// Names in other systems.
  private static let elsewhere: [String: String] = [
    "first_name": "customer.given", "firstname": "customer.given", "contact.first_name": "customer.given",
    "contact.name": "customer.name", "contact.last_name": "customer.family", "user.name": "customer.name",
    "user.first_name": "customer.given", "customer.first_name": "customer.given",
    "customer.last_name": "customer.family", "ticket.requester.name": "customer.name",
    "ticket.requester.first_name": "customer.given", "ticket.id": "conversation.number",
    "ticket.title": "conversation.subject", "agent.name": "me.name", "agent.first_name": "me.given",
    "current_user.name": "me.name", "current_user.first_name": "me.given", "name": "customer.name",
  ]
}
