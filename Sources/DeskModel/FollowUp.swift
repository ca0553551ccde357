/// Something promised for a moment: the conversation comes back to the top of the queue then.
package struct FollowUp: Sendable, Hashable {
  /// When.
  package var at: Timestamp
  /// What is to be done, in the agent's words; may be empty.
  package var text: String

  /// Makes a follow-up.
  package init(at: Timestamp, text: String = "") {
    self.at = at
    self.text = text
  }
}
