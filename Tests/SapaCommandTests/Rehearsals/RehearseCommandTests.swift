import Foundation
import TestSupport
import Testing

@Suite("sapa rehearse", .serialized)
struct RehearseCommandTests {
  private static let played = """
    wait 15s
    frame begun
    command reply
    paste Hello Marek, I’d love to get this done before six. I can’t switch this code on: each one is made for one person. What I can do right away is send your order with free delivery. Shall I?
    key Enter
    wait 9s
    wait 15s
    paste That is the one thing I may add, and it is in your basket already: free delivery. And no hurry, the checkout stays open after six.
    key Enter
    wait 9s
    wait 15s
    frame ended
    key Enter
    type y
    key Enter Enter Enter Enter
    frame report
    """

  @Test("a scenario is played to its end on a desk of its own, which is gone afterwards; the report is kept")
  func played() throws {
    let home = try Home()
    let result = try home.run(
      ["rehearse", "promo-code-at-ten-to-six", "--script", "-", "--size", "120x40"], input: Self.played)
    #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
    let frames = result.out.components(separatedBy: "--- ")
    #expect(frames.count == 4)
    #expect(frames[1].contains(" REHEARSAL  "), "nobody takes it for a real desk")
    #expect(frames[1].contains("─ REHEARSAL: Promo code at ten to six"))
    #expect(frames[1].contains("Can you just switch it on?"))
    #expect(frames[2].contains("He ordered at 18:04."))
    #expect(frames[3].contains("Score: 100 of 100"))
    #expect(!frames[1].contains("three accounts"), "what the customer hides is not told before the end")

    let kept = home.url.appending(path: "data/sapa/rehearsals").path
    #expect(try FileManager.default.contentsOfDirectory(atPath: kept + "/desks").isEmpty)
    let progress = try home.run(["rehearsals", "progress"])
    #expect(progress.out.contains("100  promo-code-at-ten-to-six (en): Solved, 2 replies"), "\(progress.out)")
  }

  @Test("a scenario that is not there is told with those that are")
  func unknown() throws {
    let result = try Home().run(["rehearse", "nothing"])
    #expect(result.code == 1)
    #expect(result.error.hasPrefix("sapa: There is no scenario “nothing”. There are a-colleague-was-wrong, "))
  }

  @Test("without a name the scenarios are listed, in the wanted locale where they are")
  func list() throws {
    let home = try Home()
    let english = try home.run(["rehearse"]).out
    #expect(english.contains("promo-code-at-ten-to-six  (chat, 6 min; en id ru uk)"))
    #expect(english.contains("Promo code at ten to six. A customer has ten minutes"))
    let lines = try home.run(["rehearsals", "list", "--json", "--locale", "uk"]).out.split(separator: "\n")
    #expect(lines.count >= 16)
    #expect(try home.run(["rehearsals", "progress"]).out.contains("has not finished a rehearsal yet"))
  }

  @Test("a team's scenario stands for ours, and what is wrong with it is told with file and line")
  func team() throws {
    let home = try Home()
    try home.makeFolder("config/sapa/Templates/rehearsals")
    let path = try home.write(
      "# Mine\n\n- locale: en\n\n## Customer\n\n- name: A\n\n## Scene: A\n\n- Otherwise: go to B.\n\n## Ending: C\nResult: good\n",
      to: "config/sapa/Templates/rehearsals/mine.md")
    let check = try home.run(["rehearsals", "check", "mine"])
    #expect(check.code == 1)
    #expect(check.out.contains("\(path):11: There is no scene and no ending “B”."), "\(check.out)")
    #expect(try home.run(["rehearse", "mine"]).error.contains("mine.md:11: "))
  }

  @Test(
    "every shipped scenario has no fault, and each run comes to its ending and its score",
    arguments: ["en", "uk", "ru", "id"])
  func shipped(_ locale: String) throws {
    let result = try Home().run(["rehearsals", "check", "--locale", locale])
    #expect(result.code == 0, "\(result.out)")
    #expect(result.out.hasSuffix(" runs were played; 0 things are wrong.\n"))
  }
}
