package import LocalePacks

/// All answers, ready for choosing and filling in: the set, the search over it, and how locales write values.
package struct AnswerLibrary: Sendable {
  /// Differs when the bytes of any file differ.
  package let edition: Int
  /// The answers.
  package let set: TemplateSet
  /// The search over them.
  package let index: AnswerIndex
  /// Tells what customers typically ask from what somebody should answer by hand.
  package let typical: TypicalQuestions
  private let cldr: CLDRExtract
  private let dates: CLDRDates

  /// Makes a library.
  ///
  /// - Complexity: O(texts).
  package init(_ files: [TemplateFile], cldr: CLDRExtract, dates: CLDRDates) {
    var hasher = Hasher()
    for file in files { hasher.combine(file) }
    self.init(TemplateSet(files), edition: hasher.finalize(), cldr: cldr, dates: dates)
  }

  /// Makes a library of a set that was not read from files; `edition` tells it from others.
  package init(_ set: TemplateSet, edition: Int, cldr: CLDRExtract, dates: CLDRDates) {
    self.edition = edition
    self.set = set
    let answers = set.sorted
    index = AnswerIndex(answers.map(IndexedAnswer.init))
    typical = TypicalQuestions(
      answers.flatMap { answer in
        answer.locales.values.flatMap(\.asks).map { (answer: answer.id, question: $0) }
      })
    self.cldr = cldr
    self.dates = dates
  }

  /// How locales belong together.
  package var family: LocaleFamily { cldr.family }

  /// Writes values for a locale; `today` is where the customer is, in days since 1970-01-01.
  package func writer(_ locale: LocaleTag, today: Int) -> FactWriter {
    FactWriter(cldr.locale(locale), dates: dates.style(locale), today: today)
  }

  /// The texts of an answer for a customer: in their language, else in one of `others`, else in any, English first.
  package func texts(
    of answer: Answer, for locale: LocaleTag?, or others: [LocaleTag] = []
  ) -> (locale: LocaleTag, texts: AnswerTexts, isTheirs: Bool)? {
    if let locale, let found = set.texts(of: answer, for: locale, family) {
      return (found.locale, found.texts, true)
    }
    for other in others + [LocaleTag(language: "en")] {
      if let found = set.texts(of: answer, for: other, family) { return (found.locale, found.texts, false) }
    }
    let any = answer.locales.filter { !$0.value.variants.isEmpty }.min { "\($0.key)" < "\($1.key)" }
    return any.map { ($0.key, $0.value, false) }
  }
}

extension AnswerLibrary: Hashable {
  /// Compares editions alone, so that equality costs O(1).
  package static func == (left: AnswerLibrary, right: AnswerLibrary) -> Bool { left.edition == right.edition }

  /// Feeds what `==` compares.
  package func hash(into hasher: inout Hasher) { hasher.combine(edition) }
}
