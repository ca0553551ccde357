import Testing

@testable import LocalePacks

@Suite("The fields of a pack that are no records")
struct PackFieldTests {
  private static let packs: [(tag: String, fields: String)] = [
    ("root", "sources: {S: {ref: \"a page\"}}, name: \"Root\", text: {casing: \"standard\", strip: \"x\"}"),
    (
      "es",
      """
      name: "Spanish", review: {by: "Ana"}, register: {method: "markers"}, names: {particles: ["de", "la"]},
      jargon: [{id: "a", forms: ["b"], \(PackFixtures.sourced)}], examples: {good: ["Buenos días."]}
      """
    ),
    ("es-MX", "name: \"Mexican\", review: null, text: {strip: \"y\"}, colour: \"red\""),
  ]

  @Test("are told with their values and the nearest file that says so, without those of the file itself")
  func inherited() {
    let pack = PackFixtures.library(Self.packs).resolve(LocaleTag(language: "es", region: "MX")).pack
    #expect(
      pack.fields.map { "\($0.path) \($0.value) \($0.origin)" } == [
        "name \"Mexican\" es-MX", "names.particles [\"de\",\"la\"] es", "register.method \"markers\" es",
        "review null es-MX", "text.casing \"standard\" root", "text.strip \"y\" es-MX",
      ])
  }

  @Test("name the team when it says so")
  func team() {
    let files = [
      PackFixtures.file("id", "register: {preferred: \"formal\"}"),
      PackFixtures.file("id", "register: {preferred: \"informal\"}", layer: "team"),
    ]
    let pack = PackLibrary(files, family: PackFixtures.family).resolve(LocaleTag(language: "id")).pack
    #expect(pack.fields.map { "\($0.value) \($0.origin)" } == ["\"informal\" id (team)"])
  }

  @Test("are none in a pack of which there is no file")
  func nothing() {
    let pack = PackLibrary([], family: PackFixtures.family).resolve(LocaleTag(language: "id")).pack
    #expect(pack.fields == [])
  }
}
