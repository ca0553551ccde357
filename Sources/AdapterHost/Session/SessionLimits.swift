/// What a session bears before it ends an adapter.
package struct SessionLimits: Sendable, Hashable {
  /// Milliseconds after which a call that was sent and not answered is cancelled.
  package var deadline: Int
  /// Milliseconds after that, in which the answer to a cancelled call must come.
  package var grace: Int
  /// Lines that nobody has asked for, or that nobody could read.
  package var strayLines: Int
  /// Milliseconds in which the program must end when its input has ended.
  package var farewell: Int

  /// Makes limits.
  package init(deadline: Int = 30_000, grace: Int = 10_000, strayLines: Int = 100, farewell: Int = 3_000) {
    self.deadline = deadline
    self.grace = grace
    self.strayLines = strayLines
    self.farewell = farewell
  }
}
