/// What the backend says about an act.
package enum ActVerdict: String, Sendable, Hashable, CaseIterable {
  case allowed, denied
}

/// Whether we may do something to one conversation or entry; for an act that is not listed, try and see.
package struct AllowedAct: Sendable, Hashable {
  /// The act.
  package var act: StepName
  /// Whether it may be done.
  package var verdict: ActVerdict
  /// Why not; empty when it may be done or nothing is known; from outside.
  package var reason: String

  /// Makes a verdict.
  package init(_ act: StepName, _ verdict: ActVerdict, reason: String = "") {
    self.act = act
    self.verdict = verdict
    self.reason = reason
  }
}

extension ActVerdict: WireWord {}

extension AllowedAct: WireRecord {
  static var blank: AllowedAct { AllowedAct(.say, .denied) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("act", &act)
    try coder.required("verdict", &verdict)
    try coder.usual("reason", &reason, "")
  }
}
