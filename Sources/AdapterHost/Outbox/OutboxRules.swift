package import AdapterProtocol
package import DeskModel

/// What the outbox has to know of a backend.
package struct OutboxRules: Sendable, Hashable {
  /// Who we are there.
  package var me: AgentID
  /// How it keeps an intent from being done twice.
  package var idempotency: Idempotency
  /// Whether it can tell what became of an intent.
  package var canReconcile: Bool
  /// Whether a thread must be read before something is said, because nobody else would notice that somebody was faster.
  package var readsBeforeSaying: Bool

  /// Makes rules.
  package init(me: AgentID, idempotency: Idempotency, canReconcile: Bool, readsBeforeSaying: Bool) {
    self.me = me
    self.idempotency = idempotency
    self.canReconcile = canReconcile
    self.readsBeforeSaying = readsBeforeSaying
  }

  /// The rules that a manifest gives.
  package init(_ manifest: Manifest) {
    self.init(
      me: manifest.me.id, idempotency: manifest.write.idempotency,
      canReconcile: manifest.methods.contains(.reconcile),
      readsBeforeSaying: manifest.write.concurrency == .none)
  }
}
