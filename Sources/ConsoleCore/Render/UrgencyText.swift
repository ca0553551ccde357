import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Why a conversation stands where it stands, in a few words.
enum UrgencyText {
  /// `late 4 min`, `due in 9 min`, `waiting 12 min`, or nothing.
  static func of(_ summary: ConversationSummary, _ state: AppState) -> (SafeText, Style) {
    of(summary, words: state.words, now: state.now.startOfMinute)
  }

  /// The same for a given minute.
  static func of(_ summary: ConversationSummary, words: Words, now: Timestamp) -> (SafeText, Style) {
    if summary.statusCategory == .resolved { return (.empty, .muted) }
    if summary.snoozedUntil == .untilWoken { return (words("urgency.asleep"), .muted) }
    if let until = summary.snoozedUntil, until > now {
      return (words("urgency.snoozed", ClockText.span(seconds: until.seconds(since: now), words)), .muted)
    }
    if let due = summary.due {
      let left = due.seconds(since: now)
      let span = ClockText.span(seconds: abs(left), words)
      if left < 0 { return (words("urgency.late", span), Style(.late, bold: true)) }
      return (words("urgency.due", span), Style(left < 15 * 60 ? .warning : .muted))
    }
    if let since = summary.waitingSince {
      let span = ClockText.span(seconds: now.seconds(since: since), words)
      return (words("urgency.waiting", span), Style(.muted))
    }
    return (.empty, .muted)
  }
}
