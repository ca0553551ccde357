package import DeskModel

/// A reply of the agent's with what the console's checks found in it.
package struct ReplyFacts: Sendable, Hashable {
  /// As it was sent.
  package var text: String
  /// What was found in it, by `group.rule`.
  package var findings: [Finding]
  /// Whether it was made from an answer of the set.
  package var usesAnswer: Bool

  /// Something found.
  package struct Finding: Sendable, Hashable {
    /// `group.rule`.
    package var rule: String
    /// How much it weighs.
    package var severity: Severity
    /// What is wrong, as the console said it.
    package var sentence: String

    /// Makes a finding.
    package init(rule: String, severity: Severity, sentence: String = "") {
      self.rule = rule
      self.severity = severity
      self.sentence = sentence
    }
  }

  /// Makes the facts of a reply.
  package init(text: String, findings: [Finding] = [], usesAnswer: Bool = false) {
    self.text = text
    self.findings = findings
    self.usesAnswer = usesAnswer
  }

  /// Whether the last look lets nobody send it: only a request for access has a deliberate key.
  package var isStopped: Bool {
    findings.contains { $0.severity == .error && $0.rule != "credential.ask" }
  }

  /// Whether a finding is of a rule, `group.rule` or `group.*`; hints count, for who asks by name knows what they are.
  func isWarned(of rule: String) -> Bool {
    findings.contains { finding in
      rule.hasSuffix("*") ? finding.rule.hasPrefix(rule.dropLast()) : finding.rule == rule
    }
  }
}
