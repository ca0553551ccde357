package import DeskModel

/// Something that a check of a pack has to say about a draft.
package struct PackFinding: Sendable, Hashable {
  /// The rule's name, `group.rule`.
  package var rule: String
  /// How much it weighs.
  package var severity: Severity
  /// The part of the text that is meant, in UTF-8 byte offsets on scalar boundaries; `0..<0` when the finding is
  /// about the whole or about something else than the text.
  package var range: Range<Int>
  /// The key of the sentence that says what is wrong.
  package var messageKey: String
  /// What the sentence is filled with; from outside.
  package var arguments: [String]
  /// The pack's own words on it, for the agent.
  package var why: AgentText?
  /// What to do instead, for the agent; in the customer's language where it is wording.
  package var better: AgentText?
  /// What can be put in place of `range`.
  package var replacement: String?
  /// Names of the records that made it, `section/id`.
  package var records: [String]

  /// Every key that `messageKey` can be; the console has a sentence for each.
  package static var messageKeys: [String] {
    let courtesy =
      PhraseSection.avoid.kinds.map { $0 == "address" ? "address.familiar" : CourtesyCheck.name(of: $0) }
      + ["emojiCount", "exclamation", "marks", "capitals", "solemnDay"].map { "courtesy." + $0 }
    let others = [
      "register.informal", "register.formal", "register.mixed", "register.noPolite", "register.agentForm",
      "language.foreignWord", "language.mismatch", "clarity.long", "clarity.tangled", "jargon.word",
      "address.term", "address.part", "address.name", "address.case", "address.missing",
    ]
    let typography = ["quotes", "dash", "ellipsis", "number", "marks"].map { "typography." + $0 }
    return (courtesy + others + typography).map { "finding." + $0 }
  }

  /// Makes a finding.
  init(
    _ rule: String, _ severity: Severity, _ range: Range<Int>, arguments: [String] = [],
    why: AgentText? = nil, better: AgentText? = nil, replacement: String? = nil, records: [String] = [],
    key: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    messageKey = "finding." + (key ?? rule)
    self.arguments = arguments
    self.why = why
    self.better = better
    self.replacement = replacement
    self.records = records
  }
}

extension Provenance {
  /// A weight that the record may have: what nobody has confirmed only ever hints.
  func capped(_ severity: Severity) -> Severity { status == .unsourced ? .hint : severity }
}
