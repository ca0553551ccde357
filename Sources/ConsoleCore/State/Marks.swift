package import DeskModel

/// Conversations that the person has marked, to act on all of them at once.
///
/// By id: a mark stays on its conversation wherever the queue puts it.
package struct Marks: Sendable, Hashable {
  /// The most conversations that are marked at once.
  package static let limit = 500

  /// The marked conversations as the queue told them last, in the order in which they were marked.
  package private(set) var summaries: [ConversationSummary] = []
  private var places: [ConversationID: Int] = [:]

  /// Makes an empty set.
  package init() {}

  /// How many are marked.
  package var count: Int { summaries.count }
  /// Whether none is marked.
  package var isEmpty: Bool { summaries.isEmpty }
  /// Whether a conversation is marked.
  package func contains(_ id: ConversationID) -> Bool { places[id] != nil }

  /// Marks conversations that are not marked yet, as far as there is room.
  ///
  /// - Returns: whether all of them are marked now.
  @discardableResult
  package mutating func add(_ rows: [ConversationSummary]) -> Bool {
    for row in rows where places[row.id] == nil {
      guard count < Self.limit else { return false }
      places[row.id] = count
      summaries.append(row)
    }
    return true
  }

  /// Takes the mark off a conversation.
  ///
  /// - Complexity: O(marks).
  package mutating func remove(_ id: ConversationID) {
    guard places[id] != nil else { return }
    let rest = summaries.filter { $0.id != id }
    self = Marks()
    add(rest)
  }

  /// Takes what the queue tells now of conversations that are marked.
  package mutating func update(_ rows: [ConversationSummary]) {
    guard !isEmpty else { return }
    for row in rows {
      if let place = places[row.id] { summaries[place] = row }
    }
  }
}
