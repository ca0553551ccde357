package import DeskModel

/// Why an intent in an outbox needs a person.
package enum PendingFailure: Sendable, Hashable {
  /// Somebody was faster: here is what they wrote, oldest first.
  case conflict(newer: [Entry])
  /// The backend does not do it; the reason is from outside.
  case refused(reason: String)
  /// Only a part was done; what became of each step.
  case partial([StepOutcome])
  /// It was said, and others can read it than those for whom it was meant.
  case wrongAudience(stored: Audience)
  /// The backend said that it was done, and it is not there.
  case vanished
  /// Trying again did not help; the last reason is from outside.
  case gaveUp(reason: String)
  /// Nobody can tell whether it was done; the reason is from outside.
  case cannotTell(reason: String)
  /// An answer before it was not sent, and without that it must not be done.
  case earlierNotDone
}

/// How far an intent in an outbox has come.
package enum PendingState: Sendable, Hashable {
  /// It waits for its turn, for the desk, or until a moment.
  case waiting(until: Timestamp?)
  /// It was sent, and its answer has not come.
  case sending
  /// Nobody knows yet what became of it; it is being found out. The reason is from outside.
  case uncertain(reason: String)
  /// The backend has taken it and will do it, or has done it and it is being looked for.
  case accepted
  /// A person has to decide: `retry`, `discard`, or write it anew.
  case failed(PendingFailure)
}

/// A wish that is on its way to a backend, on our disk.
package struct PendingIntent: Sendable, Hashable {
  /// What is wanted.
  package var intent: Intent
  /// How far it has come.
  package var state: PendingState
  /// When it was wanted.
  package var addedAt: Timestamp
  /// How often it was attempted.
  package var attempts: Int

  /// Makes one from its parts.
  package init(_ intent: Intent, _ state: PendingState, addedAt: Timestamp, attempts: Int = 0) {
    self.intent = intent
    self.state = state
    self.addedAt = addedAt
    self.attempts = attempts
  }

  /// Whether a person has to decide.
  package var needsPerson: Bool { if case .failed = state { true } else { false } }
}
