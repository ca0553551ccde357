import ConsoleCore
import DeskModel
import Foundation
import JSONText
import SapaCommand
import TestSupport
import Testing

@Suite("Config")
struct ConfigTests {
  private func parse(_ text: String) throws -> Config { try Config.parse(Array(text.utf8), path: "/c") }

  @Test("an empty object and a missing file set nothing")
  func empty() throws {
    #expect(try parse("{}") == Config())
    #expect(try Config.load("/nonexistent/config.json5") == Config())
    #expect(Config().holdSeconds == 8 && Config().escapeDelay == 50 && Config().language == "en")
  }

  @Test("every key is taken, and a file may be JSON5 with comments")
  func everyKey() throws {
    let config = try parse(
      """
      // mine
      {
        agent: { id: 'olena', name: "Olena" }, desk: '/d', deskName: 'Halo',
        holdSeconds: 0, escapeDelay: 0x19, language: "id", /* two ways */
        keys: { resolve: ['e', 'Ctrl-E'], quit: 'Ctrl-X', undo: [], },
      }
      """)
    var expected = Config()
    (expected.agentID, expected.agentName, expected.desk, expected.deskName) = (
      "olena", "Olena", "/d", "Halo"
    )
    (expected.holdSeconds, expected.escapeDelay, expected.language) = (0, 25, "id")
    expected.keys = ["resolve": ["e", "Ctrl-E"], "quit": ["Ctrl-X"], "undo": []]
    #expect(config == expected)
    #expect(try parse("{ agent: { id: 'x' } }").agentName == nil)
    #expect(try parse("{ holdSeconds: 600, escapeDelay: 1000 }").escapeDelay == 1_000)
  }

  @Test("views are taken with their filter; of all conversations, what burns first, unless said")
  func views() throws {
    let config = try parse(
      """
      { views: [{ name: "Billing, Indonesian", filter: "tag:billing lang:id", view: "mine", sort: "waiting" },
                { name: 'Parcels', filter: 'tag:delivery' }] }
      """)
    let terms: [QueueTerm] = [.tag("billing"), .language("id")]
    #expect(
      config.views == [
        SavedView(
          name: "Billing, Indonesian", filterText: "tag:billing lang:id",
          query: QueueQuery(.mine, filter: QueueFilter(terms: terms), sort: .waiting)),
        SavedView(
          name: "Parcels", filterText: "tag:delivery",
          query: QueueQuery(.all, filter: QueueFilter(terms: [.tag("delivery")]))),
      ])
  }

  @Test("a filter that cannot be understood is told with the view, the place and what may stand there")
  func wrongFilter() {
    #expect {
      try parse("{ views: [{ name: 'A', filter: 'tag:a colour:red' }] }")
    } throws: { error in
      guard case ConfigError.badValue(_, let key, let expected) = error else { return false }
      return key == "views, number 1 (A), filter" && expected.hasPrefix("a filter; at byte 7 there may be ")
    }
  }

  private static let hold = "a number from 0 to 600"
  private static let delay = "a number of milliseconds from 5 to 1000"
  private static let agent = "{ id: \"…\", name: \"…\" }"
  private static let tag = "a language tag, such as \"en\""
  private static let list = "a key or a list of keys in quotes"

  static let badValues: [(String, String, String)] = [
    ("[]", "the whole file", "an object: { … }"), ("1", "the whole file", "an object: { … }"),
    ("{ agent: 'x' }", "agent", agent), ("{ agent: {} }", "agent", agent),
    ("{ agent: { id: '' } }", "agent", agent),
    ("{ agent: { id: 1 } }", "agent", agent), ("{ desk: '' }", "desk", "a folder"),
    ("{ desk: 1 }", "desk", "a folder"),
    ("{ deskName: 1 }", "deskName", "a name in quotes"), ("{ language: '' }", "language", tag),
    ("{ language: '../x' }", "language", tag), ("{ language: null }", "language", tag),
    ("{ holdSeconds: -1 }", "holdSeconds", hold), ("{ holdSeconds: 601 }", "holdSeconds", hold),
    ("{ holdSeconds: '8' }", "holdSeconds", hold), ("{ holdSeconds: 1e99 }", "holdSeconds", hold),
    ("{ holdSeconds: Infinity }", "holdSeconds", hold), ("{ holdSeconds: 1.5 }", "holdSeconds", hold),
    ("{ escapeDelay: 4 }", "escapeDelay", delay), ("{ escapeDelay: 1001 }", "escapeDelay", delay),
    ("{ escapeDelay: NaN }", "escapeDelay", delay),
    ("{ keys: [] }", "keys", "an object: { resolve: [\"e\"], … }"),
    ("{ keys: { quit: 1 } }", "keys.quit", list), ("{ keys: { quit: ['x', 1] } }", "keys.quit", list),
    ("{ views: {} }", "views", "a list of at most 20: [{ name: \"…\", filter: \"tag:billing\" }, …]"),
    ("{ views: ['x'] }", "views, number 1", "an object: { name: \"…\", filter: \"…\" }"),
    ("{ views: [{ filter: 'tag:a' }] }", "views, number 1, name", "a name in quotes"),
    ("{ views: [{ name: ' ', filter: 'tag:a' }] }", "views, number 1, name", "a name in quotes"),
    (
      "{ views: [{ name: 'A' }] }", "views, number 1 (A), filter",
      "a filter in quotes: \"tag:billing lang:id\""
    ),
    (
      "{ views: [{ name: 'A', filter: '' }] }", "views, number 1 (A), filter",
      "a filter: \"tag:billing lang:id\""
    ),
    (
      "{ views: [{ name: 'A', filter: 'tag:a', view: 'yours' }] }", "views, number 1 (A), view",
      "one of \"mine\", \"unassigned\", \"all\", \"snoozed\", \"resolved\""
    ),
    (
      "{ views: [{ name: 'A', filter: 'tag:a', sort: 1 }] }", "views, number 1 (A), sort",
      "one of \"burning\", \"waiting\", \"newest\", \"oldest\", \"vip\""
    ),
    (
      "{ views: [{ name: 'A', filter: 'tag:a' }, { name: 'A', filter: 'tag:b' }] }",
      "views, number 2 (A), name",
      "one that no other view has"
    ),
    (
      "{ views: [{ name: 'A', filter: 'tag:a' }, { name: 'B', filter: ' tag:a' }] }",
      "views, number 2 (B), filter", "another than that of “A”, which shows the same"
    ),
    (
      "{ views: [{ name: 'A', filter: 'tag:a', colour: 1 }] }", "views, number 1 (A)",
      "an object of name, filter, view and sort, without “colour”"
    ),
    ("{ keys: { quit: {} } }", "keys.quit", list), ("{ keys: { quit: null } }", "keys.quit", list),
  ]

  @Test("a value of another kind or out of range is told by its key", arguments: badValues)
  func badValue(text: String, key: String, expected: String) {
    let error = ConfigError.badValue(path: "/c", key: key, expected: expected)
    #expect(throws: error) { try parse(text) }
    #expect(error.sentence == "In the config /c, “\(key)” must be \(expected).")
  }

  @Test("an unknown key is told, with those that are known", arguments: ["hold", "Agent", "", "desk name"])
  func unknownKey(key: String) {
    let error = ConfigError.unknownKey(path: "/c", key: key)
    #expect(throws: error) { try parse("{ '\(key)': 1 }") }
    #expect(
      error.sentence.hasPrefix("The config /c sets “\(key)”, which does not exist. Known are agent, sector"))
  }

  @Test(
    "what is no JSON5 is told by line and column",
    arguments: [
      ("{\n  desk: ,\n}", 2, 9), ("{", 1, 2), ("", 1, 1), ("{\n\n  a b\n}", 3, 5), ("{ desk: 'x' } y", 1, 15),
      ("{ desk: 'x\n' }", 1, 11),
    ])
  func syntax(text: String, line: Int, column: Int) throws {
    let error = #expect(throws: ConfigError.self) { try parse(text) }
    guard case .syntax("/c", let problem) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(problem.position.line == line && problem.position.column == column)
    #expect(
      error?.sentence.hasPrefix("The config /c is wrong in line \(line), column \(column): expected ") == true
    )
  }

  @Test("a folder in place of the file cannot be read")
  func unreadable() {
    let error = #expect(throws: ConfigError.self) { try Config.load("/") }
    #expect(error?.sentence.hasPrefix("The config / cannot be read: ") == true)
  }
}

@Suite("Config of the program", .serialized)
struct ConfigProgramTests {
  @Test(
    "keys that cannot be used stop the program with one sentence",
    arguments: [
      ("{ keys: { fly: 'x' } }", "gives keys to “fly”, which is no command. README lists the commands."),
      (
        "{ keys: { resolve: 'Hyper-X' } }",
        "gives “resolve” the key “Hyper-X”, which is no key's name. Write e.g. Ctrl-K, Alt-Enter, F2."
      ),
      (
        "{ keys: { resolve: 'Ctrl-S' } }",
        "gives “resolve” the key Ctrl-S, which screen, tmux or flow control take. Choose another."
      ),
      ("{ keys: { resolve: 's' } }", "the key s would mean both “resolve” and “setStatus”. Change one."),
      ("{ holdSeconds: 'x' }", "“holdSeconds” must be a number from 0 to 600."),
      ("{\n  !\n}", "is wrong in line 2, column 3: expected "),
    ])
  func refused(config: String, sentence: String) throws {
    let home = try Home(config: config)
    let path = home.url.path + "/config/sapa/config.json5"
    for arguments in [["export"], ["--script", "-"], ["check"], ["import", "-"]] {
      let result = try home.run(arguments)
      #expect(result.code == 1, "\(arguments)")
      #expect(
        result.error.hasPrefix("sapa: ") && result.error.contains(path) && result.error.contains(sentence),
        "\(result.error)")
      #expect(result.error.split(separator: "\n").count == 1)
    }
  }

  @Test(
    "a key that never arrives is refused however it is written", arguments: ["ctrl-s", "CTRL-Q", "Ctrl-a"])
  func reserved(key: String) throws {
    let home = try Home(config: "{ keys: { resolve: '\(key)' } }")
    let result = try home.run(["check"], input: "")
    #expect(result.code == 1)
    #expect(result.error.contains("which screen, tmux or flow control take"))
  }

  @Test("the desk of the config is used, and --desk wins over it")
  func desk() throws {
    let home = try Home()
    let line = #"{"id":"c","contact":{"id":"u"}}"#
    let chosen = home.url.path + "/chosen"
    _ = try home.write("{ desk: \"\(chosen)\" }", to: "config/sapa/config.json5")
    #expect(try home.run(["import", "-"], input: line).code == 0)
    #expect(try home.run(["export", "--desk", chosen]).out == line + "\n")
    #expect(try home.run(["export"]).out == line + "\n")
    #expect(try home.run(["import", "-", "--desk", home.url.path + "/other"], input: "").code == 0)
    #expect(try home.run(["export", "--desk", home.url.path + "/other"]).out.isEmpty)
  }

  @Test("deskName, agent and keys of the config are on the screen")
  func onScreen() throws {
    let home = try Home(
      config:
        "{ deskName: 'Halo Post', agent: { id: 'olena', name: 'Olena' }, keys: { palette: 'F12', rehearsal: [] } }"
    )
    let result = try home.run(["--script", "-"], input: "frame\n")
    #expect(result.code == 0)
    #expect(result.out.contains("Halo Post"))
    #expect(result.out.contains("F12 commands"))
  }
}
