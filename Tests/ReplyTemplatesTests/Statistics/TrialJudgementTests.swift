import DeskModel
import LocalePacks
import ReplyTemplates
import SeededRandom
import Testing

@Suite("A trial between two variants")
struct TrialJudgementTests {
  private let answer = AnswerID("late")
  private let trial = VariantTrial(variants: ["plain", "warm"], limit: 400, difference: 5)

  /// Replies in conversations that follow the trial, solved with a probability for each arm.
  private func replies(_ count: Int, plain: Double, warm: Double, _ random: inout SeededGenerator)
    -> [SentVariant]
  {
    (0..<count).map { number in
      let id = ConversationID("c-\(number)-\(random.next() % 1_000_000)")
      let name = TrialJudgement.assigned(trial, to: id, of: answer)
      let chance = name == "plain" ? plain : warm
      let draw = Double(random.next() % 1_000_000) / 1_000_000
      return SentVariant(
        variant: VariantID(answer: answer, locale: LocaleTag(language: "en"), name: name), conversation: id,
        at: Timestamp(milliseconds: Int64(number)), isFirstReply: true, wroteAgain: draw >= chance,
        solved: draw < chance)
    }
  }

  @Test(
    "names a winner between equal variants in about one of twenty trials, though somebody looks after every reply"
  )
  func falseWinners() {
    var random = SeededGenerator(seed: 11)
    var winners = 0
    for _ in 0..<600 {
      let all = replies(400, plain: 0.6, warm: 0.6, &random)
      // What a look in between would say is what the last look before it says: no look is added by looking.
      if case .better = TrialJudgement(trial, of: answer, all).verdict { winners += 1 }
    }
    #expect(winners <= 45, "\(winners) of 600; 30 are expected")
  }

  @Test("finds a large difference before the end, and keeps to what it found")
  func largeDifference() {
    var random = SeededGenerator(seed: 5)
    let all = replies(400, plain: 0.45, warm: 0.85, &random)
    #expect(TrialJudgement(trial, of: answer, all).verdict == .better("warm"))
    #expect(TrialJudgement(trial, of: answer, Array(all.prefix(200))).verdict == .better("warm"))
  }

  @Test("the variant that the conversation is to have is offered first, unless it was used there")
  func ordered() {
    let conversation: ConversationID = "c-1"
    let wanted = TrialJudgement.assigned(trial, to: conversation, of: answer)
    func order(used: Bool) -> [String] {
      let names = ["other"] + trial.variants.filter { $0 != wanted } + [wanted]
      var usage = UsageView()
      func id(_ name: String) -> VariantID {
        VariantID(answer: answer, locale: LocaleTag(language: "en"), name: name)
      }
      for (number, name) in names.enumerated() {
        usage.variants[id(name)] = VariantUsage()
        usage.variants[id(name)]?.overall = UseTally(count: 1, last: PastUse(at: number))
      }
      if used { usage.variants[id(wanted)]?.here = UseTally(count: 1, last: PastUse(at: 9)) }
      let offer = VariantChooser.offer(
        names.map { VariantCandidate(id: id($0), audience: .customer) },
        in: OfferSituation(
          conversation: conversation.rawValue, locales: [LocaleTag(language: "en")], audience: .customer,
          isFirstReply: true), usage: usage)
      return TrialJudgement.ordered(offer.ranked, by: trial, in: conversation, of: answer).map(\.id.name)
    }
    #expect(order(used: false).first == wanted)
    #expect(order(used: true).first == "other" && order(used: true).last == wanted)
  }

  @Test("says how many conversations are missing until the next look")
  func going() {
    var random = SeededGenerator(seed: 3)
    let all = replies(400, plain: 0.6, warm: 0.6, &random)
    #expect(TrialJudgement(trial, of: answer, Array(all.prefix(41))).verdict == .going(untilNextLook: 59))
    #expect(TrialJudgement(trial, of: answer, []).verdict == .going(untilNextLook: 100))
  }

  @Test("calls nothing better that differs by less than what matters")
  func smallDifference() {
    let wide = VariantTrial(variants: ["plain", "warm"], limit: 400, difference: 60)
    var random = SeededGenerator(seed: 5)
    let all = replies(400, plain: 0.45, warm: 0.85, &random)
    #expect(TrialJudgement(wide, of: answer, all).verdict == .even)
  }

  @Test("counts each conversation once, and by the variant that it was to have")
  func byAssignment() {
    var random = SeededGenerator(seed: 9)
    var all = replies(40, plain: 1, warm: 0, &random)
    // Every agent takes the other variant.
    for index in all.indices {
      all[index].variant.name = all[index].variant.name == "plain" ? "warm" : "plain"
    }
    let judgement = TrialJudgement(trial, of: answer, all + all)
    #expect(judgement.count == 40)
    #expect(judgement.followed == 0)
    #expect(judgement.solved[0].share == 1)
    #expect(judgement.solved[1].share == 0)
  }

  @Test("gives about half of the conversations each variant, and the same one each time")
  func assignment() {
    let names = (0..<2_000).map { TrialJudgement.assigned(trial, to: ConversationID("c-\($0)"), of: answer) }
    #expect((900...1_100).contains(names.count { $0 == "plain" }))
    #expect(
      names == (0..<2_000).map { TrialJudgement.assigned(trial, to: ConversationID("c-\($0)"), of: answer) })
  }
}
