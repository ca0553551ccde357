import ConsoleCore
import ScreenKit
import Testing

@Suite("CommandTable")
struct CommandTableTests {
  @Test("every command has exactly one row")
  func oneRowEach() {
    for command in Command.allCases {
      #expect(CommandTable.rows.count { $0.command == command } == 1, "\(command)")
      #expect(CommandTable.row(of: command)?.command == command)
    }
    #expect(CommandTable.rows.count == Command.allCases.count)
  }

  @Test("every name of a key can be read, and is written as people see it")
  func keyNames() throws {
    for row in CommandTable.rows {
      for name in row.keys {
        let key = try KeyPress(named: name)
        #expect(key.name == name)
      }
    }
    for alias in CommandTable.letterAliases { _ = try KeyPress(named: alias.key) }
  }

  @Test(
    "no key means two things in one place",
    arguments: [[CommandContext.composer, .everywhere], [.panes, .rows, .everywhere]])
  func noClash(contexts: [CommandContext]) throws {
    var owners: [KeyPress: Command] = [:]
    var pairs = CommandTable.rows.filter { contexts.contains($0.context) }.flatMap { row in
      row.keys.map { (row.command, $0) }
    }
    if contexts.contains(.panes) { pairs += CommandTable.letterAliases.map { ($0.command, $0.key) } }
    for (command, name) in pairs {
      let key = try KeyPress(named: name)
      #expect(owners[key] == nil || owners[key] == command, "\(name)")
      owners[key] = command
    }
  }

  @Test("keys that never arrive are free", arguments: ["Ctrl-A", "Ctrl-B", "Ctrl-S", "Ctrl-Q"])
  func reservedKeys(name: String) throws {
    let reserved = try KeyPress(named: name)
    for row in CommandTable.rows {
      for key in row.keys { #expect(try KeyPress(named: key) != reserved, "\(row.command)") }
    }
    #expect(Keymap.reservedKeys.contains(name))
  }

  @Test("Ctrl-Z stops the program, as everywhere, and nothing else")
  func suspendKey() {
    #expect(CommandTable.rows.filter { $0.keys.contains("Ctrl-Z") }.map(\.command) == [.suspend])
  }

  @Test("keys that terminals cannot tell from others are not given to anything else")
  func indistinguishable() throws {
    let twins = try ["Ctrl-M", "Ctrl-I", "Ctrl-[", "Ctrl-H"].map { try KeyPress(named: $0) }
    for row in CommandTable.rows {
      for key in row.keys { #expect(!twins.contains(try KeyPress(named: key)), "\(row.command)") }
    }
  }

  @Test("nothing needs Alt or Esc: each command has another key, or stands in the palette, which has one")
  func withoutAlt() throws {
    func isPlain(_ name: String) -> Bool { !name.contains("Alt-") && name != "Esc" }
    let palette = try #require(CommandTable.row(of: .palette))
    #expect(palette.keys.contains(where: isPlain))
    #expect(palette.context == .everywhere)
    for row in CommandTable.rows where row.context == .everywhere {
      #expect(row.keys.contains(where: isPlain), "\(row.command)")
    }
  }

  @Test("keys of everywhere are not letters, so that they can be typed")
  func everywhereIsTypable() throws {
    for row in CommandTable.rows where row.context == .everywhere || row.context == .composer {
      for name in row.keys {
        let key = try KeyPress(named: name)
        if case .character = key.code { #expect(!key.modifiers.isEmpty, "\(name)") }
      }
    }
  }
}
