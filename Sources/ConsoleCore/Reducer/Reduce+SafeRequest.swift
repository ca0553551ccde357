import DeskModel
import LocalePacks
import ReplyTemplates
import TextLayout
import Widgets

extension AppState {
  /// Puts the safe request for access in place of the reply: why, could you, how, afterwards, two other ways, which suits you.
  ///
  /// A second time it gives the one for a company, then the one for a person again. One step to undo.
  mutating func writeSafeRequest() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    guard let library = answers.library else {
      return say(words(answers.isAsked ? "answers.coming" : "answers.none")) + askForAnswers()
    }
    guard current.composer.audience != .world else { return say(words("request.notInPublic"), isError: true) }
    let locale = answerLocale ?? LocaleTag(language: "en")
    guard
      let request = library.set.request(for: locale, library.family)
        ?? library.set.request(
          for: LocaleTag(language: "en"), library.family)
    else { return say(words("request.none"), isError: true) }
    let writer = library.writer(request.locale, today: day(of: current.conversation.contact))
    let facts = (knownFacts(current) ?? KnownFacts())
    let renderer = TemplateRenderer(facts, writer: writer)
    func text(_ kind: SafeRequest.Kind) -> String? { request.text(kind) { renderer.render($0).text } }
    let field = current.composer.field
    let first: SafeRequest.Kind =
      current.conversation.contact.company?.isEmpty == false ? .corporate : .personal
    let kind =
      field.text == text(first) ? (first == .personal ? SafeRequest.Kind.corporate : .personal) : first
    guard let text = text(kind) else { return say(words("request.none"), isError: true) }
    let effects = focus(on: .composer) + edit(.replace(0..<field.byteCount, with: text))
    revision.isTyping = false
    guard remark == nil else { return effects }
    return effects + say(words("request.put.\(kind)", SafeText(keymap.label(for: .safeRequest) ?? "")))
  }
}
