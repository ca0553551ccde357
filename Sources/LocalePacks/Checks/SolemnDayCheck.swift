import DeskModel

/// Finds good cheer on a day on which the customer's country mourns or fasts.
struct SolemnDayCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    guard let day = read.draft.solemnDay else { return [] }
    return read.matches(.cheer).map { match, rule in
      PackFinding(
        "courtesy.solemnDay",
        read.draft.isSolemnForAll ? rule.provenance.capped(rule.severity ?? .warn) : .hint,
        read.text.bytes(match.places),
        arguments: [read.words(match.places), day], why: rule.why, better: rule.better,
        records: ["cheer/" + rule.id])
    }
  }
}
