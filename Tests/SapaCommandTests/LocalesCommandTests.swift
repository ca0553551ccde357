import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sapa locales", .serialized)
struct LocalesCommandTests {
  @Test("list names each pack with its parents, and says what nobody has read")
  func list() throws {
    let home = try Home()
    let result = try home.run(["locales", "list"])
    #expect(result.code == 0)
    let line = result.out.split(separator: "\n").first { $0.hasPrefix("es-MX") }
    #expect(line?.contains("from es-419 → es → root") == true)
    #expect(line?.hasSuffix("not read by a native speaker yet") == true)
    let json = try home.run(["locales", "list", "--json"])
    for line in json.out.split(separator: "\n") {
      #expect(try JSONDocument(Array(line.utf8)).root["parents"]?.array?.isEmpty == false)
    }
  }

  @Test("show tells of each rule where it comes from; a locale without a pack says so")
  func show() throws {
    let home = try Home()
    let result = try home.run(["locales", "show", "de-CH"])
    #expect(result.code == 0)
    #expect(result.out.contains("from de-CH → de → root"))
    #expect(result.out.contains("[de, ") && result.out.contains("[de-CH, ") && result.out.contains("[root, "))
    for heading in ["fields", "terms of address", "titles", "limits", "greetings", "phrases", "holidays"] {
      #expect(result.out.contains("\n\n\(heading):\n  "), "\(heading)")
    }
    #expect(result.out.contains("  register.method: \"markers\" [de]\n"))
    #expect(result.out.contains("  closing-mail: closing: Freundliche Grüsse – "))
    let unknown = try home.run(["locales", "show", "sw"])
    #expect(unknown.error.contains("There is no pack for “sw”"))
    #expect(try home.run(["locales", "show"]).code == 2)
  }

  @Test("show gives reasons in the language of the config, unless the command line says another")
  func language() throws {
    let home = try Home()
    try Self.useTeamFolder(home)
    let team = home.url.appending(path: "team").path
    _ = try home.write("{ teamFolder: \"\(team)\", language: \"tr\" }", to: "config/sapa/config.json5")
    _ = try home.write(
      """
      {schema: 1, locale: "id", jargon: [
        {id: "own", forms: ["dapur"], why: {en: "Our own word.", tr: "Bizim sözümüz."}, src: [], status: "unsourced"},
      ]}
      """, to: "team/Locales/id/pack.json5")
    let own = try home.run(["locales", "show", "id"])
    #expect(own.out.contains("  own: dapur – Bizim sözümüz. (word) [id (team), unsourced]\n"))
    let english = try home.run(["locales", "show", "id", "--language", "en"])
    #expect(english.out.contains("  own: dapur – Our own word. (word) [id (team), unsourced]\n"))
  }

  @Test("check is content with what ships, and names a pack that does not exist")
  func check() throws {
    let home = try Home()
    let result = try home.run(["locales", "check", "id", "uk"])
    #expect(result.code == 0, "\(result.out)")
    #expect(result.out.contains("id: ") && result.out.contains("uk: "))
    let unknown = try home.run(["locales", "check", "sw"])
    #expect(unknown.code == 1)
    #expect(unknown.error.contains("There is no pack “sw”. There are "))
  }

  /// Names `team` in the home as the team's folder, and makes room for a pack there.
  private static func useTeamFolder(_ home: Home) throws {
    for folder in ["config/sapa", "team/Locales/id"] {
      try FileManager.default.createDirectory(
        at: home.url.appending(path: folder), withIntermediateDirectories: true)
    }
    let team = home.url.appending(path: "team").path
    _ = try home.write("{ teamFolder: \"\(team)\" }", to: "config/sapa/config.json5")
  }

  private static let faults: [(pack: String, told: String)] = [
    ("{schema: 1, locale: \"id\",\n colour: 1}", "/Locales/id/pack.json5:2: colour: is not a field here"),
    ("{schema: 1,\n locale: \"id\"", "/Locales/id/pack.json5:2: is not JSON5"),
    ("{schema: 1, locale: \"ms\"}", "locale: must be “id”, the name of the folder."),
    (
      "{schema: 1, locale: \"id\",\n\n jargon: [{id: \"a\", forms: [\"(a|b)\"], src: [], status: \"unsourced\"}]}",
      "pack.json5:3: jargon[0].forms: “(a|b)” looks like a regular expression"
    ),
    ("{schema: 1, locale: \"id\", parent: \"id\"}", "parent: goes in a circle: id → id"),
    (
      "{schema: 1, locale: \"id\", jargon: [{id: \"a\", forms: [\"b\"], src: [\"Z\"], status: \"sourced\"}]}",
      "names the source “Z”, which “sources” does not explain"
    ),
  ]

  @Test("check finds the faults of a team's pack with file, line and field", arguments: faults)
  func teamFaults(pack: String, told: String) throws {
    let home = try Home()
    try Self.useTeamFolder(home)
    _ = try home.write(pack, to: "team/Locales/id/pack.json5")
    let result = try home.run(["locales", "check", "id"])
    #expect(result.code == 1)
    #expect(result.out.contains(told), "\(result.out)")
    guard pack == Self.faults[0].pack else { return }
    let json = try home.run(["locales", "check", "id", "--json"])
    let first = try JSONDocument(Array((json.out.split(separator: "\n").first ?? "").utf8)).root
    #expect(first["field"]?.string == "colour" && first["line"]?.int == 2)
  }

  @Test("a team that only adds is content with its pack, and the doctor is, too; a fault stands in both")
  func teamIsFine() throws {
    let home = try Home()
    try Self.useTeamFolder(home)
    let pack =
      "{schema: 1, locale: \"id\", jargon: [{id: \"own\", forms: [\"dapur\"], src: [], status: \"unsourced\"}]}"
    _ = try home.write(pack, to: "team/Locales/id/pack.json5")
    let result = try home.run(["locales", "check", "id"])
    #expect(result.code == 0, "\(result.out)")
    #expect(try home.run(["doctor"]).out.contains("locale packs, of which your team or you overlay id."))
    _ = try home.write(pack.replacing("forms", with: "form"), to: "team/Locales/id/pack.json5")
    #expect(try home.run(["locales", "check", "id"]).code == 1)
    #expect(try home.run(["doctor"]).out.contains("jargon[0].forms: is missing"))
  }

  @Test("a team's jargon counts in its drafts, and a broken pack of theirs leaves what ships")
  func overlay() throws {
    let home = try Home()
    try Self.useTeamFolder(home)
    _ = try home.write(
      """
      {schema: 1, locale: "id", jargon: [
        {id: "team-words", forms: ["dapur"], better: "tim kami", replace: true, src: [], status: "unsourced"},
        {id: 5},
      ]}
      """, to: "team/Locales/id/pack.json5")
    let draft = #"{"text":"Kak, kamu ke dapur","locale":"id"}"# + "\n"
    let result = try home.run(["check"], input: draft)
    #expect(result.out.contains("hint jargon.word at 13: “dapur” is our word, not the customer's. tim kami"))
    #expect(result.out.contains("register.mixed at 5"))
  }

  @Test(
    "drafts are judged in the manners of their customer, and quickly told in JSON with what can be put in")
  func drafts() throws {
    let home = try Home()
    let lines = [
      #"{"id":"1","text":"Доброго дня, Олександр!","locale":"uk","contact":{"id":"u","given":"Олександр","gender":"m"}}"#,
      #"{"id":"2","text":"Guten Tag Frau Weber, kannst du mir die Nummer schicken?","locale":"de","contact":{"id":"u","family":"Weber","gender":"f"}}"#,
      #"{"id":"3","text":"Guten Tag Frau Weber, Ihr Paket ist da.","locale":"de","contact":{"id":"u","family":"Weber","gender":"f"}}"#,
      #"{"id":"4","text":"du","locale":"de","audience":"internal"}"#,
    ]
    let result = try home.run(["check", "--json"], input: lines.joined(separator: "\n") + "\n")
    let roots = try result.out.split(separator: "\n").map { try JSONDocument(Array($0.utf8)).root }
    func rules(_ place: Int) -> [String] {
      (roots[place]["findings"]?.array ?? []).compactMap { $0["rule"]?.string }
    }
    #expect(rules(0) == ["address.case"])
    let finding = roots[0]["findings"]?.array?.first
    #expect(finding?["replacement"]?.string == "Олександре" && finding?["start"]?.int == 23)
    #expect(rules(1).contains("register.informal") || rules(1).contains("register.mixed"))
    #expect(rules(2) == [])
    #expect(rules(3) == [])
  }
}
