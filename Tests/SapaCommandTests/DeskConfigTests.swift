import JSONText
import SapaCommand
import Testing

@Suite("Desks of the config")
struct DeskConfigTests {
  private func parse(_ desks: String) throws -> [DeskConfig] {
    try Config.parse(Array("{ desks: \(desks) }".utf8), path: "/c").desks
  }

  @Test("desks are taken with all that is said of them")
  func everything() throws {
    let desks = try parse(
      """
      [
        { name: "rt", title: "Support (RT)", adapter: ["sapa-adapter-rt", "-v"], tokenCommand: ["pass", "show", "rt"],
          settings: { url: 'https://rt.example.org', page: 0x19, ratio: .5, all: [true, null, "é\\n"] } },
        { name: "own", folder: "~/desk/" },
        { name: "z-2", adapter: ["/opt/z"], tokenFile: "~/.z-token" },
      ]
      """)
    #expect(
      desks == [
        DeskConfig(
          name: "rt", title: "Support (RT)",
          place: .adapter(
            DeskConfig.Adapter(
              command: ["sapa-adapter-rt", "-v"],
              settings: Array(
                #"{"url":"https://rt.example.org","page":25,"ratio":0.5,"all":[true,null,"é\n"]}"#.utf8),
              token: .command(["pass", "show", "rt"])))),
        DeskConfig(name: "own", place: .folder("~/desk")),
        DeskConfig(
          name: "z-2",
          place: .adapter(
            DeskConfig.Adapter(
              command: ["/opt/z"], settings: Array("{}".utf8), token: .file("~/.z-token")))),
      ])
    #expect(desks.map(\.shownTitle) == ["Support (RT)", "own", "z-2"])
    guard case .adapter(let adapter) = desks[0].place else { return }
    _ = try JSONDocument(adapter.settings, dialect: .json)
    #expect(try parse("[]").isEmpty)
  }

  private static let name = "a short name of a to z, 0 to 9 and hyphens"
  private static let example =
    #"{ name: "rt", adapter: ["sapa-adapter-rt"] } or { name: "own", folder: "~/desk" }"#
  private static let either = "a desk with either a folder or an adapter: \(example)"
  private static let command = "a program and its arguments: [\"sapa-adapter-rt\"]"
  private static let settings = "an object of what JSON can say: { url: \"https://rt.example.org\" }"
  private static let token = "a program and its arguments: [\"pass\", \"show\", \"rt\"]"
  private static let path = "a file that begins with / or ~/"
  private static let local = "left out: it is for desks with an adapter"

  private static let bad: [(String, String, String)] = [
    (
      "{}", "desks",
      "a list: [{ name: \"rt\", adapter: [\"sapa-adapter-rt\"] }, { name: \"own\", folder: \"~/desk\" }]"
    ),
    ("['x']", "desks, number 1", "an object: \(example)"),
    ("[{ folder: '/d' }]", "desks, number 1, name", name),
    ("[{ name: 'Own', folder: '/d' }]", "desks, number 1, name", name),
    ("[{ name: 'a:b', folder: '/d' }]", "desks, number 1, name", name),
    ("[{ name: '', folder: '/d' }]", "desks, number 1, name", name),
    ("[{ name: 'é', folder: '/d' }]", "desks, number 1, name", name),
    (
      "[{ name: 'a', folder: '/d' }, { name: 'a', folder: '/e' }]", "desks, number 2 (a), name",
      "one that no other desk has"
    ),
    (
      "[{ name: 'a', folder: '/d' }, { name: 'b', folder: '/d/' }]", "desks, number 2 (b), folder",
      "another than that of the desk “a”"
    ),
    (
      "[{ name: 'a', folder: '/d', url: 1 }]", "desks, number 1 (a)",
      "an object of name, title, folder, adapter, settings, tokenCommand and tokenFile, without “url”"
    ),
    ("[{ name: 'a', folder: '/d', title: ' ' }]", "desks, number 1 (a), title", "a title in quotes"),
    ("[{ name: 'a', folder: '/d', title: 1 }]", "desks, number 1 (a), title", "a title in quotes"),
    ("[{ name: 'a' }]", "desks, number 1 (a)", either),
    ("[{ name: 'a', folder: '/d', adapter: ['x'] }]", "desks, number 1 (a)", either),
    ("[{ name: 'a', folder: 'd' }]", "desks, number 1 (a), folder", "a folder that begins with / or ~/"),
    ("[{ name: 'a', folder: null }]", "desks, number 1 (a), folder", "a folder that begins with / or ~/"),
    ("[{ name: 'a', folder: '/d', settings: {} }]", "desks, number 1 (a), settings", local),
    ("[{ name: 'a', folder: '/d', tokenFile: '/t' }]", "desks, number 1 (a), tokenFile", local),
    ("[{ name: 'a', adapter: 'x' }]", "desks, number 1 (a), adapter", command),
    ("[{ name: 'a', adapter: [] }]", "desks, number 1 (a), adapter", command),
    ("[{ name: 'a', adapter: ['x', 1] }]", "desks, number 1 (a), adapter", command),
    ("[{ name: 'a', adapter: ['x\\0'] }]", "desks, number 1 (a), adapter", command),
    ("[{ name: 'a', adapter: ['x'], settings: [] }]", "desks, number 1 (a), settings", settings),
    ("[{ name: 'a', adapter: ['x'], settings: { n: [NaN] } }]", "desks, number 1 (a), settings", settings),
    ("[{ name: 'a', adapter: ['x'], tokenCommand: 'x' }]", "desks, number 1 (a), tokenCommand", token),
    ("[{ name: 'a', adapter: ['x'], tokenFile: 't' }]", "desks, number 1 (a), tokenFile", path),
    (
      "[{ name: 'a', adapter: ['x'], tokenFile: '/t', tokenCommand: ['y'] }]",
      "desks, number 1 (a), tokenFile",
      "left out where there is a tokenCommand"
    ),
  ]

  @Test("what is wrong is told with the desk, the field and what was expected", arguments: bad)
  func refused(text: String, key: String, expected: String) {
    let error = ConfigError.badValue(path: "/c", key: key, expected: expected)
    #expect(throws: error) { try parse(text) }
  }

  @Test("two keys that contradict each other are told, by the program and by the doctor")
  func contradictions() throws {
    let desks = "desks: [{ name: 'own', folder: '/d' }]"
    for (other, key) in [("desk: '/e'", "desk"), ("agent: { id: 'own:me' }", "agent")] {
      for text in ["{ \(other), \(desks) }", "{ \(desks), \(other) }"] {
        let error = #expect(throws: ConfigError.self) { try Config.parse(Array(text.utf8), path: "/c") }
        guard case .badValue("/c", key, let expected) = error else {
          Issue.record("\(text): \(String(describing: error))")
          continue
        }
        let found = DoctorConfig.findings(Array(text.utf8), path: "/c")
        #expect(found.contains { $0.level == .problem && $0.message.contains(expected) })
      }
    }
    #expect(
      try Config.parse(Array("{ agent: { id: 'own-me' }, \(desks) }".utf8), path: "/c").desks.count == 1)
  }
}
