package import DeskModel
import TextLayout

/// A moment as a person types it, and what was typed after it.
///
/// `45m`, `3h`, `2d`, `1w`, `1h30m` from now; `14:30` today, or tomorrow when that has passed; `today 18:00`;
/// `tomorrow`, `mon`, `2026-03-05`, each with a time or at nine in the morning. A weekday is the next one, never today.
/// Days and clocks are those of the zone given by an offset; it is taken to hold on the day meant, too.
package struct TypedMoment: Sendable, Hashable {
  /// Why there is no moment in a text.
  package enum Problem: Error, Sendable, Hashable {
    /// Nothing was typed.
    case empty
    /// The text does not begin with a moment.
    case notUnderstood
    /// There is no such day or time: 30 February, 25:00.
    case noSuchTime
    /// The moment has passed.
    case past(Timestamp)
    /// It is more than five years away.
    case tooFar
  }

  /// The words for days and spans, in the language of the console, in lower case.
  package struct Vocabulary: Sendable, Hashable {
    var today: [String]
    var tomorrow: [String]
    /// Monday first; a longer form of the word is understood as well.
    var weekdays: [[String]]
    var minutes: [String]
    var hours: [String]
    var days: [String]
    var weeks: [String]

    /// Takes the words from a catalogue: several for one thing are parted by blanks.
    package init(_ words: Words) {
      func list(_ key: String) -> [String] {
        words(key).string.lowercased().split(separator: " ").map(String.init)
      }
      today = list("typed.today")
      tomorrow = list("typed.tomorrow")
      weekdays = (0..<7).map { list("typed.weekday.\($0)") }
      minutes = list("typed.minutes")
      hours = list("typed.hours")
      days = list("typed.days")
      weeks = list("typed.weeks")
    }
  }

  /// The hour that a day without a time stands for.
  static let morning = 9
  /// The furthest moment, in days from now.
  static let furthestDays = 5 * 366

  /// The moment; always later than now.
  package var at: Timestamp
  /// What was typed after it, trimmed.
  package var rest: String

  /// Reads a text that begins with a moment.
  ///
  /// - Complexity: O(text).
  package init(
    _ text: String, now: Timestamp, utcOffset: Int, _ vocabulary: Vocabulary
  ) throws(Problem) {
    var pieces = text.split(whereSeparator: \.isWhitespace)[...]
    guard let first = pieces.popFirst() else { throw .empty }
    let word = first.lowercased()
    if let span = try Self.span(word, vocabulary) {
      at = Timestamp(milliseconds: now.milliseconds + span * 1_000)
    } else {
      let clock = Self.Clock(now, utcOffset)
      var day: Int
      var time = try Self.time(word)
      if time != nil {
        day = clock.today
      } else {
        day = try clock.day(word, vocabulary)
        if let next = pieces.first {
          time = try Self.time(next.lowercased())
          if time != nil { pieces.removeFirst() }
        }
      }
      let isToday = vocabulary.today.contains(word)
      // Today's morning is not what anybody means by "today".
      guard time != nil || !isToday else { throw .notUnderstood }
      var moment = clock.moment(day: day, minutes: time ?? Self.morning * 60)
      if moment <= now, day == clock.today, !isToday, !word.contains("-") {
        day += 1
        moment = clock.moment(day: day, minutes: time ?? Self.morning * 60)
      }
      at = moment
    }
    rest = pieces.joined(separator: " ")
    guard at > now else { throw .past(at) }
    guard at.seconds(since: now) <= Int64(Self.furthestDays) * 86_400 else { throw .tooFar }
  }

  /// Days of a zone.
  private struct Clock {
    let now: CivilTime
    let offset: Int

    init(_ now: Timestamp, _ offset: Int) {
      self.now = CivilTime(now, offsetSeconds: offset)
      self.offset = offset
    }

    var today: Int { now.daysSinceEpoch }

    func moment(day: Int, minutes: Int) -> Timestamp {
      Timestamp(milliseconds: (Int64(day) * 86_400 + Int64(minutes) * 60 - Int64(offset)) * 1_000)
    }

    /// The day that a word means, in days since the epoch.
    func day(_ word: String, _ vocabulary: Vocabulary) throws(Problem) -> Int {
      if vocabulary.today.contains(word) { return today }
      if vocabulary.tomorrow.contains(word) { return today + 1 }
      if let weekday = vocabulary.weekdays.firstIndex(where: { $0.contains(word) }) {
        let distance = (weekday - now.weekday + 7) % 7
        return today + (distance == 0 ? 7 : distance)
      }
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      let lengths = parts.map(\.utf8.count)
      guard parts.count == 3, parts.allSatisfy({ TypedMoment.number($0) != nil }), lengths[0] == 4,
        lengths[1] <= 2, lengths[2] <= 2
      else { throw .notUnderstood }
      let (year, month, day) = (
        TypedMoment.number(parts[0]) ?? 0, TypedMoment.number(parts[1]) ?? 0,
        TypedMoment.number(parts[2]) ?? 0
      )
      guard (1...12).contains(month), (1...31).contains(day) else { throw .noSuchTime }
      let moment = Timestamp(
        milliseconds: Int64(CivilTime.days(year: year, month: month, day: day)) * 86_400_000)
      let read = CivilTime(moment)
      // 31 April would be 1 May.
      guard read.month == month, read.day == day else { throw .noSuchTime }
      return read.daysSinceEpoch
    }
  }

  /// Digits only, at most six of them.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.count <= 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  /// Minutes of the day for `9:00`; nil when it is no time.
  private static func time(_ word: String) throws(Problem) -> Int? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hour = number(parts[0]), let minute = number(parts[1]),
      parts[0].utf8.count <= 2, parts[1].utf8.count == 2
    else { return nil }
    guard hour < 24, minute < 60 else { throw .noSuchTime }
    return hour * 60 + minute
  }

  /// Seconds for `1h30m`; nil when it is no span.
  private static func span(_ word: String, _ vocabulary: Vocabulary) throws(Problem) -> Int64? {
    var rest = word[...]
    var seconds: Int64 = 0
    guard rest.first?.isNumber == true else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      let unit = String(rest.dropFirst(digits.count).prefix { !$0.isNumber })
      guard !digits.isEmpty, !unit.isEmpty else { return nil }
      let factors: [(names: [String], seconds: Int64)] = [
        (vocabulary.minutes, 60), (vocabulary.hours, 3_600), (vocabulary.days, 86_400),
        (vocabulary.weeks, 7 * 86_400),
      ]
      guard let factor = factors.first(where: { $0.names.contains(unit) })?.seconds else { return nil }
      guard let number = number(digits) else { throw .tooFar }
      seconds += Int64(number) * factor
      rest = rest.dropFirst(digits.count + unit.count)
    }
    return seconds
  }
}
