package import ConsoleCore
import JSONText
package import ScreenKit

/// What a person has set of the tools around the console.
package struct ToolConfig: Sendable, Hashable {
  /// A type of files and the program that shows them; `{}` stands for the file's path.
  package struct Opener: Sendable, Hashable {
    /// Such as `image/png`, `image/*` or `*`.
    package var type: String
    /// The program and its arguments.
    package var command: [String]
  }

  /// Whether the mouse is listened to.
  package var usesMouse = true
  /// How it looks.
  package var theme = ThemeChoice()
  /// Whether the window gets a title.
  package var showsTitle = true
  /// The editor and its arguments; empty for `$VISUAL`, `$EDITOR` or vi.
  package var editor: [String] = []
  /// The program that takes a text for the clipboard; empty for the terminal itself.
  package var copyCommand: [String] = []
  /// The folder for files that are saved; nil for the usual one.
  package var downloads: String?
  /// Programs that show files, the first that fits is taken; nil for `xdg-open`.
  package var openers: [Opener] = [Opener(type: "*", command: ["xdg-open", "{}"])]

  /// When the bell rings.
  package var bell = BellWish.never
  /// The program that is told of new burning work, `{}` for the sentence; empty for none.
  package var notify: [String] = []

  /// Takes one setting.
  ///
  /// - Returns: whether it is one of the tools'.
  mutating func take(_ member: JSONMember, _ path: String) throws(ConfigError) -> Bool {
    func bad(_ expected: String) -> ConfigError { .badValue(path: path, key: member.key, expected: expected) }
    let value = member.value
    switch member.key {
    case "mouse":
      guard let flag = value.bool else { throw bad("true or false") }
      usesMouse = flag
    case "title":
      guard let flag = value.bool else { throw bad("true or false") }
      showsTitle = flag
    case "bell":
      guard let wish = value.string.flatMap({ BellWish(rawValue: $0) }) else {
        throw bad("\"never\", \"burning\" or \"message\"")
      }
      bell = wish
    case "notify":
      guard let words = Self.command(value), words.contains(where: { $0.contains("{}") }) else {
        throw bad("a list with {} for the sentence, such as [\"notify-send\", \"Sapa\", \"{}\"]")
      }
      notify = words
    case "theme": theme = try Self.theme(value, path)
    case "editor":
      let words = value.string.map { $0.split(separator: " ").map(String.init) } ?? Self.command(value)
      guard let words, !words.isEmpty else {
        throw bad("a command, such as \"nvim\" or [\"code\", \"--wait\"]")
      }
      editor = words
    case "copyCommand":
      guard let words = Self.command(value) else { throw bad("a list such as [\"wl-copy\"]") }
      copyCommand = words
    case "downloads":
      guard let folder = value.string, folder.hasPrefix("/") || folder.hasPrefix("~/") else {
        throw bad("a folder that begins with / or ~/")
      }
      downloads = folder
    case "open":
      guard let members = value.members else { throw bad("an object: { \"image/*\": [\"feh\", \"{}\"], … }") }
      openers = []
      for item in members {
        guard let words = Self.command(item.value), words.contains(where: { $0.contains("{}") }) else {
          throw .badValue(
            path: path, key: "open." + item.key,
            expected: "a list with {} for the file, such as [\"feh\", \"{}\"]")
        }
        openers.append(Opener(type: item.key.lowercased(), command: words))
      }
    default: return false
    }
    return true
  }

  /// A program and its arguments; nil for anything else, and for none.
  private static func command(_ value: JSONValue) -> [String]? {
    guard let items = value.array, let first = items.first?.string, !first.isEmpty else { return nil }
    let words = items.compactMap(\.string)
    return words.count == items.count && words.allSatisfy { !$0.utf8.contains(0) } ? words : nil
  }

  // MARK: Theme

  private static let names = ThemeName.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")

  private static func theme(_ value: JSONValue, _ path: String) throws(ConfigError) -> ThemeChoice {
    if let name = value.string {
      guard let base = ThemeName(rawValue: name) else {
        throw .badValue(path: path, key: "theme", expected: "one of \(names)")
      }
      return ThemeChoice(base: base)
    }
    guard let members = value.members else {
      throw .badValue(
        path: path, key: "theme", expected: "one of \(names), or { base: \"dark\", late: { color: 196 } }")
    }
    var choice = ThemeChoice()
    for member in members {
      if member.key == "base" {
        guard let base = member.value.string.flatMap({ ThemeName(rawValue: $0) }) else {
          throw .badValue(path: path, key: "theme.base", expected: "one of \(names)")
        }
        choice.base = base
      } else {
        choice.changes[try role(member.key, path)] = try change(member, path)
      }
    }
    return choice
  }

  private static func role(_ name: String, _ path: String) throws(ConfigError) -> StyleRole {
    guard let role = StyleRole.allCases.first(where: { "\($0)" == name }) else {
      let known = StyleRole.allCases.map { "\($0)" }.joined(separator: ", ")
      throw .badValue(path: path, key: "theme." + name, expected: "a role; known are base, \(known)")
    }
    return role
  }

  private static func change(_ member: JSONMember, _ path: String) throws(ConfigError) -> ThemeChoice.Change {
    let key = "theme." + member.key
    guard let settings = member.value.members else {
      throw .badValue(path: path, key: key, expected: "an object: { color: 196, background: 16, bold: true }")
    }
    var change = ThemeChoice.Change()
    for setting in settings {
      func bad(_ expected: String) -> ConfigError {
        .badValue(path: path, key: key + "." + setting.key, expected: expected)
      }
      switch setting.key {
      case "color", "background":
        guard let number = setting.value.int, let colour = UInt8(exactly: number) else {
          throw bad("a colour from 0 to 255")
        }
        if setting.key == "color" { change.foreground = colour } else { change.background = colour }
      default:
        guard let attribute = Appearance.Attribute(rawValue: setting.key) else {
          throw bad("color, background, bold, underline, dim or reverse")
        }
        guard let flag = setting.value.bool else { throw bad("true or false") }
        change.attributes[attribute] = flag
      }
    }
    return change
  }
}
