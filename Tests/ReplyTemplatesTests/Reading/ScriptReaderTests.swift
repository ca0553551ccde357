import LocalePacks
import ReplyTemplates
import Testing

@Suite("A guided script")
struct ScriptReaderTests {
  private let text = """
    <!-- status: reviewed by Ann, 2026-11-01 -->
    # You do not know yet
    When: the customer asks,
    and you do not know.

    ## Take it up
    - say: [[{{customer.address}}, I|I]] am finding out.
    - not: “No idea”: it ends the talk.
    ## Find out
    - do: Ask in the team.
    - ask: May I write to you at five?
    """

  private func read(_ text: String, _ name: String = "scripts/unknown/en.md") -> TemplateSet {
    TemplateSet([TemplateFixtures.file(name, text)])
  }

  @Test("has its moment, and steps with what to ask, say, leave and do")
  func reading() throws {
    let set = read(text)
    #expect(set.problems == [])
    let script = try #require(set.scripts["unknown"]?[TemplateFixtures.tag("en")])
    #expect(script.title == "You do not know yet")
    #expect(script.moment == "the customer asks, and you do not know.")
    #expect(script.review == .reviewed(by: "Ann, 2026-11-01"))
    #expect(script.steps.map(\.title) == ["Take it up", "Find out"])
    #expect(script.steps.flatMap(\.items).map(\.kind) == [.say, .not, .do, .ask])
    #expect(script.steps[0].items[0].text.placeholders.map(\.fact) == ["customer.address"])
    #expect(script.steps[1].items[1].source == "May I write to you at five?")
  }

  @Test(
    "is told what is wrong with it by its line",
    arguments: [
      ("x\n", 1, TemplateFault.noTitle), ("# A\n# B\n", 2, .twice("# B")),
      ("# A\n## S\n- sing: la\n", 3, .unknownKey("sing", known: ["ask", "say", "not", "do"])),
      ("# A\n## S\n- say:\n", 3, .badValue(key: "say", value: "", wanted: "words behind the colon")),
      ("# A\n- say: x\n", 2, .strayText("say: x")), ("# A\n## S\nloose\n", 3, .strayText("loose")),
      ("# A\n## S\n- say: {{a\n", 3, .unclosed("{{")), ("# A\n##\n", 2, .namelessHeading),
    ])
  func faults(_ text: String, _ line: Int, _ fault: TemplateFault) throws {
    let set = read(text)
    #expect(set.problems.contains { $0.fault == fault && $0.line == line }, "\(set.problems)")
  }

  @Test("is found in the customer's language, else in English")
  func locales() {
    let set = TemplateSet([
      TemplateFixtures.file("scripts/a/en.md", "# English a\n"),
      TemplateFixtures.file("scripts/a/uk.md", "# Українською\n"),
      TemplateFixtures.file("scripts/b/en.md", "# English b\n"),
      TemplateFixtures.file("scripts/c/ru.md", "# По-русски\n"),
    ])
    func titles(_ tag: String) -> [String] {
      set.scripts(for: TemplateFixtures.tag(tag), TemplateFixtures.family).map(\.title)
    }
    #expect(titles("uk-UA") == ["English b", "Українською"])
    #expect(titles("fr") == ["English a", "English b"])
  }

  @Test(
    "with a name that is none is told",
    arguments: ["scripts/x.md", "scripts/a/b/en.md", "scripts/a/english.md"])
  func names(_ name: String) {
    #expect(read("# A\n", name).problems.count == 1)
  }
}
