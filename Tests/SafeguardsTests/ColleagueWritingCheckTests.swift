import DeskModel
import Safeguards
import Testing

@Suite("ColleagueWritingCheck")
struct ColleagueWritingCheckTests {
  private func findings(_ writers: [String], _ audience: Audience) -> [Finding] {
    ColleagueWritingCheck().findings(in: Draft(text: "Hello", audience: audience, writers: writers))
  }

  @Test("an answer warns while a colleague writes one", arguments: [Audience.customer, .world])
  func warns(audience: Audience) {
    #expect(
      findings(["Olena"], audience) == [
        Finding(
          rule: "thread.colleagueWriting", severity: .warn,
          messageKey: "finding.thread.colleagueWriting.one", arguments: ["Olena", "0"])
      ])
    #expect(findings(["Olena", "Ihor", "Ania"], audience).first?.arguments == ["Olena", "2"])
    #expect(
      findings(["Olena", "Ihor"], audience).first?.messageKey == "finding.thread.colleagueWriting.many")
  }

  @Test("a note goes whatever others do, and nobody who writes is no finding")
  func silent() {
    #expect(findings(["Olena"], .internal) == [])
    #expect(findings([], .customer) == [])
  }

  @Test("the console runs it")
  func isStandard() {
    let found = LastLook.judge(Draft(text: "Hello", audience: .customer, writers: ["Olena"]))
    #expect(found.map(\.rule) == ["thread.colleagueWriting"])
  }
}
