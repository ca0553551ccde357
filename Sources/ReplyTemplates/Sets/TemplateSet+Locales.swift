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

  /// The words by which access is asked for in a locale, or in the nearest of its languages; nil when there are none.
  package func request(for locale: LocaleTag, _ family: LocaleFamily) -> SafeRequest? {
    family.candidates(for: locale).lazy.compactMap { requests[$0] }.first
  }

  /// The scripts for a locale, each in the nearest of its languages, else in English; by title.
  package func scripts(for locale: LocaleTag, _ family: LocaleFamily) -> [GuidedScript] {
    let tags = family.candidates(for: locale) + [LocaleTag(language: "en")]
    return scripts.values.compactMap { byLocale in tags.lazy.compactMap { byLocale[$0] }.first }
      .sorted { ($0.title, $0.id) < ($1.title, $1.id) }
  }

  /// All locales that some answer has texts in, sorted.
  package var locales: [LocaleTag] {
    Set(answers.values.flatMap(\.locales.keys)).sorted { "\($0)" < "\($1)" }
  }
}
