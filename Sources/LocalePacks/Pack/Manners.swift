/// The manners of one locale, ready for use: its pack, what tells languages, and the country's holidays.
package struct Manners: Sendable {
  private let edition: Int
  /// The pack, with its parents' records.
  package let pack: LocalePack
  /// What tells the languages of all packs apart.
  package let languages: LanguageIdentifier
  /// How the locale sets its texts.
  package let style: TypographyStyle
  /// Nil when no country is known, or none of whose holidays we have a table.
  package let holidays: HolidayTable?

  /// Makes them.
  ///
  /// `edition` tells one reading of the files from another: manners of one locale and edition are equal.
  package init(
    edition: Int, pack: LocalePack, languages: LanguageIdentifier, locale: CLDRLocale, holidays: HolidayTable?
  ) {
    self.edition = edition
    self.pack = pack
    self.languages = languages
    style = TypographyStyle(locale, pack.typography)
    self.holidays = holidays
  }

  /// What the pack has to say about a draft on a day, given as days since 1970-01-01 where the customer is.
  ///
  /// - Complexity: O(text + customer's text).
  package func findings(in draft: PackDraft, on day: Int) -> [PackFinding] {
    var draft = draft
    let solemn = notices(on: day).filter { $0.isSolemn(on: day) }
    let told = solemn.first { $0.rule.audience == .all } ?? solemn.first
    draft.solemnDay = told?.name
    draft.isSolemnForAll = told?.rule.audience == .all
    return PackChecks.findings(in: draft, pack, languages)
      + TypographyFindings.findings(in: draft.text, style)
  }

  /// The holidays that are on, on a day given as days since 1970-01-01 where the customer is; empty without a table.
  package func notices(on day: Int) -> [HolidayNotice] {
    holidays.map { HolidayNotice.notices(on: day, pack, $0) } ?? []
  }

  /// The holidays whose notice begins within `days` days after a day, given as days since 1970-01-01; the next first.
  package func upcoming(after day: Int, within days: Int) -> [HolidayNotice] {
    holidays.map { HolidayNotice.upcoming(after: day, within: days, pack, $0) } ?? []
  }
}

extension Manners: Hashable {
  /// Compares edition and locale alone, so that equality costs O(1).
  package static func == (left: Manners, right: Manners) -> Bool {
    left.edition == right.edition && left.pack.tag == right.pack.tag
  }

  /// Feeds what `==` compares.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(edition)
    hasher.combine(pack.tag)
  }
}
