import DeskModel

/// Finds good cheer on a day on which the customer's country mourns or fasts.
///
/// Of a day that only some keep it hints.
struct SolemnDayCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    guard let day = read.draft.solemnDay else { return [] }
    return read.matches(.cheer).map { found in
      var finding = PackFinding("courtesy.solemnDay", found, in: .cheer, read, severity: .warn, more: [day])
      if !read.draft.isSolemnForAll { finding.severity = .hint }
      return finding
    }
  }
}
