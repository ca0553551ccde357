import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Whether the person rests: nobody is called then.
  var isResting: Bool { if case .rest? = popup { true } else { false } }

  /// Asks who gets the conversation before a break.
  mutating func askBreak() -> [Effect] {
    guard open != nil else { return say(words("composer.nothingOpen")) }
    let others = agents.filter { $0.id != settings.me.id }
    let items =
      [PopupItem(title: words("break.nobody"), choice: .breakFor(nil))]
      + others.map { PopupItem(title: SafeText(line: $0.name), choice: .breakFor($0)) }
    return show(PickerPopup(titleKey: "picker.break", items: items))
  }

  /// Shows the note that goes with the hand-over.
  mutating func askBreakNote(_ agent: Agent?) -> [Effect] {
    popup = .breakNote(BreakNote(agent: agent, text: words("break.note").string))
    return []
  }

  mutating func take(_ key: KeyPress, in note: inout BreakNote) -> [Effect] {
    if key == KeyPress(.enter) { return beginBreak(note) }
    if let command = keymap.command(for: key, isTyping: true), let edit = Self.edits[command] {
      note.field.apply(edit)
    } else if case .character(let character) = key.code, key.modifiers.isEmpty {
      note.field.apply(.insert(String(character)))
    }
    popup = .breakNote(note)
    return []
  }

  /// Hands the conversation over with the note, puts it out of sight, and rests.
  private mutating func beginBreak(_ note: BreakNote) -> [Effect] {
    popup = nil
    guard open != nil else { return [] }
    var effects: [Effect] = []
    let text = note.field.text
    if text.contains(where: { !$0.isWhitespace }) {
      effects += act(.say(text: text, kind: .note, audience: .internal, parent: nil))
    }
    if note.agent != open?.conversation.assignee { effects += act(.assign(note.agent)) }
    effects += parkComposer()
    // What hurt must not be the first thing that one sees again.
    open = nil
    look = nil
    trail = []
    stopOpening()
    queue.opensSelection = false
    queue.selectionIsGone = true
    queue.followed = nil
    queue.findsPlace = false
    popup = .rest(Rest(until: now.adding(seconds: 60 * Rest.minutes)))
    return effects + focus(on: .queue)
  }
}
