import DeskModel
import LocalePacks
import ReplyTemplates
import SeededRandom
import Testing

@Suite struct VariantChooserTests {
  static let answer = AnswerID("outage")
  static let id = LocaleTag(language: "id")

  static func variant(_ name: String, _ locale: LocaleTag = id) -> VariantID {
    VariantID(answer: answer, locale: locale, name: name)
  }

  static func candidates(_ count: Int) -> [VariantCandidate] {
    (0..<count).map { VariantCandidate(id: variant("v\($0)"), audience: .world) }
  }

  static func situation(_ conversation: String = "post") -> OfferSituation {
    OfferSituation(
      conversation: conversation, locales: [id, .root], audience: .world, channel: "comments",
      isFirstReply: false)
  }

  static func use(_ name: String, _ conversation: String, _ customer: String, at: Int) -> VariantUse {
    VariantUse(variant: variant(name), conversation: conversation, customer: customer, at: at, by: "ayu")
  }

  static func offer(_ names: [String], uses: [VariantUse], held: [VariantReservation] = []) -> VariantOffer {
    VariantChooser.offer(
      names.map { VariantCandidate(id: variant($0), audience: .world) }, in: situation(),
      usage: UsageView(
        of: answer, uses: uses, reservations: held, conversation: "post", customer: "siti", now: 1000))
  }

  // MARK: - A thread of 60 comments that ask one question

  @Test(arguments: 2...8, [1, 2, 3, 4] as [UInt64])
  func fiveAgentsWhoTakeTheFirstOfferNeverRepeatTooSoon(variants: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sent: [VariantUse] = []
    let comments = Array(0..<60).shuffled(using: &random).prefix(40)
    for comment in comments {
      let customer = "customer-\(comment % 45)"
      let offer = VariantChooser.offer(
        Self.candidates(variants), in: Self.situation("post-\(seed)"),
        usage: UsageView(
          of: Self.answer, uses: sent, conversation: "post-\(seed)", customer: customer,
          now: 5000 + sent.count))
      let first = try #require(offer.first)
      #expect(offer.isUsedUp == (sent.count >= variants))
      // Two replies may well stand in one second.
      sent.append(
        VariantUse(
          variant: first.id, conversation: "post-\(seed)", customer: customer, at: 5000 + sent.count / 3,
          by: "agent-\(Int.random(in: 0..<5, using: &random))"))
    }
    Self.expectNoRepeats(sent.map(\.variant), variants: variants)
  }

  @Test(arguments: 6...8, [1, 2, 3, 4, 5, 6] as [UInt64])
  func fiveAgentsWhoWriteAtTheSameTimeDoNotEither(variants: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var sent: [VariantUse] = []
    var held: [VariantReservation] = []
    var chosen: [VariantID] = []
    for second in 0..<4000 where sent.count < 40 {
      let agent = "agent-\(Int.random(in: 0..<5, using: &random))"
      if let place = held.firstIndex(where: { $0.by == agent }) {
        if Int.random(in: 0..<4, using: &random) > 0 { continue }
        let mine = held.remove(at: place)
        sent.append(
          VariantUse(
            variant: mine.variant, conversation: "post", customer: "c\(second)", at: second, by: agent))
      } else {
        let offer = VariantChooser.offer(
          Self.candidates(variants), in: Self.situation(),
          usage: UsageView(
            of: Self.answer, uses: sent, reservations: held, conversation: "post", customer: nil, now: second)
        )
        let first = try #require(offer.first).id
        chosen.append(first)
        held.append(VariantReservation(variant: first, conversation: "post", by: agent, at: second))
      }
    }
    #expect(sent.count == 40)
    for (left, right) in zip(sent, sent.dropFirst()) { #expect(left.variant != right.variant) }
    #expect(Set(chosen.prefix(variants)).count == variants)
  }

  static func expectNoRepeats(_ sent: [VariantID], variants: Int) {
    for (left, right) in zip(sent, sent.dropFirst()) { #expect(left != right) }
    for start in sent.indices.dropLast(variants - 1) {
      #expect(Set(sent[start..<start + variants]).count == variants)
    }
  }

  // MARK: - Order

  @Test func whatIsUnusedInTheThreadComesFirstThenWhatTheCustomerDidNotHaveThenWhatIsLongestAgo() {
    let uses = [
      Self.use("old", "elsewhere", "budi", at: 10), Self.use("customer", "elsewhere", "siti", at: 5),
      Self.use("recent", "elsewhere", "budi", at: 20), Self.use("here", "post", "budi", at: 1),
    ]
    let offer = Self.offer(["here", "customer", "recent", "old", "never"], uses: uses)
    #expect(offer.ranked.map(\.id.name) == ["never", "old", "recent", "customer", "here"])
    #expect(
      offer.ranked.map(\.precedence) == [.longerAgo, .longerAgo, .lessUsedForCustomer, .unusedHere, nil])
    #expect(offer.ranked[0].reasons == [.unusedHere, .neverUsed])
    #expect(
      offer.ranked[4].reasons == [
        .usedHere(count: 1, last: PastUse(at: 1, by: "ayu", order: 3)),
        .lastUsed(PastUse(at: 1, by: "ayu", order: 3)),
      ])
    #expect(!offer.isUsedUp)
  }

  @Test func whatOurSideNearlySaidByHandCountsAsUsed() {
    var usage = UsageView()
    var said = VariantUsage()
    said.nearlySaid = PastUse(at: 7, by: "made")
    usage.variants[Self.variant("v0")] = said
    let offer = VariantChooser.offer(Self.candidates(2), in: Self.situation(), usage: usage)
    #expect(offer.ranked.map(\.id.name) == ["v1", "v0"])
    #expect(offer.ranked[1].reasons.first == .nearlySaid(PastUse(at: 7, by: "made")))
    let alone = VariantChooser.offer(Self.candidates(1), in: Self.situation(), usage: usage)
    #expect(alone.isUsedUp)
  }

  @Test func whatAColleagueIsWritingCountsAsUsedUntilItIsGivenUp() {
    let held = VariantReservation(variant: Self.variant("a"), conversation: "post", by: "made", at: 990)
    let offer = Self.offer(["a", "b"], uses: [], held: [held])
    #expect(offer.first?.id.name == "b")
    #expect(offer.ranked.last?.reasons == [.reserved(PastUse(at: 990, by: "made")), .neverUsed])
    var old = held
    old.at = 1000 - VariantReservation.lifetime
    #expect(Self.offer(["a", "b"], uses: [], held: [old]).ranked.allSatisfy { !$0.isUsedHere })
    var elsewhere = held
    elsewhere.conversation = "other"
    #expect(Self.offer(["a", "b"], uses: [], held: [elsewhere]).ranked.allSatisfy { !$0.isUsedHere })
  }

  @Test func theOnlyVariantIsOfferedAgainButSaidToBeUsedUp() {
    let offer = Self.offer(["a"], uses: [Self.use("a", "post", "budi", at: 3)])
    #expect(offer.first?.id.name == "a")
    #expect(offer.isUsedUp)
    #expect(!VariantChooser.offer([], in: Self.situation(), usage: UsageView()).isUsedUp)
  }

  @Test func aConversationIsOfferedTheSameAgainAndOthersSomethingElse() {
    let firsts = (0..<40).map { number -> VariantID? in
      let situation = Self.situation("post-\(number)")
      let once = VariantChooser.offer(Self.candidates(4), in: situation, usage: UsageView())
      let again = VariantChooser.offer(Self.candidates(4).reversed(), in: situation, usage: UsageView())
      #expect(once.ranked.map(\.id) == again.ranked.map(\.id))
      #expect(once.ranked.first?.precedence == .tie)
      return once.first?.id
    }
    #expect(Set(firsts).count == 4)
  }

  // MARK: - What fits

  @Test func saysOfEachVariantWhyItDoesNotFit() {
    let english = LocaleTag(language: "en")
    let candidates = [
      VariantCandidate(id: Self.variant("fits"), audience: .world, channels: ["comments"]),
      VariantCandidate(id: Self.variant("language", english), audience: .world),
      VariantCandidate(id: Self.variant("private"), audience: .customer),
      VariantCandidate(id: Self.variant("channel"), audience: .world, channels: ["mail"]),
      VariantCandidate(id: Self.variant("first"), audience: .world, occasion: .first),
      VariantCandidate(id: Self.variant("later"), audience: .world, occasion: .later),
      VariantCandidate(id: Self.variant("facts"), audience: .world, missing: ["order.number"]),
    ]
    let offer = VariantChooser.offer(candidates, in: Self.situation(), usage: UsageView())
    #expect(Set(offer.ranked.map(\.id.name)) == ["fits", "later"])
    #expect(
      offer.excluded.map(\.reason) == [
        .otherLocale, .otherAudience, .otherChannel, .otherOccasion(.first), .missing(["order.number"]),
      ])
    var unknown = Self.situation()
    unknown.channel = nil
    unknown.isFirstReply = true
    let other = VariantChooser.offer(candidates, in: unknown, usage: UsageView())
    #expect(other.ranked.map(\.id.name) == ["first"])
  }

  @Test func aCloserLocaleComesFirstUntilItIsUsedInTheThread() throws {
    let mexico = try #require(LocaleTag("es-MX"))
    let spanish = LocaleTag(language: "es")
    let candidates = [
      VariantCandidate(id: Self.variant("a", spanish), audience: .world),
      VariantCandidate(id: Self.variant("b", mexico), audience: .world),
    ]
    var situation = Self.situation()
    situation.locales = [mexico, spanish]
    let offer = VariantChooser.offer(candidates, in: situation, usage: UsageView())
    #expect(offer.ranked.map(\.id.name) == ["b", "a"])
    #expect(offer.ranked.map(\.precedence) == [.closerLocale, nil])
    #expect(offer.ranked[1].reasons.contains(.widerLocale(spanish)))
    let used = VariantUse(variant: Self.variant("b", mexico), conversation: "post", at: 1)
    let view = UsageView(of: Self.answer, uses: [used], conversation: "post", customer: nil, now: 2)
    #expect(VariantChooser.offer(candidates, in: situation, usage: view).first?.id.name == "a")
  }

  @Test func anAnswerForTheFirstContactIsNotOfferedASecondTime() {
    let uses = [Self.use("a", "elsewhere", "siti", at: 4), Self.use("b", "other", "budi", at: 8)]
    let view = UsageView(of: Self.answer, uses: uses, conversation: "post", customer: "siti", now: 9)
    let offer = VariantChooser.offer(
      Self.candidates(2), in: Self.situation(), usage: view, isFirstContactOnly: true)
    #expect(offer.first == nil)
    #expect(offer.givenBefore == PastUse(at: 4, by: "ayu"))
    #expect(offer.ranked.count == 2)
    let stranger = UsageView(of: Self.answer, uses: uses, conversation: "post", customer: "x", now: 9)
    let open = VariantChooser.offer(
      Self.candidates(2), in: Self.situation(), usage: stranger, isFirstContactOnly: true)
    #expect(open.first != nil)
  }

  @Test func listsTheVariantsOfAnAnswerWithTheChannelsOfBoth() {
    func text(_ name: String, _ channels: [String]) -> Variant {
      Variant(
        name: name, audience: .customer, channels: channels, source: "x", body: TemplateBody([.text("x")]))
    }
    let answer = Answer(
      id: Self.answer, about: AnswerAbout(title: "x", settings: AnswerSettings(channels: ["mail", "chat"])),
      locales: [
        Self.id: AnswerTexts(variants: [
          text("all", []), text("one", ["chat", "review"]), text("none", ["review"]),
        ])
      ])
    let candidates = VariantCandidate.all(of: answer) { _, variant in variant.name == "one" ? ["x"] : [] }
    #expect(candidates.map(\.channels) == [["mail", "chat"], ["chat"], []])
    #expect(candidates.map(\.missing) == [[], ["x"], []])
  }
}
