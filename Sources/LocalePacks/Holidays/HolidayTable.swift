import DeskModel

/// A feast, or a day of mourning, of a country.
package struct Holiday: Sendable, Hashable {
  /// The feast's id, the same in every country: `eid-al-fitr`.
  package let id: String
  /// Its name in the country's language.
  package let name: String
  /// Whether it is a public holiday in the whole country.
  package let isPublic: Bool
  /// Its days by year, as days since 1970-01-01, in order.
  ///
  /// Days in a row are one feast; after a gap another begins: two Ramadans began in 2030.
  package let days: [Int: [Int]]
  /// Years whose days may move by one, as with a moon that has not been seen yet.
  package let estimated: Set<Int>
  /// Years of the table without a day.
  package let absent: Set<Int>
}

/// The holidays of one country.
package struct HolidayTable: Sendable, Hashable {
  /// The years that every table covers.
  package static let years = 2024...2030

  /// The country, two upper-case letters.
  package let country: String
  /// Where the dates come from.
  package let source: String
  /// The SPDX id of the licence.
  package let licence: String
  /// The holidays.
  package let holidays: [Holiday]

  /// Reads the bytes of `Locales/holidays/<CC>.json5`; `file` is its name for messages.
  ///
  /// - Throws: `LocaleDataError` with the place in the text, or with the path of the field.
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8], file: String) throws(LocaleDataError) {
    let top = try DataField(bytes, file: file)
    country = try top["country"].string()
    guard country.utf8.count == 2, country.utf8.allSatisfy({ (0x41...0x5A).contains($0) }) else {
      throw top["country"].fail("two upper-case letters")
    }
    source = try top["source"].string()
    licence = try top["licence"].string()
    var holidays: [Holiday] = []
    var ids: Set<String> = []
    for field in try top["days"].elements() {
      let holiday = try Self.holiday(field)
      guard ids.insert(holiday.id).inserted else {
        throw field["id"].fail("there once; \(holiday.id) stands twice")
      }
      holidays.append(holiday)
    }
    self.holidays = holidays
  }

  /// The holiday of an id.
  ///
  /// - Complexity: O(holidays).
  package subscript(id: String) -> Holiday? { holidays.first { $0.id == id } }

  // MARK: - Reading

  private static func holiday(_ field: DataField) throws(LocaleDataError) -> Holiday {
    let id = try field["id"].string()
    guard isKebab(id) else { throw field["id"].fail("lower-case words with hyphens") }
    var days: [Int: [Int]] = [:]
    for (key, dates) in try field["dates"].members() {
      let year = try year(key, dates)
      var list: [Int] = []
      for element in try dates.elements() {
        guard let date = date(try element.string()), date.year == year,
          list.last.map({ $0 < date.day }) ?? true
        else {
          throw element.fail("a date of \(key) as YYYY-MM-DD, after the one before it")
        }
        list.append(date.day)
      }
      guard !list.isEmpty else { throw dates.fail("one date or more") }
      days[year] = list
    }
    let absent = try years(field, "absent")
    guard absent == Set(Self.years).subtracting(days.keys) else {
      throw field["absent"].fail("the years that dates lacks")
    }
    let estimated = try years(field, "estimated")
    guard estimated.isSubset(of: days.keys) else { throw field["estimated"].fail("years of dates") }
    return Holiday(
      id: id, name: try field["name"].string(), isPublic: try field["public"].bool(), days: days,
      estimated: estimated, absent: absent)
  }

  private static func years(_ field: DataField, _ key: String) throws(LocaleDataError) -> Set<Int> {
    var result: Set<Int> = []
    for element in try field.optional(key)?.elements() ?? [] {
      result.insert(try year(try element.string(), element))
    }
    return result
  }

  private static func year(_ text: String, _ field: DataField) throws(LocaleDataError) -> Int {
    guard let year = Int(text), years.contains(year) else {
      throw field.fail("of a year from \(years.lowerBound) to \(years.upperBound)")
    }
    return year
  }

  private static func isKebab(_ text: String) -> Bool {
    text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { word in
      !word.isEmpty && word.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
  }

  /// The year and the day since 1970-01-01 of `YYYY-MM-DD`; nil for a date that no calendar has.
  private static func date(_ text: String) -> (year: Int, day: Int)? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2], let year = Int(parts[0]),
      let month = Int(parts[1]),
      let day = Int(parts[2]), (1...12).contains(month), (1...31).contains(day)
    else { return nil }
    let number = CivilTime.days(year: year, month: month, day: day)
    let back = CivilTime(Timestamp(milliseconds: Int64(number) * 86_400_000))
    return back.month == month && back.day == day ? (year, number) : nil
  }
}

extension Holiday {
  /// Whether the date of a day of the holiday, given as days since 1970-01-01, is an estimate.
  package func isEstimated(_ day: Int) -> Bool {
    estimated.contains(CivilTime(Timestamp(milliseconds: Int64(day) * 86_400_000)).year)
  }

  /// The feasts of all years: the runs of days in a row.
  ///
  /// - Complexity: O(n log n) in the number of days.
  package var spans: [ClosedRange<Int>] {
    var spans: [ClosedRange<Int>] = []
    for day in days.values.joined().sorted() {
      if let last = spans.last, last.upperBound + 1 == day {
        spans[spans.count - 1] = last.lowerBound...day
      } else {
        spans.append(day...day)
      }
    }
    return spans
  }
}
