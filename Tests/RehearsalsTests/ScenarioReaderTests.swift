import Rehearsals
import Testing

@Suite("Reading a scenario")
struct ScenarioReaderTests {
  @Test("everything that the format has is read")
  func whole() {
    let (scenario, problems) = ScenarioReader.read(Fixtures.text, name: "late", file: "late.md")
    #expect(problems.map(\.description) == [])
    #expect(scenario.title == "A late parcel")
    #expect(scenario.summary == "Somebody waits. Practises a time.")
    #expect(scenario.level == 2 && scenario.minutes == 4 && scenario.tags == ["delivery", "late"])
    #expect(scenario.facts.map(\.name) == ["order"] && scenario.facts[0].values == ["4471", "5120"])
    #expect(scenario.customer.fields.map(\.key) == ["Order"])
    #expect(scenario.customer.hidden.map(\.key) == ["wants", "hides"])
    #expect(scenario.before.map(\.parent) == [nil, nil, 1])
    #expect(scenario.before[2].voice == .note("Olena") && scenario.before[2].age == 19 * 3_600)
    #expect(scenario.others.map(\.name) == ["Bo Berg"])
    #expect(
      scenario.scenes[0].lines == [["Hello?\nIt is me again.", "Where is {{order}}?"], ["Still waiting."]])
    #expect(scenario.scenes[0].hint == "Name a time." && scenario.scenes[0].mood == "tired")
    #expect(scenario.scenes[0].timers.map(\.seconds) == [40, 120])
    #expect(scenario.endings.map(\.result) == [.good, .poor])
    #expect(scenario.endings[0].story == "It came." && scenario.endings[0].messages == ["Thank you."])
    #expect(scenario.criteria.map(\.isCritical) == [true, false, false, false])
    #expect(scenario.runs[0].steps == [.reply("Hello Ada, it comes\nby tomorrow.")])
    #expect(scenario.runs[0].score == 100...100 && scenario.runs[0].judgements == [true])
  }

  @Test(
    "what is not understood is told with its line, and the rest is read",
    arguments: [
      ("- level: 7", "late.md:3: “level” is “7”, but must be 1, 2 or 3."),
      ("## Scenery", "late.md:3: “Scenery” is no section"),
      (
        "## Scene: A\n\n- If the agent shouts loud: go to B",
        "late.md:5: “shouts loud” is no condition and no list"
      ),
      ("## Scene: A\n\n- If the agent asks: dance", "late.md:5: “dance” is no action"),
      ("## Scene: A\n\n- After a while: stay", "late.md:5: “After” is “a while”"),
      ("## Scene: A\n\nHe comes in.", "late.md:5: “He comes in.” stands where nothing is read"),
      ("## Ending: E\nResult: super", "late.md:4: “Result” is “super”"),
      ("## Customer\n\n- gender: x", "late.md:5: “gender” is “x”, but must be f or m."),
      ("## Before\n\n- customer: hi", "late.md:5: “Before” is “customer: hi”"),
      ("## A good answer holds\n\n- Style: nice\n  Judge: x?", "late.md:5: “Style” is not known"),
      ("## A good answer holds\n\n- Tone: nice\n  Some reply: asks", "late.md:5: “how it is judged”"),
      ("## Run: good\n\n- sings: la", "late.md:5: “sings” is not known in “Run”"),
    ])
  func faults(_ body: String, _ expected: String) {
    let found = Fixtures.problems("# T\n\n" + body)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test("any bytes are read without a trap")
  func hostile() {
    for text in [
      "", "#", "## :", "- ", ">", "## Scene:", "## Scene: \u{0}", "- a: b\n  - c", "\u{1B}[31m",
      "## Run: x\n- judge: maybe",
    ] {
      _ = ScenarioReader.read(text, name: "x", file: "x.md")
    }
  }
}
