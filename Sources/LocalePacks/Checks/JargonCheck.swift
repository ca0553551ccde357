import DeskModel

/// Finds words of our trade that customers do not know, from lists that the team owns.
struct JargonCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    read.matches(.jargon).map { match, rule in
      PackFinding(
        "jargon.word", rule.provenance.capped(rule.severity ?? .hint), read.text.bytes(match.places),
        arguments: [read.words(match.places)], why: rule.why, better: rule.better,
        replacement: rule.isReplacement ? rule.better?.text(in: "en") : nil, records: ["jargon/" + rule.id])
    }
  }
}
