import DeskModel

/// Finds words of our trade that customers do not know, from lists that the team owns.
struct JargonCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    read.matches(.jargon).map { PackFinding("jargon.word", $0, in: .jargon, read, severity: .hint) }
  }
}
