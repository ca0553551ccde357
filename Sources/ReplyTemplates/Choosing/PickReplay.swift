import DeskModel
import LocalePacks

/// Plays a team's past replies through the picker, as if it had been there, learning only from what came
/// earlier.
///
/// Each reply that was an answer is ranked before it is learned. What the picker would have offered first is
/// remembered as sent, beside what was sent in
/// truth; so a repeat is counted whether the agents had followed the offers or not.
package struct PickReplay: Sendable {
  /// What has been counted.
  package private(set) var report = ReplayReport()
  /// The picker as it stands now.
  package private(set) var picker: AnswerPicker

  private let tagged: [String: [Int]]
  private let candidates: ReplayCandidates
  private let match: @Sendable (String) -> AnswerID?
  private let variants: @Sendable (AnswerID, ReplayConversation) -> [ReplayVariant]

  /// Makes a replay of a set.
  ///
  /// - Parameters:
  ///   - answers: the set.
  ///   - model: what is known before the first conversation.
  ///   - weights: how much each sign counts.
  ///   - candidates: which answers may be offered.
  ///   - variants: the variants of an answer that fit a conversation.
  ///   - match: the answer of which a text is nearly a variant; nil when it is of none. It is asked only
  ///     where no pick is known.
  package init(
    answers: [IndexedAnswer], model: PickModel = PickModel(), weights: PickWeights = PickWeights(),
    candidates: ReplayCandidates = .all,
    variants: @escaping @Sendable (AnswerID, ReplayConversation) -> [ReplayVariant],
    match: @escaping @Sendable (String) -> AnswerID?
  ) {
    picker = AnswerPicker(index: AnswerIndex(answers), model: model).weighing(weights)
    var tagged: [String: [Int]] = [:]
    for (place, answer) in answers.enumerated() {
      for tag in Set(answer.tags) { tagged[tag, default: []].append(place) }
    }
    self.tagged = tagged
    self.candidates = candidates
    self.match = match
    self.variants = variants
  }

  /// Plays one conversation; they come in the order in which they happened.
  ///
  /// - Complexity: O(replies × answers).
  package mutating func play(_ conversation: ReplayConversation) {
    report.conversations += 1
    let allowed = allowed(in: conversation)
    var context = PickContext(
      language: conversation.locale?.language, channel: conversation.channel, tags: conversation.tags)
    var sent = SentTexts(terms: picker.index.terms)
    for turn in conversation.turns {
      switch turn {
      case .customer(let text):
        context.message += context.message.isEmpty ? text : "\n" + text
      case .reply(let text, let typed, let picked):
        context.typed = typed ?? ""
        let answer = picked ?? match(text)
        if let answer {
          offer(answer, in: context, of: conversation, allowed, &sent)
          picker.learn(answer, in: context)
        } else {
          report.freehand += 1
        }
        sent.add(text, isAnswer: answer != nil)
        context.previous = context.previous.suffix(1) + [answer.map { .answer($0) } ?? .freehand]
        context.message = ""
      }
    }
    if sent.hasRepeat { report.repeatingConversations += 1 }
  }

  private func allowed(in conversation: ReplayConversation) -> [Bool]? {
    guard candidates == .sharingTags else { return nil }
    let places = conversation.tags.flatMap { tagged[$0] ?? [] }
    if places.isEmpty { return nil }
    var allowed = [Bool](repeating: false, count: picker.index.ids.count)
    for place in places { allowed[place] = true }
    return allowed
  }

  private mutating func offer(
    _ picked: AnswerID, in context: PickContext, of conversation: ReplayConversation, _ allowed: [Bool]?,
    _ sent: inout SentTexts
  ) {
    let count = picker.index.ids.count
    let ranked = picker.rank(context, limit: count) { allowed?[$0] ?? true }
    if let place = ranked.firstIndex(where: { $0.id == picked }) {
      report.picks += 1
      report.reciprocals += 1 / Double(place + 1)
      if place == 0 { report.first += 1 }
      if place < 3 { report.amongThree += 1 }
    } else {
      report.absent += 1
    }
    if let first = ranked.first?.id {
      let texts = variants(first, conversation)
      if let offered = choose(among: texts, of: conversation, sent) {
        report.offers += 1
        if sent.holds(offered) {
          if texts.contains(where: { !sent.holds($0) }) {
            report.repeatsOffered += 1
          } else {
            report.usedUp += 1
          }
        }
      }
    }
    if let taken = choose(among: variants(picked, conversation), of: conversation, sent) {
      sent.take(taken.id)
    }
  }

  /// The variant that would be offered first.
  private func choose(
    among texts: [ReplayVariant], of conversation: ReplayConversation, _ sent: SentTexts
  ) -> ReplayVariant? {
    var usage = UsageView()
    for text in texts { usage.variants[text.id] = sent.usage(of: text) }
    let offer = VariantChooser.offer(
      texts.map { VariantCandidate(id: $0.id, audience: .customer) },
      in: OfferSituation(
        conversation: conversation.id, locales: texts.map(\.id.locale), audience: .customer,
        isFirstReply: false),
      usage: usage)
    return texts.first { $0.id == offer.first?.id }
  }
}
