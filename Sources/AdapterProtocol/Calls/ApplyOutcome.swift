package import DeskModel
import JSONText

/// What stands on the backend after something was done.
package struct AppliedFacts: Sendable, Hashable {
  /// What was said; nil when nothing was.
  package var entry: EntryID?
  /// Who can read it, as the backend has stored it: read back, not repeated.
  package var audience: Audience?
  /// The state of the conversation then.
  package var version: VersionTag?

  /// Makes facts.
  package init(entry: EntryID? = nil, audience: Audience? = nil, version: VersionTag? = nil) {
    self.entry = entry
    self.audience = audience
    self.version = version
  }
}

/// What became of a step.
package enum StepVerdict: String, Sendable, Hashable, CaseIterable {
  /// Done.
  case applied
  /// Not done, and it is certain.
  case failed
  /// Not attempted, because an earlier one failed.
  case skipped
  /// Nobody knows.
  case unknown
}

/// What became of one step of an intent.
package struct StepReport: Sendable, Hashable {
  /// Which step, from 0.
  package var step: Int
  /// What became of it.
  package var verdict: StepVerdict
  /// Why not; from outside, empty when it was done.
  package var reason: String

  /// Makes a report.
  package init(step: Int, _ verdict: StepVerdict, reason: String = "") {
    self.step = step
    self.verdict = verdict
    self.reason = reason
  }
}

/// What became of an intent.
package enum ApplyOutcome: Sendable, Hashable {
  /// All of it is done and durable.
  case applied(AppliedFacts)
  /// Taken, not yet done: reconcile by the key later.
  case accepted
  /// Nothing was done, because somebody was faster; here is what is new, oldest first.
  case conflict(newer: [EntryRecord], version: VersionTag?)
  /// Some steps were done and others were not.
  case partial([StepReport], AppliedFacts)
  /// Nothing was done: we may not.
  case denied(reason: String)
  /// Nothing was done: the backend refuses a value of a field such as `steps[0].text`.
  case invalid(field: String, reason: String)
  /// Nothing was done: the conversation is a part of another one now.
  case moved(to: ConversationID)
  /// Nothing was done, and trying again may help.
  case failed(reason: String)
  /// Nothing was done: too many requests; not again before so many seconds have passed.
  case busy(retryAfterSeconds: Int)
  /// Nobody knows whether it was done. Never sent again before it is reconciled.
  case unknown(reason: String)
}

private enum OutcomeWord: String, WireWord {
  case applied, accepted, conflict, partial, denied, invalid, moved, failed, busy, unknown
}

extension StepVerdict: WireWord {}

extension AppliedFacts: WireRecord {
  static var blank: AppliedFacts { AppliedFacts() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.optional("entry", &entry)
    try coder.optional("audience", &audience)
    try coder.optional("version", &version)
  }
}

extension StepReport: WireRecord {
  static var blank: StepReport { StepReport(step: 0, .unknown) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("step", &step)
    try coder.required("verdict", &verdict)
    try coder.usual("reason", &reason, "")
  }
}

extension ApplyOutcome: WireValue {
  init(reading slot: WireSlot) throws(ProtocolError) {
    let object = try WireObject(slot)
    switch try object.required("outcome", as: OutcomeWord.self) {
    case .applied: self = .applied(try AppliedFacts(reading: object))
    case .accepted: self = .accepted
    case .conflict:
      self = .conflict(
        newer: try object.required("newer"), version: try object.optional("version", as: VersionTag.self))
    case .partial: self = .partial(try object.required("steps"), try AppliedFacts(reading: object))
    case .denied: self = .denied(reason: try object.required("reason"))
    case .invalid:
      self = .invalid(field: try object.required("field"), reason: try object.required("reason"))
    case .moved: self = .moved(to: try object.required("to"))
    case .failed: self = .failed(reason: try object.required("reason"))
    case .busy: self = .busy(retryAfterSeconds: try object.required("retryAfterSeconds"))
    case .unknown: self = .unknown(reason: try object.required("reason"))
    }
  }

  private var word: OutcomeWord {
    switch self {
    case .applied: .applied
    case .accepted: .accepted
    case .conflict: .conflict
    case .partial: .partial
    case .denied: .denied
    case .invalid: .invalid
    case .moved: .moved
    case .failed: .failed
    case .busy: .busy
    case .unknown: .unknown
    }
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("outcome", word.rawValue)
    switch self {
    case .applied(let facts): facts.writeMembers(to: &writer)
    case .accepted: break
    case .conflict(let newer, let version):
      writer.member("newer", value: newer)
      writer.member("version", ifPresent: version?.rawValue)
    case .partial(let steps, let facts):
      writer.member("steps", value: steps)
      facts.writeMembers(to: &writer)
    case .invalid(let field, let reason):
      writer.member("field", field)
      writer.member("reason", reason)
    case .moved(let target): writer.member("to", target.rawValue)
    case .denied(let reason), .failed(let reason), .unknown(let reason): writer.member("reason", reason)
    case .busy(let seconds): writer.member("retryAfterSeconds", value: seconds)
    }
    writer.endObject()
  }
}
