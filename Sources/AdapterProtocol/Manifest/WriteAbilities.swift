/// Whether the steps of one intent go together.
package enum WriteAtomicity: String, Sendable, Hashable, CaseIterable {
  /// All or none.
  case whole
  /// One after the other; some may fail: outcome `partial`.
  case steps
}

/// How the same intent is kept from being done twice.
package enum Idempotency: String, Sendable, Hashable, CaseIterable {
  /// The backend stores the key and refuses it the second time.
  case clientKey
  /// The adapter reads back and looks for the key, or the same text by the same author.
  case readBack
  /// It is not: whatever is unknown stays unknown, and a person decides.
  case none
}

/// How the backend notices that somebody was faster.
package enum Concurrency: String, Sendable, Hashable, CaseIterable {
  /// It refuses what is based on an old version.
  case atomic
  /// It is read before it is written: two may pass at the same moment.
  case checked
  /// It does not; the console reads again before it sends.
  case none
}

/// In whose name things are done.
package enum Authorship: String, Sendable, Hashable, CaseIterable {
  /// The token's owner, whatever `by` says.
  case token
  /// The agent in `by`.
  case named
  /// One account for all; `by` stands in no record.
  case fixed
}

/// Where the audience in an outcome comes from.
package enum AudienceEchoSource: String, Sendable, Hashable, CaseIterable {
  /// It is read back from the backend.
  case stored
  /// The backend has one way for each audience, and the way that was taken is told.
  case route
}

/// Who would read what is sent without an audience; the adapter never sends so, but people should know.
package enum DefaultAudience: String, Sendable, Hashable, CaseIterable {
  case customer
  /// Only we.
  case `internal`
  case world
  /// The backend refuses it.
  case none
}

/// How tags are changed.
package enum TagWriting: String, Sendable, Hashable, CaseIterable {
  case none
  /// Single tags are added and removed.
  case change
  /// The whole list is replaced: what others add meanwhile is lost.
  case replace
}

/// How custom fields are changed.
package enum FieldWriting: String, Sendable, Hashable, CaseIterable {
  case none
  /// One by one.
  case change
  /// All at once: what is left out is erased.
  case replace
}

/// What becomes of a conversation that is merged into another one.
package enum MergeResult: String, Sendable, Hashable, CaseIterable {
  case none
  /// Its id leads to the other one.
  case moves
  /// It stays, with a status that says so.
  case tombstone
  /// It is closed, and nothing leads on.
  case closed
}

/// Something that the backend does besides.
package struct SideEffect: Sendable, Hashable {
  /// The step that causes it.
  package var on: StepName
  /// What happens, as a sentence that is shown before the step is done; from outside.
  package var does: String

  /// Makes it; what is not said is not there.
  package init(
    on: StepName, does: String
  ) {
    self.on = on
    self.does = does
  }
}

/// How a backend is written.
package struct WriteAbilities: Sendable, Hashable {
  /// The steps that it can do.
  package var steps: [StepName]
  /// Whether steps go together.
  package var atomicity: WriteAtomicity
  /// How doubles are prevented.
  package var idempotency: Idempotency
  /// How long keys are kept; nil: for ever, or there are none.
  package var keySeconds: Int?
  /// How it notices that somebody was faster.
  package var concurrency: Concurrency
  /// In whose name things are done.
  package var authorship: Authorship
  /// How tags are changed.
  package var tags: TagWriting
  /// How custom fields are changed.
  package var fields: FieldWriting
  /// What becomes of the merged one.
  package var merge: MergeResult
  /// What happens besides.
  package var sideEffects: [SideEffect]

  /// Makes it; what is not said is not there.
  package init(
    steps: [StepName], atomicity: WriteAtomicity, idempotency: Idempotency, keySeconds: Int? = nil,
    concurrency: Concurrency, authorship: Authorship, tags: TagWriting = .none, fields: FieldWriting = .none,
    merge: MergeResult = .none, sideEffects: [SideEffect] = []
  ) {
    self.steps = steps
    self.atomicity = atomicity
    self.idempotency = idempotency
    self.keySeconds = keySeconds
    self.concurrency = concurrency
    self.authorship = authorship
    self.tags = tags
    self.fields = fields
    self.merge = merge
    self.sideEffects = sideEffects
  }
}

extension WriteAtomicity: WireWord {}
extension Idempotency: WireWord {}
extension Concurrency: WireWord {}
extension Authorship: WireWord {}
extension AudienceEchoSource: WireWord {}
extension DefaultAudience: WireWord {}
extension TagWriting: WireWord {}
extension FieldWriting: WireWord {}
extension MergeResult: WireWord {}

extension SideEffect: WireRecord {
  static var blank: SideEffect { SideEffect(on: .say, does: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("on", &on)
    try coder.required("does", &does)
  }
}

extension WriteAbilities: WireRecord {
  static var blank: WriteAbilities {
    WriteAbilities(steps: [], atomicity: .steps, idempotency: .none, concurrency: .none, authorship: .fixed)
  }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("steps", &steps)
    try coder.required("atomicity", &atomicity)
    try coder.required("idempotency", &idempotency)
    try coder.optional("keySeconds", &keySeconds)
    try coder.required("concurrency", &concurrency)
    try coder.required("authorship", &authorship)
    try coder.usual("tags", &tags, .none)
    try coder.usual("fields", &fields, .none)
    try coder.usual("merge", &merge, .none)
    try coder.usual("sideEffects", &sideEffects, [])
  }
}
