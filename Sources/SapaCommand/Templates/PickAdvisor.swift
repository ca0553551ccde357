import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls

/// Picks answers for a moment as the console does, and fills in the variant to take first.
struct PickAdvisor: Sendable {
  /// An answer that may be meant.
  struct Pick: Sendable, Hashable {
    var id: AnswerID
    var title: String
    /// The locale of its texts; nil when it has none.
    var locale: LocaleTag?
    /// Whether these are in the customer's language.
    var isTheirs: Bool
    var reasons: [PickReason]
    /// What of the customer's words speaks for it.
    var echo: Echo
    /// Its variants.
    var offer: VariantOffer
    /// The one to take first; nil when none fits, or when the customer has had the answer and may not get it again.
    var first: RankedVariant?
    /// The text of that one.
    var reply: RenderedReply?
  }

  /// What of an answer the customer's words are like.
  enum Echo: Sendable, Hashable {
    case none
    /// Its names, its texts and what customers ask.
    case words
    /// What customers ask who want it, more than of any other answer.
    case asked
  }

  /// What is to be said in a moment.
  struct Advice: Sendable, Hashable {
    /// Whether the customer's words are such as the answers are for; true also when nobody can tell.
    var isTypical: Bool
    var picks: [Pick]
  }

  /// Who asks, and when.
  struct Setting: Sendable {
    var me: Agent
    var agentGender: Gender?
    var sector: String?
    /// The language whose texts are shown where there are none in the customer's.
    var language: String
    var now: Timestamp
  }

  private struct Hit {
    var id: AnswerID
    var reasons: [PickReason]
    var echo: Echo
  }

  private let library: AnswerLibrary
  private let picker: AnswerPicker
  private let recognizer: ReplyRecognizer
  private let packs: PackLibrary
  private let setting: Setting

  init(_ library: AnswerLibrary, packs: PackLibrary, _ setting: Setting) {
    self.library = library
    self.packs = packs
    self.setting = setting
    picker = AnswerPicker(index: library.index)
    recognizer = ReplyRecognizer(library.set, index: library.index)
  }

  /// The answers for a moment, best first.
  func advice(_ request: PickRequest, limit: Int) -> Advice {
    let uses = uses(in: request)
    let context = context(request, uses)
    let isTypical = context.message.isEmpty || library.typical.isTypical(context.message)
    let ranked =
      request.query.contains { !$0.isWhitespace } || context.message.isEmpty
      ? byQuery(context, request, limit) : byMessage(context, request, limit)
    return Advice(
      isTypical: isTypical, picks: ranked.prefix(limit).compactMap { pick($0, request, uses) })
  }

  /// What fits what was typed; all answers when nothing was.
  private func byQuery(
    _ context: PickContext, _ request: PickRequest, _ limit: Int
  ) -> [Hit] {
    let hits = library.index.search(request.query, limit: max(limit, 50)).map(\.place)
    let found: Set<Int>? = request.query.contains { !$0.isWhitespace } ? Set(hits) : nil
    return picker.rank(context, limit: limit) { place in
      found?.contains(place) ?? true && isForChannel(place, request)
    }.map { Hit(id: $0.id, reasons: $0.reasons, echo: .none) }
  }

  /// What fits what the customer wrote: nothing is learned here, so these words are all that tells answers apart.
  private func byMessage(
    _ context: PickContext, _ request: PickRequest, _ limit: Int
  ) -> [Hit] {
    func hit(_ place: Int, _ echo: Echo) -> Hit { Hit(id: library.index.ids[place], reasons: [], echo: echo) }
    var found = library.index.search(context.message, limit: limit + 1) { isForChannel($0, request) }
      .map(\.place)
    let asked = library.typical.fit(of: context.message).flatMap { fit in
      fit.fit > 0 && library.typical.isTypical(context.message) ? library.index.place(of: fit.answer) : nil
    }
    found.removeAll { $0 == asked }
    let first = asked.flatMap { isForChannel($0, request) ? $0 : nil }
    return (first.map { [hit($0, .asked)] } ?? []) + found.map { hit($0, .words) }
  }

  private func isForChannel(_ place: Int, _ request: PickRequest) -> Bool {
    let channels = library.set.answers[library.index.ids[place]]?.settings.channels ?? []
    return channels.isEmpty || channels.contains(request.conversation.channel)
  }

  /// What our side said in the thread, of which answers.
  private func uses(in request: PickRequest) -> [(entry: EntryID, use: VariantUse, isSure: Bool)] {
    let conversation = request.conversation
    return conversation.entries.filter(\.isOurAnswer).flatMap { entry in
      var variants = entry.templates.compactMap { VariantID($0.variant) }.map { ($0, true) }
      if variants.isEmpty,
        let found = recognizer.variant(
          of: entry.text, isPublic: entry.audience == .world, conversationTags: conversation.tags)
      {
        variants = [(found, false)]
      }
      return variants.map { variant, isSure in
        (
          entry.id,
          VariantUse(
            variant: variant, conversation: conversation.id.rawValue,
            customer: conversation.contact.id.rawValue, at: Int(entry.at.milliseconds / 1_000),
            by: entry.author.displayName), isSure
        )
      }
    }
  }

  private func context(
    _ request: PickRequest, _ uses: [(entry: EntryID, use: VariantUse, isSure: Bool)]
  ) -> PickContext {
    let conversation = request.conversation
    let made = Dictionary(uses.map { ($0.entry, $0.use.variant.answer) }) { $1 }
    let ours = conversation.entries.filter(\.isOurAnswer).suffix(2)
    let last = conversation.entries.lastIndex { $0.isOurAnswer }
    let since = conversation.entries.suffix(from: last.map { $0 + 1 } ?? 0).filter(\.isFromOutside)
    // In public each comment is answered by itself.
    let words = request.audience == .world ? since.suffix(1) : since[...]
    return PickContext(
      language: request.locale.flatMap { LocaleTag($0) }?.language, channel: conversation.channel,
      tags: conversation.tags,
      previous: ours.map { entry in made[entry.id].map { .answer($0) } ?? .freehand },
      message: String(words.map(\.text).joined(separator: "\n").suffix(2_000)), typed: request.query)
  }

  private func pick(
    _ hit: Hit, _ request: PickRequest,
    _ uses: [(entry: EntryID, use: VariantUse, isSure: Bool)]
  ) -> Pick? {
    guard let answer = library.set.answers[hit.id] else { return nil }
    let tag = request.locale.flatMap { LocaleTag($0) }
    let own = [LocaleTag(setting.language)].compactMap(\.self)
    guard let found = library.texts(of: answer, for: tag, or: own) else { return nil }
    let locale = found.isTheirs ? tag ?? found.locale : found.locale
    let rendered = render(answer, found.texts, locale, request)
    let candidates = found.texts.variants.map { variant in
      let reply = rendered[variant.name]
      return VariantCandidate(
        id: VariantID(answer: answer.id, locale: found.locale, name: variant.name),
        audience: variant.audience,
        channels: variant.channels.isEmpty ? nil : Set(variant.channels), occasion: variant.occasion,
        missing: (reply?.missing ?? []) + (reply?.missingFragments ?? []))
    }
    let conversation = request.conversation
    var offer = VariantChooser.offer(
      candidates,
      in: OfferSituation(
        conversation: conversation.id.rawValue, locales: [found.locale], audience: request.audience,
        channel: conversation.channel, isFirstReply: !conversation.hasOurAnswer),
      usage: usage(of: answer.id, request, uses),
      isFirstContactOnly: answer.settings.isFirstContactOnly)
    if let trial = answer.settings.trial, request.audience == .customer {
      offer.ranked = TrialJudgement.ordered(offer.ranked, by: trial, in: conversation.id, of: answer.id)
    }
    let first = offer.first
    return Pick(
      id: answer.id, title: answer.title(in: found.locale), locale: found.locale, isTheirs: found.isTheirs,
      reasons: hit.reasons, echo: hit.echo, offer: offer, first: first,
      reply: first.flatMap { rendered[$0.id.name] })
  }

  private func usage(
    of answer: AnswerID, _ request: PickRequest,
    _ uses: [(entry: EntryID, use: VariantUse, isSure: Bool)]
  ) -> UsageView {
    var view = UsageView(
      of: answer, uses: uses.filter(\.isSure).map(\.use), conversation: request.conversation.id.rawValue,
      customer: request.conversation.contact.id.rawValue, now: Int(setting.now.milliseconds / 1_000))
    for (order, found) in uses.enumerated() where !found.isSure && found.use.variant.answer == answer {
      view.variants[found.use.variant, default: VariantUsage()].nearlySaid = PastUse(
        at: found.use.at, by: found.use.by, order: order)
    }
    // What was said last must not come next, however it is known.
    if let last = uses.last(where: { $0.use.variant.answer == answer }) { view.lastHere = last.use.variant }
    return view
  }

  /// The variants of a locale for the customer, by name.
  private func render(
    _ answer: Answer, _ texts: AnswerTexts, _ locale: LocaleTag, _ request: PickRequest
  ) -> [String: RenderedReply] {
    let conversation = request.conversation
    let offset = conversation.contact.timeZone.flatMap {
      ZoneOffset($0)?.seconds(at: setting.now.milliseconds)
    }
    let local = CivilTime(setting.now, offsetSeconds: offset ?? 0)
    let facts = KnownFacts(
      conversation, person: conversation.contact, pack: packs.resolve(locale).pack,
      KnownFacts.Setting(
        me: setting.me, agentGender: setting.agentGender, sector: setting.sector,
        today: local.daysSinceEpoch, minute: offset.map { _ in local.hour * 60 + local.minute },
        audience: request.audience))
    let writer = library.writer(locale, today: local.daysSinceEpoch)
    return Dictionary(
      texts.variants.map { variant in
        (
          variant.name,
          library.set.render(
            variant, of: answer, locale: locale, facts: facts, writer: writer, library.family)
        )
      }
    ) { $1 }
  }
}
