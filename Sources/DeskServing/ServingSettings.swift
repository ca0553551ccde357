package import DeskModel

/// Who serves, and what for.
package struct ServingSettings: Sendable, Hashable {
  /// Who acts: what is done here is done in this name.
  package var me: Agent
  /// Whether the agent that an intent names acts instead: for a program that speaks for several people.
  package var trustsAgents: Bool
  /// The name of the desk.
  package var deskName: String
  /// The version of the program.
  package var version: String
  /// So long what was said of presence holds without being said anew.
  package var presenceSeconds: Int

  /// Makes settings.
  package init(
    me: Agent, trustsAgents: Bool = false, deskName: String, version: String, presenceSeconds: Int = 90
  ) {
    self.me = me
    self.trustsAgents = trustsAgents
    self.deskName = deskName
    self.version = version
    self.presenceSeconds = presenceSeconds
  }
}
