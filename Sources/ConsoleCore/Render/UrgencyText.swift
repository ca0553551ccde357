import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Why a conversation stands where it stands, in a few words.
enum UrgencyText {
  /// `late 4 min`, `due in 9 min`, `follow up in 2 h`, `waiting 12 min`, or nothing; with `VIP, ` before it where
  /// that counts and `saysVIP` is set.
  static func of(_ summary: ConversationSummary, _ state: AppState, saysVIP: Bool = true) -> (SafeText, Style)
  {
    of(summary, words: state.words, now: state.now.startOfMinute, saysVIP: saysVIP)
  }

  /// The same for a given minute.
  static func of(
    _ summary: ConversationSummary, words: Words, now: Timestamp, saysVIP: Bool = true
  ) -> (SafeText, Style) {
    let (text, style) = reason(summary, words, now)
    guard saysVIP, summary.isVIP, !text.isEmpty else { return (text, style) }
    return (words("urgency.vip", text), style)
  }

  private static func reason(
    _ summary: ConversationSummary, _ words: Words, _ now: Timestamp
  ) -> (SafeText, Style) {
    if summary.isDone { return (.empty, .muted) }
    if summary.snoozedUntil == .untilWoken { return (words("urgency.asleep"), .muted) }
    if let until = summary.snoozedUntil, until > now {
      return (words("urgency.snoozed", ClockText.span(seconds: until.seconds(since: now), words)), .muted)
    }
    if let due = summary.due {
      let left = due.seconds(since: now)
      let isLate = left < 0
      let span = ClockText.span(seconds: abs(left), words)
      let style = isLate ? Style(.late, bold: true) : Style(left < 15 * 60 ? .warning : .muted)
      if summary.dueKind == .access {
        // Where all else is done, it is what is left to do: a moment says nothing more.
        let isOver = isLate || summary.statusCategory == .resolved
        return (isOver ? words("urgency.accessOpen") : words("urgency.access", span), style)
      }
      if summary.dueKind == .followUp {
        return (words(isLate ? "urgency.followUpLate" : "urgency.followUp", span), style)
      }
      return (words(isLate ? "urgency.late" : "urgency.due", span), style)
    }
    if let since = summary.waitingSince {
      let span = ClockText.span(seconds: now.seconds(since: since), words)
      return (words("urgency.waiting", span), Style(.muted))
    }
    return (.empty, .muted)
  }
}
