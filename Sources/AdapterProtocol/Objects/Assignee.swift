import DeskModel

/// What kind of assignee.
package enum AssigneeKind: String, Sendable, Hashable, CaseIterable {
  case agent, team, bot
}

/// Whom a conversation is given to; nobody is an absent assignee, never a word such as `0` or `null`.
package struct Assignee: Sendable, Hashable {
  /// What kind.
  package var kind: AssigneeKind
  /// The backend's id.
  package var id: AssigneeID
  /// The name to show, from outside.
  package var name: String

  /// Makes an assignee.
  package init(_ kind: AssigneeKind, id: AssigneeID, name: String) {
    self.kind = kind
    self.id = id
    self.name = name
  }
}

extension AssigneeKind: WireWord {}

extension Assignee: WireRecord {
  static var blank: Assignee { Assignee(.agent, id: "", name: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("kind", &kind)
    try coder.required("id", &id)
    try coder.required("name", &name)
  }
}
