/// Orders the variants of an answer: what was least said where it matters comes first.
///
/// In this thread, then to this customer, then lately; nothing is left to chance, so that a reload offers the
/// same.
package enum VariantChooser {
  /// Chooses among variants of one answer.
  ///
  /// - Parameters:
  ///   - candidates: all its variants.
  ///   - situation: where one is wanted.
  ///   - usage: where they were used.
  ///   - isFirstContactOnly: whether a customer is given the answer once only.
  /// - Returns: what fits, in its order, and what does not.
  /// - Complexity: O(n log n) for n candidates.
  package static func offer(
    _ candidates: [VariantCandidate], in situation: OfferSituation, usage: UsageView,
    isFirstContactOnly: Bool = false
  ) -> VariantOffer {
    var fitting: [(key: [Int], variant: RankedVariant)] = []
    var excluded: [ExcludedVariant] = []
    for candidate in candidates {
      if let reason = exclusion(of: candidate, in: situation) {
        excluded.append(ExcludedVariant(id: candidate.id, reason: reason))
      } else {
        let variant = RankedVariant(
          id: candidate.id, usage: usage[candidate.id],
          reasons: reasons(for: candidate.id, usage[candidate.id], situation))
        fitting.append((key(of: variant, in: situation, usage), variant))
      }
    }
    fitting.sort { $0.key.lexicographicallyPrecedes($1.key) }
    for place in fitting.indices.dropLast() {
      let decisive = zip(fitting[place].key, fitting[place + 1].key).enumerated().first { $1.0 != $1.1 }
      fitting[place].variant.precedence = decisive.flatMap { precedence(of: $0.offset) }
    }
    return VariantOffer(
      ranked: fitting.map(\.variant), excluded: excluded,
      givenBefore: isFirstContactOnly ? usage.givenToCustomer : nil)
  }

  private static func exclusion(
    of candidate: VariantCandidate, in situation: OfferSituation
  ) -> OfferExclusion? {
    if !situation.locales.contains(candidate.id.locale) { return .otherLocale }
    if candidate.audience != situation.audience { return .otherAudience }
    if let channels = candidate.channels {
      guard let channel = situation.channel, channels.contains(channel) else { return .otherChannel }
    }
    let isRightTime =
      switch candidate.occasion {
      case .any: true
      case .first: situation.isFirstReply
      case .later: !situation.isFirstReply
      }
    if !isRightTime { return .otherOccasion(candidate.occasion) }
    return candidate.missing.isEmpty ? nil : .missing(candidate.missing)
  }

  /// What is compared, the lowest first; the parts are those of `OfferPrecedence` in its order, times as two
  /// numbers.
  private static func key(
    of variant: RankedVariant, in situation: OfferSituation, _ view: UsageView
  ) -> [Int] {
    let usage = variant.usage
    let isNext = usage.reserved.count > 0 || view.lastHere == variant.id
    let here = usage.here.count + usage.reserved.count
    let lastHere = [usage.here.last, usage.reserved.last, usage.nearlySaid].compactMap { $0 }.max()
    return [variant.isUsedHere ? 1 : 0, isNext ? 1 : 0, usage.nearlySaid == nil ? here : max(1, here)]
      + time(lastHere) + [situation.locales.firstIndex(of: variant.id.locale) ?? 0, usage.forCustomer.count]
      + time(usage.forCustomer.last) + time(usage.overall.last) + [usage.overall.count]
      + [tie(situation.conversation, variant.id)]
  }

  /// Where a part of the key stands in `OfferPrecedence`.
  private static func precedence(of part: Int) -> OfferPrecedence? {
    let parts: [OfferPrecedence] = [
      .unusedHere, .notNext, .lessUsedHere, .longerAgoHere, .longerAgoHere, .closerLocale,
      .lessUsedForCustomer, .longerAgoForCustomer, .longerAgoForCustomer, .longerAgo, .longerAgo, .lessUsed,
      .tie,
    ]
    return parts.indices.contains(part) ? parts[part] : nil
  }

  private static func time(_ use: PastUse?) -> [Int] {
    use.map { [$0.at, $0.order] } ?? [.min, .min]
  }

  private static func tie(_ conversation: String, _ variant: VariantID) -> Int {
    let bytes = Array(conversation.utf8) + [0] + Array(variant.description.utf8)
    return Int(truncatingIfNeeded: FNV1a.hash(bytes) >> 1)
  }

  private static func reasons(
    for variant: VariantID, _ usage: VariantUsage, _ situation: OfferSituation
  ) -> [OfferReason] {
    var reasons: [OfferReason] = []
    if let last = usage.here.last { reasons.append(.usedHere(count: usage.here.count, last: last)) }
    if let use = usage.nearlySaid { reasons.append(.nearlySaid(use)) }
    if let use = usage.reserved.last { reasons.append(.reserved(use)) }
    if reasons.isEmpty { reasons.append(.unusedHere) }
    if let last = usage.forCustomer.last {
      reasons.append(.usedForCustomer(count: usage.forCustomer.count, last: last))
    }
    reasons.append(usage.overall.last.map { .lastUsed($0) } ?? .neverUsed)
    if variant.locale != situation.locales.first { reasons.append(.widerLocale(variant.locale)) }
    return reasons
  }
}
