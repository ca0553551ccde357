package import LocalePacks

/// The variants of an answer in the order in which they are offered.
package struct VariantOffer: Sendable, Hashable {
  /// Those that fit, the one to take first.
  package var ranked: [RankedVariant]
  /// Those that do not fit, in the order in which they were given.
  package var excluded: [ExcludedVariant]
  /// When and by whom this customer was given the answer before, where it is for the first contact only; nil
  /// otherwise.
  package var givenBefore: PastUse?

  /// What is offered; nil when nothing fits, or when the customer has had the answer and may not get it
  /// again.
  package var first: RankedVariant? { givenBefore == nil ? ranked.first : nil }

  /// Whether all that fit were used in this thread already: say so, and offer to write by hand.
  package var isUsedUp: Bool { !ranked.isEmpty && ranked.allSatisfy(\.isUsedHere) }
}

/// A variant that fits.
package struct RankedVariant: Sendable, Hashable {
  /// Its name.
  package var id: VariantID
  /// Where and when it was used.
  package var usage: VariantUsage
  /// What is true of it, for its marks.
  package var reasons: [OfferReason]
  /// What puts it before the next one; nil for the last.
  package var precedence: OfferPrecedence?

  /// Whether it, or nearly the same, was said in this thread or is about to be.
  package var isUsedHere: Bool {
    usage.here.count + usage.reserved.count > 0 || usage.nearlySaid != nil
  }
}

/// What is true of a variant, for people.
package enum OfferReason: Sendable, Hashable {
  /// Nobody of us said it in this thread.
  case unusedHere
  /// It was sent in this thread this often, last then and by them.
  case usedHere(count: Int, last: PastUse)
  /// Somebody said nearly the same in this thread, in other words or by hand.
  case nearlySaid(PastUse)
  /// A colleague has it in the composer.
  case reserved(PastUse)
  /// This customer was sent it this often, in this or in other conversations.
  case usedForCustomer(count: Int, last: PastUse)
  /// Nobody ever sent it.
  case neverUsed
  /// It was last sent then, anywhere.
  case lastUsed(PastUse)
  /// It is written for a wider locale than the customer's.
  case widerLocale(LocaleTag)
}

/// What puts a variant before the next one, in the order in which it counts.
package enum OfferPrecedence: Int, Sendable, Hashable, CaseIterable {
  /// It was not used in this thread.
  case unusedHere
  /// Neither was it the last that we said here nor is a colleague about to say it.
  case notNext
  /// It was used less in this thread.
  case lessUsedHere
  /// Its last use in this thread is longer ago.
  case longerAgoHere
  /// Its locale is closer.
  case closerLocale
  /// It was used less to this customer.
  case lessUsedForCustomer
  /// Its last use to this customer is longer ago.
  case longerAgoForCustomer
  /// It was never used, or its last use anywhere is longer ago.
  case longerAgo
  /// It was used less anywhere.
  case lessUsed
  /// Nothing: a fixed order of this conversation.
  case tie
}

/// A variant that does not fit, and why.
package struct ExcludedVariant: Sendable, Hashable {
  /// Its name.
  package var id: VariantID
  /// The first thing that speaks against it.
  package var reason: OfferExclusion
}

/// Why a variant does not fit.
package enum OfferExclusion: Sendable, Hashable {
  /// It is in a language that the customer does not read.
  case otherLocale
  /// It is for other readers: public where private is wanted, or the other way round.
  case otherAudience
  /// It is for other channels.
  case otherChannel
  /// It fits only a first reply, or only a later one.
  case otherOccasion(VariantOccasion)
  /// Facts are not known.
  case missing([String])
}
