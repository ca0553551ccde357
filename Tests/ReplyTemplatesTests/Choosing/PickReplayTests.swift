import LocalePacks
import ReplyTemplates
import Testing

@Suite struct PickReplayTests {
  static let english = LocaleTag(language: "en")
  static let texts: [String: [String]] = [
    "hello": ["Hello, how can I help?", "Good day. What can I do for you?"],
    "name": [
      "May I have your name, please?", "Who am I speaking with?", "Please tell me what you are called.",
    ],
    "wait": ["One moment, please."],
  ]

  static func replay(_ candidates: ReplayCandidates = .all, variants: Int = 3) -> PickReplay {
    PickReplay(
      answers: texts.sorted { $0.key < $1.key }.map {
        IndexedAnswer(
          id: AnswerID($0.key), tags: $0.key == "wait" ? ["slow"] : ["bank"], texts: [english: $0.value])
      }, candidates: candidates,
      variants: { answer, _ in
        (texts[answer.path] ?? []).prefix(variants).enumerated().map {
          ReplayVariant(id: VariantID(answer: answer, locale: english, name: "v\($0)"), text: $1)
        }
      },
      match: { text in texts.first { $0.value.contains(text) }.map { AnswerID($0.key) } })
  }

  static func conversation(_ turns: [ReplayTurn], tags: [String] = ["bank"]) -> ReplayConversation {
    ReplayConversation(id: "c", tags: tags, locale: english, channel: "chat", turns: turns)
  }

  static func said(_ text: String, typed: String? = nil, _ picked: String? = nil) -> ReplayTurn {
    .reply(text, typed: typed, picked: picked.map { AnswerID($0) })
  }

  @Test func ranksEachPickBeforeItIsLearned() throws {
    let talk = Self.conversation([
      .customer("Hi there"), Self.said("Hello, how can I help?"), .customer("My card"),
      Self.said("Who am I speaking with?"),
    ])
    var replay = Self.replay()
    replay.play(Self.conversation([.customer("Hi"), Self.said("One moment, please.")]))
    let before = replay.report
    replay.play(talk)
    // Only "wait" is known, so neither pick can come first.
    #expect(replay.report.first == before.first)
    #expect(replay.report.picks - before.picks == 2)
    replay.play(talk)
    #expect(replay.report.first - before.first == 2)
    #expect(replay.report.conversations == 3)
    #expect(try #require(replay.report.topThree) == 1)
  }

  @Test func knowsThePickByItsLabelOrByItsTextAndCountsTheRest() {
    var replay = Self.replay()
    replay.play(
      Self.conversation([
        Self.said("nonsense", "name"), Self.said("One moment, please."), Self.said("I wrote this by hand."),
        Self.said("gone", "deleted"),
      ]))
    #expect(replay.report.picks == 2)
    #expect(replay.report.freehand == 1)
    #expect(replay.report.absent == 1)
  }

  @Test func whatWasTypedCounts() {
    var replay = Self.replay()
    replay.play(
      Self.conversation([Self.said("x", typed: "your name", "name"), Self.said("y", typed: "momnt", "wait")]))
    #expect(replay.report.topOne == 1)
    #expect(replay.report.meanReciprocalRank == 1)
  }

  @Test func onlyAnswersThatShareATagAreOfferedWhereThatIsAsked() {
    var replay = Self.replay(.sharingTags)
    replay.play(Self.conversation([Self.said("x", "wait"), Self.said("y", "name")]))
    #expect(replay.report.absent == 1)
    #expect(replay.report.picks == 1)
    replay.play(Self.conversation([Self.said("x", "wait")], tags: ["unknown"]))
    #expect(replay.report.picks == 2)
  }

  @Test(arguments: [(3, 0, 2), (2, 0, 3), (1, 0, 4)])
  func offersNoTextTwiceAsLongAsThereAreOthers(variants: Int, repeats: Int, usedUp: Int) {
    var replay = Self.replay(variants: variants)
    let reply = Self.said("Quite other words", typed: "name", "name")
    replay.play(Self.conversation([reply, reply, reply, reply, reply]))
    #expect(replay.report.offers == 5)
    #expect(replay.report.repeatsOffered == repeats)
    #expect(replay.report.usedUp == usedUp)
    #expect(replay.report.repeatingConversations == 1)
  }

  @Test func aTextSentByHandIsNotOfferedEither() {
    var replay = Self.replay(variants: 2)
    replay.play(
      Self.conversation([
        Self.said("May I have your name, please??", "other"), Self.said("?", typed: "name", "name"),
        Self.said("?", typed: "name", "name"),
      ]))
    #expect(replay.report.repeatsOffered == 0)
    #expect(replay.report.usedUp == 1)
  }
}
