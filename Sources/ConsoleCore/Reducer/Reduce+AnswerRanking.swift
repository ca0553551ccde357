import DeskModel
import LocalePacks
import ReplyTemplates
import Safeguards
import TextLayout
import Widgets

extension AppState {
  /// The languages whose texts an agent is shown when there are none in the customer's: that of the console.
  private var agentLocales: [LocaleTag] { [LocaleTag(manners.setting.language)].compactMap { $0 } }

  /// The locale for which answers are written to the customer of the open conversation.
  var answerLocale: LocaleTag? { openLocale.flatMap { LocaleTag($0) }.flatMap { $0 == .root ? nil : $0 } }

  /// Finds the answers that fit what was typed and what the conversation is about; the first is selected.
  mutating func rank(_ popup: inout AnswerPopup) {
    guard let library = answers.library, let picker = answers.picker, let current = open else { return }
    let context = pickContext(of: current, typed: popup.field.text)
    let fit = library.typical.fit(of: context.message)
    popup.isUntypical = !context.message.isEmpty && !library.typical.isTypical(context.message)
    let channel = current.conversation.channel
    // What was typed decides what is shown; what is known of the moment decides the order.
    let hasTyped = popup.field.text.contains { !$0.isWhitespace }
    let found = Set(
      hasTyped ? picker.index.search(popup.field.text, limit: AnswerPopup.limit).map(\.place) : [])
    let ranked = picker.rank(context, limit: AnswerPopup.limit) { place in
      if hasTyped, !found.contains(place) { return false }
      let channels = library.set.answers[picker.index.ids[place]]?.settings.channels ?? []
      return channels.isEmpty || channels.contains(channel)
    }
    // A team that has picked little yet is helped by what the answers themselves say that customers ask.
    let isFresh = picker.model.count < Self.fewPicks && !hasTyped && !popup.isUntypical
    let best = isFresh ? fit?.answer : nil
    let here = Dictionary(grouping: answers.uses?.here ?? [], by: \.variant.answer).mapValues(\.count)
    let earlier = Dictionary(grouping: answers.uses?.earlier ?? [], by: \.variant.answer).mapValues(\.count)
    let locale = answerLocale
    let order = ranked.filter { $0.id == best } + ranked.filter { $0.id != best }
    popup.rows = order.compactMap { hit in
      guard let answer = library.set.answers[hit.id] else { return nil }
      let found = library.texts(of: answer, for: locale, or: agentLocales)
      return AnswerPopup.Row(
        id: hit.id, title: answer.title(in: found?.locale), locale: found?.locale,
        isTheirs: found?.isTheirs ?? false, usesHere: here[hit.id] ?? 0, usesEarlier: earlier[hit.id] ?? 0)
    }
    popup.cursor = ListCursor(count: popup.rows.count, height: AnswerView.listRows(on: size))
    findOptions(&popup)
  }

  /// With fewer picks than this the team's habits are not known.
  private static let fewPicks = 200

  /// Fills in the variants of the selected answer.
  func findOptions(_ popup: inout AnswerPopup) {
    popup.option = 0
    popup.options = popup.selected.map { options(for: $0.id) } ?? []
  }

  /// In which moment an answer is picked.
  func pickContext(of current: OpenConversation, typed: String) -> PickContext {
    let conversation = current.conversation
    let made = Dictionary((answers.uses?.here ?? []).map { ($0.entry, $0.variant.answer) }) { $1 }
    let ours = conversation.entries.filter(\.isOurAnswer).suffix(2)
    let last = conversation.entries.lastIndex { $0.isOurAnswer }
    let since = conversation.entries.suffix(from: last.map { $0 + 1 } ?? conversation.entries.startIndex)
    let parent = current.composer.parent.flatMap { id in conversation.entries.first { $0.id == id } }
    let message =
      conversation.shape == .publicThread
      ? parent?.text ?? "" : since.filter(\.isFromOutside).map(\.text).joined(separator: "\n")
    return PickContext(
      language: answerLocale?.language, channel: conversation.channel, tags: conversation.tags,
      previous: ours.map { entry in made[entry.id].map { .answer($0) } ?? .freehand },
      message: String(message.suffix(2_000)), typed: typed)
  }

  /// The facts that are known in the open conversation; nil before the manners are here.
  func knownFacts(_ current: OpenConversation) -> KnownFacts? {
    guard let manners = openManners else { return nil }
    let contact = current.conversation.contact
    let offset = contact.timeZone.flatMap { zoneOffsets[$0] }
    let local = CivilTime(now, offsetSeconds: offset ?? utcOffset)
    return KnownFacts(
      current.conversation, person: answeredPerson(current), pack: manners.pack,
      KnownFacts.Setting(
        me: settings.me, agentGender: self.manners.setting.agentGender, sector: self.manners.setting.sector,
        today: local.daysSinceEpoch, minute: offset.map { _ in local.hour * 60 + local.minute },
        audience: current.composer.audience, isKnownCustomer: !current.earlier.isEmpty))
  }

  /// Whom the reply is for: the customer, or in a public thread a stranger of whom only the name is known.
  private func answeredPerson(_ current: OpenConversation) -> Contact {
    let contact = current.conversation.contact
    guard current.composer.audience == .world,
      let parent = current.composer.parent.flatMap({ id in
        current.conversation.entries.first { $0.id == id }
      }),
      parent.author.id != contact.id.rawValue, parent.author.kind != .agent
    else { return contact }
    return Contact(id: ContactID(parent.author.id), full: parent.author.name)
  }

  /// An answer's variants for the open conversation, the one to take first.
  func options(for id: AnswerID) -> [AnswerPopup.Option] {
    guard let library = answers.library, let current = open, let answer = library.set.answers[id],
      let found = library.texts(of: answer, for: answerLocale, or: agentLocales)
    else { return [] }
    let locale = found.isTheirs ? answerLocale ?? found.locale : found.locale
    let facts = knownFacts(current) ?? KnownFacts()
    let writer = library.writer(locale, today: day(of: current.conversation.contact))
    let filled = answers.filled[current.conversation.id] ?? [:]
    var options: [VariantID: AnswerPopup.Option] = [:]
    var candidates: [VariantCandidate] = []
    for variant in found.texts.variants {
      let name = VariantID(answer: id, locale: found.locale, name: variant.name)
      let reply = library.set.render(
        variant, of: answer, locale: locale, facts: facts, filled: filled, writer: writer, library.family)
      options[name] = AnswerPopup.Option(
        variant: name, version: variant.version, reply: reply, standing: .fits([], nil))
      candidates.append(
        VariantCandidate(
          id: name, audience: variant.audience,
          channels: variant.channels.isEmpty ? nil : Set(variant.channels), occasion: variant.occasion,
          missing: reply.missing + reply.missingFragments))
    }
    return ordered(options, candidates, answer, current)
  }

  private func ordered(
    _ options: [VariantID: AnswerPopup.Option], _ candidates: [VariantCandidate], _ answer: Answer,
    _ current: OpenConversation
  ) -> [AnswerPopup.Option] {
    let offered = current.composer.offers.map(\.variant)
    let audience = current.composer.audience == .internal ? Audience.customer : current.composer.audience
    let offer = VariantChooser.offer(
      candidates,
      in: OfferSituation(
        conversation: current.conversation.id.rawValue,
        locales: Set(candidates.map(\.id.locale)).sorted { "\($0)" < "\($1)" },
        audience: audience, channel: current.conversation.channel,
        isFirstReply: !current.conversation.hasOurAnswer),
      usage: usage(of: answer.id, current), isFirstContactOnly: answer.settings.isFirstContactOnly)
    var result: [AnswerPopup.Option] = []
    func add(_ name: VariantID, _ standing: AnswerPopup.Standing) {
      guard var option = options[name] else { return }
      option.standing = standing
      if let fragment = option.reply.missingFragments.first, option.reply.missing.isEmpty {
        option.standing = .lacksFragment(fragment)
      }
      result.append(option)
    }
    for variant in trialFirst(offer.ranked, answer, current) {
      if let given = offer.givenBefore {
        add(variant.id, .onlyOnce(given))
      } else {
        add(variant.id, .fits(variant.reasons, variant.precedence))
      }
    }
    for variant in offer.excluded.sorted(by: { rank($0.reason) < rank($1.reason) }) {
      add(variant.id, .excluded(variant.reason))
    }
    // What stands in the reply already is said a second time only if somebody wants it.
    let written = result.filter { offered.contains($0.variant) }.map { option in
      var option = option
      option.standing = .written
      return option
    }
    let fresh = result.filter { !offered.contains($0.variant) }
    let fitting = fresh.prefix { if case .fits = $0.standing { true } else { false } }
    return Array(fitting) + written + fresh.dropFirst(fitting.count)
  }

  /// While a trial runs and neither variant was used here, the one that the conversation is to have comes first.
  private func trialFirst(
    _ ranked: [RankedVariant], _ answer: Answer, _ current: OpenConversation
  ) -> [RankedVariant] {
    guard let trial = answer.settings.trial, current.composer.audience == .customer else { return ranked }
    return TrialJudgement.ordered(ranked, by: trial, in: current.conversation.id, of: answer.id)
  }

  /// What does not fit, the nearest to fitting first.
  private func rank(_ reason: OfferExclusion) -> Int {
    switch reason {
    case .otherOccasion: 0
    case .otherAudience: 1
    case .otherChannel: 2
    case .otherLocale: 3
    case .missing: 4
    }
  }

  /// Where the variants of an answer were used, as far as this console knows.
  private func usage(of id: AnswerID, _ current: OpenConversation) -> UsageView {
    let (here, contact) = (current.conversation.id.rawValue, current.conversation.contact.id.rawValue)
    func use(_ use: AnswerUse, _ conversation: String) -> VariantUse {
      VariantUse(
        variant: use.variant, conversation: conversation, customer: contact,
        at: Int(use.at.milliseconds / 1_000), by: use.by)
    }
    let elsewhere = answers.lastUses.map { variant, at in
      VariantUse(variant: variant, conversation: "", at: Int(at.milliseconds / 1_000), by: settings.me.name)
    }
    let uses =
      elsewhere.sorted { $0.at < $1.at } + (answers.uses?.earlier ?? []).map { use($0, "") }
      + (answers.uses?.here ?? []).map { use($0, here) }
    // A colleague who is gone says so at once: what they have in their replies counts as of now.
    let at = Int(now.milliseconds / 1_000)
    let reservations = others(at: current.conversation.id).flatMap { other in
      other.holding.compactMap { VariantID($0) }
        .map { VariantReservation(variant: $0, conversation: here, by: other.agent.name, at: at) }
    }
    var view = UsageView(
      of: id, uses: uses, reservations: reservations, conversation: here, customer: contact, now: at)
    for (variant, said) in answers.uses?.nearlySaid ?? [:] where variant.answer == id {
      view.variants[variant, default: VariantUsage()].nearlySaid = PastUse(
        at: Int(said.at.milliseconds / 1_000), by: said.by)
    }
    return view
  }
}
