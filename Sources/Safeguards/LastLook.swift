import DeskModel

/// One thing that is looked at before a reply goes out.
///
/// A new check is one file with one small type, one test file with texts that it must catch and texts
/// that it must leave alone, its sentences in the catalogue, and one line in `LastLook.standardChecks`.
/// A check is pure: what it needs to know is in the draft, or given to its initialiser.
package protocol LastLookCheck: Sendable {
  /// The rule's name, `group.rule`; findings bear it, a name with the same group, or names that the check documents.
  var rule: String { get }

  /// What there is to say about a draft, in any order; nothing for most drafts.
  func findings(in draft: Draft) -> [Finding]
}

/// The last look at a reply between Enter and the wire.
package enum LastLook {
  /// The checks that the console and `sapa check` run.
  package static var standardChecks: [any LastLookCheck] {
    [
      EmptyTextCheck(),
      UnfilledPlaceholderCheck(),
      MaskedSecretCheck(),
      EmptyAddressCheck(),
      InvisibleTextCheck(),
      ThreadMovedOnCheck(),
      ColleagueWritingCheck(),
      AudienceChangedCheck(),
      AudienceMismatchCheck(),
    ]
  }

  /// Those of them that look at the text as it is written, and not at what others do meanwhile.
  package static var liveChecks: [any LastLookCheck] {
    [UnfilledPlaceholderCheck(), MaskedSecretCheck(), InvisibleTextCheck(), AudienceMismatchCheck()]
  }

  /// All findings about a draft: errors first, then by place, then by rule.
  ///
  /// - Complexity: O(text + thread) for the standard checks.
  package static func judge(
    _ draft: Draft, checks: [any LastLookCheck] = LastLook.standardChecks
  ) -> [Finding] {
    sorted(checks.flatMap { $0.findings(in: draft) })
  }

  /// Findings in the order in which they are told: errors first, then by place, then by rule.
  package static func sorted(_ findings: [Finding]) -> [Finding] {
    findings.sorted { left, right in
      if left.severity != right.severity { return left.severity < right.severity }
      if left.start != right.start { return left.start < right.start }
      if left.end != right.end { return left.end < right.end }
      return left.rule < right.rule
    }
  }
}
