/// Names a queue of a backend.
package typealias BackendQueueID = Identifier<BackendQueue>

/// A standing selection that a backend offers, a queue or a saved search, as a console shows it.
package struct BackendQueue: Sendable, Hashable {
  /// The backend's id.
  package var id: BackendQueueID
  /// The name, in the config, of the desk that has it.
  package var desk: String
  /// What the backend calls it; from outside.
  package var name: String
  /// How many conversations it has; nil where nobody has counted.
  package var size: QueueSize?
  /// How far its conversations are known here.
  package var reading: QueueReading

  /// Makes a queue.
  package init(
    id: BackendQueueID, desk: String, name: String, size: QueueSize? = nil, reading: QueueReading = .unread
  ) {
    self.id = id
    self.desk = desk
    self.name = name
    self.size = size
    self.reading = reading
  }

  /// The most queues of one desk that are shown.
  package static let limit = 500
  /// The most Unicode scalars of a name that are kept.
  package static let nameLimit = 500
  /// The most conversations of one queue that are read.
  package static let rowLimit = 10_000
}

/// How many conversations a queue has, as far as its backend counts.
package enum QueueSize: Sendable, Hashable {
  /// So many, now.
  case exact(Int)
  /// So many or more.
  case atLeast(Int)
  /// So many a while ago.
  case about(Int)
}

/// How far the conversations of a backend's queue are known.
package enum QueueReading: Sendable, Hashable {
  /// Not read since the desk was opened: what is known is of before, or nothing.
  case unread
  /// Being read for the first time.
  case reading
  /// All of them are known.
  case whole
  /// The first `BackendQueue.rowLimit` are known.
  case part
  /// The backend does not give them; the reason is from outside.
  case failed(reason: String)
  /// There is no such queue any more.
  case gone
}
