import DeskModel
import Rehearsals
import ScreenKit
import TextLayout
import Widgets

/// What a rehearsal says in words: the line above the bottom, and the report for afterwards.
enum RehearsalText {
  /// The line that says all the time that this is a rehearsal, and what the customer is doing.
  static func line(_ room: RehearsalRoom, _ state: AppState, columns: Int) -> SafeText {
    let words = state.words
    let rehearsal = room.rehearsal
    let name = SafeText(line: rehearsal.scenario.customer.known["given"] ?? rehearsal.scenario.customer.name)
    if room.seat == .customer {
      let key = SafeText(state.keymap.label(for: .rehearsal) ?? "")
      return words("rehearsal.line.customer", SafeText(line: rehearsal.scenario.customer.name), key)
    }
    let title = words("rehearsal.line", SafeText(line: rehearsal.scenario.title))
    var status: SafeText?
    if rehearsal.pausedAt != nil {
      status = words("rehearsal.line.paused")
    } else if rehearsal.isOver {
      status = words("rehearsal.line.over")
    } else if rehearsal.isTyping(at: state.now.milliseconds) {
      status = words("rehearsal.line.typing", name)
    } else if rehearsal.customer == .colleague, rehearsal.turns.isEmpty,
      state.others(at: RehearsalStage.id).isEmpty
    {
      status = words("rehearsal.line.waits")
    }
    let keys = rehearsal.customer == .colleague ? "rehearsal.line.endKey" : "rehearsal.line.key"
    let key = words(keys, SafeText(state.keymap.label(for: .rehearsal) ?? ""))
    let dot = SafeText(" · ")
    let tail = (status.map { dot + $0 } ?? .empty) + dot + key
    return title.truncated(to: max(12, columns - 6 - tail.columns)) + tail
  }

  /// The report, one paragraph a line.
  static func report(
    _ room: RehearsalRoom, _ popup: RehearsalPopup, _ words: Words, utcOffset: Int
  ) -> [SafeText] {
    let rehearsal = room.rehearsal
    let card = Scorecard(rehearsal, judgements: popup.judgements)
    var lines = [words("rehearsal.report.title", SafeText(line: rehearsal.scenario.title))]
    if let ending = rehearsal.ending {
      lines.append(
        words("rehearsal.report.ending", SafeText(line: ending.name), result(ending.result, words)))
    } else {
      lines.append(words("rehearsal.report.brokenOff"))
    }
    lines += [.empty] + scores(card, words) + [.empty] + empathy(rehearsal, popup, words)
    lines += [.empty, words("rehearsal.report.questions")]
    lines += rehearsal.scenario.questions.map { SafeText("  · ") + SafeText(line: rehearsal.filled($0)) }
    lines += [.empty, words("rehearsal.report.transcript")]
    return lines + transcript(rehearsal, words, utcOffset: utcOffset)
  }

  private static func result(_ result: Ending.Result?, _ words: Words) -> SafeText {
    switch result {
    case .good: words("rehearsal.result.good")
    case .fair: words("rehearsal.result.fair")
    case .poor, nil: words("rehearsal.result.poor")
    }
  }

  private static func category(_ category: Criterion.Category, _ words: Words) -> SafeText {
    switch category {
    case .solution: words("rehearsal.category.solution")
    case .tone: words("rehearsal.category.tone")
    case .knowledge: words("rehearsal.category.knowledge")
    case .time: words("rehearsal.category.time")
    }
  }

  private static func scores(_ card: Scorecard, _ words: Words) -> [SafeText] {
    var lines = [
      words(
        card.hasFailed ? "rehearsal.report.failed" : "rehearsal.report.score", SafeText(String(card.score)))
    ]
    for kind in Criterion.Category.allCases {
      let items = card.items.filter { $0.category == kind }
      guard !items.isEmpty else { continue }
      let share = card.share(of: kind).map { SafeText("\(Int(($0 * 100).rounded())) %") } ?? SafeText("–")
      lines.append(words("rehearsal.report.category", category(kind, words), share))
      for item in items {
        let mark = item.share.map { $0 >= 1 ? "  ✓ " : $0 > 0 ? "  ~ " : "  ✗ " } ?? "  ? "
        let text = item.text.isEmpty ? clean(item, words) : SafeText(line: item.text)
        lines.append(SafeText(mark) + text + (item.isCritical ? words("rehearsal.report.critical") : .empty))
      }
    }
    return lines
  }

  private static func clean(_ item: Scorecard.Item, _ words: Words) -> SafeText {
    let share = SafeText("\(Int(((item.share ?? 0) * 100).rounded())) %")
    return words(item.category == .tone ? "rehearsal.report.cleanTone" : "rehearsal.report.cleanText", share)
  }

  private static func part(_ part: EmpathyMap.Part, _ words: Words) -> SafeText {
    switch part {
    case .says: words("rehearsal.empathy.says")
    case .thinks: words("rehearsal.empathy.thinks")
    case .feels: words("rehearsal.empathy.feels")
    case .does: words("rehearsal.empathy.does")
    }
  }

  /// What stands before the field of a part.
  static func label(_ kind: EmpathyMap.Part, _ words: Words) -> SafeText { part(kind, words) }

  private static func empathy(_ rehearsal: Rehearsal, _ popup: RehearsalPopup, _ words: Words) -> [SafeText] {
    var lines = [words("rehearsal.report.empathy")]
    for (place, kind) in EmpathyMap.Part.allCases.enumerated() {
      let guess = popup.guesses[place].text
      let truth = rehearsal.scenario.empathy.parts[kind] ?? ""
      lines.append(SafeText("  ") + part(kind, words))
      lines.append(
        words("rehearsal.report.guess", guess.isEmpty ? SafeText("–") : SafeText(line: guess)))
      if !truth.isEmpty {
        lines.append(words("rehearsal.report.truth", SafeText(line: rehearsal.filled(truth))))
      }
    }
    return lines
      + hidden(rehearsal) { isWish, text in
        words(isWish ? "rehearsal.report.wants" : "rehearsal.report.hides", text)
      }
  }

  /// What the customer wants and hides.
  private static func hidden(
    _ rehearsal: Rehearsal, _ sentence: (_ isWish: Bool, SafeText) -> SafeText
  ) -> [SafeText] {
    rehearsal.scenario.customer.hidden.filter { $0.key != "mood" }.map { line in
      SafeText("  ") + sentence(line.key == "wants", SafeText(line: rehearsal.filled(line.text)))
    }
  }

  /// What a colleague who plays the customer should know, one paragraph a line.
  static func card(_ rehearsal: Rehearsal, _ words: Words) -> [SafeText] {
    let scenario = rehearsal.scenario
    var lines = [words("rehearsal.card.you", SafeText(line: scenario.customer.name))]
    if !scenario.summary.isEmpty { lines.append(SafeText(line: rehearsal.filled(scenario.summary))) }
    lines.append(.empty)
    if let mood = scenario.customer.hidden.first(where: { $0.key == "mood" }) {
      lines.append(SafeText("  ") + words("rehearsal.card.mood", SafeText(line: rehearsal.filled(mood.text))))
    }
    lines += hidden(rehearsal) { isWish, text in
      words(isWish ? "rehearsal.card.wants" : "rehearsal.card.hides", text)
    }
    for kind in EmpathyMap.Part.allCases {
      guard let truth = scenario.empathy.parts[kind], !truth.isEmpty else { continue }
      lines.append(
        SafeText("  ") + part(kind, words) + SafeText(": ") + SafeText(line: rehearsal.filled(truth)))
    }
    if let first = scenario.scenes.first {
      lines += [.empty, words("rehearsal.card.begin")]
      for text in first.messages(visit: 0) {
        lines += rehearsal.filled(text).split(separator: "\n").map {
          SafeText("  › ") + SafeText(line: String($0))
        }
      }
    }
    return lines + [.empty, words("rehearsal.card.advice")]
  }

  private static func transcript(_ rehearsal: Rehearsal, _ words: Words, utcOffset: Int) -> [SafeText] {
    let start = rehearsal.turns.first?.at ?? 0
    let customer = SafeText(
      line: rehearsal.scenario.customer.known["given"] ?? rehearsal.scenario.customer.name)
    var lines: [SafeText] = []
    // What was answered in earnest, to compare with: at the first reply in each scene.
    var then = rehearsal.scenario.said
    for turn in rehearsal.turns {
      let time = SafeText(clock(turn.at - start) + "  ")
      switch turn.what {
      case .scene, .ending: continue
      case .customer(let text): lines.append(time + customer + SafeText(": ") + SafeText(line: text))
      case .reply(let facts, let seconds, let scene):
        lines.append(
          time + words("rehearsal.report.you", SafeText(String(seconds))) + SafeText(line: facts.text))
        lines += findings(facts)
        for text in scene.flatMap({ then.removeValue(forKey: $0) }) ?? [] {
          lines.append(
            SafeText("       ") + words("rehearsal.report.then", SafeText(line: rehearsal.filled(text))))
        }
      case .stopped(let facts):
        lines.append(time + words("rehearsal.report.stopped") + SafeText(line: facts.text))
        lines += findings(facts)
      case .act(let act, let text):
        lines.append(time + did(act, words) + (text.isEmpty ? .empty : SafeText(": ") + SafeText(line: text)))
      case .judged(let question, let holds):
        let answer = words(holds ? "rehearsal.yes" : "rehearsal.no")
        lines.append(SafeText("       ") + SafeText(line: question) + SafeText(" ") + answer)
      }
    }
    return lines
  }

  private static func findings(_ facts: ReplyFacts) -> [SafeText] {
    facts.findings.map { SafeText("       ┊ ") + SafeText(line: $0.sentence) }
  }

  private static func did(_ act: RehearsalAct, _ words: Words) -> SafeText {
    switch act {
    case .note: words("rehearsal.did.note")
    case .resolve: words("rehearsal.did.resolve")
    case .handOver: words("rehearsal.did.handOver")
    case .followUp: words("rehearsal.did.followUp")
    case .askForAccess: words("rehearsal.did.access")
    case .answerOthers: words("rehearsal.did.others")
    }
  }

  /// Minutes and seconds since the beginning.
  private static func clock(_ milliseconds: Int64) -> String {
    let seconds = max(0, milliseconds / 1_000)
    let rest = seconds % 60
    return "\(seconds / 60):" + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
