import DeskLink
import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import TextLayout
import Widgets

extension AppState {
  /// Asks for the answers, once, as soon as a conversation is open.
  mutating func askForAnswers() -> [Effect] {
    guard open != nil, !answers.isAsked else { return [] }
    answers.isAsked = true
    return [.loadAnswers]
  }

  /// Takes the answers; what is wrong with their files is told once.
  mutating func takeAnswers(_ library: AnswerLibrary?, _ memory: PickMemory, problems: [SafeText]) -> [Effect]
  {
    answers.library = library
    answers.picker = library.map { AnswerPicker(index: $0.index, model: memory.model) }
    answers.lastUses = memory.lastUses
    answers.uses = nil
    if case .answers(var popup)? = popup {
      rank(&popup)
      self.popup = .answers(popup)
    }
    let effects = refreshRoom() + learnPicks()
    let fresh = problems.filter { answers.told.insert($0).inserted }
    guard let problem = fresh.first else { return effects }
    let more = fresh.count - 1
    return effects
      + say(
        more == 0
          ? words("answers.problem", problem) : words("answers.problems", problem, SafeText(String(more))),
        isError: true)
  }

  /// Seconds after which the team's picks are read again: so long it may take until habits are seen that changed.
  private static let learningPause: Int64 = 900

  /// Has what colleagues picked learned, now and then.
  mutating func learnPicks() -> [Effect] {
    guard answers.library != nil,
      answers.learnedAt.map({ $0.adding(seconds: Self.learningPause) <= now }) ?? true
    else { return [] }
    answers.learnedAt = now
    return [.learnPicks]
  }

  /// Ranks by what all of the team picked from now on.
  mutating func takeLearned(_ model: PickModel?) -> [Effect] {
    if let model, let index = answers.library?.index {
      answers.picker = AnswerPicker(index: index, model: model)
    }
    return []
  }

  /// Reads the answers anew when they are needed next: somebody may have changed them.
  mutating func forgetAnswers() {
    answers.isAsked = false
    answers.told = []
  }

  /// Has our replies in the open conversation read: which variants they were made from, and which of them say the same.
  mutating func recognizeUses() -> [Effect] {
    guard let current = open, let manners = openManners else { return [] }
    let conversation = current.conversation
    let earlier = answers.earlier.flatMap { $0.conversation == conversation.id ? $0.replies : nil } ?? []
    let basis = AnswerUses.Basis(
      conversation: conversation.id, version: conversation.version, entries: conversation.entries.count,
      earlier: earlier.count, edition: answers.library?.edition ?? 0)
    guard answers.uses?.basis != basis, answers.recognizing != basis else { return [] }
    var uses = AnswerUses(basis: basis)
    func made(_ entry: Entry) -> [AnswerUse] {
      entry.templates.compactMap { VariantID($0.variant) }
        .map { AnswerUse(variant: $0, entry: entry.id, at: entry.at, by: entry.author.displayName) }
    }
    uses.earlier = earlier.flatMap { made($0.entry) }
    uses.here = conversation.entries.filter(\.isOurAnswer).flatMap(made)
    answers.uses = uses
    guard earlier.count > 0 || conversation.entries.contains(where: \.isOurAnswer) else {
      answers.read = nil
      return []
    }
    answers.recognizing = basis
    return [
      .recognize(
        AnswerRecognition(
          basis: basis, locale: answerLocale, reader: ReplyReader(manners.pack), thread: conversation.entries,
          earlier: earlier, names: namesLeftOut(conversation), known: uses))
    ]
  }

  /// Names that make no difference between two replies.
  func namesLeftOut(_ conversation: Conversation) -> [String] {
    let contact = conversation.contact
    return [contact.full, contact.given, contact.family, contact.patronymic, settings.me.name].compactMap {
      $0
    }
  }

  /// Takes what was found out about our replies.
  mutating func take(_ read: ReadReplies) -> [Effect] {
    guard answers.recognizing == read.uses.basis else { return [] }
    answers.recognizing = nil
    guard answers.uses?.basis == read.uses.basis else { return [] }
    answers.uses = read.uses
    answers.read = read
    if case .answers(var popup)? = popup, popup.filling == nil, popup.option == 0 {
      let selected = popup.cursor.selected
      rank(&popup)
      if let selected { popup.cursor.select(selected) }
      findOptions(&popup)
      self.popup = .answers(popup)
    }
    return []
  }

  /// Orders the variants that are offered anew when colleagues have taken or let go one; what the agent has moved to stays.
  mutating func reofferAnswers() -> [Effect] {
    if case .answers(var popup)? = popup, popup.filling == nil, popup.option == 0 {
      findOptions(&popup)
      self.popup = .answers(popup)
    }
    return []
  }

  /// What a draft to a conversation is compared with; read at once where nobody has read it yet.
  func duplicateSetting(for conversation: Conversation, waits: Bool) -> DuplicateSetting? {
    if let read = answers.read, read.uses.basis == answers.uses?.basis,
      read.uses.basis.conversation == conversation.id
    {
      return DuplicateSetting(
        thread: read.thread, elsewhere: read.elsewhere, names: namesLeftOut(conversation))
    }
    guard waits, conversation.entries.contains(where: \.isOurAnswer),
      let manners = manners.known[Self.locale(of: conversation)] ?? nil
    else { return nil }
    var thread = PreparedReplies(ReplyReader(manners.pack))
    thread.update(conversation.entries, names: namesLeftOut(conversation))
    return DuplicateSetting(thread: thread, names: namesLeftOut(conversation))
  }

  /// After a reply has gone: learns what was picked for it, and does what its answers say is to be done.
  mutating func finish(_ offers: [ComposerOffer], in id: ConversationID) -> [Effect] {
    var effects: [Effect] = []
    for offer in offers {
      answers.picker?.learn(offer.variant.answer, in: offer.context)
      answers.lastUses[offer.variant] = now
      effects.append(.keepPick(offer.variant.answer, offer.context, offer.variant, at: now))
    }
    let settings = offers.compactMap { answers.library?.set.answers[$0.variant.answer]?.settings }
    return effects + acts(of: settings).flatMap { act($0, on: id) }
  }

  /// What answers say is to be done when the reply goes out; of several statuses the last one counts.
  func acts(of settings: [AnswerSettings]) -> [IntentAction] {
    var acts: [IntentAction] = []
    if let status = settings.compactMap(\.status).last { acts.append(.setStatus(status)) }
    let (add, remove) = (settings.flatMap(\.addTags), settings.flatMap(\.removeTags))
    if !add.isEmpty || !remove.isEmpty { acts.append(.tag(add: add, remove: remove)) }
    if let plan = settings.compactMap(\.followUp).last {
      acts.append(.followUp(FollowUp(at: now.adding(seconds: Int64(plan.after)), text: plan.text)))
    }
    return acts
  }

  /// Asks for an act on a conversation, open or not; nothing for what would change nothing.
  mutating func act(_ action: IntentAction, on id: ConversationID) -> [Effect] {
    let conversation = open?.conversation.id == id ? open?.conversation : nil
    let inverse = conversation.flatMap { Self.inverse(of: action, in: $0) }
    if conversation != nil, inverse == nil { return [] }
    if let conversation, let promise = promise(before: action, in: conversation) {
      return act(promise, on: id) + ask(action, on: id, inverse: inverse)
    }
    return ask(action, on: id, inverse: inverse)
  }

  private mutating func ask(
    _ action: IntentAction, on id: ConversationID, inverse: IntentAction?
  ) -> [Effect] {
    let who = open?.conversation.id == id ? open?.conversation.contact.displayName : nil
    let intent = Intent(clientKey: makeClientKey(), conversation: id, by: settings.me, action: action)
    pendingActs[intent.clientKey] = PendingAct(
      intent: intent, inverse: inverse, isReply: false, who: who)
    return [.ask(.apply(intent))]
  }
}

extension Composer {
  /// The safe request that was put into the text, as long as something of it is left there; nil when there is none.
  var keptRequest: AccessRequest? {
    guard let request, KeptShare.percent(of: request.text, in: field.text) >= KeptShare.least else {
      return nil
    }
    return request.access
  }

  /// The variants of which something is left in the text.
  var keptOffers: [ComposerOffer] {
    offers.filter { KeptShare.percent(of: $0.text, in: field.text) >= KeptShare.least }
  }

  /// What the reply was made from.
  var templateUses: [TemplateUse] {
    keptOffers.map { offer in
      TemplateUse(
        variant: offer.variant.description, version: offer.version,
        kept: KeptShare.percent(of: offer.text, in: field.text))
    }
  }
}
