/// All queues of the desk.
package struct QueueList: Sendable, Hashable {
  /// The queues, in the backend's order.
  package var queues: [DeskQueue]

  /// Makes a list.
  package init(_ queues: [DeskQueue]) { self.queues = queues }
}

/// Whom a conversation can be given to.
package struct AssigneeList: Sendable, Hashable {
  /// Agents, teams and bots.
  package var assignees: [Assignee]

  /// Makes a list.
  package init(_ assignees: [Assignee]) { self.assignees = assignees }
}

extension QueueList: WireRecord {
  static var blank: QueueList { QueueList([]) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("queues", &queues)
  }
}

extension AssigneeList: WireRecord {
  static var blank: AssigneeList { AssigneeList([]) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("assignees", &assignees)
  }
}
