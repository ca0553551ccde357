import DeskModel

/// Points at marks that stand for secrets in a draft that somebody else will read.
///
/// They come into a reply by quoting, or with a draft that was brought back after a crash: what was masked there is gone.
package struct MaskedSecretCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "secret.masked"

  /// Makes the check.
  package init() {}

  /// A mark is not longer, in characters.
  private static let limit = 40

  /// What this check has to say about a draft.
  ///
  /// - Complexity: O(text).
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal, draft.text.contains("‹") else { return [] }
    var findings: [Finding] = []
    var rest = draft.text[...]
    while let start = rest.firstIndex(of: "‹") {
      rest = rest[rest.index(after: start)...]
      guard let end = rest.prefix(Self.limit).firstIndex(of: "›"), Self.isMark(rest[..<end]) else { continue }
      let text = draft.text
      let from = text.utf8.distance(from: text.startIndex, to: start)
      let to = text.utf8.distance(from: text.startIndex, to: text.index(after: end))
      findings.append(
        Finding(
          rule: rule, severity: .warn, range: from..<to, messageKey: "finding.secret.masked",
          arguments: [String(text[start...end])]))
      rest = rest[end...]
    }
    return findings
  }

  private static func isMark(_ inner: Substring) -> Bool {
    MaskedText.names.contains { inner.hasPrefix($0.text) }
      && (inner.contains("••••") || inner.hasSuffix("removed"))
  }
}
