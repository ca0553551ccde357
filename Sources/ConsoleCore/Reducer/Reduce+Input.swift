import DeskLink
import DeskModel
package import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Takes what the terminal tells.
  mutating func take(_ event: InputEvent) -> [Effect] {
    switch event {
    case .key(let key): return take(key)
    case .mouse(let mouse): return take(mouse)
    case .paste(let text): return takePaste(text)
    case .resize(let size):
      self.size = size
      hideSecret()
      return []
    case .signal(.resumed): return [.redraw]
    case .signal(.terminate), .signal(.hangUp), .endOfInput:
      isQuitting = true
      return saveDrafts { _ in true } + [.quit]
    }
  }

  private mutating func take(_ key: KeyPress) -> [Effect] {
    if popup != nil { return takeInPopup(key) }
    if let prompt = filterPrompt { return take(key, in: prompt) }
    if let find, find.isTyping { return take(key, in: find) }
    if let effects = takeWhileFinding(key) { return effects }
    if isForNextConversation(key) {
      if typeAhead.count < Self.typeAheadLimit { typeAhead.append(.key(key)) }
      return []
    }
    let hadRemark = remark != nil
    remark = nil
    defer { if remark == nil { unsentAsked = nil } }
    if focus != .queue, open?.readDue != nil || open?.summary.unreadCount ?? 0 > 0 {
      let due = min(open?.readDue ?? now, now)
      open?.readDue = due
    }
    let isTyping = focus == .composer
    var effects: [Effect] = []
    if let read = takeInReading(key) {
      effects = read
    } else if isTyping, key == KeyPress(.character("/")), open?.composer.field.isEmpty == true,
      answers.library != nil, refusal(of: .chooseAnswer) == nil
    {
      effects = run(.chooseAnswer)
    } else if isTyping, !keymap.bindsCharacters, key.modifiers.isEmpty,
      case .character(let character) = key.code
    {
      effects = edit(.insert(String(character)))
      if !hadRemark, revision.isTyping { revision.noteWriting() }
    } else if let command = keymap.command(for: key, in: focus) {
      let isAllowed = layout.arrangement != .tooSmall || Self.isHarmlessUnseen(command)
      effects = isAllowed ? run(command) : []
    } else if isTyping, case .character(let character) = key.code, key.modifiers.isEmpty {
      effects = edit(.insert(String(character)))
    }
    // A remark that goes leaves the bottom line to be drawn.
    if hadRemark { revision.isTyping = false }
    return effects
  }

  /// Whether the questions that the last keys have raised must be asked before an event is taken.
  ///
  /// When the selection has moved, what is typed next is for the conversation that it stands on now; only further
  /// moves may be taken together.
  /// And whatever but going on is done with a conversation needs all of it.
  package mutating func mustSettle(before event: InputEvent) -> Bool {
    if revision.isWriting { return false }
    if open?.wholeDue != nil, !goesOn(event) {
      let present = now
      open?.wholeDue = present
      return true
    }
    guard popup == nil, filterPrompt == nil else { return false }
    if !asides.isEmpty || many.gathering != nil { return true }
    guard queue.opensSelection else { return false }
    guard case .key(let key) = event else {
      switch event {
      case .paste, .mouse: return true
      default: return false
      }
    }
    switch keymap.command(for: key, in: focus) {
    case .nextConversation, .previousConversation: return false
    case .markRow: return queue.selected == nil
    case .rowUp, .rowDown, .pageUp, .pageDown, .goToFirst, .goToLast: return focus != .queue
    default: return true
    }
  }

  /// Whether an event leaves the open conversation for another one, or makes room.
  private func goesOn(_ event: InputEvent) -> Bool {
    switch event {
    case .key(let key):
      switch keymap.command(for: key, in: focus) {
      case .nextConversation, .previousConversation, .nextBurning: popup == nil
      case .rowUp, .rowDown, .pageUp, .pageDown, .goToFirst, .goToLast: popup == nil && focus == .queue
      default: false
      }
    case .resize, .signal, .endOfInput: true
    case .paste, .mouse: false
    }
  }

  /// Whether a command may be carried out while the window is too small to show what it does.
  private static func isHarmlessUnseen(_ command: Command) -> Bool {
    edits[command] != nil || [.quit, .suspend, .redraw, .takeBack].contains(command)
  }

  /// Keys kept while a conversation is on its way.
  private static let typeAheadLimit = 4_096

  /// Whether the desk is still to tell what the next keys are for: a conversation, rows to mark, conversations to write to.
  private var isOnItsWay: Bool {
    opening.map { $0 != open?.conversation.id } ?? false || !asides.isEmpty || many.gathering != nil
  }

  /// Whether a key is meant for the conversation that is on its way: everything but going about.
  private func isForNextConversation(_ key: KeyPress) -> Bool {
    guard isOnItsWay else { return false }
    switch keymap.command(for: key, in: focus) {
    case .rowUp, .rowDown, .pageUp, .pageDown, .goToFirst, .goToLast: return focus != .queue
    case .nextConversation, .previousConversation, .viewMine, .viewUnassigned, .viewAll, .viewSnoozed,
      .viewResolved, .nextView, .savedView1, .savedView2, .savedView3, .savedView4, .chooseView, .sortQueue,
      .filterQueue, .markRow, .markAll, .nextBurning, .searchDesk, .help, .palette, .back, .quit, .suspend,
      .redraw, .toggleQueue, .showQueue,
      .takeBack:
      return false
    case .openConversation: return focus != .queue
    default: return true
    }
  }

  private mutating func takePaste(_ text: String) -> [Effect] {
    if case .breakNote(var note)? = popup {
      note.field.apply(.paste(text))
      popup = .breakNote(note)
      return []
    }
    if case .path(var prompt)? = popup {
      let before = prompt.folder
      prompt.setText(prompt.text + (text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""))
      popup = .path(prompt)
      return prompt.folder == before ? [] : [.tool(.list(prompt.folder))]
    }
    if case .picker(var picker) = popup, picker.isFilterable {
      let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
      picker.filter += SafeText(line: line).string
      narrow(&picker)
      popup = .picker(picker)
      return []
    }
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    switch popup {
    case .search(var search):
      if search.field.apply(.paste(line)) { search.readField() }
      popup = .search(search)
      return []
    case .access(var form):
      form.apply(.paste(line))
      popup = .access(form)
      return []
    case .bulk(var bulk): return take(pasted: text, in: &bulk)
    default: break
    }
    if popup == nil, filterPrompt != nil {
      if filterPrompt?.field.apply(.paste(line)) == true { filterPrompt?.isUnread = true }
      return []
    }
    if popup == nil, find?.isTyping == true {
      if find?.field.apply(.paste(line)) == true { find?.isUnread = true }
      return []
    }
    if isOnItsWay, popup == nil {
      typeAhead.append(.paste(text))
      return []
    }
    guard focus == .composer, popup == nil else { return say(words("paste.noPlace")) }
    return edit(.paste(text))
  }

  /// Changes the text of the open conversation's answer.
  mutating func edit(_ command: EditCommand) -> [Effect] {
    let present = now
    let hadLook = look != nil
    guard let done = open?.edit(command, at: present) else { return say(words("composer.nothingOpen")) }
    revision.hasOtherHeight = done.rowCount != layout.request.composerRows
    if done.outcome.isMoved, !done.outcome.isEdited { revision.noteEdit(from: done.rowCount) }
    if done.outcome.isEdited {
      revision.noteEdit(from: done.outcome.firstRow)
      if hadLook { look = nil }
      noteWriting(isEmpty: done.isEmpty)
    }
    // The first and the last character change more: the hint, the draft's mark.
    revision.isTyping = !hadLook && !done.wasEmpty && !done.isEmpty
    if done.outcome.droppedBytes > 0 {
      revision.isTyping = false
      return say(words("paste.cut", SafeText(String(done.outcome.droppedBytes))), isError: true)
    }
    return []
  }

  /// Takes a character that can mean nothing but itself, as `take` would and with less to look at.
  ///
  /// That is so while nothing but the text has changed since a character was last typed.
  /// - Returns: what is to be done; nil when the key is to be taken like any other.
  mutating func takeTyped(_ key: KeyPress) -> [Effect]? {
    guard revision.isWriting, key.modifiers.isEmpty, case .character(let character) = key.code else {
      return nil
    }
    let effects = edit(.insert(String(character)))
    if !effects.isEmpty || !revision.isTyping || revision.hasOtherHeight { fit() }
    return effects
  }
}
