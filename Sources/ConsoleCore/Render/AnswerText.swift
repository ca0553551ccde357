import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout

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
    case .unused: return words("answers.unused")
    case .used(let here, let earlier):
      let who = SafeText(line: option.lastUse?.by ?? "")
      let when =
        option.lastUse.map { ClockText.short($0.at, state.utcOffset, now: state.now, words) } ?? .empty
      return here > 0
        ? words("answers.used", SafeText(String(here)), who, when)
        : words("answers.usedBefore", SafeText(String(earlier)), who, when)
    case .written: return words("answers.written")
    case .said(let percent): return words("answers.said", SafeText(String(percent)))
    case .onlyOnce:
      let who = SafeText(line: option.lastUse?.by ?? "")
      return words("answers.onlyOnce", who)
    case .otherAudience: return words("answers.otherAudience")
    case .otherChannel: return words("answers.otherChannel")
    case .otherOccasion: return words("answers.otherOccasion")
    case .lacks(let fact): return words("answers.lacks", SafeText(line: fact))
    }
  }

  private static func isWarning(_ standing: AnswerPopup.Standing) -> Bool {
    switch standing {
    case .unused, .used: false
    case .written, .said, .onlyOnce, .otherAudience, .otherChannel, .otherOccasion, .lacks: true
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
