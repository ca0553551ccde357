package import AdapterProtocol
package import DeskModel

/// What is checked, and what the person allows.
package struct ConformanceSubject: Sendable {
  /// The program and its arguments; looked for along PATH, started without a shell.
  package var command: [String]
  /// What stands in the console's config for this desk.
  package var settings = RawJSON.emptyObject
  /// The token, which the adapter reads from descriptor 3; nil when it needs none.
  package var token: Secret?
  /// Conversations that may be written into; without one, nothing is written.
  package var writable: [ConversationID] = []
  /// Milliseconds that an answer may take.
  package var patience = 10_000

  /// Makes a subject.
  package init(command: [String]) { self.command = command }
}

/// Where the checks get from what differs from run to run.
package struct ConformanceSurroundings: Sendable {
  /// The wall clock.
  package let now: @Sendable () -> Timestamp
  /// A word that no other run has, of letters and digits.
  package let run: String

  /// Makes surroundings.
  package init(run: String, now: @escaping @Sendable () -> Timestamp) {
    self.run = run
    self.now = now
  }
}
