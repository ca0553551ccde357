package import LocalePacks

/// What a search knows of an answer.
package struct IndexedAnswer: Sendable, Hashable {
  /// Its name.
  package var id: AnswerID
  /// Its titles in all languages.
  package var titles: [String]
  /// Words to find it by.
  package var tags: [String]
  /// What somebody types to have it first.
  package var shortcuts: [String]
  /// What customers write when they want it.
  package var asks: [String]
  /// The texts of its variants, by locale.
  package var texts: [LocaleTag: [String]]

  /// Makes a description.
  package init(
    id: AnswerID, titles: [String] = [], tags: [String] = [], shortcuts: [String] = [], asks: [String] = [],
    texts: [LocaleTag: [String]] = [:]
  ) {
    self.id = id
    self.titles = titles
    self.tags = tags
    self.shortcuts = shortcuts
    self.asks = asks
    self.texts = texts
  }

  /// Describes an answer with all its locales and variants.
  ///
  /// - Complexity: O(its texts).
  package init(_ answer: Answer) {
    let locales = answer.locales.sorted { $0.key.description < $1.key.description }.map(\.value)
    self.init(
      id: answer.id, titles: [answer.about?.title].compactMap { $0 } + locales.compactMap(\.title),
      tags: answer.settings.tags, shortcuts: answer.settings.shortcuts, asks: locales.flatMap(\.asks),
      texts: answer.locales.mapValues { texts in texts.variants.map(\.body.words) })
  }
}
