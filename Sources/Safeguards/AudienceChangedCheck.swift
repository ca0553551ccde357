import DeskModel

/// Warns when a text that was begun as an internal note would go to the customer or the world.
package struct AudienceChangedCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "audience.changed"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.wasNote, draft.audience != .internal else { return [] }
    return [Finding(rule: rule, severity: .warn, messageKey: "finding.audience.changed")]
  }
}
