/// A holiday of the customer's country that a pack has something to say about.
package struct HolidayNotice: Sendable, Hashable {
  /// What the pack says.
  package let rule: HolidayRule
  /// The feast's name in the country's language.
  package let name: String
  /// The day on which it begins, as days since 1970-01-01.
  package let start: Int
  /// The last of its days in a row.
  package let end: Int
  /// Whether that is an estimate: say "about".
  package let isEstimated: Bool

  /// What is on, on a day given as days since 1970-01-01: within each holiday's window around its days.
  ///
  /// - Complexity: O(rules · days of the table).
  package static func notices(on day: Int, _ pack: LocalePack, _ table: HolidayTable) -> [HolidayNotice] {
    notices(pack, table) { span, rule in
      (span.lowerBound - rule.before...max(span.upperBound, span.lowerBound + rule.after)).contains(day)
    }
  }

  /// What begins within some days after a day, the next first; what is on already is left out.
  ///
  /// - Complexity: O(rules · days of the table).
  package static func upcoming(
    after day: Int, within days: Int, _ pack: LocalePack, _ table: HolidayTable
  ) -> [HolidayNotice] {
    notices(pack, table) { span, rule in
      let first = span.lowerBound - rule.before
      return first > day && first <= day + days
    }
  }

  /// Whether good cheer would hurt on a day: the feast itself is on, and it is solemn.
  package func isSolemn(on day: Int) -> Bool { rule.tone == .solemn && (start...end).contains(day) }

  private static func notices(
    _ pack: LocalePack, _ table: HolidayTable, where isWanted: (ClosedRange<Int>, HolidayRule) -> Bool
  ) -> [HolidayNotice] {
    pack.holidays.filter { $0.countries.isEmpty || $0.countries.contains(table.country) }.flatMap { rule in
      guard let holiday = table[rule.id] else { return [HolidayNotice]() }
      return holiday.spans.filter { isWanted($0, rule) }.map { span in
        HolidayNotice(
          rule: rule, name: holiday.name, start: span.lowerBound, end: span.upperBound,
          isEstimated: holiday.isEstimated(span.lowerBound))
      }
    }.sorted { ($0.start, $0.rule.id) < ($1.start, $1.rule.id) }
  }
}
