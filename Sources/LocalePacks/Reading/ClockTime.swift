/// Times of day as packs write them.
package enum ClockTime {
  /// A time of day such as `07:30` for minutes since midnight, 0...1440; the end of the day is `24:00`.
  package static func text(minutes: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
