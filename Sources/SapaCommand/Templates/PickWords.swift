import ConsoleCore
import DeskModel
import ReplyTemplates
import TextLayout

/// The words about picks: those of the console.
struct PickWords: Sendable {
  let words: Words

  /// Why an answer stands where it does.
  func reasons(_ pick: PickAdvisor.Pick) -> [String] {
    var reasons: [SafeText] = []
    switch pick.echo {
    case .none: break
    case .words: reasons.append(words("answers.why.words"))
    case .asked: reasons.append(words("answers.why.asked"))
    }
    reasons += pick.reasons.map { reason($0) }
    if !pick.isTheirs, let locale = pick.locale {
      reasons.append(words("answers.why.writtenFor", SafeText("\(locale)")))
    }
    return reasons.map(\.string)
  }

  /// Why a variant is the one to take first; that it is not to be taken where the customer has had the answer.
  func reasons(_ offer: VariantOffer, first: RankedVariant?) -> [String] {
    if let given = offer.givenBefore { return [words("answers.onlyOnce", by(given), at(given)).string] }
    guard let first else { return [] }
    let precedence = first.precedence.map { words("answers.first.\($0)") }
    return (first.reasons.compactMap(reason) + [precedence].compactMap(\.self)).map(\.string)
  }

  /// What speaks against a variant.
  func exclusion(_ reason: OfferExclusion) -> String {
    switch reason {
    case .otherLocale: words("answers.otherLocale").string
    case .otherAudience: words("answers.otherAudience").string
    case .otherChannel: words("answers.otherChannel").string
    case .otherOccasion(.first): words("answers.forFirst").string
    case .otherOccasion: words("answers.forLater").string
    case .missing(let facts): words("answers.lacks", SafeText(line: facts.joined(separator: ", "))).string
    }
  }

  /// What the customer wrote is nothing that the answers are for.
  var untypical: String { words("answers.untypical").string }

  private func reason(_ reason: PickReason) -> SafeText {
    switch reason {
    case .fitsTyped: words("answers.why.fitsTyped")
    case .typedBefore: words("answers.why.typedBefore")
    case .follows(let times): words("answers.why.follows", SafeText("\(times)"))
    case .customersWords: words("answers.why.customersWords")
    case .suchConversations: words("answers.why.suchConversations")
    case .pickedOften(let times): words("answers.why.pickedOften", SafeText("\(times)"))
    }
  }

  private func reason(_ reason: OfferReason) -> SafeText? {
    switch reason {
    case .unusedHere: words("answers.unused")
    case .usedHere(let count, let last): words("answers.used", SafeText("\(count)"), by(last), at(last))
    case .nearlySaid(let use): words("answers.nearlySaid", by(use), at(use))
    case .reserved(let use): words("answers.reserved", by(use))
    case .usedForCustomer(let count, let last):
      words("answers.usedBefore", SafeText("\(count)"), by(last), at(last))
    case .lastUsed(let last): words("answers.lastUsed", at(last))
    case .widerLocale(let locale): words("answers.why.writtenFor", SafeText("\(locale)"))
    case .neverUsed: nil
    }
  }

  private func by(_ use: PastUse) -> SafeText { SafeText(line: use.by ?? "") }

  private func at(_ use: PastUse) -> SafeText {
    SafeText(Timestamp(milliseconds: Int64(use.at) * 1_000).rfc3339)
  }
}
