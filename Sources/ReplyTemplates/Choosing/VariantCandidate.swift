package import DeskModel
package import LocalePacks

/// A variant that may be offered, with what decides whether it fits.
package struct VariantCandidate: Sendable, Hashable {
  /// Its name.
  package var id: VariantID
  /// Who may read it.
  package var audience: Audience
  /// Channels that it fits; nil for all.
  package var channels: Set<String>?
  /// When in a conversation it fits.
  package var occasion: VariantOccasion
  /// Facts without which it cannot be said, and which are not known.
  package var missing: [String]

  /// Makes a candidate.
  package init(
    id: VariantID, audience: Audience, channels: Set<String>? = nil, occasion: VariantOccasion = .any,
    missing: [String] = []
  ) {
    self.id = id
    self.audience = audience
    self.channels = channels
    self.occasion = occasion
    self.missing = missing
  }

  /// Lists all variants of an answer in all locales.
  ///
  /// - Parameters:
  ///   - answer: the answer; channels that it names itself hold for all its variants.
  ///   - missing: the facts that a variant lacks.
  /// - Returns: the candidates by locale, each file's in its order.
  /// - Complexity: O(variants).
  package static func all(
    of answer: Answer, missing: (LocaleTag, Variant) -> [String] = { _, _ in [] }
  ) -> [VariantCandidate] {
    let whole = answer.settings.channels
    return answer.locales.sorted { $0.key.description < $1.key.description }.flatMap { locale, texts in
      texts.variants.map { variant in
        var channels = whole.isEmpty ? nil : Set(whole)
        if !variant.channels.isEmpty {
          channels = channels?.intersection(variant.channels) ?? Set(variant.channels)
        }
        return VariantCandidate(
          id: VariantID(answer: answer.id, locale: locale, name: variant.name), audience: variant.audience,
          channels: channels, occasion: variant.occasion, missing: missing(locale, variant))
      }
    }
  }
}

/// Where a variant is wanted.
package struct OfferSituation: Sendable, Hashable {
  /// The conversation's id: the same one is always offered the same.
  package var conversation: String
  /// The locales that the customer reads, best first: theirs and its parents.
  package var locales: [LocaleTag]
  /// Who will read the reply.
  package var audience: Audience
  /// The channel; nil when it is not known: then nothing that names channels fits.
  package var channel: String?
  /// Whether our side has not replied in this conversation yet.
  package var isFirstReply: Bool

  /// Makes a situation.
  package init(
    conversation: String, locales: [LocaleTag], audience: Audience, channel: String? = nil,
    isFirstReply: Bool
  ) {
    self.conversation = conversation
    self.locales = locales
    self.audience = audience
    self.channel = channel
    self.isFirstReply = isFirstReply
  }
}
