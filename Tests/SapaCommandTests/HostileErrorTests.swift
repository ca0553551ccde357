import Foundation
import ScreenKit
import TestSupport
import Testing

@Suite("Hostile text in messages", .serialized)
struct HostileErrorTests {
  /// One of each class, in one word without line ends.
  private static let evil =
    "\u{1B}[31;1;77m\u{9B}2J\u{7F}\u{202E}gpj\u{2066}\u{200B}\u{AD}\u{E0041}\u{E000}\rx\u{8}\u{7}"

  private static func escaped(_ text: String) -> String {
    text.utf16.map {
      "\\u" + String(repeating: "0", count: 4 - String($0, radix: 16).utf8.count) + String($0, radix: 16)
    }.joined()
  }

  /// Command lines that are refused with the hostile word in the message, where `FILE` stands for a file of the test.
  private static let commandLines: [[String]] = [
    [evil], ["--" + evil], ["-" + evil], ["help", evil], ["export", evil], ["import"],
    ["import", "--" + evil],
    ["check", "--" + evil], ["version", "--" + evil], ["--size", evil, "--script", "-"],
    ["--now", evil, "--script", "-"],
    ["--script", evil], ["import", evil], ["import", "--json", evil], ["check", evil],
    ["check", "--json", evil],
    ["export", "--desk", "FILE/" + evil], ["import", "FILE", "--desk", "FILE/" + evil],
    ["export", "--desk", "HOME/" + evil],
    ["--script", "-", "--desk", "FILE/" + evil], ["import", "FILE", "--desk", "OTHER"],
    ["export", "--desk", "OTHER"],
  ]

  @Test("a refused command line is told without harm", arguments: commandLines)
  func commandLine(arguments: [String]) throws {
    let home = try Home()
    let file = try home.write("no JSON", to: "file\(Self.evil)")
    // A folder with a hostile file in it, which is no desk.
    let other = home.url.appending(path: "other")
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
    try "x".write(to: other.appending(path: Self.evil), atomically: true, encoding: .utf8)
    let filled = arguments.map {
      $0.replacing("FILE", with: file).replacing("OTHER", with: other.path).replacing(
        "HOME", with: home.url.path)
    }
    let result = try home.run(filled)
    #expect(result.code == 1 || result.code == 2)
    #expect(!result.error.isEmpty || result.out.contains("refused"))
    #expect(result.error.firstHarm == nil, "\(result.error.debugDescription)")
    #expect(result.out.firstHarm == nil, "\(result.out.debugDescription)")
  }

  /// Lines that import refuses or complains about.
  private static let badLines = [
    evil, "{\"\(escaped(evil))\":", #"{"id":"\#(escaped(evil))"}"#, #"{"id":1,"contact":{"id":"\#(evil)"}}"#,
    #"{"id":"a","contact":{"id":"u"},"shape":"\#(escaped(evil))"}"#,
    #"{"id":"a","contact":{"id":"u"},"snoozedUntil":"\#(escaped(evil))"}"#,
    #"{"id":"a","contact":{"id":"u"},"fields":{"\#(escaped(evil))":{}}}"#,
    #"{"id":"a","contact":{"id":"u","fields":{"\#(escaped(evil))":[[]]}}}"#,
    #"{"id":"a","contact":{"id":"u"},"entries":[{"id":"e","at":"2026-03-01T00:00:00Z","author":{"kind":"\#(escaped(evil))"},"audience":"customer","text":"x"}]}"#,
    #"{"id":"a","contact":{"id":"u"},"entries":[{"id":"e","at":"2026-03-01T00:00:00Z","author":{"kind":"bot"},"audience":"\#(escaped(evil))","text":"x"}]}"#,
    #"{"id":"a","contact":{"id":"u"},"entries":[\#(twin),\#(twin)]}"#,
    #"{"id":"\#(escaped(evil))","contact":{"id":"u"}}"# + "\n"
      + #"{"id":"\#(escaped(evil))","contact":{"id":"v"}}"#,
    #"{"id":"a","\#(evil)"#, #"{"id":"a\u\#(evil)"}"#, "{\"id\":\"a\" \u{1B}[2J", "[\u{9B}", "\u{202E}",
    "{\"a\u{7F}\":nul\u{7F}}",
  ]
  private static let twin =
    #"{"id":"\#(escaped(evil))","at":"2026-03-01T00:00:00Z","author":{"kind":"bot"},"audience":"customer","text":"x"}"#

  @Test("a refused line is told without harm, as text and as JSON", arguments: badLines)
  func importedLine(line: String) throws {
    let home = try Home()
    for flags in [[], ["--json"]] {
      let result = try home.run(
        ["import", "-", "--desk", home.url.path + "/d\(flags.count)"] + flags, input: line + "\n")
      #expect(result.code == 1)
      #expect(result.error.firstHarm == nil && result.out.filter { !$0.isBidi }.firstControl == nil)
      if flags.isEmpty {
        #expect(result.out.contains("refused line"))
        #expect(result.out.firstHarm == nil, "\(result.out.debugDescription)")
      }
    }
  }

  /// Drafts that are refused, or found fault with, in the hostile word's terms.
  private static let drafts = [
    evil, #"{"id":"\#(escaped(evil))","text":1}"#, #"{"text":"x","audience":"\#(escaped(evil))"}"#,
    #"{"text":"x","kind":"\#(escaped(evil))"}"#, #"{"text":"x","thread":[{"id":"\#(escaped(evil))"}]}"#,
    #"{"id":"\#(escaped(evil))","text":"Hello , \#(escaped(evil)) {\#(escaped(evil))} @\#(escaped(evil))"}"#,
    #"{"id":"\#(escaped(evil))","text":"well","basedOn":"e-1","thread":[\#(said(1)),\#(said(2))]}"#,
    #"{"text":"{{\#(escaped(evil))}} [\#(escaped(evil)) name] internal: \#(escaped(evil))"}"#,
  ]
  private static func said(_ number: Int) -> String {
    #"{"id":"e-\#(number)","at":"2026-03-01T00:00:0\#(number)Z","author":{"kind":"customer","id":"u","name":"\#(escaped(evil))"},"audience":"customer","text":"x"}"#
  }

  @Test("a draft is judged without harm, as text and as JSON", arguments: drafts)
  func draft(line: String) throws {
    let home = try Home()
    for flags in [[], ["--json"]] {
      let result = try home.run(["check"] + flags, input: line + "\n")
      #expect(result.code == 1)
      #expect(!(result.out + result.error).isEmpty)
      #expect(result.error.firstHarm == nil, "\(result.error.debugDescription)")
      #expect(result.out.firstControl == nil, "\(result.out.debugDescription)")
      if flags.isEmpty { #expect(result.out.firstHarm == nil, "\(result.out.debugDescription)") }
    }
  }

  private static let configs = [
    "{ '\(evil)': 1 }", "{ keys: { '\(evil)': ['x'] } }", "{ keys: { '\(evil)': 1 } }",
    "{ keys: { resolve: ['\(evil)'] } }",
    "{ keys: { resolve: '\(escaped(evil))' } }", "{ \(evil) }", "\(evil)", "{ holdSeconds: '\(evil)' }",
    "{ agent: '\(evil)' }",
    "{ keys: { '\(escaped(evil))': { a: 1 } } }", "{ desk: '/proc/\(escaped(evil))' }", "{ a\u{9B}: 1 }",
  ]

  @Test("a wrong config is told without harm", arguments: configs)
  func config(text: String) throws {
    // A line end would end a JSON5 string.
    let home = try Home(config: text.replacing("\r", with: ""))
    let result = try home.run(["export"])
    #expect(result.code == 1)
    #expect(result.error.hasPrefix("sapa: "))
    #expect(result.error.firstHarm == nil, "\(result.error.debugDescription)")
  }

  private static let scripts = [
    evil, "key \(evil)", "paste \\x\(evil)", "size \(evil)", "wait \(evil)", "command \(evil)", "\u{9B} x",
    "frame\u{1B} x",
  ]

  @Test("a wrong script is told without harm", arguments: scripts)
  func script(text: String) throws {
    let home = try Home()
    let result = try home.run(["--script", "-"], input: text)
    #expect(result.code == 2)
    #expect(result.error.firstHarm == nil, "\(result.error.debugDescription)")
    #expect(result.out.isEmpty)
  }

  @Test("names of frames, typed text and pastes of a script are printed without harm")
  func scriptOutput() throws {
    let home = try Home()
    let result = try home.run(
      ["--script", "-"],
      input:
        "frame \u{1B}[31m\u{202E}\nkey Enter\ntype \(Self.evil)\npaste \\x1b[2J\\x9b\nframe\ncommand palette\ntype \u{9B}\nframe\n"
    )
    #expect(result.code == 0)
    #expect(result.out.firstHarm == nil)
  }

  @Test(
    "hostile words of the environment are told without harm",
    arguments: [
      ["TERM": evil], ["TERM": ""], ["XDG_CONFIG_HOME": "/proc/self/mem/\(evil)"],
      ["XDG_DATA_HOME": "/proc/\(evil)"],
      ["LC_ALL": evil], ["USER": evil, "LOGNAME": evil], ["TZ": evil],
    ])
  func environment(variables: [String: String]) throws {
    let home = try Home()
    let session = try ConsoleSession(home: home, environment: variables)
    // Some are refused, some start.
    try session.pty.wait { _ in session.pty.isClosed || session.pty.screen.shows("Ctrl-K") }
    if !session.pty.isClosed { try session.pty.send("\u{3}") }
    _ = try session.pty.waitForExit()
    #expect(!session.pty.screen.sawRawControl)
    #expect(session.pty.screen.unknownSequences.isEmpty)
    #expect(session.pty.screen.text.firstHarm == nil)
  }

  @Test(
    "a config in a folder with a hostile name is told without harm",
    arguments: ["{", "{ x: 1 }", "{ holdSeconds: -1 }", "{ keys: { x: 'e' } }"])
  func configPath(text: String) throws {
    let home = try Home()
    let folder = home.url.appending(path: Self.evil + "/sapa")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: folder.appending(path: "config.json5"), atomically: true, encoding: .utf8)
    let session = try ConsoleSession(
      home: home, environment: ["XDG_CONFIG_HOME": folder.deletingLastPathComponent().path])
    #expect(try session.pty.waitForExit() == .code(1))
    #expect(!session.pty.screen.sawRawControl, "\(session.pty.screen.text)")
    #expect(session.pty.screen.text.firstHarm == nil)
  }
}

extension String {
  /// The first control character but LF; nil when there is none.
  fileprivate var firstControl: UInt32? {
    unicodeScalars.first { $0 != "\n" && $0.properties.generalCategory == .control }?.value
  }
}

extension Character {
  fileprivate var isBidi: Bool { unicodeScalars.contains { $0.properties.isBidiControl } }
}
