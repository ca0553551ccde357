/// When the journal is to be read on: at once, but not more often than a person can see.
struct Refreshing: Sendable {
  /// Milliseconds from one reading to the next.
  static let pause: Int64 = 50

  private var isAsked = false
  private var last = Int64.min / 2

  /// Asks for a reading.
  ///
  /// - Returns: milliseconds until it is to begin; nil when one is to come anyway.
  mutating func ask(at now: Int64) -> Int64? {
    if isAsked { return nil }
    isAsked = true
    return min(Self.pause, max(0, last + Self.pause - now))
  }

  /// Whether a reading that was asked for is to begin; it counts as begun then.
  mutating func begin(at now: Int64) -> Bool {
    guard isAsked else { return false }
    isAsked = false
    last = now
    return true
  }
}
