/// A moment: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Milliseconds since the Unix epoch; negative before it.
  package var milliseconds: Int64

  /// Makes a moment from milliseconds since the Unix epoch.
  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The end of the year 9999: the wake-up time of what sleeps until somebody wakes it.
  package static let untilWoken = Timestamp(milliseconds: 253_402_300_799_000)

  /// Orders by time.
  package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment `seconds` later (earlier when negative).
  package func adding(seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds + seconds * 1_000)
  }

  /// Whole seconds from `earlier` to this moment, rounded down; negative when it is later.
  package func seconds(since earlier: Timestamp) -> Int64 {
    (milliseconds - earlier.milliseconds).quotientFloor(1_000)
  }
}

extension Int64 {
  func quotientFloor(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
