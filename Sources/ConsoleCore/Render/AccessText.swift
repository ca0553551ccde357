import DeskModel
import ScreenKit
import TextLayout

/// What became of access that was asked for, in words for the customer pane.
struct AccessText: Equatable {
  var access: AccessRequest
  var isResolved: Bool

  /// Access that was asked for in a conversation; nil when none was.
  init?(_ conversation: Conversation) {
    guard let access = conversation.access else { return nil }
    self.access = access
    isResolved = conversation.statusCategory == .resolved
  }

  /// Who asked, when and for what; then where it stands.
  func sentences(at minute: Timestamp, _ utcOffset: Int, _ words: Words) -> [(SafeText, Style)] {
    [(asked(minute, utcOffset, words), .plain), standing(minute, utcOffset, words)]
  }

  private func asked(_ minute: Timestamp, _ utcOffset: Int, _ words: Words) -> SafeText {
    var parts = [
      words(
        "access.askedBy", SafeText(line: access.askedBy.name),
        ClockText.short(access.askedAt, utcOffset, now: minute, words))
    ]
    if access.kind == .company { parts.append(words("access.company")) }
    if !access.what.isEmpty { parts.append(SafeText(line: access.what)) }
    if let until = access.until {
      parts.append(words("access.until", ClockText.moment(until, utcOffset, now: minute, words)))
    } else if !access.untilWords.isEmpty {
      parts.append(words("access.until", SafeText(line: access.untilWords)))
    }
    return parts.dropFirst().reduce(parts[0]) { $0 + SafeText(" · ") + $1 }
  }

  private func standing(_ minute: Timestamp, _ utcOffset: Int, _ words: Words) -> (SafeText, Style) {
    let key = "access.is.\(access.standing.rawValue)"
    func clock(_ moment: Timestamp?) -> SafeText {
      moment.map { ClockText.short($0, utcOffset, now: minute, words) } ?? .empty
    }
    switch access.standing {
    case .asked, .guide, .call, .declined: return (words(key), .plain)
    case .closed:
      let who = access.closedBy.map { SafeText(line: $0.name) } ?? words("access.somebody")
      return (words(key, clock(access.closedAt), who), .muted)
    case .access:
      let late = Style(.late, bold: true)
      if let until = access.until, until <= minute {
        return (words("access.overdue", ClockText.span(seconds: minute.seconds(since: until), words)), late)
      }
      let given = words(key, clock(access.givenAt ?? access.askedAt))
      return isResolved ? (words("access.toClose", given), late) : (given, Style(.warning))
    }
  }
}
