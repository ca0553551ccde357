import ConsoleCore
import ScreenKit
import Testing

@Suite("Keymap")
struct KeymapTests {
  private static func command(_ name: String, in keymap: Keymap, typing: Bool) throws -> Command? {
    keymap.command(for: try KeyPress(named: name), isTyping: typing)
  }

  @Test(
    "what keys do while typing and in the panes",
    arguments: [
      ("Enter", .send, .openConversation), ("r", nil, .reply), ("Space", nil, .pageDown),
      ("Up", .moveUp, .rowUp),
      ("Ctrl-K", .palette, .palette), ("Home", .moveToLineStart, .goToFirst),
      ("PageUp", .scrollConversationUp, .pageUp),
      ("?", nil, .help), (":", nil, .palette), ("q", nil, .quit), ("G", nil, .goToLast),
      ("g", nil, .goToFirst),
      ("F24", nil, nil),
    ] as [(String, Command?, Command?)])
  func defaults(key: String, typing: Command?, panes: Command?) throws {
    let keymap = try Keymap()
    #expect(try Self.command(key, in: keymap, typing: true) == typing)
    #expect(try Self.command(key, in: keymap, typing: false) == panes)
  }

  @Test("own keys take the place of the default ones, the first is shown")
  func overrides() throws {
    let keymap = try Keymap(overrides: ["resolve": ["w", "Ctrl-X"]])
    #expect(try Self.command("w", in: keymap, typing: false) == .resolve)
    #expect(try Self.command("Ctrl-X", in: keymap, typing: false) == .resolve)
    #expect(try Self.command("e", in: keymap, typing: false) == nil)
    #expect(keymap.label(for: .resolve) == "w")
    #expect(try Self.command("w", in: keymap, typing: true) == nil, "it stays where it was offered")
  }

  @Test("an empty list takes a command off the keyboard; its letter alias goes too")
  func unbinding() throws {
    let keymap = try Keymap(overrides: ["suspend": [], "quit": []])
    #expect(try Self.command("Ctrl-Z", in: keymap, typing: true) == nil)
    #expect(try Self.command("Ctrl-C", in: keymap, typing: true) == nil)
    #expect(try Self.command("q", in: keymap, typing: false) == nil)
    #expect(keymap.label(for: .suspend) == nil)
  }

  @Test("two commands can exchange their keys")
  func exchange() throws {
    let keymap = try Keymap(overrides: ["resolve": ["s"], "setStatus": ["e"]])
    #expect(try Self.command("s", in: keymap, typing: false) == .resolve)
    #expect(try Self.command("e", in: keymap, typing: false) == .setStatus)
  }

  @Test("Ctrl with a letter in any case is one key")
  func cases() throws {
    let keymap = try Keymap(overrides: ["resolve": ["ctrl-x"]])
    #expect(try Self.command("Ctrl-X", in: keymap, typing: false) == .resolve)
  }

  @Test(
    "each problem is told with what caused it",
    arguments: [
      (["fly": ["y"]], .unknownCommand("fly")), (["Resolve": ["y"]], .unknownCommand("Resolve")),
      (["resolve": ["Hyper-X"]], .unknownKey("Hyper-X", command: "resolve")),
      (["resolve": [""]], .unknownKey("", command: "resolve")),
      (["resolve": ["y", "F99"]], .unknownKey("F99", command: "resolve")),
      (["resolve": ["r"]], .clash(key: "r", .reply, .resolve)),
      (["tag": ["y"], "snooze": ["y"]], .clash(key: "y", .tag, .snooze)),
      (["resolve": ["Ctrl-S"]], .reserved(key: "Ctrl-S", command: "resolve")),
      (["resolve": [":"]], .clash(key: ":", .resolve, .palette)),
    ] as [([String: [String]], Keymap.Problem)])
  func problems(overrides: [String: [String]], problem: Keymap.Problem) {
    #expect(throws: problem) { try Keymap(overrides: overrides) }
  }

  @Test("of several unknown commands the first by name is told, whatever the order in memory")
  func firstProblem() {
    #expect(throws: Keymap.Problem.unknownCommand("a")) {
      try Keymap(overrides: ["b": [], "a": [], "c": []])
    }
  }

  @Test("a reserved key is refused however it is spelt", arguments: ["ctrl-s", "Ctrl-s", "CTRL-A"])
  func reservedSpelling(key: String) {
    #expect(throws: Keymap.Problem.self) { try Keymap(overrides: ["resolve": [key]]) }
  }

  @Test(
    "a key that would hide another command in the same place is a clash",
    arguments: [("resolve", "j"), ("resolve", "Ctrl-K"), ("newLine", "Ctrl-C"), ("send", "Tab")])
  func hiddenClash(command: String, key: String) {
    #expect(throws: Keymap.Problem.self) { try Keymap(overrides: [command: [key]]) }
  }
}
