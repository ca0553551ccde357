/// Spans of time as people type them: `45m`, `2h`, `3d`, `1w`, `1h30m`.
///
/// Units are `w`, `d`, `h`, `m` and `s` in either case, each at most once, the larger first.
package struct TimeSpan: Sendable, Hashable {
  /// What a person is told to type.
  package static let example = "a span such as 45m, 2h, 3d, 1w or 1h30m"

  /// Seconds in a day and in a week, where those are not what the calendar says: working days.
  package struct Units: Sendable, Hashable {
    /// Seconds of a day.
    package var day: Int64
    /// Seconds of a week.
    package var week: Int64

    /// Makes units.
    package init(day: Int64, week: Int64) {
      self.day = day
      self.week = week
    }

    /// Days of 24 hours, weeks of seven days.
    package static let calendar = Units(day: 86_400, week: 604_800)

    fileprivate func seconds(of unit: UInt8) -> Int64 {
      switch unit {
      case UInt8(ascii: "w"): week
      case UInt8(ascii: "d"): day
      case UInt8(ascii: "h"): 3_600
      case UInt8(ascii: "m"): 60
      default: 1
      }
    }
  }

  /// Why a text is no span.
  package enum Failure: Error, Sendable, Hashable {
    /// It ends where a number or a unit is still to come, as `1` or `1h30`.
    case unfinished
    /// It is something else, or too long to count.
    case wrong
  }

  private static let letters = Array("wdhms".utf8)

  /// Reads a span.
  ///
  /// - Returns: seconds.
  /// - Complexity: O(bytes).
  package static func seconds(
    in text: String, units: Units = .calendar
  ) throws(Failure) -> Int64 {
    var total: Int64 = 0
    var number: Int64?
    var used = 0
    for byte in text.utf8 {
      if (0x30...0x39).contains(byte) {
        let (tens, isOver) = (number ?? 0).multipliedReportingOverflow(by: 10)
        let (sum, isOverToo) = tens.addingReportingOverflow(Int64(byte - 0x30))
        guard !isOver, !isOverToo else { throw .wrong }
        number = sum
        continue
      }
      guard let count = number, let place = letters.firstIndex(of: byte | 0x20), place >= used else {
        throw .wrong
      }
      let (span, isOver) = count.multipliedReportingOverflow(by: units.seconds(of: letters[place]))
      let (sum, isOverToo) = total.addingReportingOverflow(span)
      guard !isOver, !isOverToo else { throw .wrong }
      total = sum
      number = nil
      used = place + 1
    }
    guard number == nil, used > 0 else { throw .unfinished }
    return total
  }

  /// Writes a span of 0 seconds or more in the shortest way: `1h30m`, `0m`.
  package static func text(seconds: Int64) -> String {
    var rest = max(0, seconds)
    var result = ""
    for letter in letters {
      let unit = Units.calendar.seconds(of: letter)
      if rest >= unit { result += "\(rest / unit)\(Character(Unicode.Scalar(letter)))" }
      rest %= unit
    }
    return result.isEmpty ? "0m" : result
  }
}
