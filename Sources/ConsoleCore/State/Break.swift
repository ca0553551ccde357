package import DeskModel
package import Widgets

/// The note that goes with a hand-over before a break, while it can still be changed.
package struct BreakNote: Sendable, Hashable {
  /// Who gets the conversation; nil for nobody.
  package var agent: Agent?
  /// The note.
  package var field: ComposeField

  /// Makes a note to be changed.
  package init(agent: Agent?, text: String) {
    self.agent = agent
    field = ComposeField(text, columns: Self.columns, height: Self.rows)
  }

  /// The size of the text on the screen, where there is room for it.
  static let columns = 60
  static let rows = 6
}

/// A rest that a person takes.
package struct Rest: Sendable, Hashable {
  /// When it is over.
  package var until: Timestamp

  /// Makes a rest.
  package init(until: Timestamp) { self.until = until }

  /// Minutes of a rest.
  static let minutes: Int64 = 10

  /// The minutes that are left, rounded up; 0 when it is over.
  package func minutesLeft(at now: Timestamp) -> Int {
    let left = until.milliseconds - now.milliseconds
    return left <= 0 ? 0 : Int((left + 59_999) / 60_000)
  }

  /// When the number of minutes changes next; nil when it is over.
  func nextStep(after now: Timestamp) -> Timestamp? {
    let left = minutesLeft(at: now)
    return left == 0 ? nil : until.adding(seconds: -60 * Int64(left - 1))
  }
}
