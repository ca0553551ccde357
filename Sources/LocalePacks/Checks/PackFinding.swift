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

extension PackFinding {
  /// Makes a finding of what a rule has matched in a draft.
  ///
  /// The replacement begins with a capital where the match does, unless the capital is the rule's own: capitals must
  /// agree, or the form has it in the pack, as `SLA` does.
  ///
  /// - Parameters:
  ///   - name: The rule's name, `group.rule`.
  ///   - found: The match with its rule.
  ///   - section: Where the rule stands in the pack.
  ///   - read: The draft.
  ///   - severity: What it weighs unless the rule says so.
  ///   - more: Arguments behind the matched words.
  ///   - key: The key of the sentence; nil for the name's own.
  init(
    _ name: String, _ found: ReadDraft.RuleMatch, in section: LocalePack.SectionedRule.Section,
    _ read: ReadDraft, severity: Severity, more: [String] = [], key: String? = nil
  ) {
    let (match, rule) = found
    let words = read.words(match.places)
    var replacement = rule.isReplacement ? rule.better?.text(in: "en") : nil
    if replacement != nil, !rule.isExactCase, !rule.forms.contains(words),
      read.text.exact[match.places.lowerBound].isUppercase
    {
      replacement = replacement?.capitalized(read.pack.text.casing)
    }
    self.init(
      name, rule.provenance.capped(rule.severity ?? severity), read.text.bytes(match.places),
      arguments: [words] + more, why: rule.why, better: rule.better,
      replacement: replacement, records: [section.rawValue + "/" + rule.id], key: key)
  }
}

extension String {
  /// With a capital at its beginning, where its script has any.
  fileprivate func capitalized(_ casing: TextRules.Casing) -> String {
    guard let first = unicodeScalars.first else { return self }
    let capital = first == "i" && casing == .turkish ? "İ" : first.properties.titlecaseMapping
    return capital + String(unicodeScalars.dropFirst())
  }
}

extension Provenance {
  /// A weight that the record may have: what nobody has confirmed only ever hints.
  func capped(_ severity: Severity) -> Severity { status == .unsourced ? .hint : severity }
}
