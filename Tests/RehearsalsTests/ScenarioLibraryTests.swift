import Rehearsals
import Testing

@Suite("The library of scenarios")
struct ScenarioLibraryTests {
  private func file(_ path: String, _ text: String) -> ScenarioLibrary.File {
    ScenarioLibrary.File(path: path, shown: path, text: text)
  }

  @Test("a scenario comes in the wanted locale, else in English; a later layer stands for an earlier one")
  func locales() throws {
    let ukrainian = Fixtures.text.replacing("- locale: en\n", with: "- locale: uk\n")
    let library = ScenarioLibrary([
      file("late.md", Fixtures.text), file("late.uk.md", ukrainian),
      file("late.md", Fixtures.text.replacing("# A late parcel", with: "# Ours")),
      file("words/uk.md", "# W\n\n## refuses\n\n- не можу"),
    ])
    #expect(library.problems == [])
    #expect(library.scenario("late", in: ["uk-UA", "uk"])?.locale == "uk")
    #expect(library.scenario("late", in: ["de"])?.title == "Ours")
    #expect(library.scenario("early", in: ["uk"]) == nil)
    #expect(library.words(for: "uk") == ["refuses": ["не можу"]])
    #expect(library.words(for: "de") == [:])
  }

  @Test("a file whose name and locale differ is told, and what cannot be played is known")
  func faults() throws {
    let library = ScenarioLibrary([file("late.de.md", Fixtures.text), file("bad.md", "# Bad")])
    #expect(library.problems.contains { $0.description.contains("as the file’s name says") })
    let bad = try #require(library.scenario("bad", in: []))
    #expect(!library.canPlay(bad))
  }

  @Test("a list of words has one name, and a word no other place")
  func words() {
    let (lists, problems) = WordListReader.read("# W\n\n- x\n\n## A\n\n- b\n\n## a\n\nc", file: "w.md")
    #expect(lists.keys.sorted() == ["a"])
    #expect(problems.map(\.line) == [3, 9, 11])
  }
}
