import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Carries out a command, wherever it came from.
  mutating func run(_ command: Command) -> [Effect] {
    if let edit = Self.edits[command] { return self.edit(edit) }
    if isRoom, let refusal = refusal(of: command) { return say(refusal) }
    if let effects = runMove(command) { return effects }
    if let effects = runAct(command) { return effects }
    if let effects = runQueue(command) { return effects }
    if let effects = runTool(command) { return effects }
    switch command {
    case .help: return show(text: helpPopup())
    case .palette: return show(palette())
    case .focusNext: return moveFocus(by: 1)
    case .focusPrevious: return moveFocus(by: -1)
    case .toggleQueue: return toggleQueue()
    case .showConversation: return focus(on: .conversation)
    case .showThread: return focus(on: .thread)
    case .showCustomer: return focus(on: .customer)
    case .showQueue: return focus(on: .queue)
    case .back: return goBack()
    case .quit: return quit()
    case .suspend:
      hideSecret()
      return saveDrafts { _ in true } + [.suspend]
    case .redraw:
      forgetManners()
      forgetAnswers()
      return [.redraw]
    default: return []
    }
  }

  private mutating func runAct(_ command: Command) -> [Effect]? {
    switch command {
    case .reply: beginAnswer(asNote: false)
    case .note: beginAnswer(asNote: true)
    case .switchAudience: switchAudience()
    case .send: send()
    case .sendAnyway: sendAnyway()
    case .takeBack: takeBack()
    case .undo: undo()
    case .setStatus: askStatus()
    case .resolve: resolve()
    case .assign: askAssignee()
    case .takeIt: act(.assign(settings.me))
    case .tag: askTags()
    case .snooze: askSnooze()
    case .followUp: askFollowUp()
    case .find: beginFind()
    case .searchDesk: beginSearch()
    case .outbox: showOutbox()
    case .showRawText: showRawText()
    case .showSecret: askSecret()
    case .rehearsal: openRehearsal()
    case .makeRehearsal: makeScenario()
    default: nil
    }
  }

  /// Commands that only change the text being written.
  static let edits: [Command: EditCommand] = [
    .newLine: .newline, .undoTyping: .undo, .redoTyping: .redo, .deleteBackward: .deleteBackward,
    .deleteForward: .deleteForward, .deleteWordBackward: .deleteWordBackward,
    .deleteWordForward: .deleteWordForward, .killToLineStart: .killToLineStart,
    .killToLineEnd: .killToLineEnd, .yank: .yank, .moveLeft: .moveLeft, .moveRight: .moveRight,
    .moveWordLeft: .moveWordLeft, .moveWordRight: .moveWordRight, .moveToLineStart: .moveToRowStart,
    .moveToLineEnd: .moveToRowEnd, .moveUp: .moveUp, .moveDown: .moveDown, .moveToTextStart: .moveToStart,
    .moveToTextEnd: .moveToEnd,
  ]

  // MARK: Focus

  /// The panes that Tab goes round, in order: those that can be reached on this screen.
  var focusRing: [Pane] {
    let layout = layout
    if layout.arrangement == .tabs { return [.queue, .conversation, .composer, .thread, .customer] }
    return [.queue, .conversation, .composer, .thread, .customer].filter { layout.panes[$0] != nil }
  }

  private mutating func moveFocus(by step: Int) -> [Effect] {
    let ring = focusRing
    guard let place = ring.firstIndex(of: focus), !ring.isEmpty else { return focus(on: .conversation) }
    return focus(on: ring[(place + step + ring.count) % ring.count])
  }

  /// Gives a pane the keys; one that is not on the screen is brought there.
  mutating func focus(on pane: Pane) -> [Effect] {
    look = nil
    focus = pane
    switch pane {
    case .queue: showsQueue = true
    case .customer: showsQueue = false
    default: break
    }
    return []
  }

  private mutating func toggleQueue() -> [Effect] {
    if size.columns >= Layout.columnsForRail || size.columns < Layout.columnsForPanes {
      return focus(on: focus == .queue ? .conversation : .queue)
    }
    if showsQueue, focus != .queue { return focus(on: .queue) }
    showsQueue.toggle()
    // Not to the composer: what is typed by mistake for the queue must not stand in an answer.
    focus = showsQueue ? .queue : .conversation
    return []
  }

  private mutating func goBack() -> [Effect] {
    if look != nil {
      look = nil
      return []
    }
    if many.gathering != nil {
      // Nobody waits any more.
      many.gathering = nil
      stopOpening()
      return []
    }
    switch focus {
    case .composer:
      aimAgain()
      return focus(on: .conversation)
    case .queue:
      if !many.marks.isEmpty {
        many.marks = Marks()
        return []
      }
      return queue.query.filter.isEmpty ? [] : clearFilter()
    default:
      guard let before = trail.popLast() else { return focus(on: .queue) }
      return ask(toOpen: before)
    }
  }

  /// Whom an answer was for that nobody has written is forgotten: the next one is for this customer.
  private mutating func aimAgain() {
    guard let current = open, current.composer.isBlank else { return }
    let parent = Transcript.defaultParent(of: current.conversation)
    if current.composer.parent != parent { changeComposer(current.conversation.id) { $0.parent = parent } }
  }

  /// Resolves; where an answer is begun and not sent, the second time.
  private mutating func resolve() -> [Effect] {
    if !actsOnMarks, let current = open, !current.composer.isBlank, unsentAsked != current.conversation.id {
      unsentAsked = current.conversation.id
      return say(words("resolve.unsent", SafeText(keymap.label(for: .resolve) ?? "")), isError: true)
    }
    return act(.setStatus(StatusCategory.resolved.rawValue))
  }

  // MARK: Quitting

  private mutating func quit() -> [Effect] {
    if !waitingReplies.isEmpty {
      popup = .confirmQuit
      return []
    }
    isQuitting = true
    return saveDrafts { _ in true } + [.quit]
  }

  /// Ends the program once nothing is under way any more.
  mutating func quitIfDone() -> [Effect] {
    waitingReplies.isEmpty ? saveDrafts { _ in true } + [.quit] : []
  }

  // MARK: Answering

  private mutating func beginAnswer(asNote: Bool) -> [Effect] {
    if actsOnMarks, !asNote { return gather(.reply) }
    guard let current = open else { return say(words("composer.nothingOpen")) }
    let chosen = focus == .thread || focus == .conversation ? current.selectedEntry(in: focus) : nil
    let isPublic = current.conversation.shape == .publicThread
    let asNote = asNote || reading != nil
    if !asNote, current.composer.kind == .note, !current.composer.field.isEmpty {
      return focus(on: .composer)
        + say(words("reply.isNote", SafeText(keymap.label(for: .switchAudience) ?? "")))
    }
    changeComposer(current.conversation.id) { composer in
      if asNote {
        composer.kind = .note
        composer.audience = .internal
      } else {
        composer.becomeReply()
      }
      if isPublic, let chosen, chosen.audience == .world { composer.parent = chosen.id }
    }
    if !current.composer.field.isEmpty, let now = open, now.composer.parent != current.composer.parent {
      return focus(on: .composer) + say(words("composer.aimed", ComposerView.target(now)))
    }
    return focus(on: .composer)
  }

  private mutating func switchAudience() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    changeComposer(current.conversation.id) { composer in
      if composer.kind == .note {
        composer.wasNote = !composer.field.isEmpty
        composer.becomeReply()
      } else {
        composer.kind = .note
        composer.audience = .internal
      }
    }
    return focus(on: .composer)
  }

  private mutating func showRawText() -> [Effect] {
    guard let entry = open?.selectedEntry(in: focus) else { return say(words("raw.nothing")) }
    let columns = max(20, min(size.columns - 6, 78))
    let raw = RawBytes(Array(entry.text.utf8), columns: columns)
    let isMine = entry.author.kind == .agent && entry.author.id == settings.me.id.rawValue
    let who = isMine ? words("name.you") : SafeText(line: entry.author.displayName)
    return show(
      text: TextPopup(
        title: words("raw.title", who), lines: rawLines(raw))
    )
  }

  /// The rows of a byte view; of a very long text the first ones, and how many are left out.
  private func rawLines(_ raw: RawBytes) -> [StyledLine] {
    let shown = min(raw.rowCount, 4_096)
    var lines = (0..<shown).map { StyledLine(raw.row($0)) }
    if shown < raw.rowCount {
      lines.append(
        StyledLine(words("raw.cut", SafeText(String((raw.rowCount - shown) * raw.bytesPerRow))), .muted))
    }
    return lines
  }

  mutating func show(text: TextPopup) -> [Effect] {
    popup = .text(text)
    return []
  }
}
