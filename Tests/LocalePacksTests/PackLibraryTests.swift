import Testing

@testable import LocalePacks

@Suite("Packs that inherit")
struct PackLibraryTests {
  private static let sourced = PackFixtures.sourced

  private func rule(_ id: String, _ form: String) -> String {
    "{id: \"\(id)\", forms: [\"\(form)\"], \(Self.sourced)}"
  }

  private var spanish: [(tag: String, fields: String)] {
    let sources = "sources: {S: {ref: \"a page\"}},"
    return [
      (
        "root",
        "\(sources) name: \"Root\", address: {rules: [\(PackFixtures.anyone)]}, jargon: [\(rule("r", "root"))]"
      ),
      (
        "es",
        "\(sources) name: \"Spanish\", country: \"ES\", register: {method: \"markers\"}, jargon: [\(rule("a", "es-a")), \(rule("b", "es-b"))], address: {rules: [\(PackFixtures.anyone)]}"
      ),
      ("es-419", "\(sources) jargon: [\(rule("a", "419-a")), {id: \"b\", off: true}]"),
      ("es-MX", "\(sources) name: \"Mexican Spanish\", jargon: [\(rule("m", "mx"))]"),
    ]
  }

  @Test("take records by id from child, parents and root, and keep where each comes from")
  func merging() {
    let (pack, problems) = PackFixtures.library(spanish).resolve(LocaleTag(language: "es", region: "MX"))
    #expect(problems == [])
    #expect(pack.chain.map(\.description) == ["es-MX", "es-419", "es", "root"])
    #expect(
      pack.draftRules.map { "\($0.rule.forms[0]) from \($0.rule.provenance.origin)" } == [
        "mx from es-MX", "419-a from es-419", "root from root",
      ])
    #expect(pack.name == "Mexican Spanish")
    #expect(pack.origins["name"]?.description == "es-MX")
    #expect(pack.origins["register.method"]?.description == "es")
    #expect(pack.country == "MX")
  }

  @Test("leave the parent as it is")
  func parentStays() {
    let pack = PackFixtures.library(spanish).resolve(LocaleTag(language: "es")).pack
    #expect(pack.draftRules.map(\.rule.forms[0]) == ["es-a", "es-b", "root"])
  }

  @Test("find the nearest that has a file, and the root for a language that nobody knows")
  func nearest() {
    let library = PackFixtures.library(spanish)
    #expect(library.nearest(LocaleTag(language: "es", region: "AR")).description == "es")
    #expect(library.nearest(LocaleTag(language: "sw", region: "KE")) == .root)
    #expect(library.resolve(LocaleTag(language: "sw")).pack.draftRules.map(\.rule.forms[0]) == ["root"])
  }

  @Test("are overlaid by the team's, and that by the person's")
  func layers() {
    let library = PackLibrary(
      [
        PackFixtures.file(
          "xx",
          "sources: {S: {ref: \"p\"}}, jargon: [\(rule("a", "shipped"))], address: {rules: [\(PackFixtures.anyone)]}"
        ),
        PackFixtures.file("xx", "jargon: [\(rule("a", "personal"))]", layer: "personal"),
        PackFixtures.file("xx", "jargon: [\(rule("a", "team")), \(rule("t", "more"))]", layer: "team"),
      ], family: PackFixtures.family)
    let (pack, problems) = library.resolve(LocaleTag(language: "xx"))
    #expect(problems == [])
    #expect(
      pack.draftRules.map { "\($0.rule.forms[0]) \($0.rule.provenance.origin)" } == [
        "more xx (team)", "personal xx (personal)",
      ])
  }

  @Test("go in a circle: it is said, and the root stands in")
  func circle() {
    let library = PackFixtures.library([
      ("root", "sources: {S: {ref: \"p\"}}, address: {rules: [\(PackFixtures.anyone)]}"),
      ("aa", "parent: \"bb\""), ("bb", "parent: \"aa\""),
    ])
    let (pack, problems) = library.resolve(LocaleTag(language: "aa"))
    #expect(pack.chain.map(\.description) == ["aa", "bb", "root"])
    #expect(problems.contains { $0.field == "parent" && $0.message.contains("aa → bb → aa") && $0.line == 2 })
    #expect(pack.address(Person()).text == "Friend")
  }

  @Test("say what no file can tell of itself: nobody to address, unknown sources, gaps in the day")
  func consistency() {
    let greeting = "{id: \"day\", from: \"06:00\", to: \"22:00\", text: \"x\", \(Self.sourced)}"
    let (_, problems) = PackFixtures.library([
      ("root", "sources: {S: {ref: \"p\"}}, address: {rules: [\(PackFixtures.anyone)]}"),
      (
        "xx",
        "greetings: [\(greeting)], jargon: [{id: \"j\", forms: [\"x\"], src: [\"Z\"], status: \"sourced\"}]"
      ),
    ]).resolve(LocaleTag(language: "xx"))
    let told = problems.map(\.description)
    #expect(told.contains { $0.contains("jargon/j: names the source “Z”") })
    #expect(told.contains { $0.contains("address.rules: has no rule for a person of whom nothing is known") })
    #expect(told.contains { $0.contains("greetings: leave 00:00–06:00 without a greeting") })
    #expect(told.contains { $0.contains("greetings: leave 22:00–24:00 without a greeting") })
  }

  @Test("without any file still address everybody")
  func empty() {
    let pack = PackLibrary([], family: PackFixtures.family).resolve(LocaleTag(language: "id")).pack
    #expect(pack.address(Person(given: "Dewi")).text == "Dewi")
    #expect(PackChecks.findings(in: PackDraft(text: "kamu!!"), pack) == [])
  }
}
