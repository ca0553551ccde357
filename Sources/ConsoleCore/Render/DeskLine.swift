import DeskLink
import DeskModel
import ScreenKit
import TextLayout

/// What is to be known of desks in other processes, in one calm line: which is away and why, what waits, what has failed.
///
/// It stands in the rule above the bottom line, where nothing else ever stands; all well, and the rule is a rule again.
/// Nothing in it changes by itself.
enum DeskLine {
  /// The line, and how it is told; nil when all is well.
  static func text(_ state: AppState, columns: Int) -> (text: SafeText, style: Style)? {
    if let room = state.rehearsal {
      return (RehearsalText.line(room, state, columns: columns), Style(.accent, bold: true))
    }
    if let room = state.reading {
      return (ReadingLine.text(room, state, columns: columns), Style(.accent, bold: true))
    }
    let words = state.words
    let counts = state.outbox.counts
    let key = state.outboxKey
    var tail: [SafeText] = []
    let away = state.desks.away
    if !away.isEmpty {
      if counts.answers > 0 { tail.append(words.counted("desk.answersWait", counts.answers)) }
      if counts.changes > 0 { tail.append(words.counted("desk.changesWait", counts.changes)) }
    }
    if counts.failed > 0 { tail.append(words.counted("desk.failed", counts.failed)) }
    let dot = SafeText(" · ")
    let end = tail.reduce(SafeText.empty) { $0 + dot + $1 }
    let needsPerson = counts.failed > 0 || away.first?.away?.needsPerson == true
    let role: StyleRole = needsPerson ? .error : away.allSatisfy { $0.away == .starting } ? .accent : .warning
    let style = Style(role, bold: needsPerson)
    var head: SafeText
    if let first = away.first {
      head = sentence(of: first, state, isShort: true)
      if away.count > 1 { head = head + SafeText(" ") + words("desk.more", SafeText(String(away.count - 1))) }
    } else if let first = state.desks.reading.first {
      head = sentence(of: first, state, isShort: true)
      guard counts.failed > 0 else { return (head, Style(.accent)) }
    } else {
      guard counts.failed > 0 else { return nil }
      // Without the dot that parts it from what is not there.
      return (words("desk.failedKey", words.counted("desk.failed", counts.failed), key), style)
    }
    // What waits is told in any case; the reason, which the outbox has whole, is cut for it.
    let whole = head + end
    let withKey = words("desk.withKey", whole, key)
    if withKey.columns <= columns - 4 { return (withKey, style) }
    return (head.truncated(to: max(1, columns - 4 - end.columns)) + end, style)
  }

  /// A desk that is away or being read; in short, or with what its program says.
  static func sentence(of status: DeskStatus, _ state: AppState, isShort: Bool) -> SafeText {
    let words = state.words
    let name = SafeText(line: status.name)
    guard let away = status.away else {
      return words("desk.reading", name, number(status.read ?? 0, words))
    }
    if away == .starting { return words("desk.starting", name) }
    let since = ClockText.short(status.since, state.utcOffset, now: state.now, words)
    let why = isShort ? words(shortKey(away)) : long(away, words)
    return words("desk.away", name, since, why)
  }

  private static func shortKey(_ reason: AwayReason) -> String {
    switch reason {
    case .starting: "desk.starting"
    case .cannotStart: "desk.why.cannotStart"
    case .noToken: "desk.why.noToken"
    case .wrongSettings: "desk.why.wrongSettings"
    case .unauthorized: "desk.why.unauthorized"
    case .unreachable: "desk.why.unreachable"
    case .ended: "desk.why.ended"
    case .misbehaved: "desk.why.misbehaved"
    case .unusable: "desk.why.unusable"
    }
  }

  private static func long(_ reason: AwayReason, _ words: Words) -> SafeText {
    switch reason {
    case .starting: .empty
    case .cannotStart(let program, let reason):
      words("desk.whole.cannotStart", SafeText(line: program), SafeText(line: reason))
    case .noToken(let reason): words("desk.whole.noToken", SafeText(line: reason))
    case .wrongSettings(let reason): words("desk.whole.wrongSettings", SafeText(line: reason))
    case .unauthorized(let reason): words("desk.whole.unauthorized", SafeText(line: reason))
    case .unreachable(let reason): words("desk.whole.unreachable", SafeText(line: reason))
    case .ended(let code): words("desk.whole.ended", SafeText(String(code)))
    case .misbehaved(let reason): words("desk.whole.misbehaved", SafeText(line: reason))
    case .unusable(let reason): words("desk.whole.unusable", SafeText(line: reason))
    }
  }

  /// A number with its thousands parted, as the language of the console does.
  private static func number(_ value: Int, _ words: Words) -> SafeText {
    let digits = Array(String(max(0, value)))
    var text = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += words("number.thousands").string }
      text.append(digit)
    }
    return SafeText(text)
  }
}
