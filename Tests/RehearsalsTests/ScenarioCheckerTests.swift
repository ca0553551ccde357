import Testing

@Suite("Checking a scenario")
struct ScenarioCheckerTests {
  private static let head = "# T\n\n## Customer\n\n- name: A\n\n"
  private static let end = "## Ending: E\nResult: good\n\n## Run: good\n\n- ends: E\n- agent: x\n"

  private func found(_ scenes: String) -> [String] {
    Fixtures.problems(Self.head + scenes + "\n\n" + Self.end, lists: ["refuses"])
  }

  @Test("a sound scenario has no problems")
  func sound() {
    #expect(Fixtures.problems(Fixtures.text) == [])
    #expect(found("## Scene: A\n\n- Otherwise: go to E.") == [])
  }

  @Test(
    "what a reader of one section cannot see is told with its line",
    arguments: [
      ("## Scene: A\n\n- If the agent asks: go to E.", "late.md:7: The scene “A” has no “Otherwise”"),
      (
        "## Scene: A\n\n- Otherwise: go to E.\n- If the agent asks: go to E.",
        "late.md:10: Rules behind “Otherwise”"
      ),
      ("## Scene: A\n\n- Otherwise: go to B.", "late.md:9: There is no scene and no ending “B”."),
      (
        "## Scene: A\n\n- Otherwise: go to E.\n\n## Scene: B\n\n- Otherwise: go to E.",
        "late.md:11: Nothing leads to “B”."
      ),
      (
        "## Scene: A\n\n- If the agent asks: go to B.\n- Otherwise: go to E.\n\n## Scene: B\n\n- Otherwise: stay.",
        "late.md:12: No way leads from “B” to an ending."
      ),
      (
        "## Scene: A\n\n- If the agent asks: go to E.\n- Otherwise: stay.",
        "late.md:7: Whoever always falls through to “Otherwise” never gets out of “A”"
      ),
      (
        "## Scene: A\n\n- If the agent sings: go to E.\n- Otherwise: go to E.",
        "late.md:9: “sings” is no condition and no list"
      ),
      ("## Scene: A\n\n> {{sum}}\n\n- Otherwise: go to E.", "late.md:7: “{{sum}}” is not among the facts."),
    ])
  func faults(_ scenes: String, _ expected: String) {
    let problems = found(scenes)
    #expect(problems.contains { $0.hasPrefix(expected) }, "\(problems)")
  }

  @Test("an ending that no run reaches is told, and so is a run to nowhere")
  func runs() {
    let scenes =
      "## Scene: A\n\n- If the agent refuses: go to F.\n- Otherwise: go to E.\n\n## Ending: F\nResult: poor\n"
    #expect(found(scenes).contains { $0.hasSuffix("No run reaches the ending “F”.") })
    let wrong = (Self.head + "## Scene: A\n\n- Otherwise: go to E.\n\n" + Self.end).replacing(
      "ends: E", with: "ends: G")
    #expect(Fixtures.problems(wrong).contains { $0.contains("no scene and no ending “G”") })
  }
}
