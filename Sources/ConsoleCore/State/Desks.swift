package import DeskLink

/// Which desks there are and whether they are there, told calmly: an absence is one absence, however often its adapter
/// is started anew in between.
package struct Desks: Sendable, Hashable {
  /// Something that a person is told once.
  package enum Change: Sendable, Hashable {
    /// A desk that was away is there again.
    case isBack(String)
    /// A desk has been read for the first time.
    case isRead(String)
  }

  /// The desks, in the order in which they are told.
  package private(set) var statuses: [DeskStatus] = []

  /// Knows no desk.
  package init() {}

  /// Takes what is told: all desks.
  ///
  /// - Returns: what has changed for a person.
  /// - Complexity: O(desks²); there are few.
  mutating func take(_ told: [DeskStatus]) -> [Change] {
    var changes: [Change] = []
    let before = statuses
    statuses = told.map { status in
      guard let old = before.first(where: { $0.name == status.name }) else { return status }
      if let reason = old.away, reason != .starting {
        guard let now = status.away else {
          changes.append(.isBack(status.name))
          return status
        }
        var same = status
        same.since = min(old.since, status.since)
        if now == .starting { same.away = reason }
        return same
      }
      if old.read != nil, status.read == nil, status.away == nil { changes.append(.isRead(status.name)) }
      return status
    }
    return changes
  }

  /// Desks that are away: those that wait for a person first, then those that are away longest.
  package var away: [DeskStatus] {
    statuses.filter { $0.away != nil }.sorted { left, right in
      let (one, other) = (left.away?.needsPerson == true, right.away?.needsPerson == true)
      if one != other { return one }
      return left.since < right.since
    }
  }

  /// Whether a desk is away.
  package var isAnyAway: Bool { statuses.contains { $0.away != nil } }

  /// Desks that are there and being read for the first time.
  package var reading: [DeskStatus] { statuses.filter { $0.away == nil && $0.read != nil } }
}
