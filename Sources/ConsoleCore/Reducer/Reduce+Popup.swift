import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Gives a key to the popup that lies over the panes.
  mutating func takeInPopup(_ key: KeyPress) -> [Effect] {
    switch popup {
    case .picker(var picker): return take(key, in: &picker)
    case .text(var text): return take(key, in: &text)
    case .search(var search): return take(key, in: &search)
    case .answers(var answers): return take(key, in: &answers)
    case .room(var room): return take(key, in: &room)
    case .guide(var guide): return take(key, in: &guide)
    case .access(var form): return take(key, in: &form)
    case .bulk(var bulk): return take(key, in: &bulk)
    case .outbox(var outbox): return take(key, in: &outbox)
    case .secret(var secret): return take(key, in: &secret)
    case .rehearsal(var rehearsal): return take(key, in: &rehearsal)
    case .rest:
      popup = nil
      return []
    case .breakNote(var note):
      if closes(key) {
        popup = nil
        return []
      }
      return take(key, in: &note)
    case .path(var prompt):
      if closes(key) {
        popup = nil
        return []
      }
      return take(key, in: &prompt)
    case .confirmQuit: return takeQuitAnswer(key)
    case nil: return []
    }
  }

  func closes(_ key: KeyPress) -> Bool {
    key.code == .escape || key == KeyPress(.character("g"), .control)
      || key == KeyPress(.character("c"), .control)
  }

  private mutating func take(_ key: KeyPress, in picker: inout PickerPopup) -> [Effect] {
    if closes(key) {
      popup = nil
      return []
    }
    switch key.code {
    case .enter:
      // With nothing to choose it stays, and says so.
      guard picker.chosen != nil else { break }
      popup = nil
      return choose(picker)
    case .up: picker.cursor.move(.up)
    case .down, .tab: picker.cursor.move(.down)
    case .pageUp: picker.cursor.move(.pageUp)
    case .pageDown: picker.cursor.move(.pageDown)
    case .home: picker.cursor.move(.home)
    case .end: picker.cursor.move(.end)
    case .character(let letter) where !picker.isFilterable:
      guard letter == "s", key.modifiers.isEmpty, case .file(let file)? = picker.chosen?.choice else { break }
      popup = nil
      return want(file, for: .save)
    case .backspace:
      if !picker.filter.isEmpty { picker.filter.removeLast() }
      narrow(&picker)
    case .character("u") where key.modifiers == .control:
      picker.filter = ""
      narrow(&picker)
    case .character("n") where key.modifiers == .control: picker.cursor.move(.down)
    case .character("p") where key.modifiers == .control: picker.cursor.move(.up)
    case .character(let character) where key.modifiers.isEmpty:
      picker.filter.append(character)
      narrow(&picker)
    default: break
    }
    popup = .picker(picker)
    return []
  }

  /// Keeps the items that match what was typed, best first; a new tag is offered last.
  func narrow(_ picker: inout PickerPopup) {
    let matcher = FuzzyMatcher(picker.filter)
    picker.items.removeAll { $0.choice == .addTypedTag || $0.isTyped }
    if matcher.isEmpty {
      picker.matches = Array(picker.items.indices)
    } else {
      picker.matches = matcher.rank(picker.items.map(\.title.string)).map(\.index)
      let wanted = picker.filter.lowercased()
      picker.matches += picker.items.indices.filter { index in
        !picker.matches.contains(index) && picker.items[index].about.string.lowercased().contains(wanted)
      }
    }
    if picker.titleKey == "picker.tag", let tag = Self.tag(from: picker.filter) {
      if !picker.items.contains(where: { $0.choice == .toggleTag(tag) }) {
        picker.items.append(PopupItem(title: words("picker.newTag", SafeText(tag)), choice: .addTypedTag))
        picker.matches.append(picker.items.count - 1)
      }
    }
    offerTypedMoment(in: &picker)
    picker.cursor = ListCursor(count: picker.matches.count, height: picker.cursor.height)
  }

  /// A tag as it is stored: trimmed, blanks as hyphens; nil when nothing is left.
  static func tag(from typed: String) -> String? {
    let words = typed.split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: "-")
  }

  mutating func choose(_ picker: PickerPopup) -> [Effect] {
    guard let chosen = picker.chosen else { return [] }
    switch chosen.choice {
    case .run(let command): return run(command)
    case .setStatus(let status): return act(.setStatus(status))
    case .assign(let agent): return act(.assign(agent))
    case .snooze(nil) where !actsOnMarks && open?.conversation.snoozedUntil == nil:
      // Asleep by the backend's status alone.
      return act(.setStatus(StatusCategory.open.rawValue))
    case .snooze(let until): return act(.snooze(until: until))
    case .followUp(let followUp): return act(.followUp(followUp))
    case .access(let access): return settle(access)
    case .sort(let sort): return self.sort(by: sort)
    case .view(let view): return show(view: view)
    case .savedView(let place): return show(savedView: place)
    case .backendQueue(let id): return show(backendQueue: id)
    case .toggleTag(let tag):
      let has = presentTags.contains(tag)
      return act(.tag(add: has ? [] : [tag], remove: has ? [tag] : []))
    case .breakFor(let agent): return askBreakNote(agent)
    case .file(let file): return want(file, for: .open)
    case .detach(let file): return detach(file)
    case .addTypedTag:
      guard let tag = Self.tag(from: picker.filter) else { return [] }
      return act(.tag(add: [tag], remove: []))
    }
  }

  private mutating func take(_ key: KeyPress, in text: inout TextPopup) -> [Effect] {
    let height = PopupView.textRows(of: text, on: size)
    let last = max(0, text.lines.count - height)
    switch key.code {
    case .up, .character("k"): text.offset -= 1
    case .down, .character("j"): text.offset += 1
    case .pageUp: text.offset -= max(1, height - 1)
    case .pageDown, .character(" "): text.offset += max(1, height - 1)
    case .home: text.offset = 0
    case .end: text.offset = last
    default:
      // Any other key would be taken for a command by whoever reads: only what ends a page ends this one.
      if closes(key) || Self.endsReading.contains(key.code) { popup = nil } else { popup = .text(text) }
      return []
    }
    text.offset = min(max(0, text.offset), last)
    popup = .text(text)
    return []
  }

  private static let endsReading: Set<KeyCode> = [
    .enter, .character("q"), .character("?"), .character("x"), .function(1), .backspace,
  ]

  /// Enter sends what is held and quits, `t` takes it back and quits, Esc stays.
  private mutating func takeQuitAnswer(_ key: KeyPress) -> [Effect] {
    if closes(key) {
      popup = nil
      // Nobody could take it back while the question stood.
      let until = now.adding(seconds: Int64(settings.holdSeconds))
      for (id, _) in waitingReplies { changeHeld(id) { $0.held?.until = until } }
      return []
    }
    guard [.enter, .character("q"), .character("t")].contains(key.code) else { return [] }
    popup = nil
    switch key.code {
    case .enter:
      isQuitting = true
      return saveDrafts { _ in true } + sendDueReplies() + (waitingReplies.isEmpty ? quitIfDone() : [])
    case .character("q"):
      // The reply's key is on disk: the next start finds out whether it was sent.
      isQuitting = true
      return saveDrafts { _ in true } + [.quit]
    case .character("t"):
      for (id, composer) in waitingReplies where !composer.isSending { restoreHeld(id) }
      isQuitting = true
      return saveDrafts { _ in true } + quitIfDone()
    default: return []
    }
  }

  /// The palette: every command, with its key.
  func palette() -> PickerPopup {
    let rows = CommandTable.rows.filter { row in
      row.command != .palette && savedView(of: row.command).map { $0 < settings.views.count } ?? true
    }
    return PickerPopup(
      titleKey: "picker.command",
      items: rows.map { row in
        PopupItem(
          title: title(of: row), detail: SafeText(keymap.label(for: row.command) ?? ""),
          choice: .run(row.command), about: words(row.helpKey))
      })
  }

  /// The saved view that a command shows, from 0; nil for other commands.
  private func savedView(of command: Command) -> Int? {
    [.savedView1, .savedView2, .savedView3, .savedView4].firstIndex(of: command)
  }

  /// The title of a command; for a saved view, its name.
  private func title(of row: CommandRow) -> SafeText {
    guard let place = savedView(of: row.command) else { return words(row.titleKey) }
    return words("command.savedView.named", SafeText(line: settings.views[place].name))
  }

  /// Help: what works here and now first, then the rest.
  func helpPopup() -> TextPopup {
    var lines: [StyledLine] = [StyledLine(words("help.intro"), .muted), StyledLine()]
    let isTyping = focus == .composer
    let here: Set<CommandContext> =
      isTyping ? [.composer, .everywhere] : [.panes, .rows, .queue, .everywhere]
    func list(_ rows: [CommandRow], _ heading: String) {
      lines.append(StyledLine(words(heading), .title))
      for row in rows {
        let keys = keymap.names(for: row.command).prefix(2).joined(separator: ", ")
        lines.append(
          StyledLine([
            StyledRun(
              SafeText("  " + keys + String(repeating: " ", count: max(1, 20 - keys.count))), Style(.key)),
            StyledRun(words(row.helpKey)),
          ]))
      }
      lines.append(StyledLine())
    }
    list(CommandTable.rows.filter { here.contains($0.context) }, isTyping ? "help.typing" : "help.panes")
    list(CommandTable.rows.filter { !here.contains($0.context) }, isTyping ? "help.panes" : "help.typing")
    lines.append(StyledLine(words("help.letters"), .muted))
    return TextPopup(title: words("help.title"), lines: lines)
  }
}
