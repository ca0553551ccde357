import DeskModel

extension DeskState {
  /// From what a policy makes the deadline of a row.
  func facts(_ row: UInt32) -> DueFacts {
    let bits = load(UInt32.self, row, RowField.dueFlags)
    let given = moment(row, RowField.given)
    return DueFacts(
      given: given.flatMap { at in
        RowField.kind(UInt8(truncatingIfNeeded: bits)).map { Deadline(at: at, kind: $0) }
      },
      waitingSince: moment(row, RowField.waitingSince), startedAt: moment(row, RowField.startedAt),
      isResolved: isResolved(row),
      isVIP: load(UInt8.self, row, RowField.flags) & RowField.flagVIP != 0,
      hasAnswer: bits & RowField.dueFlagAnswered != 0, hasReplyDeadline: bits & RowField.dueFlagReply != 0,
      hasResolutionDeadline: bits & RowField.dueFlagResolution != 0)
  }

  func isResolved(_ row: UInt32) -> Bool {
    load(UInt8.self, row, RowField.category) == RowField.category(.resolved)
  }

  /// `ConversationSummary.isDone` of a row.
  func isDone(_ row: UInt32) -> Bool {
    isResolved(row)
      && RowField.kind(load(UInt8.self, row, RowField.flags) >> RowField.dueKindShift) != .access
  }

  /// Gives all rows the deadlines of the policy and makes the orders anew.
  ///
  /// - Complexity: O(n log n).
  mutating func reckonDeadlines() {
    for row in 0..<UInt32(truncatingIfNeeded: count) { reckon(row) }
    rebuildOrders(asOf: orders.asOf)
  }

  /// Goes on under another policy.
  ///
  /// - Complexity: O(n log n).
  mutating func take(_ policy: DeskPolicy) {
    guard policy.hash != self.policy.hash else { return }
    set(policy)
    reckonDeadlines()
  }
}
