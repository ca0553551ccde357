import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the guided scripts: the one that was begun in this conversation at its next step, else the list.
  mutating func openGuide() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    guard let library = answers.library else {
      return say(words(answers.isAsked ? "answers.coming" : "answers.none")) + askForAnswers()
    }
    let scripts = library.set.scripts(for: answerLocale ?? LocaleTag(language: "en"), library.family)
    guard !scripts.isEmpty else { return say(words("guide.none")) }
    look = nil
    remark = nil
    var popup = GuidePopup(scripts)
    if let progress = answers.guides[current.conversation.id],
      let place = scripts.firstIndex(where: { $0.id == progress.script })
    {
      popup.cursor.select(place)
      popup.open = place
      popup.item = min(progress.item, max(0, popup.items.count - 1))
      popup.wasOpen = true
    }
    self.popup = .guide(popup)
    return []
  }

  /// Gives a key to the guided scripts.
  mutating func take(_ key: KeyPress, in guide: inout GuidePopup) -> [Effect] {
    if closes(key) || key == KeyPress(.function(11)) {
      if key.code == .escape, guide.open != nil {
        guide.open = nil
        guide.item = 0
        popup = .guide(guide)
      } else {
        note(guide)
        popup = nil
      }
      return []
    }
    guide.open == nil ? moveInList(key, &guide) : moveInScript(key, &guide)
    if key.code == .enter, let item = guide.selected, guide.open != nil, guide.wasOpen {
      return take(item, in: guide)
    }
    guide.wasOpen = guide.open != nil
    popup = .guide(guide)
    return []
  }

  private func moveInList(_ key: KeyPress, _ guide: inout GuidePopup) {
    switch key.code {
    case .up, .character("k"): guide.cursor.move(.up)
    case .down, .character("j"), .tab: guide.cursor.move(.down)
    case .home: guide.cursor.move(.home)
    case .end: guide.cursor.move(.end)
    case .enter:
      guide.open = guide.cursor.selected
      guide.item = 0
    default: break
    }
  }

  private func moveInScript(_ key: KeyPress, _ guide: inout GuidePopup) {
    let last = max(0, guide.items.count - 1)
    switch key.code {
    case .up, .character("k"): guide.item = max(0, guide.item - 1)
    case .down, .character("j"), .tab: guide.item = min(last, guide.item + 1)
    case .home: guide.item = 0
    case .end: guide.item = last
    default: break
    }
  }

  /// Puts words for the customer into the reply; what is for the agent is done, and the next item comes.
  private mutating func take(_ item: GuidedScript.Item, in guide: GuidePopup) -> [Effect] {
    var guide = guide
    guide.item = min(guide.item + 1, max(0, guide.items.count - 1))
    switch item.kind {
    case .not, .do:
      popup = .guide(guide)
      return []
    case .ask, .say:
      note(guide)
      popup = nil
      guard let current = open, let script = guide.script else { return [] }
      let text = words(of: item, in: script)
      let field = current.composer.field
      let gap = field.isEmpty || field.text.utf8.prefix(field.cursor).last == UInt8(ascii: "\n") ? "" : " "
      let effects =
        focus(on: .composer) + edit(.replace(field.cursor..<field.cursor, with: gap + text))
      revision.isTyping = false
      return effects + (remark == nil ? say(words("guide.put", SafeText(line: guideKey))) : [])
    }
  }

  /// An item's words for the customer of the open conversation.
  func words(of item: GuidedScript.Item, in script: GuidedScript) -> String {
    guard let current = open, let library = answers.library else { return item.source }
    let writer = library.writer(script.locale, today: day(of: current.conversation.contact))
    return TemplateRenderer(knownFacts(current) ?? KnownFacts(), writer: writer).render(item.text).text
  }

  private var guideKey: String { keymap.label(for: .openGuide) ?? "" }

  /// Remembers how far the agent has come.
  private mutating func note(_ guide: GuidePopup) {
    guard let id = open?.conversation.id, let script = guide.script else { return }
    answers.guides[id] = GuideProgress(script: script.id, item: guide.item)
  }
}
