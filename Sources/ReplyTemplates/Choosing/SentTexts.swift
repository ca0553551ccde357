/// What our side sent in one conversation that is replayed.
struct SentTexts: Sendable {
  /// From this share of common letters on two texts are the same to whoever reads both.
  private static let likeness = 0.8

  /// Whether two texts of answers were the same.
  private(set) var hasRepeat = false
  private let terms: TextTerms
  private var texts: [Set<UInt32>] = []
  private var answers: Set<[UInt32]> = []
  private var taken: [VariantID: UseTally] = [:]
  private var count = 0

  init(terms: TextTerms) { self.terms = terms }

  /// Remembers a text that was sent.
  mutating func add(_ text: String, isAnswer: Bool) {
    count += 1
    texts.append(Set(terms.grams(of: text)))
    if isAnswer, !answers.insert(terms.folded(text)).inserted { hasRepeat = true }
  }

  /// Remembers a variant that would have been sent.
  mutating func take(_ variant: VariantID) {
    count += 1
    taken[variant, default: UseTally()].add(PastUse(at: count))
  }

  /// Whether a variant, or nearly the same, was sent.
  func holds(_ variant: ReplayVariant) -> Bool { taken[variant.id] != nil || lastLike(variant.text) != nil }

  /// The uses of a variant for whoever chooses.
  func usage(of variant: ReplayVariant) -> VariantUsage {
    var usage = VariantUsage()
    usage.here = taken[variant.id] ?? UseTally()
    usage.nearlySaid = lastLike(variant.text).map { PastUse(at: $0 + 1) }
    return usage
  }

  /// The number of the last text that is nearly the same (Dice's coefficient of their grams).
  private func lastLike(_ text: String) -> Int? {
    let grams = Set(terms.grams(of: text))
    if grams.isEmpty { return nil }
    return texts.lastIndex { other in
      Double(2 * grams.intersection(other).count) >= Self.likeness * Double(grams.count + other.count)
    }
  }
}
