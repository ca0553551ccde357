/// One of us.
package struct Agent: Sendable, Hashable {
  /// The backend's id.
  package var id: AgentID
  /// The name to show, from outside.
  package var name: String

  /// Makes an agent.
  package init(id: AgentID, name: String) {
    self.id = id
    self.name = name
  }
}
