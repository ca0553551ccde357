import DeskModel

/// Finds forms that belong to agents of the other gender: ค่ะ from a man, «я получила» from a man.
///
/// Silent while the agent has not set their gender.
struct AgentFormCheck: PackCheck {
  func findings(in read: ReadDraft) -> [PackFinding] {
    guard let gender = read.draft.agentGender else { return [] }
    return read.matches(.agentForms).filter { $0.rule.agentGender != gender }.map {
      PackFinding("register.agentForm", $0, in: .agentForms, read, severity: .warn)
    }
  }
}
