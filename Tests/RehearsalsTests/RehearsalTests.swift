import Rehearsals
import Testing

@Suite("Playing a scenario")
struct RehearsalTests {
  private func begun(_ pace: TypingPace = .none) -> Rehearsal {
    var rehearsal = Rehearsal(Fixtures.scenario(), lists: [:], seed: 1, pace: pace)
    rehearsal.begin(at: 0)
    return rehearsal
  }

  @Test("before it begins nothing happens, however late it is")
  func waits() {
    var rehearsal = Rehearsal(Fixtures.scenario(), lists: [:], seed: 1)
    #expect(rehearsal.nextDue == nil)
    #expect(rehearsal.pass(to: 1_000_000_000_000) == [])
    #expect(rehearsal.ending == nil)
  }

  @Test("lines come at a human pace, one after the other, with the facts filled in")
  func pace() throws {
    var rehearsal = begun(TypingPace(pause: 1_000, perCharacter: 100, perReadCharacter: 10, longest: 5_000))
    #expect(!rehearsal.isTyping(at: 999) && rehearsal.isTyping(at: 1_000))
    #expect(rehearsal.typingBegins(after: 0) == 1_000)
    #expect(rehearsal.pass(to: 3_199) == [])
    #expect(rehearsal.pass(to: 3_200) == ["Hello?\nIt is me again."])
    let second = try #require(rehearsal.nextDue)
    #expect(second == 4_200 + 1_400)
    #expect(rehearsal.pass(to: second) == ["Where is \(rehearsal.values["order"] ?? "")?"])
  }

  @Test("the first rule that holds is taken; what is remembered and said goes with it")
  func rules() {
    var rehearsal = begun()
    _ = rehearsal.pass(to: 0)
    rehearsal.take(Fixtures.plain("It comes within 5 hours."), at: 1_000)
    #expect(rehearsal.ending?.name == "Kept")
    #expect(rehearsal.remembered == ["time"])
    #expect(rehearsal.pass(to: 1_000) == ["Good.", "Thank you."])
    #expect(rehearsal.isOver)
  }

  @Test("a person is asked only where nothing before decides, and the story waits for the answer")
  func judged() {
    var rehearsal = begun()
    _ = rehearsal.pass(to: 0)
    rehearsal.take(Fixtures.plain("Hi there"), at: 1_000)
    #expect(rehearsal.question == "Was it friendly?")
    #expect(rehearsal.nextDue == nil, "no timer runs while a person is asked")
    rehearsal.answer(false, at: 2_000)
    #expect(rehearsal.scene?.name == "Opening" && rehearsal.question == nil)
    rehearsal.take(Fixtures.plain("Hi again"), at: 3_000)
    rehearsal.answer(true, at: 3_500)
    #expect(rehearsal.ending?.name == "Kept")
  }

  @Test("coming back says other lines and is counted")
  func comesBack() {
    var rehearsal = begun()
    _ = rehearsal.pass(to: 0)
    var said: [[String]] = []
    for number in 1...3 {
      let now = Int64(number) * 1_000
      rehearsal.take(Fixtures.plain("Wait."), at: now)
      rehearsal.answer(false, at: now)
      said.append(rehearsal.pass(to: now))
    }
    #expect(said == [["Still waiting."], ["Still waiting."], ["Never mind."]])
    #expect(rehearsal.ending?.name == "Lost")
  }

  @Test("who is silent is reminded once, and then left; a pause stops the clock")
  func timers() {
    var rehearsal = begun()
    _ = rehearsal.pass(to: 0)
    #expect(rehearsal.pass(to: 39_999) == [])
    #expect(rehearsal.pass(to: 40_000) == ["Hello??"])
    rehearsal.pause(true, at: 50_000)
    #expect(rehearsal.nextDue == nil && rehearsal.pass(to: 500_000) == [])
    rehearsal.pause(false, at: 500_000)
    #expect(rehearsal.pass(to: 569_999) == [])
    #expect(rehearsal.pass(to: 570_000) == ["Never mind."])
  }

  @Test("a reply in a pause is answered when the clock goes on, and not by the length of the pause later")
  func pauses() throws {
    var rehearsal = begun(TypingPace(pause: 1_000, perCharacter: 0, perReadCharacter: 0, longest: 0))
    _ = rehearsal.pass(to: 10_000)
    rehearsal.pause(true, at: 20_000)
    rehearsal.take(Fixtures.plain("It comes within 5 hours."), at: 300_000)
    guard case .reply(_, let seconds, _)? = rehearsal.replies.first?.what else {
      throw Missing.reply
    }
    #expect(seconds == 18, "the pause is no waiting")
    #expect(rehearsal.nextDue == nil && rehearsal.typingBegins(after: 300_000) == nil)
    rehearsal.pause(false, at: 320_000)
    #expect(rehearsal.nextDue == 321_000)
    #expect(rehearsal.pass(to: 321_000) == ["Good."])
    #expect(rehearsal.turns.last?.at == 21_000, "turns stand in the story's time")
  }

  private enum Missing: Error { case reply }

  @Test("going back to a scene begins it anew")
  func again() {
    var rehearsal = begun()
    _ = rehearsal.pass(to: 200_000)
    #expect(rehearsal.ending?.name == "Lost")
    rehearsal.begin(at: 300_000, scene: 0)
    #expect(rehearsal.ending == nil)
    #expect(rehearsal.pass(to: 300_000) == ["Still waiting."])
  }

  @Test("all who also wait must have an answer")
  func others() {
    var rehearsal = begun()
    rehearsal.take(reply: "x", toOther: "Somebody else", at: 1)
    #expect(!rehearsal.acts.contains(.answerOthers))
    rehearsal.take(reply: "x", toOther: "Bo Berg", at: 1)
    #expect(rehearsal.acts.contains(.answerOthers))
  }

  @Test("the same seed gives the same facts, and each value has its turn")
  func facts() {
    let facts = Fixtures.scenario().facts
    #expect(FactText.choose(facts, seed: 7) == FactText.choose(facts, seed: 7))
    #expect(Set((0..<40).map { FactText.choose(facts, seed: $0)["order"] }) == ["4471", "5120"])
    #expect(FactText.filled("{{order}} {{other}}", ["order": "1"]) == "1 {{other}}")
  }
}
