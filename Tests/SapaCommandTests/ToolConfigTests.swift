import ConsoleCore
import Foundation
import ScreenKit
import TestSupport
import Testing

@testable import SapaCommand

@Suite("Config: tools")
struct ToolConfigTests {
  private func parse(_ text: String) throws -> ToolConfig {
    try Config.parse(Array(text.utf8), path: "/c").tools
  }

  @Test("nothing set listens to the mouse, sets a title and opens files with xdg-open")
  func defaults() throws {
    let tools = try parse("{}")
    #expect(tools == ToolConfig())
    #expect(tools.usesMouse && tools.showsTitle && tools.theme == ThemeChoice(base: .auto))
    #expect(tools.openers == [ToolConfig.Opener(type: "*", command: ["xdg-open", "{}"])])
  }

  @Test("every key is taken")
  func everyKey() throws {
    let tools = try parse(
      """
      { mouse: false, title: false, bell: 'burning', notify: ['notify-send', '{}'], editor: "nvim  -f", copyCommand: ["wl-copy"], downloads: "~/in",
        open: { "image/*": ["feh", "--", "{}"], "*": ["xdg-open", "{}"] },
        theme: { base: "dark", late: { color: 196, background: 16, bold: true, underline: false } } }
      """)
    #expect(!tools.usesMouse && !tools.showsTitle)
    #expect(tools.bell == .burning && tools.notify == ["notify-send", "{}"])
    #expect(tools.editor == ["nvim", "-f"] && tools.copyCommand == ["wl-copy"] && tools.downloads == "~/in")
    #expect(
      tools.openers.map(\.type) == ["image/*", "*"] && tools.openers[0].command == ["feh", "--", "{}"])
    let change = ThemeChoice.Change(
      foreground: 196, background: 16, attributes: [.bold: true, .underline: false])
    #expect(tools.theme == ThemeChoice(base: .dark, changes: [.late: change]))
    #expect(try parse("{ editor: ['code', '--wait'] }").editor == ["code", "--wait"])
    #expect(try parse("{ theme: 'contrast' }").theme == ThemeChoice(base: .contrast))
    #expect(
      try parse("{ theme: { muted: {} } }").theme == ThemeChoice(changes: [.muted: ThemeChoice.Change()]))
  }

  static let wrong: [(String, String)] = [
    ("{ mouse: 1 }", "mouse"), ("{ bell: 'loud' }", "bell"), ("{ bell: true }", "bell"),
    ("{ notify: ['x'] }", "notify"), ("{ notify: 'x {}' }", "notify"), ("{ title: 'x' }", "title"),
    ("{ editor: '' }", "editor"),
    ("{ editor: [] }", "editor"),
    ("{ editor: [1] }", "editor"), ("{ copyCommand: 'wl-copy' }", "copyCommand"),
    ("{ copyCommand: [] }", "copyCommand"),
    ("{ downloads: 'here' }", "downloads"), ("{ open: [] }", "open"),
    ("{ open: { '*': ['xdg-open'] } }", "open.*"),
    ("{ open: { '*': 'xdg-open {}' } }", "open.*"), ("{ theme: 'pink' }", "theme"), ("{ theme: 3 }", "theme"),
    ("{ theme: { base: 'pink' } }", "theme.base"), ("{ theme: { layt: {} } }", "theme.layt"),
    ("{ theme: { late: 196 } }", "theme.late"), ("{ theme: { late: { color: 256 } } }", "theme.late.color"),
    ("{ theme: { late: { color: 'red' } } }", "theme.late.color"),
    ("{ theme: { late: { bold: 1 } } }", "theme.late.bold"),
    ("{ theme: { late: { italic: true } } }", "theme.late.italic"),
  ]

  @Test("what cannot be used names the key and what it must be", arguments: wrong)
  func badValues(text: String, key: String) {
    #expect {
      try Config.parse(Array(text.utf8), path: "/c")
    } throws: { error in
      guard case ConfigError.badValue("/c", key, let expected)? = error as? ConfigError else { return false }
      return !expected.isEmpty
    }
  }

  @Test("an unknown role lists the roles, an unknown theme the themes")
  func lists() throws {
    func sentence(_ text: String) -> String {
      do {
        _ = try Config.parse(Array(text.utf8), path: "/c")
        return ""
      } catch { return error.sentence }
    }
    #expect(
      sentence("{ theme: { layt: {} } }").contains("late")
        && sentence("{ theme: { layt: {} } }").contains("border"))
    #expect(sentence("{ theme: 'pink' }").contains("\"contrast\""))
    #expect(sentence("{ thema: 1 }").contains("theme"))
  }

  @Test("the editor is the config's, else VISUAL, else EDITOR, split on blanks, else vi")
  func editor() {
    func editor(_ set: [String: String], _ config: ToolConfig = ToolConfig()) -> [String] {
      ToolRunner.editor(config) { set[$0] }
    }
    #expect(editor([:]) == ["vi"])
    #expect(editor(["EDITOR": "nano -w"]) == ["nano", "-w"])
    #expect(editor(["VISUAL": " ", "EDITOR": "nano"]) == ["nano"])
    #expect(editor(["VISUAL": "emacs", "EDITOR": "nano"]) == ["emacs"])
    var config = ToolConfig()
    config.editor = ["hx"]
    #expect(editor(["VISUAL": "emacs"], config) == ["hx"])
  }

  @Test("the first opener that fits is taken; where no type is stated the ending tells it")
  func openers() {
    func command(_ name: String, _ type: String) -> String? {
      let openers = [("image/png", "a"), ("image/*", "b"), ("application/pdf", "c")].map {
        ToolConfig.Opener(type: $0.0, command: [$0.1])
      }
      return ToolRunner.opener(of: .init(name: name, mediaType: type, bytes: []), openers)?.first
    }
    #expect(command("x", "image/png") == "a" && command("x", "IMAGE/PNG; q=1") == "a")
    #expect(command("x", "image/jpeg") == "b" && command("x.jpg", "") == "b" && command("x.PDF", "") == "c")
    #expect(command("x", "text/plain") == nil && command("x", "") == nil && command("x", "imagex/png") == nil)
  }

  @Test("a saved file never replaces another, and only its owner can read it")
  func neverOverwrites() throws {
    let home = try Home()
    let folder = home.url.path
    let file = { (text: String) in ToolRunnerTests.file("a.pdf", text) }
    #expect(try ToolRunner.write(file("one"), in: folder) == folder + "/a.pdf")
    #expect(try ToolRunner.write(file("two"), in: folder) == folder + "/a (2).pdf")
    try FileManager.default.createSymbolicLink(
      atPath: folder + "/a (3).pdf", withDestinationPath: folder + "/target")
    #expect(try ToolRunner.write(file("three"), in: folder) == folder + "/a (4).pdf")
    #expect(!FileManager.default.fileExists(atPath: folder + "/target"))
    #expect(try String(contentsOfFile: folder + "/a.pdf", encoding: .utf8) == "one")
    let mode = try FileManager.default.attributesOfItem(atPath: folder + "/a.pdf")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }
}

enum ToolRunnerTests {
  static func file(_ name: String, _ text: String) -> ReceivedFile {
    ReceivedFile(name: name, mediaType: "", bytes: Array(text.utf8))
  }
}
