package import DeskModel

/// Asks what became of an intent; nothing is done.
package struct ReconcileParams: Sendable, Hashable {
  /// The intent, with its key: a backend that keeps no keys is read for the same text by the same author.
  package var intent: BackendIntent
  /// When it was first attempted since it was last certain that nothing was done: nothing older can be it.
  package var attemptedAt: Timestamp

  /// Makes the parameters.
  package init(_ intent: BackendIntent, attemptedAt: Timestamp) {
    self.intent = intent
    self.attemptedAt = attemptedAt
  }
}

extension ReconcileParams: WireRecord {
  static var blank: ReconcileParams {
    ReconcileParams(.blank, attemptedAt: Timestamp(milliseconds: 0))
  }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("intent", &intent)
    try coder.required("attemptedAt", &attemptedAt)
  }
}
