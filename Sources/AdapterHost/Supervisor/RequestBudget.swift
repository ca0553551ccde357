package import AdapterProtocol

/// How many requests a backend still takes, and for what they are kept.
///
/// Pure: moments are milliseconds of any clock that does not go back.
package struct RequestBudget: Sendable {
  private let perMinute: Int?
  private let costs: [AdapterMethod: Int]
  /// What was spent since `windowStart`.
  private var spent = 0
  private var windowStart: Int64?
  /// What the backend has said is left, until when, less what was spent since.
  private var told: (left: Int, resetAt: Int64)?

  /// Makes the budget that a manifest tells of.
  package init(_ bounds: DeskBounds = DeskBounds()) {
    perMinute = bounds.requestsPerMinute
    costs = Dictionary(bounds.costs.map { ($0.method, $0.cost) }) { first, _ in first }
  }

  /// Milliseconds for which a call must wait; 0 when it may go now.
  ///
  /// Of what there is in a minute, three tenths are kept for what a person looks at and for sending, and one tenth for sending
  /// alone.
  package func delay(of method: AdapterMethod, _ priority: CallPriority, at now: Int64) -> Int {
    let cost = costs[method] ?? 1
    let kept = (perMinute ?? told.map { max($0.left, 10) } ?? 0) * Self.reserve(priority) / 10
    var delay: Int64 = 0
    if let told, told.resetAt > now, told.left - cost < min(kept, Self.mostKept) {
      delay = told.resetAt - now
    }
    if let perMinute, let windowStart, windowStart + 60_000 > now, perMinute - spent - cost < kept {
      delay = max(delay, windowStart + 60_000 - now)
    }
    return Int(delay)
  }

  private static let mostKept = 100

  private static func reserve(_ priority: CallPriority) -> Int {
    switch priority {
    case .sending: 0
    case .shown: 1
    case .background: 3
    }
  }

  /// Takes notice of a call that is made.
  package mutating func spend(_ method: AdapterMethod, at now: Int64) {
    let cost = costs[method] ?? 1
    if let windowStart, windowStart + 60_000 > now {
      spent += cost
    } else {
      (windowStart, spent) = (now, cost)
    }
    if let told { self.told = told.resetAt > now ? (told.left - cost, told.resetAt) : nil }
  }

  /// Takes notice of what the backend says is left.
  package mutating func note(_ left: BudgetLeft, at now: Int64) {
    told = (left.requests, now + Int64(left.resetSeconds) * 1_000)
  }

  /// Takes notice of a backend that wants to be left alone.
  package mutating func pause(seconds: Int, at now: Int64) {
    told = (0, now + Int64(min(max(1, seconds), 3_600)) * 1_000)
  }
}
