import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

/// The words about the selected variant: which of how many, why it is offered, its text, what follows its sending.
enum AnswerText {
  static func lines(_ popup: AnswerPopup, _ state: AppState, columns: Int) -> [StyledLine] {
    let words = state.words
    guard let option = popup.chosen else {
      return popup.rows.isEmpty ? [] : wrapped(words("answers.noVariants"), .muted, columns)
    }
    let place = SafeText(String(popup.option + 1))
    let count = SafeText(String(popup.options.count))
    var lines = [
      StyledLine(
        [StyledRun(words("answers.variant", SafeText(line: option.variant.name), place, count), .title)],
        trailing: popup.options.count > 1 ? [StyledRun(words("answers.nextKey"), Style(.key))] : [])
    ]
    let style: Style = isWarning(option.standing) ? Style(.warning) : .muted
    lines += wrapped(standing(option, state), style, columns)
    if popup.isUntypical, popup.field.isEmpty {
      lines += wrapped(words("answers.untypical"), Style(.warning), columns)
    }
    lines.append(StyledLine())
    lines += text(option, columns)
    let answer = state.answers.library?.set.answers[option.variant.answer]
    let acts = state.acts(of: [answer?.settings].compactMap { $0 })
    if !acts.isEmpty {
      let what = acts.map { state.describe($0) }.reduce(SafeText.empty) {
        $0.isEmpty ? $1 : $0 + SafeText(", ") + $1
      }
      lines.append(StyledLine())
      lines += wrapped(words("answers.then", what), .muted, columns)
    }
    if let about = answer?.about {
      lines += about.notWhen.flatMap {
        wrapped(words("answers.notWhen", SafeText(line: $0.text)), .muted, columns)
      }
    }
    return lines
  }

  /// Why the variant is offered at its place, or what speaks against it.
  static func standing(_ option: AnswerPopup.Option, _ state: AppState) -> SafeText {
    let words = state.words
    switch option.standing {
    case .fits(let reasons, let precedence):
      let parts = reasons.compactMap { reason($0, state) }
      let why = precedence.map { words("answers.first.\($0)") }
      return (parts + (option.isFirst(in: state) ? [why].compactMap { $0 } : [])).reduce(SafeText.empty) {
        $0.isEmpty ? $1 : $0 + SafeText(" ") + $1
      }
    case .written: return words("answers.written")
    case .onlyOnce(let use): return words("answers.onlyOnce", by(use), when(use, state))
    case .excluded(let reason): return exclusion(reason, words)
    case .lacksFragment(let name): return words("answers.lacksFragment", SafeText(line: name))
    }
  }

  private static func exclusion(_ reason: OfferExclusion, _ words: Words) -> SafeText {
    switch reason {
    case .otherLocale: words("answers.otherLocale")
    case .otherAudience: words("answers.otherAudience")
    case .otherChannel: words("answers.otherChannel")
    case .otherOccasion(.first): words("answers.forFirst")
    case .otherOccasion: words("answers.forLater")
    case .missing(let facts): words("answers.lacks", SafeText(line: facts.joined(separator: ", ")))
    }
  }

  /// What is true of a variant; nothing where the place it stands at says enough.
  private static func reason(_ reason: OfferReason, _ state: AppState) -> SafeText? {
    let words = state.words
    switch reason {
    case .unusedHere: return words("answers.unused")
    case .usedHere(let count, let last):
      return words("answers.used", SafeText(String(count)), by(last), when(last, state))
    case .nearlySaid(let use): return words("answers.nearlySaid", by(use), when(use, state))
    case .reserved(let use): return words("answers.reserved", by(use))
    case .usedForCustomer(let count, let last):
      return words("answers.usedBefore", SafeText(String(count)), by(last), when(last, state))
    case .lastUsed(let last): return words("answers.lastUsed", when(last, state))
    case .neverUsed, .widerLocale: return nil
    }
  }

  private static func by(_ use: PastUse) -> SafeText { SafeText(line: use.by ?? "") }

  private static func when(_ use: PastUse, _ state: AppState) -> SafeText {
    ClockText.short(
      Timestamp(milliseconds: Int64(use.at) * 1_000), state.utcOffset, now: state.now, state.words)
  }

  private static func isWarning(_ standing: AnswerPopup.Standing) -> Bool {
    switch standing {
    case .fits(let reasons, _):
      reasons.contains { if case .nearlySaid = $0 { true } else { false } }
    case .written, .onlyOnce, .excluded, .lacksFragment: true
    }
  }

  /// The text as it would be sent, its blanks marked.
  private static func text(_ option: AnswerPopup.Option, _ columns: Int) -> [StyledLine] {
    option.reply.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      let lines = wrapped(SafeText(line: String(paragraph)), .plain, columns)
      return lines.isEmpty ? [StyledLine()] : lines
    }
  }

  private static func wrapped(_ text: SafeText, _ style: Style, _ columns: Int) -> [StyledLine] {
    TextWrap.wrap(text, columns: max(10, columns)).map { StyledLine(text.part($0.shown), style) }
  }
}

extension AnswerPopup.Option {
  /// Whether it is the one that is offered first just now.
  fileprivate func isFirst(in state: AppState) -> Bool {
    guard case .answers(let popup)? = state.popup else { return false }
    return popup.options.first?.variant == variant
  }
}
