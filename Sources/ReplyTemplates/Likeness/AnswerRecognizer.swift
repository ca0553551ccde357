package import LocalePacks

/// Finds out which variant of an answer a reply was made from, by its words.
///
/// Facts do not count: an order's number stands in every reply in another form.
package struct AnswerRecognizer: Sendable {
  /// From here on a reply was made from the variant, in per cent of the wording.
  package static let madeFrom = 85
  /// From here on it says nearly what the variant says.
  package static let nearlySaid = 70
  /// How many answers are looked at closely.
  private static let candidates = 4

  private let index: AnswerIndex
  private let set: TemplateSet
  private let family: LocaleFamily
  private let locale: LocaleTag
  private let reader: ReplyReader
  private var read: [VariantID: ReplyText] = [:]

  /// Makes a recognizer for replies in a locale, which `reader` reads.
  package init(
    _ set: TemplateSet, index: AnswerIndex, _ family: LocaleFamily, for locale: LocaleTag, reader: ReplyReader
  ) {
    self.index = index
    self.set = set
    self.family = family
    self.locale = locale
    self.reader = reader
  }

  /// The variant that a reply is most like, and how like, 0...100; nil when it is like none.
  ///
  /// - Parameters:
  ///   - source: the reply as it was sent.
  ///   - text: the reply as it was read, without names.
  /// - Returns: of equally alike ones the first by name.
  /// - Complexity: O(answers + postings + variants of the nearest answers × words).
  package mutating func match(_ source: String, _ text: ReplyText) -> (variant: VariantID, percent: Int)? {
    guard !text.isCourtesyOnly else { return nil }
    var best: (variant: VariantID, percent: Int)?
    for hit in index.search(String(source.prefix(600)), limit: Self.candidates) {
      guard let answer = set.answers[hit.id], let found = set.texts(of: answer, for: locale, family) else {
        continue
      }
      for variant in found.texts.variants {
        let name = VariantID(answer: hit.id, locale: found.locale, name: variant.name)
        let own = read[name] ?? reader.read(variant.body.words)
        read[name] = own
        let percent = reader.likeness(own, text).wording
        guard percent >= Self.nearlySaid else { continue }
        if let best, best.percent > percent || best.percent == percent && best.variant < name { continue }
        best = (name, percent)
      }
    }
    return best
  }
}
