import DeskLink
import DeskModel
import LocalePacks
import ReplyTemplates
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
    let effects = refreshRoom()
    let fresh = problems.filter { answers.told.insert($0).inserted }
    guard let problem = fresh.first else { return effects }
    let more = fresh.count - 1
    return effects
      + say(
        more == 0
          ? words("answers.problem", problem) : words("answers.problems", problem, SafeText(String(more))),
        isError: true)
  }

  /// Reads the answers anew when they are needed next: somebody may have changed them.
  mutating func forgetAnswers() {
    answers.isAsked = false
    answers.told = []
  }

  /// Finds out which variants our replies in the open conversation were made from: at once for what says so itself.
  mutating func recognizeUses() -> [Effect] {
    guard let library = answers.library, let current = open else { return [] }
    let conversation = current.conversation
    let basis = AnswerUses.Basis(
      conversation: conversation.id, version: conversation.version, entries: conversation.entries.count,
      edition: library.edition)
    guard answers.uses?.basis != basis, answers.recognizing != basis else { return [] }
    var uses = AnswerUses(basis: basis)
    var unknown: [AnswerRecognition.Reply] = []
    func look(_ entry: Entry, isEarlier: Bool) {
      let by = entry.author.displayName
      let made = entry.templates.compactMap { VariantID($0.variant) }
        .map { AnswerUse(variant: $0, entry: entry.id, at: entry.at, by: by) }
      if isEarlier { uses.earlier += made } else { uses.here += made }
      if made.isEmpty {
        unknown.append(
          AnswerRecognition.Reply(
            entry: entry.id, at: entry.at, by: by, text: entry.text, isEarlier: isEarlier))
      }
    }
    if let earlier = answers.earlier, earlier.conversation == conversation.id {
      for reply in earlier.replies { look(reply.entry, isEarlier: true) }
    }
    for entry in conversation.entries where entry.isOurAnswer { look(entry, isEarlier: false) }
    answers.uses = uses
    guard !unknown.isEmpty else { return [] }
    answers.recognizing = basis
    return [
      .recognize(
        AnswerRecognition(
          basis: basis, locale: Self.locale(of: conversation), known: uses,
          replies: Array(unknown.suffix(AnswerRecognition.limit))))
    ]
  }

  /// Takes what our replies were made from.
  mutating func take(_ uses: AnswerUses) -> [Effect] {
    guard answers.recognizing == uses.basis else { return [] }
    answers.recognizing = nil
    guard answers.uses?.basis == uses.basis else { return [] }
    answers.uses = uses
    if case .answers(var popup)? = popup, popup.filling == nil, popup.option == 0 {
      let selected = popup.cursor.selected
      rank(&popup)
      if let selected { popup.cursor.select(selected) }
      findOptions(&popup)
      self.popup = .answers(popup)
    }
    return []
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
  private mutating func act(_ action: IntentAction, on id: ConversationID) -> [Effect] {
    let conversation = open?.conversation.id == id ? open?.conversation : nil
    let inverse = conversation.flatMap { Self.inverse(of: action, in: $0) }
    if conversation != nil, inverse == nil { return [] }
    let intent = Intent(clientKey: makeClientKey(), conversation: id, by: settings.me, action: action)
    pendingActs[intent.clientKey] = PendingAct(
      intent: intent, inverse: inverse, isReply: false, who: conversation?.contact.displayName)
    return [.ask(.apply(intent))]
  }
}

extension Composer {
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
