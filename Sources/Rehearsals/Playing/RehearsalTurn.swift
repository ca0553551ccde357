/// Something that happened in a rehearsal.
package struct RehearsalTurn: Sendable, Hashable {
  /// What happened.
  package enum What: Sendable, Hashable {
    case scene(String)
    case customer(String)
    /// A reply, the seconds since the customer's last line, and the scene that it was written in.
    case reply(ReplyFacts, seconds: Int, scene: String?)
    /// What the last look has stopped.
    case stopped(ReplyFacts)
    /// What was done, and the text of a note or of a reply to the others.
    case act(RehearsalAct, String)
    /// What a person was asked about a reply, and said.
    case judged(String, Bool)
    case ending(String)
  }

  /// Milliseconds of the story's time, which stands still in a pause.
  package var at: Int64
  /// What happened.
  package var what: What

  /// Makes a turn.
  package init(at: Int64, what: What) {
    self.at = at
    self.what = what
  }
}
