package import AdapterProtocol
package import DeskModel

/// Why something needs a person.
package enum OutboxFailure: Sendable, Hashable {
  /// The backend has not done it, or not all of it, and says why: `conflict`, `denied`, `invalid`, `moved` or `partial`.
  case refused(ApplyOutcome)
  /// It was said, and other people can read it than those for whom it was meant.
  case wrongAudience(stored: Audience)
  /// It was said to be done, and is not there.
  case vanished
  /// Trying again did not help; the last reason, from outside.
  case gaveUp(reason: String)
  /// Nobody can tell whether it was done.
  case cannotTell(reason: String)
  /// Something earlier in the same conversation was not done, without which this must not be.
  case earlierNotDone(ClientKey)
}

/// How far an intent has come on its way to a backend.
package enum OutboxState: Sendable, Hashable {
  /// It waits: for its turn, for the desk, or until a moment.
  case queued(notBefore: Timestamp?)
  /// It was attempted; the answer has not come.
  case sending
  /// It was attempted, and nobody knows what became of it.
  case uncertain(reason: String)
  /// The backend has taken it, and will do it.
  case accepted
  /// It is done; `isConfirmed` when it was seen there, or needs not be.
  case applied(AppliedFacts, isConfirmed: Bool)
  /// It needs a person.
  case failed(OutboxFailure)
  /// A person has given it up.
  case discarded

  /// Whether nothing more happens by itself.
  package var isSettled: Bool {
    switch self {
    case .applied(_, let isConfirmed): isConfirmed
    case .failed, .discarded: true
    case .queued, .sending, .uncertain, .accepted: false
    }
  }

  /// Whether nobody will ever do anything about it again.
  package var isOver: Bool {
    switch self {
    case .applied(_, let isConfirmed): isConfirmed
    case .discarded: true
    case .queued, .sending, .uncertain, .accepted, .failed: false
    }
  }
}

/// A file that goes with an answer, in a copy that is the outbox's own.
package struct OutboxFile: Sendable, Hashable {
  /// Where the copy lies.
  package var path: String
  /// The name under which it goes.
  package var name: String
  /// Bytes.
  package var byteCount: Int

  /// Names a file.
  package init(path: String, name: String, byteCount: Int) {
    self.path = path
    self.name = name
    self.byteCount = byteCount
  }
}

/// An intent in the outbox.
package struct OutboxItem: Sendable, Hashable {
  /// What is wanted.
  package var intent: BackendIntent
  /// Files that go with it, in the order of the intent's uploads.
  package var files: [OutboxFile]
  /// When it came.
  package var addedAt: Timestamp
  /// How far it has come.
  package var state = OutboxState.queued(notBefore: nil)
  /// How often it was attempted.
  package var attempts = 0
  /// When it was attempted first; nil before that.
  package var firstAttempt: Timestamp?
  /// The first attempt since it was last certain that nothing was done; nil while that is certain.
  package var unsureSince: Timestamp?
  /// The last entry that the agent had seen when it came: whatever an attempt has made stands behind that.
  package var seenFirst: EntryID?

  /// Makes an item that nobody has attempted.
  package init(_ intent: BackendIntent, files: [OutboxFile] = [], addedAt: Timestamp) {
    self.intent = intent
    self.files = files
    self.addedAt = addedAt
    seenFirst = intent.basedOn?.entry
  }

  /// What may have been made of it was made from then on; the moment that a backend is asked about.
  var askedSince: Timestamp { unsureSince ?? firstAttempt ?? addedAt }

  /// Its key.
  package var key: ClientKey { intent.clientKey }
}
