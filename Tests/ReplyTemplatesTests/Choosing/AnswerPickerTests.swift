import ReplyTemplates
import Testing

@Suite struct AnswerPickerTests {
  static let hello = AnswerID("hello")
  static let name = AnswerID("ask-name")
  static let pin = AnswerID("ask-pin")
  static let done = AnswerID("done")

  static func picker() -> AnswerPicker {
    AnswerPicker(
      index: AnswerIndex([
        AnswerIndexTests.answer("hello", "Greeting", texts: ["en": ["Hello, how can I help?"]]),
        AnswerIndexTests.answer("ask-name", "Name", texts: ["en": ["May I have your name, please?"]]),
        AnswerIndexTests.answer("ask-pin", "PIN", texts: ["en": ["And your PIN, please?"]]),
        AnswerIndexTests.answer("done", "Done", texts: ["en": ["It is done. Thank you and goodbye."]]),
      ]))
  }

  static func first(_ picker: AnswerPicker, _ context: PickContext) -> AnswerID? {
    picker.rank(context, limit: 1).first?.id
  }

  @Test func withoutAnyPickTextDecides() throws {
    let best = try #require(Self.picker().rank(PickContext(typed: "your name")).first)
    #expect(best.id == Self.name)
    #expect(best.reasons == [.fitsTyped])
  }

  @Test func offersWhatUsuallyFollowsBeforeALetterIsTyped() throws {
    var picker = Self.picker()
    for _ in 0..<4 {
      picker.learn(Self.hello, in: PickContext())
      picker.learn(Self.name, in: PickContext(previous: [.answer(Self.hello)]))
      picker.learn(Self.pin, in: PickContext(previous: [.answer(Self.hello), .answer(Self.name)]))
    }
    #expect(Self.first(picker, PickContext()) == Self.hello)
    let next = try #require(picker.rank(PickContext(previous: [.answer(Self.hello)])).first)
    #expect(next.id == Self.name)
    #expect(next.reasons == [.follows(times: 4)])
  }

  @Test func twoRepliesBackCount() {
    var picker = Self.picker()
    for answer in [Self.hello, Self.name] { picker.learn(answer, in: PickContext(message: "x")) }
    for _ in 0..<6 {
      picker.learn(Self.pin, in: PickContext(previous: [.answer(Self.hello), .freehand]))
      picker.learn(Self.done, in: PickContext(previous: [.answer(Self.name), .freehand]))
    }
    #expect(Self.first(picker, PickContext(previous: [.answer(Self.hello), .freehand])) == Self.pin)
    #expect(Self.first(picker, PickContext(previous: [.answer(Self.name), .freehand])) == Self.done)
  }

  @Test func learnsWhatAgentsTypeForAnAnswer() throws {
    var picker = Self.picker()
    #expect(Self.first(picker, PickContext(typed: "bye")) != Self.pin)
    for _ in 0..<3 { picker.learn(Self.pin, in: PickContext(typed: "geheimzahl")) }
    let best = try #require(picker.rank(PickContext(typed: "gehiemzahl")).first)
    #expect(best.id == Self.pin)
    #expect(best.reasons.contains(.typedBefore))
  }

  @Test(arguments: [
    ("my card is blocked", "the weather is nice", "card blocked again"),
    ("我的卡被锁了", "今天天气很好", "卡被锁"), ("карта заблокирована", "хорошая погода", "карта опять"),
  ])
  func learnsCustomersWords(card: String, other: String, now: String) throws {
    var picker = Self.picker()
    for _ in 0..<4 {
      picker.learn(Self.pin, in: PickContext(message: card))
      picker.learn(Self.done, in: PickContext(message: other))
    }
    let best = try #require(picker.rank(PickContext(message: now)).first)
    #expect(best.id == Self.pin)
    #expect(best.reasons.contains(.customersWords))
  }

  @Test func learnsTagsAndChannels() {
    var picker = Self.picker()
    for _ in 0..<5 {
      picker.learn(Self.pin, in: PickContext(channel: "chat", tags: ["bank"]))
      picker.learn(Self.done, in: PickContext(channel: "review", tags: ["shop"]))
    }
    #expect(Self.first(picker, PickContext(channel: "chat", tags: ["bank"])) == Self.pin)
    #expect(Self.first(picker, PickContext(channel: "review", tags: ["shop"])) == Self.done)
  }

  @Test func whatIsPickedMostIsTheLastThingThatCounts() {
    var picker = Self.picker()
    for _ in 0..<9 { picker.learn(Self.done, in: PickContext(previous: [.freehand])) }
    #expect(Self.first(picker, PickContext()) == Self.done)
    #expect(Self.first(picker, PickContext(typed: "name")) == Self.name)
  }

  @Test func offersOnlyWhatIsAllowedAndKnowsAnswersThatAreGone() {
    var picker = Self.picker()
    for _ in 0..<3 { picker.learn(AnswerID("deleted"), in: PickContext()) }
    let place = picker.index.place(of: Self.hello)
    let ranked = picker.rank(PickContext()) { $0 != place }
    #expect(Set(ranked.map(\.id)) == [Self.name, Self.pin, Self.done])
    let later = AnswerPicker(
      index: AnswerIndex([IndexedAnswer(id: AnswerID("deleted"))]), model: picker.model)
    #expect(Self.first(later, PickContext())?.path == "deleted")
  }
}
