package import AdapterProtocol
package import DeskModel

/// For what a thread is read.
package enum ReadBackPurpose: Sendable, Hashable {
  /// Whether somebody was faster.
  case beforeSaying
  /// Whether an earlier attempt has arrived all the same.
  case beforeRetry
  /// Whether what is said to be done is there.
  case confirming
}

/// What happens to an outbox.
package enum OutboxEvent: Sendable, Hashable {
  /// Somebody wants something.
  case add(BackendIntent, files: [OutboxFile])
  /// The desk is there; its rules.
  case deskUp(OutboxRules)
  /// It is away.
  case deskDown
  /// An attempt was answered.
  case answered(ClientKey, attempt: Int, Result<ApplyOutcome, CallFailure>)
  /// The question what became of it was answered.
  case reconciled(ClientKey, Result<Reconciliation, CallFailure>)
  /// The end of its thread, oldest first.
  case readBack(ClientKey, ReadBackPurpose, Result<[EntryRecord], CallFailure>)
  /// A person wants it tried again; `basedOn` is what they have seen now.
  case retry(ClientKey, basedOn: SeenState?)
  /// A person gives it up.
  case discard(ClientKey)
  /// Time has passed.
  case tick
}

/// What an outbox wants done, in this order.
package enum OutboxEffect: Sendable, Hashable {
  /// Note the item's state on disk, and wait until it is there, before anything that follows is begun.
  case persist(OutboxItem)
  /// Send it.
  case apply(OutboxItem)
  /// Ask what became of it.
  case reconcile(BackendIntent, attemptedAt: Timestamp)
  /// Read the end of its conversation's thread.
  case readBack(BackendIntent, ReadBackPurpose)
  /// Come back with `tick` at a moment.
  case wake(Timestamp)
  /// An item is other than before.
  case tell(OutboxItem)
}
