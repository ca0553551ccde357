package import ConsoleCore
package import DeskModel
package import JSONText
import SystemCalls

/// What a person has set in `config.json5`.
package struct Config: Sendable, Hashable {
  /// The person's id on the desk; nil for the name they are logged in with.
  package var agentID: String?
  /// The person's name; nil for the id.
  package var agentName: String?
  /// The person's own gender, for forms that show it; nil when they have not said.
  package var agentGender: Gender?
  /// The business of the team, such as `bank`: it decides how customers are addressed.
  package var sector: String?
  /// A folder with the team's own `Locales` and `Templates`, perhaps a git checkout.
  package var teamFolder: String?
  /// The desk's folder.
  package var desk: String?
  /// Several desks, or one with a name; empty for the one in `desk`.
  package var desks: [DeskConfig] = []
  /// The desk's name in the upper left corner.
  package var deskName: String?
  /// Seconds for which a reply is held.
  package var holdSeconds = 8
  /// Hours for which a secret that a customer wrote is held, 0...168.
  package var secretHours = 24
  /// Keys by command.
  package var keys: [String: [String]] = [:]
  /// Selections of conversations with names of their own.
  package var views: [SavedView] = []
  /// Milliseconds that a lone Esc waits for company.
  package var escapeDelay = 50
  /// The language of the console; English is complete.
  package var language = "en"
  /// Tools around the console.
  package var tools = ToolConfig()

  /// Makes the config of somebody who has set nothing.
  package init() {}
}

/// Why a config cannot be used; each names the file's line or the key.
package enum ConfigError: Error, Sendable, Hashable {
  /// The file cannot be read; the reason is the system's.
  case unreadable(path: String, reason: String)
  /// It is not JSON5.
  case syntax(path: String, JSONError)
  /// A key that the program does not know, perhaps misspelt.
  case unknownKey(path: String, key: String)
  /// A value of another kind or out of range.
  case badValue(path: String, key: String, expected: String)

  /// One sentence for the person, with what to do.
  package var sentence: String {
    switch self {
    case .unreadable(let path, let reason): "The config \(Printed.line(path)) cannot be read: \(reason)."
    case .syntax(let path, let error):
      "The config \(Printed.line(path)) is wrong in line \(error.position.line), column \(error.position.column): "
        + Printed.line("expected \(error.expected), found \(error.found).")
    case .unknownKey(let path, let key):
      "The config \(Printed.line(path)) sets “\(Printed.line(key))”, which does not exist. Known are \(Config.knownKeys)."
    case .badValue(let path, let key, let expected):
      "In the config \(Printed.line(path)), “\(Printed.line(key))” must be \(expected)."
    }
  }
}

extension Config {
  /// The keys of a config in words.
  static var knownKeys: String {
    let names = ConfigKey.all.map(\.name)
    return names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
  }

  /// The businesses that locale packs know.
  static let sectors = ["retail", "bank", "insurance", "government", "health", "education", "travel"]

  /// Whether a text can be the name of a folder in `Locales`.
  static func isLanguage(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && !text.contains("/")
  }

  /// Reads a config file; a missing one is an empty one.
  package static func load(_ path: String) throws(ConfigError) -> Config {
    let bytes: [UInt8]
    do {
      bytes = try FileSystem.contents(of: path, limit: 1 << 20)
    } catch {
      if error.isMissing { return Config() }
      throw .unreadable(path: path, reason: error.reason)
    }
    return try parse(bytes, path: path)
  }

  /// Reads a config.
  package static func parse(_ bytes: [UInt8], path: String) throws(ConfigError) -> Config {
    let document: JSONDocument
    do {
      document = try JSONDocument(bytes, dialect: .json5)
    } catch { throw .syntax(path: path, error) }
    guard let members = document.root.members else {
      throw .badValue(path: path, key: "the whole file", expected: "an object: { … }")
    }
    var config = Config()
    for member in members { try config.take(member, path) }
    if let problem = config.contradiction(path) { throw problem }
    return config
  }

  /// What is wrong with two keys that are right one by one; nil when nothing is.
  func contradiction(_ path: String) -> ConfigError? {
    guard !desks.isEmpty else { return nil }
    if desk != nil {
      return .badValue(
        path: path, key: "desk",
        expected: "left out where “desks” says which desks there are; give one of those the folder instead")
    }
    // The person has one id on all desks, which must not look like that of somebody on one of them.
    guard let twin = desks.first(where: { agentID?.utf8.starts(with: ($0.name + ":").utf8) == true }) else {
      return nil
    }
    return .badValue(
      path: path, key: "agent", expected: "with an id that does not begin with a desk's name, “\(twin.name):”"
    )
  }

  /// Takes one key of the file in.
  mutating func take(_ member: JSONMember, _ path: String) throws(ConfigError) {
    func bad(_ expected: String) -> ConfigError { .badValue(path: path, key: member.key, expected: expected) }
    switch member.key {
    case "agent":
      guard let id = member.value["id"]?.string, !id.isEmpty else { throw bad("{ id: \"…\", name: \"…\" }") }
      agentID = id
      agentName = member.value["name"]?.string
      if let gender = member.value["gender"] {
        guard let known = gender.string.flatMap({ Gender(rawValue: $0) }) else {
          throw .badValue(path: path, key: "agent.gender", expected: "\"f\" or \"m\"")
        }
        agentGender = known
      }
    case "sector":
      guard let text = member.value.string, Self.sectors.contains(text) else {
        throw bad("one of \(Self.sectors.joined(separator: ", "))")
      }
      sector = text
    case "teamFolder":
      guard let text = member.value.string, text.hasPrefix("/") || text.hasPrefix("~/") else {
        throw bad("a folder that begins with / or ~/")
      }
      teamFolder = text
    case "desk":
      guard let text = member.value.string, !text.isEmpty else { throw bad("a folder") }
      desk = text
    case "desks":
      guard let list = member.value.array else {
        throw bad(
          "a list: [{ name: \"rt\", adapter: [\"sapa-adapter-rt\"] }, { name: \"own\", folder: \"~/desk\" }]")
      }
      for value in list { desks.append(try DeskConfig(value, after: desks, path)) }
    case "deskName":
      guard let text = member.value.string else { throw bad("a name in quotes") }
      deskName = text
    case "language":
      guard let text = member.value.string, Self.isLanguage(text) else {
        throw bad("a language tag, such as \"en\"")
      }
      language = text
    case "holdSeconds":
      guard let number = member.value.int, (0...600).contains(number) else {
        throw bad("a number from 0 to 600")
      }
      holdSeconds = number
    case "secretHours":
      guard let number = member.value.int, (0...168).contains(number) else {
        throw bad("a number of hours from 0 to 168")
      }
      secretHours = number
    case "escapeDelay":
      guard let number = member.value.int, (5...1_000).contains(number) else {
        throw bad("a number of milliseconds from 5 to 1000")
      }
      escapeDelay = number
    case "keys":
      guard let members = member.value.members else { throw bad("an object: { resolve: [\"e\"], … }") }
      for key in members {
        let names = key.value.string.map { [$0] } ?? key.value.array?.compactMap(\.string)
        guard let names, names.count == key.value.array?.count ?? 1 else {
          throw .badValue(path: path, key: "keys." + key.key, expected: "a key or a list of keys in quotes")
        }
        keys[key.key] = names
      }
    case "views":
      guard let list = member.value.array, list.count <= SavedView.limit else {
        throw bad("a list of at most \(SavedView.limit): [{ name: \"…\", filter: \"tag:billing\" }, …]")
      }
      for value in list { views.append(try SavedView(value, after: views, path)) }
    default:
      if try tools.take(member, path) { return }
      throw .unknownKey(path: path, key: member.key)
    }
  }
}
