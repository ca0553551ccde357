import DeskModel
import LocalePacks

/// Finds out from the words of a reply which text of a set it nearly is.
///
/// It is for replies that do not say from what they were made.
package struct ReplyRecognizer: Sendable {
  private struct Text: Sendable {
    var variant: VariantID
    var profile: TrigramProfile
    /// How many facts stand in it, whose values nobody knows here.
    var facts: Int
  }

  private let index: AnswerIndex
  private let texts: [AnswerID: [Text]]
  private let audiences: [VariantID: Bool]
  /// The tags of the answer at each place of the index.
  private let tags: [Set<String>]

  /// From which likeness on, in hundredths, a reply is a text of the set.
  package static let least = 80
  /// How many answers are looked at closely.
  private static let looked = 3

  /// Reads a set.
  ///
  /// - Complexity: O(texts · log).
  package init(_ set: TemplateSet, index: AnswerIndex) {
    self.index = index
    tags = index.ids.map { Set(set.answers[$0]?.settings.tags ?? []) }
    var audiences: [VariantID: Bool] = [:]
    texts = set.answers.mapValues { answer in
      answer.locales.sorted { "\($0.key)" < "\($1.key)" }.flatMap { locale, texts in
        texts.variants.flatMap { variant in
          let name = VariantID(answer: answer.id, locale: locale, name: variant.name)
          audiences[name] = variant.audience == .world
          let facts = variant.body.placeholders.count
          let fragments = set.fragments[locale] ?? [:]
          return Set([false, true].map { variant.body.flat(takesLast: $0, fragments) }).sorted().map {
            Text(variant: name, profile: TrigramProfile($0), facts: facts)
          }
        }
      }
    }
    self.audiences = audiences
  }

  /// Looks for the text of which a reply is nearly a copy.
  ///
  /// - Parameters:
  ///   - reply: what was sent.
  ///   - isPublic: whether the world read it: of equal texts the one for such readers is taken.
  ///   - conversationTags: those of its conversation: of several answers one that shares a tag is taken.
  /// - Returns: the variant; nil when the reply is nearly a copy of none.
  /// - Complexity: O(answers + postings of the reply's letters + texts of three answers).
  package func variant(
    of reply: String, isPublic: Bool = false, conversationTags: [String] = []
  ) -> VariantID? {
    let profile = TrigramProfile(reply)
    guard profile.count > 0 else { return nil }
    let sharing =
      conversationTags.isEmpty
      ? nil
      : best(profile, of: reply, isPublic) {
        !tags[$0].isDisjoint(with: conversationTags)
      }
    return sharing ?? best(profile, of: reply, isPublic) { _ in true }
  }

  private func best(
    _ profile: TrigramProfile, of reply: String, _ isPublic: Bool, where isAllowed: (Int) -> Bool
  ) -> VariantID? {
    var best: (likeness: Int, fits: Int, variant: VariantID)?
    for hit in index.search(reply, limit: Self.looked, where: isAllowed) {
      for text in texts[hit.id] ?? [] {
        let likeness = Self.likeness(of: profile, to: text.profile, facts: text.facts)
        let fits = audiences[text.variant] == isPublic ? 1 : 0
        guard likeness >= Self.least, best.map({ ($0.likeness, $0.fits) < (likeness, fits) }) ?? true else {
          continue
        }
        best = (likeness, fits, text.variant)
      }
    }
    return best?.variant
  }

  /// How like a reply is to a text, 0...100; what may be the values of facts does not count against it.
  private static func likeness(of reply: TrigramProfile, to text: TrigramProfile, facts: Int) -> Int {
    let shared = reply.shared(with: text)
    let rest = max(shared, reply.count - facts * lettersOfFact)
    return text.count + rest == 0 ? 0 : 200 * shared / (text.count + rest)
  }

  /// How many letters the value of a fact may have before it counts as other words.
  private static let lettersOfFact = 24
}

extension TemplateBody {
  /// The words with those of fragments, of each choice the first part or the last, nothing for facts.
  func flat(takesLast: Bool, _ fragments: [String: Variant]) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .placeholder: " "
      case .fragment(let name): fragments[name]?.body.flat(takesLast: takesLast, [:]) ?? " "
      case .choice(let parts):
        (takesLast ? parts.last : parts.first)?.body.flat(takesLast: takesLast, fragments) ?? ""
      }
    }.joined()
  }
}
