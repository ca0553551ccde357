import DeskModel

/// Warns when a colleague is writing an answer to the same conversation just now.
///
/// Notes go out whatever others do.
package struct ColleagueWritingCheck: LastLookCheck {
  /// The rule's name.
  package let rule = "thread.colleagueWriting"

  /// Makes the check.
  package init() {}

  /// What this check has to say about a draft.
  package func findings(in draft: Draft) -> [Finding] {
    guard draft.audience != .internal, let first = draft.writers.first else { return [] }
    return [
      Finding(
        rule: rule, severity: .warn,
        messageKey: "finding.thread.colleagueWriting." + (draft.writers.count == 1 ? "one" : "many"),
        arguments: [first, String(draft.writers.count - 1)])
    ]
  }
}
