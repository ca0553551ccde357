import DeskLink
import DeskModel
import ScreenKit
import TextLayout

/// What waits for a desk or has failed there, in words.
enum OutboxText {
  // MARK: For a row of the list

  /// What is wanted, on one line: the first words of a reply, or the change.
  static func what(_ item: PendingIntent, _ state: AppState) -> SafeText {
    guard let reply = item.intent.reply else { return state.describe(item.intent.action) }
    // No more than a row can show: a reply may be long.
    let beginning = SafeText(line: String(reply.text.prefix(200)))
    return beginning.isEmpty ? state.words.counted("composer.fileCount", reply.attachments.count) : beginning
  }

  /// Who reads it, in a word or two; empty for a change.
  static func audience(_ item: PendingIntent, _ state: AppState) -> SafeText {
    item.intent.reply.map { state.words("outbox.audience.\($0.audience.rawValue)") } ?? .empty
  }

  /// How far it has come, in a few words.
  static func short(_ item: PendingIntent, _ state: AppState) -> StyledRun {
    let words = state.words
    switch item.state {
    case .waiting(let until?):
      return StyledRun(
        words("outbox.short.until", ClockText.short(until, state.utcOffset, now: state.now, words)), .muted)
    case .waiting(nil):
      return StyledRun(words(state.desks.isAnyAway ? "outbox.short.desk" : "outbox.short.turn"), .muted)
    case .sending: return StyledRun(words("outbox.short.sending"), .muted)
    case .accepted: return StyledRun(words("outbox.short.accepted"), .muted)
    case .uncertain: return StyledRun(words("outbox.short.uncertain"), Style(.warning))
    case .failed(let failure):
      let not = words(item.intent.reply == nil ? "outbox.notDone" : "outbox.notSent")
      let style = Style(.error, bold: true)
      switch failure {
      case .conflict: return StyledRun(words("outbox.short.conflict", not), style)
      case .refused: return StyledRun(words("outbox.short.refused", not), style)
      case .partial: return StyledRun(words("outbox.short.partial"), style)
      case .wrongAudience(let stored):
        return StyledRun(words("outbox.short.wrong.\(stored.rawValue)"), style)
      case .vanished: return StyledRun(words("outbox.short.vanished"), style)
      case .gaveUp: return StyledRun(words("outbox.short.gaveUp", not), style)
      case .cannotTell: return StyledRun(words("outbox.short.cannotTell"), style)
      case .earlierNotDone: return StyledRun(words("outbox.short.earlier", not), style)
      }
    }
  }

  // MARK: In full

  /// How far it has come and why, in a sentence.
  static func sentence(_ item: PendingIntent, _ state: AppState) -> SafeText {
    let words = state.words
    switch item.state {
    case .waiting(let until?):
      return words("outbox.until", ClockText.moment(until, state.utcOffset, now: state.now, words))
    case .waiting(nil): return words(state.desks.isAnyAway ? "outbox.waitsDesk" : "outbox.waitsTurn")
    case .sending: return words("outbox.sending")
    case .accepted: return words("outbox.accepted")
    case .uncertain(let reason): return because(words("outbox.uncertain"), reason, words)
    case .failed(let failure): return sentence(failure, item, state)
    }
  }

  private static func sentence(
    _ failure: PendingFailure, _ item: PendingIntent, _ state: AppState
  ) -> SafeText {
    let words = state.words
    let not = words(item.intent.reply == nil ? "outbox.notDone" : "outbox.notSent")
    switch failure {
    case .conflict(let newer):
      let who = newer.last.map { SafeText(line: $0.author.displayName) } ?? words("outbox.somebody")
      return words("outbox.conflict", not, who)
    case .refused(let reason): return because(words("outbox.refused", not), reason, words)
    case .partial: return words("outbox.partial")
    case .wrongAudience(let stored):
      let meant = item.intent.reply?.audience ?? .customer
      return words(
        "outbox.wrong", words("outbox.read.\(stored.rawValue)"), words("outbox.read.\(meant.rawValue)"))
    case .vanished: return words("outbox.vanished")
    case .gaveUp(let reason): return because(words("outbox.gaveUp", not), reason, words)
    case .cannotTell(let reason): return because(words("outbox.cannotTell"), reason, words)
    case .earlierNotDone: return words("outbox.earlier", not)
    }
  }

  private static func because(_ sentence: SafeText, _ reason: String, _ words: Words) -> SafeText {
    let reason = SafeText(line: reason)
    return reason.isEmpty ? sentence : words("outbox.because", sentence, reason)
  }

  /// All that is to be read of one thing: who gets it, how far it has come, what is new or was done, then its words.
  static func lines(of item: PendingIntent, _ state: AppState, columns: Int) -> [StyledLine] {
    let words = state.words
    var lines: [StyledLine] = []
    func add(_ text: SafeText, _ style: Style = .plain, indent: Int = 0) {
      for piece in TextWrap.wrap(text, columns: max(1, columns - indent)) {
        lines.append(
          StyledLine([StyledRun(SafeText.spaces(indent)), StyledRun(text.part(piece.shown), style)]))
      }
    }
    let run = short(item, state)
    add(sentence(item, state), run.style)
    switch item.state {
    case .failed(.conflict(let newer)):
      for entry in newer {
        let when = ClockText.short(entry.at, state.utcOffset, now: state.now, words)
        add(words("outbox.newer", when, SafeText(line: entry.author.displayName)), .title, indent: 2)
        add(SafeText(entry.text), indent: 4)
      }
    case .failed(.partial(let steps)):
      for step in steps {
        let name = SafeText(line: step.step)
        let done = words(step.isApplied ? "outbox.step.done" : "outbox.step.notDone", name)
        add(because(done, step.reason, words), Style(step.isApplied ? .success : .error), indent: 2)
      }
    default: break
    }
    lines.append(StyledLine())
    guard let reply = item.intent.reply else {
      add(state.describe(item.intent.action))
      return lines
    }
    add(SafeText(reply.text))
    for file in reply.attachments { add(words("transcript.file", SafeText(line: file.name)), Style(.link)) }
    return lines
  }

  /// Whom it is for, since when it is here, how often it was tried: the heading over all that.
  static func heading(of item: PendingIntent, _ state: AppState) -> SafeText {
    let words = state.words
    let name = state.outboxName(of: item.intent.conversation)
    let whom = item.intent.reply.map { words("outbox.for.\($0.audience.rawValue)", name) } ?? name
    let since = ClockText.moment(item.addedAt, state.utcOffset, now: state.now, words)
    let kept = words("outbox.since", whom, since)
    return item.attempts == 0
      ? kept : kept + SafeText(" · ") + words.counted("outbox.attempts", item.attempts)
  }
}
