package import DeskModel

/// Whether a backend has stored an answer for those for whom it was meant.
package enum AudienceEcho: Sendable, Hashable {
  /// It has, or nothing was said.
  case matches
  /// The adapter does not say: read back.
  case missing
  /// It has not: a loud error.
  case differs(stored: Audience)
}

extension BackendIntent {
  /// Compares the audience of what was to be said with what stands on the backend.
  package func audienceEcho(in outcome: ApplyOutcome) -> AudienceEcho {
    guard let saying else { return .matches }
    let facts: AppliedFacts
    switch outcome {
    case .applied(let said): facts = said
    case .partial(let reports, let said):
      // A say of which nobody knows may have reached the wrong people, too.
      let mayBeSaid = reports.contains {
        steps.indices.contains($0.step) && steps[$0.step].name == .say
          && ($0.verdict == .applied || $0.verdict == .unknown)
      }
      guard mayBeSaid || said.audience != nil else { return .matches }
      facts = said
    case .accepted, .conflict, .denied, .invalid, .moved, .failed, .busy, .unknown: return .matches
    }
    guard let audience = facts.audience else { return .missing }
    return audience == saying.audience ? .matches : .differs(stored: audience)
  }
}
