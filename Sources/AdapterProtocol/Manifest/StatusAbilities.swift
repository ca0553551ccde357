package import DeskModel

/// Where statuses come from.
package enum StatusModel: String, Sendable, Hashable, CaseIterable {
  /// The same everywhere.
  case fixed
  /// Each queue has its own.
  case queue
  /// The team makes them.
  case custom
}

/// How a conversation can be put to sleep.
package enum SnoozeWay: String, Sendable, Hashable, CaseIterable {
  /// Until a moment.
  case until
  /// Until the customer writes.
  case reply
}

/// A status of the backend.
package struct DeskStatus: Sendable, Hashable {
  /// The word that `status` takes.
  package var id: String
  /// The name to show, from outside.
  package var name: String
  /// What it means.
  package var category: StatusCategory
  /// The queues that have it; empty: all.
  package var queues: [QueueID]

  /// Makes it; what is not said is not there.
  package init(
    id: String, name: String, category: StatusCategory, queues: [QueueID] = []
  ) {
    self.id = id
    self.name = name
    self.category = category
    self.queues = queues
  }
}

/// Statuses and who has a conversation.
package struct StatusAbilities: Sendable, Hashable {
  /// Where statuses come from.
  package var model: StatusModel
  /// All of them.
  package var statuses: [DeskStatus]
  /// How it can be put to sleep.
  package var snooze: [SnoozeWay]
  /// Who can have it.
  package var assignees: [AssigneeKind]
  /// How many can have it at once, of one kind each.
  package var assigneesAtOnce: Int

  /// Makes it; what is not said is not there.
  package init(
    model: StatusModel, statuses: [DeskStatus], snooze: [SnoozeWay] = [], assignees: [AssigneeKind] = [],
    assigneesAtOnce: Int = 1
  ) {
    self.model = model
    self.statuses = statuses
    self.snooze = snooze
    self.assignees = assignees
    self.assigneesAtOnce = assigneesAtOnce
  }
}

extension StatusModel: WireWord {}
extension SnoozeWay: WireWord {}

extension DeskStatus: WireRecord {
  static var blank: DeskStatus { DeskStatus(id: "", name: "", category: .open) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("id", &id)
    try coder.required("name", &name)
    try coder.required("category", &category)
    try coder.usual("queues", &queues, [])
  }
}

extension StatusAbilities: WireRecord {
  static var blank: StatusAbilities { StatusAbilities(model: .fixed, statuses: []) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("model", &model)
    try coder.required("statuses", &statuses)
    try coder.usual("snooze", &snooze, [])
    try coder.usual("assignees", &assignees, [])
    try coder.usual("assigneesAtOnce", &assigneesAtOnce, 1)
  }
}
