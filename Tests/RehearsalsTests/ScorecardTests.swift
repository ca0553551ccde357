import DeskModel
import Rehearsals
import Testing

@Suite("The scorecard")
struct ScorecardTests {
  private func played(_ replies: [ReplyFacts], stopped: [ReplyFacts] = []) -> Rehearsal {
    var rehearsal = Rehearsal(Fixtures.scenario(), lists: [:], seed: 1, pace: .none)
    rehearsal.begin(at: 0)
    _ = rehearsal.pass(to: 0)
    for reply in stopped { rehearsal.take(stopped: reply, at: 500) }
    for reply in replies { rehearsal.take(reply, at: 1_000) }
    return rehearsal
  }

  @Test("everything that was asked for is worth 100")
  func whole() {
    let card = Scorecard(played([Fixtures.plain("It comes by tomorrow.")]), judgements: [true])
    #expect(card.score == 100 && !card.hasFailed)
    #expect(card.questions == ["Was it warm?"])
  }

  @Test("categories weigh 4, 3 and 3; time is told and not counted")
  func weights() {
    // Tone: one of two; knowledge: none; solution: all.
    let card = Scorecard(played([Fixtures.plain("Hi")]), judgements: [false])
    #expect(card.score == 55)
    #expect(card.share(of: .time) == 1)
  }

  @Test("findings lower the category that they belong to, hints do not")
  func findings() {
    let informal = ReplyFacts.Finding(rule: "register.informal", severity: .warn)
    let dash = ReplyFacts.Finding(rule: "typography.dash", severity: .warn)
    let hint = ReplyFacts.Finding(rule: "address.missing", severity: .hint)
    let reply = ReplyFacts(text: "It comes by tomorrow.", findings: [informal, hint])
    let other = ReplyFacts(text: "By tomorrow - yes.", findings: [dash])
    #expect(Scorecard(played([reply]), judgements: [true]).share(of: .tone) == 0.5)
    #expect(Scorecard(played([other]), judgements: [true]).share(of: .solution) == 0.5)
  }

  @Test("what is critical takes everything, even when the last look has stopped it")
  func critical() {
    let secret = ReplyFacts(
      text: "Your password?", findings: [ReplyFacts.Finding(rule: "credential.ask", severity: .error)])
    let card = Scorecard(
      played([Fixtures.plain("It comes by tomorrow.")], stopped: [secret]), judgements: [true])
    #expect(card.score == 0 && card.hasFailed)
  }

  @Test("who has said nothing has no score")
  func silent() { #expect(Scorecard(played([])).score == 0) }

  @Test("a run is judged by its ending, its score and by going on after the end")
  func runs() {
    var scenario = Fixtures.scenario()
    func faults() -> [String] {
      RunPlayer.problems(in: scenario, lists: [:]) { text, _ in ReplyFacts(text: text) }.map(\.description)
    }
    #expect(faults() == [])
    scenario.runs[0].score = 0...10
    #expect(faults() == ["late.md:102: The run “good” scores 100, not 0 to 10."])
    scenario.runs[0].score = 100...100
    scenario.runs[0].ends = "Lost"
    scenario.runs[1].steps.append(.reply("More"))
    #expect(faults().count == 2)
  }
}
