import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the room of answers where it was left.
  mutating func openAnswerRoom() -> [Effect] {
    guard answers.library != nil else {
      answers.wantsRoom = true
      return say(words("answers.reading")) + loadAnswers()
    }
    look = nil
    remark = nil
    var room = answers.room ?? AnswerRoom()
    list(&room)
    popup = .room(room)
    return room.findings == nil ? [.examineAnswers] : []
  }

  /// Asks for the answers although no conversation is open.
  private mutating func loadAnswers() -> [Effect] {
    guard !answers.isAsked else { return [] }
    answers.isAsked = true
    return [.loadAnswers]
  }

  /// Lists the answers that pass the filter, and keeps the selection where it was.
  private func list(_ room: inout AnswerRoom) {
    guard let library = answers.library else { return }
    let before = room.selected
    let all = library.set.sorted.map(\.id)
    if room.field.text.contains(where: { !$0.isWhitespace }) {
      room.rows = library.index.search(room.field.text, limit: all.count).map(\.id)
    } else {
      room.rows = all
    }
    let place = before.flatMap { room.rows.firstIndex(of: $0) } ?? 0
    room.cursor = ListCursor(count: room.rows.count, height: AnswerRoomView.listRows(on: size))
    room.cursor.select(place)
    settle(&room)
  }

  /// Sees to it that locale and variant are ones that the selected answer has.
  private func settle(_ room: inout AnswerRoom) {
    guard let answer = room.selected.flatMap({ answers.library?.set.answers[$0] }) else { return }
    let tags = AnswerRoomView.tags(of: answer)
    if room.locale.map({ !tags.contains($0) }) ?? true {
      let own = tags.first { $0.language == manners.setting.language }
      room.locale = own ?? tags.first { $0.language == "en" } ?? tags.first
    }
    let count = room.locale.flatMap { answer.locales[$0] }?.variants.count ?? 0
    room.variant = min(room.variant, max(0, count - 1))
  }

  /// Gives a key to the room.
  mutating func take(_ key: KeyPress, in room: inout AnswerRoom) -> [Effect] {
    if room.isFiltering { return takeFilter(key, in: &room) }
    if room.isAskingVersion { return takeVersion(key, in: &room) }
    if closes(key) {
      if room.page != .texts {
        let effects = show(room.page, in: &room)
        popup = .room(room)
        return effects
      }
      answers.room = room
      popup = nil
      return []
    }
    room.cursor.resize(count: room.rows.count, height: AnswerRoomView.listRows(on: size))
    var effects: [Effect] = []
    switch key.code {
    case .up, .character("k"): move(.up, &room)
    case .down, .character("j"): move(.down, &room)
    case .pageUp where room.page != .texts: scroll(&room, by: -1)
    case .pageDown where room.page != .texts: scroll(&room, by: 1)
    case .pageUp: move(.pageUp, &room)
    case .pageDown: move(.pageDown, &room)
    case .home: move(.home, &room)
    case .end: move(.end, &room)
    case .left: moveLocale(by: -1, &room)
    case .right: moveLocale(by: 1, &room)
    case .tab: moveVariant(by: key.modifiers == .shift ? -1 : 1, &room)
    case .character("/"): room.isFiltering = true
    case .enter, .character("e"): effects = edit(room, .variant)
    case .character("E"): effects = edit(room, .file)
    case .character("a"): effects = edit(room, .about)
    case .character("s"): effects = show(.numbers, in: &room)
    case .character("d"): effects = askVersion(in: &room)
    case .character("r"):
      room.findings = nil
      room.numbers = .unread
      room.changes = .unread
      room.page = .texts
      forgetAnswers()
      effects = loadAnswers()
    default: break
    }
    popup = .room(room)
    return effects
  }

  private mutating func takeFilter(_ key: KeyPress, in room: inout AnswerRoom) -> [Effect] {
    switch key.code {
    case .enter, .tab, .down: room.isFiltering = false
    case .escape:
      room.isFiltering = false
      room.field = LineField()
      list(&room)
    default:
      if let edit = lineEdit(key), room.field.apply(edit) {
        list(&room)
        // Whoever looks for something wants what fits best.
        room.cursor.select(0)
        settle(&room)
      }
    }
    popup = .room(room)
    return []
  }

  private func move(_ move: ListMove, _ room: inout AnswerRoom) {
    guard room.cursor.move(move) else { return }
    room.variant = 0
    room.scroll = 0
    settle(&room)
  }

  private func moveLocale(by step: Int, _ room: inout AnswerRoom) {
    guard let answer = room.selected.flatMap({ answers.library?.set.answers[$0] }) else { return }
    let tags = AnswerRoomView.tags(of: answer)
    guard let place = room.locale.flatMap({ tags.firstIndex(of: $0) }), tags.count > 1 else { return }
    room.locale = tags[(place + step + tags.count) % tags.count]
    room.variant = 0
  }

  private func moveVariant(by step: Int, _ room: inout AnswerRoom) {
    guard let answer = room.selected.flatMap({ answers.library?.set.answers[$0] }),
      let count = room.locale.flatMap({ answer.locales[$0] })?.variants.count, count > 0
    else { return }
    room.variant = (room.variant + step + count) % count
  }

  private enum EditTarget { case variant, file, about }

  private func edit(_ room: AnswerRoom, _ target: EditTarget) -> [Effect] {
    guard let id = room.selected else { return [] }
    let texts = room.locale.flatMap { answers.library?.set.answers[id]?.locales[$0] }
    let names = texts?.variants.map(\.name) ?? []
    switch target {
    case .about: return [.editAnswer(AnswerEdit(answer: id))]
    case .file: return room.locale.map { [.editAnswer(AnswerEdit(answer: id, locale: $0))] } ?? []
    case .variant:
      guard let locale = room.locale, names.indices.contains(room.variant) else { return [] }
      return [.editAnswer(AnswerEdit(answer: id, locale: locale, variant: names[room.variant]))]
    }
  }

  /// Takes what became of a change to an answer: it is read anew at once.
  mutating func takeEdited(_ result: Result<String, ToolFailure>) -> [Effect] {
    switch result {
    case .failure(let failure): return say(sentence(for: failure), isError: true)
    case .success(""): return say(words("editor.same"))
    case .success(let path):
      forgetAnswers()
      if case .room(var room)? = popup {
        room.findings = nil
        popup = .room(room)
      }
      return say(words("answers.saved", SafeText(line: path))) + loadAnswers()
    }
  }

  /// Takes what lint has to say about all answers.
  mutating func takeExamined(_ findings: [LintFinding]) -> [Effect] {
    let byAnswer = Dictionary(grouping: findings.filter { $0.answer != nil }) { $0.answer ?? AnswerID("") }
    if case .room(var room)? = popup {
      room.findings = byAnswer
      popup = .room(room)
    }
    answers.room?.findings = byAnswer
    return []
  }

  /// What the room needs when the answers have come anew.
  mutating func refreshRoom() -> [Effect] {
    answers.room?.findings = nil
    guard case .room(var room)? = popup else {
      guard answers.wantsRoom, answers.library != nil else { return [] }
      answers.wantsRoom = false
      // Whoever does something else by now is not interrupted.
      return popup == nil ? openAnswerRoom() : []
    }
    room.findings = nil
    list(&room)
    popup = .room(room)
    return [.examineAnswers]
  }
}
