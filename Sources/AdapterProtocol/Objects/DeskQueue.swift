import DeskModel

/// Who made a queue.
package enum QueueSource: String, Sendable, Hashable, CaseIterable {
  /// The backend's own.
  case builtIn
  /// A search that somebody has saved.
  case saved
}

/// A standing selection of conversations on the backend.
package struct DeskQueue: Sendable, Hashable {
  /// The backend's id.
  package var id: QueueID
  /// The name to show, from outside.
  package var name: String
  /// Who made it.
  package var source: QueueSource
  /// How many conversations it has.
  package var total: Total

  /// Makes a queue.
  package init(id: QueueID, name: String, source: QueueSource = .builtIn, total: Total = .unknown) {
    self.id = id
    self.name = name
    self.source = source
    self.total = total
  }
}

extension QueueSource: WireWord {}

extension DeskQueue: WireRecord {
  static var blank: DeskQueue { DeskQueue(id: "", name: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("id", &id)
    try coder.required("name", &name)
    try coder.usual("source", &source, .builtIn)
    try coder.usual("total", &total, .unknown)
  }
}
