/// When a desk is open: spans of each weekday in its own time zone, and days on which it stays closed.
///
/// The zone comes in as a function from a moment to the seconds east of UTC, so that a day may have 23 or 25 hours:
/// open time is real time, and a span that the clock skips is not open. A local time that comes twice
/// counts where it comes first; one that does not exist counts as the moment of the change.
package struct BusinessHours: Sendable, Hashable {
  /// Open spans by weekday (0 for Monday), in minutes after midnight, 0...1440; in order, apart.
  package let days: [[Range<Int>]]
  /// Days since 1970-01-01 that are closed.
  package let closed: Set<Int>

  /// Days that are looked at until open time is found: a desk closed for longer counts as open then.
  package static let horizon = 3_660

  /// Makes hours; nil unless there are seven days, the spans are in order and apart, and some day is open.
  package init?(days: [[Range<Int>]], closed: Set<Int> = []) {
    guard days.count == 7, days.contains(where: { !$0.isEmpty }) else { return nil }
    for spans in days {
      var last = 0
      for span in spans {
        guard span.lowerBound >= last, !span.isEmpty, span.upperBound <= 1_440 else { return nil }
        last = span.upperBound
      }
    }
    self.days = days
    self.closed = closed
  }

  /// Seconds of an open week by the clock.
  package var week: Int64 { days.joined().reduce(0) { $0 + Int64($1.count) * 60 } }

  /// Seconds of a working day: the mean of the days that are open, in whole minutes.
  package var day: Int64 {
    let open = Int64(days.count { !$0.isEmpty })
    return week / open / 60 * 60
  }

  /// The moment at which `seconds` of open time (0 or more) have passed since another one.
  ///
  /// No time passes while the desk is closed; 0 seconds are over at once.
  /// - Complexity: O(days between).
  package func adding(
    seconds: Int64, to moment: Timestamp, offset: (Timestamp) -> Int
  ) -> Timestamp {
    var left = max(0, seconds) * 1_000
    guard left > 0 else { return moment }
    let first = CivilTime(moment, offsetSeconds: offset(moment)).daysSinceEpoch
    for day in first..<first + Self.horizon {
      for span in spans(of: day) {
        let start = max(Self.moment(day, span.lowerBound, offset), moment.milliseconds)
        let length = Self.moment(day, span.upperBound, offset) - start
        if length <= 0 { continue }
        if length >= left { return Timestamp(milliseconds: start + left) }
        left -= length
      }
    }
    return moment.adding(seconds: seconds)
  }

  /// Seconds of open time between two moments, rounded down; 0 when the second is not later.
  ///
  /// - Complexity: O(days between).
  package func seconds(from: Timestamp, to: Timestamp, offset: (Timestamp) -> Int) -> Int64 {
    guard from < to else { return 0 }
    let first = CivilTime(from, offsetSeconds: offset(from)).daysSinceEpoch
    let last = CivilTime(to, offsetSeconds: offset(to)).daysSinceEpoch
    var total: Int64 = 0
    for day in first...max(first, last) {
      for span in spans(of: day) {
        let start = max(Self.moment(day, span.lowerBound, offset), from.milliseconds)
        let end = min(Self.moment(day, span.upperBound, offset), to.milliseconds)
        total += max(0, end - start)
      }
    }
    return total / 1_000
  }

  private func spans(of day: Int) -> [Range<Int>] {
    // 1970-01-01 was a Thursday.
    closed.contains(day) ? [] : days[((day + 3) % 7 + 7) % 7]
  }

  /// Milliseconds of the first moment whose local time is a minute of a day, or later.
  private static func moment(_ day: Int, _ minute: Int, _ offset: (Timestamp) -> Int) -> Int64 {
    let local = Int64(day) * 86_400 + Int64(minute) * 60
    func offsetAt(_ seconds: Int64) -> Int64 { Int64(offset(Timestamp(milliseconds: seconds * 1_000))) }
    let (before, after) = (offsetAt(local - 86_400), offsetAt(local + 86_400))
    let early = local - before
    if before == after || offsetAt(early) == before { return early * 1_000 }
    let late = local - after
    // Twice there: the first was not the old time's. Not there at all: the clock was put forward between.
    if after < before || offsetAt(late) == after { return late * 1_000 }
    var (low, high) = (late, early)
    while low < high {
      let middle = low + (high - low) / 2
      if offsetAt(middle) == after { high = middle } else { low = middle + 1 }
    }
    return low * 1_000
  }
}
