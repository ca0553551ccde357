import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the choice of an answer for the open conversation.
  mutating func chooseAnswer() -> [Effect] {
    guard open != nil else { return say(words("composer.nothingOpen")) }
    guard let library = answers.library else {
      return say(words(answers.isAsked ? "answers.coming" : "answers.none")) + askForAnswers()
    }
    guard !library.set.answers.isEmpty else { return say(words("answers.none")) }
    look = nil
    remark = nil
    var popup = AnswerPopup()
    rank(&popup)
    self.popup = .answers(popup)
    return []
  }

  /// Gives a key to the choice of an answer.
  mutating func take(_ key: KeyPress, in popup: inout AnswerPopup) -> [Effect] {
    if popup.filling != nil { return takeWhileFilling(key, in: &popup) }
    if closes(key) {
      self.popup = nil
      return []
    }
    popup.cursor.resize(count: popup.rows.count, height: AnswerView.listRows(on: size))
    switch key.code {
    case .enter: return take(&popup)
    case .up: moveInAnswers(.up, &popup)
    case .down: moveInAnswers(.down, &popup)
    case .pageUp: moveInAnswers(.pageUp, &popup)
    case .pageDown: moveInAnswers(.pageDown, &popup)
    case .tab: moveToOption(by: key.modifiers == .shift ? -1 : 1, &popup)
    case .character("/") where popup.field.isEmpty && key.modifiers.isEmpty:
      // Whoever wants a text to begin with the mark types it twice.
      self.popup = nil
      return focus(on: .composer) + edit(.insert("/"))
    default:
      guard let edit = lineEdit(key) else { return [] }
      if popup.field.apply(edit) { rank(&popup) }
    }
    self.popup = .answers(popup)
    return []
  }

  private mutating func moveInAnswers(_ move: ListMove, _ popup: inout AnswerPopup) {
    if popup.cursor.move(move) { findOptions(&popup) }
  }

  private func moveToOption(by step: Int, _ popup: inout AnswerPopup) {
    guard popup.options.count > 1 else { return }
    popup.option = (popup.option + step + popup.options.count) % popup.options.count
  }

  /// Takes the selected variant, or begins to ask for the facts that it needs.
  private mutating func take(_ popup: inout AnswerPopup) -> [Effect] {
    guard let option = popup.chosen, option.standing.canBeTaken else { return [] }
    if !option.reply.toFill.isEmpty {
      popup.filling = AnswerPopup.Filling(facts: option.reply.toFill, values: [:])
      self.popup = .answers(popup)
      return []
    }
    return put(option, query: popup.field.text)
  }

  /// Gives a key to the field of a fact: Enter goes on, Esc goes back to the choice.
  private mutating func takeWhileFilling(_ key: KeyPress, in popup: inout AnswerPopup) -> [Effect] {
    guard var filling = popup.filling, let option = popup.chosen else { return [] }
    if closes(key) {
      popup.filling = nil
      self.popup = .answers(popup)
      return []
    }
    switch key.code {
    case .enter, .tab:
      let fact = filling.facts[filling.place]
      let value = filling.field.text
      if value.contains(where: { !$0.isWhitespace }) { filling.values[fact] = value }
      filling.place += 1
      guard filling.place < filling.facts.count else {
        keep(filling.values)
        // What was filled in may settle choices, too.
        let filled = options(for: option.variant.answer).first { $0.variant == option.variant } ?? option
        return put(filled, query: popup.field.text)
      }
      filling.field = LineField(filling.values[filling.facts[filling.place]] ?? "")
    default:
      guard let edit = lineEdit(key) else { return [] }
      filling.field.apply(edit)
    }
    popup.filling = filling
    self.popup = .answers(popup)
    return []
  }

  private mutating func keep(_ values: [String: String]) {
    guard let id = open?.conversation.id else { return }
    answers.filled[id, default: [:]].merge(values) { $1 }
  }

  /// Puts a variant's text where the cursor stands; the cursor goes to the first blank, or behind the text.
  private mutating func put(_ option: AnswerPopup.Option, query: String) -> [Effect] {
    popup = nil
    guard let current = open else { return [] }
    let field = current.composer.field
    let before = field.text.utf8.prefix(field.cursor)
    let needsGap = before.last.map { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") } ?? false
    let gap = needsGap ? (option.reply.text.contains("\n") ? "\n\n" : " ") : ""
    let context = pickContext(of: current, typed: query)
    var effects = focus(on: .composer)
    let start = field.cursor + gap.utf8.count
    effects += edit(.replace(field.cursor..<field.cursor, with: gap + option.reply.text))
    revision.isTyping = false
    if let blank = option.reply.blanks.first { open?.composer.field.moveCursor(to: start + blank.lowerBound) }
    let offer = ComposerOffer(
      variant: option.variant, version: option.version, text: option.reply.text, context: context)
    open?.composer.offers.append(offer)
    let answer = answers.library?.set.answers[option.variant.answer]
    let folder = answer?.about.map { $0.file.split(separator: "/").dropLast().joined(separator: "/") }
    for name in answer?.settings.attachments ?? [] {
      guard let folder else { break }
      effects.append(.tool(.check(current.conversation.id, path: "/\(folder)/\(name)")))
    }
    if remark == nil {
      effects += say(
        option.reply.blanks.isEmpty
          ? words("answers.put", SafeText(line: option.variant.name))
          : words("answers.putWithBlanks", SafeText(String(option.reply.blanks.count))))
    }
    return effects
  }
}
