package import DeskModel

/// What a person can set in the config, as far as the console itself needs it.
package struct ConsoleSettings: Sendable, Hashable {
  /// The person in front of the screen.
  package var me: Agent
  /// The name of the desk, shown at the upper left.
  package var deskName: String
  /// How long a reply can be taken back, in seconds; 0 sends at once.
  ///
  /// 0...600.
  package var holdSeconds: Int
  /// Keys by command name, in place of the default ones.
  package var keys: [String: [String]]
  /// Selections of conversations with names of their own, shown after the standing ones.
  package var views: [SavedView] = []
  /// Milliseconds of pause after which a text being written is looked at; 0 for after each key.
  package var findingsDelay = 0
  /// Tools around the console.
  package var tools = ToolSettings()

  /// Makes settings.
  package init(me: Agent, deskName: String, holdSeconds: Int = 8, keys: [String: [String]] = [:]) {
    self.me = me
    self.deskName = deskName
    self.holdSeconds = min(max(0, holdSeconds), 600)
    self.keys = keys
  }
}
