import DeskModel

/// Stops a reply in which there is nothing to read, and no file to open.
package struct EmptyTextCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "text.empty"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.fileCount == 0 else { return [] }
    let isEmpty = draft.text.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || InvisibleTextCheck.isInvisible(scalar)
        || scalar.properties.isVariationSelector || scalar.properties.isJoinControl
    }
    guard isEmpty else { return [] }
    return [
      Finding(
        rule: rule, severity: .error, range: 0..<draft.text.utf8.count, messageKey: "finding.text.empty")
    ]
  }
}
