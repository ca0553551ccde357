import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TextLayout
import Widgets

/// The bottom line: the last look, else a remark, else the keys that matter here and now.
enum BottomLine {
  static func line(_ state: AppState) -> StyledLine {
    if let look = state.look, let open = state.open { return lookLine(look, open, state) }
    if state.find != nil, state.remark == nil { return FindLine.line(state) }
    if state.filterPrompt != nil { return StyledLine(SafeText(" ") + state.words("filter.syntax"), .muted) }
    if let remark = state.remark {
      return StyledLine(
        SafeText(" ") + remark.text, remark.isError ? Style(.error, bold: true) : Style(.success))
    }
    return hints(state)
  }

  /// Audience first, then what was found; the keys at the right, in short where the screen is narrow.
  ///
  /// The first finding stands under the composer as well, where it is read whole.
  private static func lookLine(_ look: Look, _ open: OpenConversation, _ state: AppState) -> StyledLine {
    let words = state.words
    let audience = open.composer.audience
    let isPublic = audience == .world
    var runs: [StyledRun] = []
    if state.size.columns >= 60 || !look.canSend {
      let title = words(look.canSend ? "look.title" : "look.stop")
      runs.append(StyledRun(title, Style(look.canSend ? .title : .error, bold: true)))
    }
    runs.append(
      StyledRun(
        words("audience.\(audience.rawValue)", ComposerView.target(open)),
        Style(isPublic ? .publicAudience : .plain, bold: true, reversed: isPublic)))
    for finding in look.findings {
      let style = Style(finding.severity == .error ? .error : .warning, bold: finding.severity != .hint)
      runs.append(StyledRun(SafeText(" · ") + sentence(finding, words), style))
    }
    if look.findings.isEmpty { runs.append(StyledRun(words("look.clean"), .muted)) }
    let keys: SafeText
    if !look.canSend {
      let asks = look.findings.contains { $0.rule == "credential.ask" }
      let safe = asks ? state.keymap.label(for: .safeRequest) : nil
      let anyway = look.canSendAnyway ? state.keymap.label(for: .sendAnyway) : nil
      if let safe, let anyway, state.size.columns >= 100 {
        keys = words("look.anyway", SafeText(safe), SafeText(anyway))
      } else {
        keys = safe.map { words("look.safely", SafeText($0)) } ?? words("look.back")
      }
    } else if state.size.columns < 100 {
      keys = words("look.keysShort")
    } else {
      keys = words("look.keys", SafeText(String(state.settings.holdSeconds)))
    }
    return StyledLine(runs, trailing: [StyledRun(keys, Style(.key, bold: true))])
  }

  /// A finding in words.
  static func sentence(_ finding: Finding, _ words: Words) -> SafeText {
    words.format(finding.messageKey, finding.arguments.map { SafeText(line: $0) })
  }

  private static func hints(_ state: AppState) -> StyledLine {
    if let hints = roomHints(state) { return hints }
    var runs = [StyledRun(SafeText(" "), .plain)]
    for command in commands(state) {
      guard let key = key(of: command, state) else { continue }
      if runs.count > 1 { runs.append(StyledRun(SafeText("  "), .muted)) }
      runs.append(StyledRun(SafeText(key), Style(.key, bold: true)))
      runs.append(StyledRun(SafeText(" ") + hint(for: command, state), .muted))
    }
    return StyledLine(runs)
  }

  /// What can be done in the customer's seat, and where a dialogue is read.
  private static func roomHints(_ state: AppState) -> StyledLine? {
    let words = state.words
    func label(_ command: Command) -> SafeText { SafeText(state.keymap.label(for: command) ?? "") }
    var hints: [(key: SafeText, meaning: SafeText)]
    if state.isCustomer {
      hints =
        state.focus == .composer
        ? [(label(.send), words("rehearsal.hint.say")), (label(.newLine), words("hint.newLine"))]
        : [(label(.reply), words("rehearsal.hint.write"))]
      hints += [(label(.rehearsal), words("rehearsal.hint.card"))]
    } else if state.reading != nil, state.focus != .composer {
      hints = [
        (words("reading.next.key"), words("reading.hint.next")), (label(.note), words("hint.note")),
        (words("reading.voice.key"), words("reading.hint.voice")),
        (words("reading.again.key"), words("reading.hint.again")),
      ]
    } else {
      return nil
    }
    hints.append((label(.quit), words("hint.quit")))
    var runs = [StyledRun(SafeText(" "), .plain)]
    for (place, hint) in hints.enumerated() {
      if place > 0 { runs.append(StyledRun(SafeText("  "), .muted)) }
      runs.append(StyledRun(hint.key, Style(.key, bold: true)))
      runs.append(StyledRun(SafeText(" ") + hint.meaning, .muted))
    }
    return StyledLine(runs)
  }

  /// The key of a command; the shorter one for an answer where nothing is written yet.
  private static func key(of command: Command, _ state: AppState) -> String? {
    let isEmpty = state.open?.composer.field.isEmpty == true
    if command == .chooseAnswer, isEmpty, state.focus == .composer, state.answers.library != nil {
      return "/"
    }
    return state.keymap.label(for: command)
  }

  private static func hint(for command: Command, _ state: AppState) -> SafeText {
    if command == .switchAudience, state.open?.composer.audience == .internal {
      return state.words("hint.switchToReply")
    }
    return state.words("hint.\(command.rawValue)")
  }

  private static func commands(_ state: AppState) -> [Command] {
    switch state.focus {
    case .composer:
      if state.open == nil { return [.toggleQueue, .palette, .quit] }
      if state.open?.composer.held != nil {
        return [.takeBack, .send, .newLine, .switchAudience, .focusNext, .nextConversation]
      }
      let found = state.visibleFindings?.shown
      let findings: [Command] =
        found == nil ? [] : found?.replacement == nil ? [.nextFinding] : [.nextFinding, .applySuggestion]
      let usual: [Command] = [.send] + findings + [.newLine, .chooseAnswer, .switchAudience]
      let files: [Command] = state.size.columns < 100 ? [] : [.attachFile, .editElsewhere]
      let quit: [Command] = state.size.columns < 100 ? [] : [.quit]
      return usual + files + [.focusNext, .nextConversation] + quit
    case .queue:
      if state.actsOnMarks {
        return [.reply, .resolve, .setStatus, .assign, .takeIt, .tag, .snooze, .markAll, .back]
      }
      return state.size.columns < 100
        ? [.openConversation, .filterQueue, .markRow, .nextView, .resolve, .takeIt, .quit]
        : [
          .openConversation, .filterQueue, .markRow, .nextView, .sortQueue, .resolve, .takeIt, .assign,
          .snooze,
          .quit,
        ]
    case .conversation:
      return [.reply, .note, .resolve, .setStatus, .assign, .tag, .find, .undo, .nextBurning]
    case .thread: return [.openConversation, .foldOrUnfold, .foldAll, .reply, .note, .find]
    case .customer: return [.reply, .note, .tag, .resolve, .back]
    }
  }
}
