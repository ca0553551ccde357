import DeskModel

/// Finds forms that belong to agents of the other gender: ค่ะ from a man, «я получила» from a man.
///
/// Silent while the agent has not set their gender.
struct AgentFormCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    guard let gender = read.draft.agentGender else { return [] }
    return read.matches(.agentForms).filter { $0.rule.agentGender != gender }.map { match, rule in
      PackFinding(
        "register.agentForm", rule.provenance.capped(rule.severity ?? .warn), read.text.bytes(match.places),
        arguments: [read.words(match.places)], why: rule.why, better: rule.better,
        replacement: rule.isReplacement ? rule.better?.text(in: "en") : nil,
        records: ["agentForms/" + rule.id])
    }
  }
}
