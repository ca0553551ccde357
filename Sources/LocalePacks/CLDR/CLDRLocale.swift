/// The marks of quotation of a locale.
package struct CLDRQuotes: Sendable, Hashable {
  /// Before and after what is quoted.
  package let open: String, close: String
  /// Before and after what is quoted within a quotation.
  package let nestedOpen: String, nestedClose: String
}

/// A part of the day that a language has a word for.
package struct CLDRDayPeriod: Sendable, Hashable {
  /// CLDR's id: `morning1`, `night2`.
  package let id: String
  /// Minutes after midnight at which it begins, 0...1439.
  package let from: Int
  /// Minutes after midnight at which it is over, 1...1440; one not after `from` is of the next day.
  package let before: Int

  /// Whether a minute after midnight (0...1439) is in the period.
  package func contains(minute: Int) -> Bool {
    from < before ? (from..<before).contains(minute) : minute >= from || minute < before
  }
}

/// Whether the given name or the surname comes first.
package enum CLDRNameOrder: String, Sendable, Hashable {
  case givenFirst, surnameFirst
}

/// How a locale puts names together, and how CLDR would address a person.
///
/// The patterns are CLDR's `addressing` in the language's own order, with its fields in braces, such as
/// `{title} {surname}`. CLDR itself says that they do not settle which term of address is right.
package struct CLDRNameStyle: Sendable, Hashable {
  /// The order of names in the language itself.
  package let order: CLDRNameOrder
  /// Between the parts of a name of the language itself; empty in Chinese, Japanese and Korean.
  package let space: String
  /// Between the parts of a foreign name.
  package let foreignSpace: String
  /// Addressing patterns of medium length, CLDR's default.
  package let formal: String, informal: String
  /// Addressing patterns of short length.
  package let formalShort: String, informalShort: String
}

/// What CLDR says of a locale, with what it inherits.
package struct CLDRLocale: Sendable, Hashable {
  /// The locale of the file that was found: the one asked for, or the nearest of its parents.
  package let tag: LocaleTag
  /// The script, four letters; nil for the root.
  package let script: String?
  /// Whether lines run from right to left.
  package let isRightToLeft: Bool
  /// Marks of quotation.
  package let quotes: CLDRQuotes
  /// Numbers and money.
  package let numbers: NumberStyle
  /// Plural rules.
  package let plurals: PluralRules
  /// CLDR's sample numbers of each plural category, as `PluralSamples` reads them.
  package let pluralSamples: [PluralCategory: PluralSamples]
  /// Parts of the day by their beginning; some languages leave hours out.
  package let dayPeriods: [CLDRDayPeriod]
  /// Names of persons.
  package let names: CLDRNameStyle
}
