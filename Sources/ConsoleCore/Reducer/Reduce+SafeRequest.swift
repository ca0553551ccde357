import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Opens the form from which the safe request is made: why, what, until when, whose account.
  ///
  /// What was filled in before stands there: of a request in the composer, else of one that the customer was sent.
  mutating func askSafeRequest() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    guard let library = answers.library else {
      return say(words(answers.isAsked ? "answers.coming" : "answers.none")) + askForAnswers()
    }
    guard current.composer.audience != .world else { return say(words("request.notInPublic"), isError: true) }
    guard requestWords(library) != nil else { return say(words("request.none"), isError: true) }
    look = nil
    remark = nil
    popup = .access(accessForm(current))
    return []
  }

  private func accessForm(_ current: OpenConversation) -> AccessForm {
    if let request = current.composer.request { return AccessForm(request.access) }
    if let access = current.conversation.access, access.standing == .asked || access.isOpen {
      return AccessForm(access)
    }
    return AccessForm(current.conversation.contact.company?.isEmpty == false ? .company : .personal)
  }

  /// Gives a key to the form.
  mutating func take(_ key: KeyPress, in form: inout AccessForm) -> [Effect] {
    if closes(key) {
      popup = nil
      return []
    }
    if keymap.command(for: key, isTyping: true) == .safeRequest {
      form.toggleKind()
      popup = .access(form)
      return []
    }
    switch key.code {
    case .enter where key.modifiers.isEmpty: return put(form)
    case .tab: form.move(by: key.modifiers == .shift ? -1 : 1)
    case .down: form.move(by: 1)
    case .up: form.move(by: -1)
    case .pageDown: form.offset += max(1, AccessFormView.shownRows(form, self) - 1)
    case .pageUp: form.offset -= max(1, AccessFormView.shownRows(form, self) - 1)
    case .left where form.row == .account, .right where form.row == .account,
      .character(" ") where form.row == .account:
      form.toggleKind()
    default:
      if let edit = lineEdit(key) { form.apply(edit) }
    }
    let hidden = AccessFormView.lines(form, self).count - AccessFormView.shownRows(form, self)
    form.offset = min(max(0, form.offset), max(0, hidden))
    popup = .access(form)
    return []
  }

  /// Puts the request in place of what stands in the composer; one step to undo.
  private mutating func put(_ form: AccessForm) -> [Effect] {
    popup = nil
    guard let current = open, current.composer.audience != .world, let text = requestText(form) else {
      return say(words("request.none"), isError: true)
    }
    let field = current.composer.field
    let request = ComposerRequest(access: request(form, current.conversation), text: text)
    let effects = focus(on: .composer) + edit(.replace(0..<field.byteCount, with: text))
    revision.isTyping = false
    open?.composer.request = request
    guard remark == nil else { return effects }
    return effects + say(words("request.put", SafeText(keymap.label(for: .safeRequest) ?? "")))
  }

  /// What is noted when the request goes out.
  ///
  /// Access that stands open stays so: nobody may forget it by asking again.
  private func request(_ form: AccessForm, _ conversation: Conversation) -> AccessRequest {
    let result = AccessRequest(
      askedAt: now, askedBy: settings.me, kind: form.kind, why: Self.filled(form.why),
      what: Self.filled(form.what), untilWords: Self.filled(form.until), until: endOfAccess(form))
    guard let present = conversation.access, present.isOpen else { return result }
    return result.answered(.access, at: present.givenAt ?? present.askedAt)
  }

  private static func filled(_ field: LineField) -> String {
    field.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  // MARK: The words

  /// The words of the request for the open conversation: in the customer's language, else in English.
  func requestWords(_ library: AnswerLibrary) -> SafeRequest? {
    let english = LocaleTag(language: "en")
    return library.set.request(for: answerLocale ?? english, library.family)
      ?? library.set.request(for: english, library.family)
  }

  /// The whole request as this customer would read it; nil where there are no words for it.
  func requestText(_ form: AccessForm) -> String? {
    guard let current = open, let library = answers.library, let request = requestWords(library) else {
      return nil
    }
    let writer = library.writer(request.locale, today: day(of: current.conversation.contact))
    var facts = knownFacts(current) ?? KnownFacts()
    facts[SafeRequest.reason] = FactValue(Self.filled(form.why), as: .text)
    facts[SafeRequest.what] = FactValue(Self.filled(form.what), as: .text)
    facts[SafeRequest.until] = FactValue(written(form, writer), as: .text)
    let renderer = TemplateRenderer(facts, writer: writer)
    return request.text(SafeRequest.Kind(form.kind)) { renderer.render($0).text }
  }

  /// The words that stand where a row is left empty; nil where there are none.
  func requestFallback(_ row: AccessForm.Row, _ form: AccessForm) -> String? {
    let facts: [AccessForm.Row: String] = [
      .why: SafeRequest.reason, .what: SafeRequest.what, .until: SafeRequest.until,
    ]
    guard let fact = facts[row], let current = open, let library = answers.library,
      let request = requestWords(library),
      let body = request.fallback(for: fact, SafeRequest.Kind(form.kind))
    else { return nil }
    let writer = library.writer(request.locale, today: day(of: current.conversation.contact))
    return TemplateRenderer(knownFacts(current) ?? KnownFacts(), writer: writer).render(body).text
  }

  /// When access is to end, where what was typed is a moment and nothing else.
  func endOfAccess(_ form: AccessForm) -> Timestamp? {
    guard
      let typed = try? TypedMoment(
        form.until.text, now: now, utcOffset: utcOffset, TypedMoment.Vocabulary(words)),
      typed.rest.isEmpty
    else { return nil }
    return typed.at
  }

  /// The end of access in the customer's language and on their clock; what is no moment stays as it was typed.
  private func written(_ form: AccessForm, _ writer: FactWriter) -> String {
    guard let end = endOfAccess(form) else { return Self.filled(form.until) }
    let zone = open?.conversation.contact.timeZone.flatMap { zoneOffsets[$0] }
    let local = CivilTime(end, offsetSeconds: zone ?? utcOffset)
    return writer.moment(day: local.daysSinceEpoch, minute: local.hour * 60 + local.minute)
  }
}

extension SafeRequest.Kind {
  /// The words for an account.
  fileprivate init(_ kind: AccessRequest.Kind) {
    switch kind {
    case .personal: self = .personal
    case .company: self = .corporate
    }
  }
}
