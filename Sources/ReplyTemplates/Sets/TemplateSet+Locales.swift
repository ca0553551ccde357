package import LocalePacks

extension TemplateSet {
  /// The texts of an answer for a locale: its own, those of its parents, those of what the tag most likely means.
  ///
  /// Nil when the answer has none in that language.
  package func texts(
    of answer: Answer, for locale: LocaleTag, _ family: LocaleFamily
  ) -> (locale: LocaleTag, texts: AnswerTexts)? {
    for candidate in family.candidates(for: locale) {
      if let texts = answer.locales[candidate], !texts.variants.isEmpty { return (candidate, texts) }
    }
    return nil
  }

  /// The fragment of a name for a locale, along its parents.
  package func fragment(_ name: String, for locale: LocaleTag, _ family: LocaleFamily) -> Variant? {
    family.candidates(for: locale).lazy.compactMap { fragments[$0]?[name] }.first
  }

  /// All locales that some answer has texts in, sorted.
  package var locales: [LocaleTag] {
    Set(answers.values.flatMap(\.locales.keys)).sorted { "\($0)" < "\($1)" }
  }
}
