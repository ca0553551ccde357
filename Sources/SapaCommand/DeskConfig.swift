import CombinedDesk
package import JSONText

/// One of the desks in the config.
package struct DeskConfig: Sendable, Hashable {
  /// What the config says of a desk behind an adapter.
  package struct Adapter: Sendable, Hashable {
    /// The program and its arguments.
    package var command: [String]
    /// What the adapter is told of its backend: a JSON object without blanks.
    package var settings: [UInt8]
    /// Where the token comes from; nil for none.
    package var token: Token?

    /// Makes one from its parts.
    package init(command: [String], settings: [UInt8], token: Token? = nil) {
      self.command = command
      self.settings = settings
      self.token = token
    }
  }

  /// Where a token comes from.
  package enum Token: Sendable, Hashable {
    /// What a program prints, with its arguments.
    case command([String])
    /// What a file holds that nobody else may read; the path begins with / or ~/.
    case file(String)
  }

  /// What is behind it.
  package enum Place: Sendable, Hashable {
    /// A local desk in a folder that begins with / or ~/.
    case folder(String)
    /// A backend behind an adapter.
    case adapter(Adapter)
  }

  /// Its short name, unique: `[a-z0-9-]+`.
  package var name: String
  /// What it is called in lists; nil for the name.
  package var title: String?
  /// What is behind it.
  package var place: Place

  /// Makes a desk.
  package init(name: String, title: String? = nil, place: Place) {
    self.name = name
    self.title = title
    self.place = place
  }

  /// What it is called in lists.
  package var shownTitle: String { title ?? name }
}

extension DeskConfig {
  private static let keys = ["name", "title", "folder", "adapter", "settings", "tokenCommand", "tokenFile"]
  private static let example =
    #"{ name: "rt", adapter: ["sapa-adapter-rt"] } or { name: "own", folder: "~/desk" }"#

  /// Reads one desk of the config; what is wrong is told with the number of the desk, its name and the field.
  ///
  /// - Complexity: O(earlier desks and bytes).
  package init(_ value: JSONValue, after earlier: [DeskConfig], _ path: String) throws(ConfigError) {
    var place = "desks, number \(earlier.count + 1)"
    func bad(_ field: String, _ expected: String) -> ConfigError {
      .badValue(path: path, key: place + (field.isEmpty ? "" : ", " + field), expected: expected)
    }
    guard let members = value.members else { throw bad("", "an object: \(Self.example)") }
    guard let name = value["name"]?.string, DeskMember.isName(name) else {
      throw bad("name", "a short name of a to z, 0 to 9 and hyphens")
    }
    place += " (\(name))"
    if let member = members.first(where: { !Self.keys.contains($0.key) }) {
      let known = Self.keys.dropLast().joined(separator: ", ") + " and " + (Self.keys.last ?? "")
      throw bad("", "an object of \(known), without “\(member.key)”")
    }
    if earlier.contains(where: { $0.name == name }) { throw bad("name", "one that no other desk has") }
    if let title = value["title"], title.string?.contains(where: { !$0.isWhitespace }) != true {
      throw bad("title", "a title in quotes")
    }
    let isLocal = value["folder"] != nil
    guard isLocal != (value["adapter"] != nil) else {
      throw bad("", "a desk with either a folder or an adapter: \(Self.example)")
    }
    do throws(FieldError) {
      self.init(
        name: name, title: value["title"]?.string,
        place: isLocal ? try Self.folder(value, members, earlier) : .adapter(try Self.adapter(value)))
    } catch { throw bad(error.field, error.expected) }
  }

  private struct FieldError: Error {
    let field: String
    let expected: String

    init(_ field: String, _ expected: String) {
      self.field = field
      self.expected = expected
    }
  }

  private static func folder(
    _ value: JSONValue, _ members: [JSONMember], _ earlier: [DeskConfig]
  ) throws(FieldError) -> Place {
    guard let folder = path(value["folder"]) else {
      throw FieldError("folder", "a folder that begins with / or ~/")
    }
    if let member = members.first(where: { !["name", "title", "folder"].contains($0.key) }) {
      throw FieldError(member.key, "left out: it is for desks with an adapter")
    }
    let place = Place.folder(Setup.withoutSlash(folder))
    if let twin = earlier.first(where: { $0.place == place }) {
      throw FieldError("folder", "another than that of the desk “\(twin.name)”")
    }
    return place
  }

  private static func adapter(_ value: JSONValue) throws(FieldError) -> Adapter {
    guard let command = words(value["adapter"]) else {
      throw FieldError("adapter", "a program and its arguments: [\"sapa-adapter-rt\"]")
    }
    var writer = JSONWriter()
    if let settings = value["settings"] {
      guard settings.members != nil, settings.isJSON else {
        throw FieldError("settings", "an object of what JSON can say: { url: \"https://rt.example.org\" }")
      }
      writer.value(settings)
    } else {
      writer.value(.object([]))
    }
    return Adapter(command: command, settings: writer.bytes, token: try token(value))
  }

  private static func token(_ value: JSONValue) throws(FieldError) -> Token? {
    if let given = value["tokenCommand"] {
      guard value["tokenFile"] == nil else {
        throw FieldError("tokenFile", "left out where there is a tokenCommand")
      }
      guard let command = words(given) else {
        throw FieldError("tokenCommand", "a program and its arguments: [\"pass\", \"show\", \"rt\"]")
      }
      return .command(command)
    }
    guard let given = value["tokenFile"] else { return nil }
    guard let file = path(given) else { throw FieldError("tokenFile", "a file that begins with / or ~/") }
    return .file(file)
  }

  /// A path that means the same wherever the program is started; nil for anything else.
  private static func path(_ value: JSONValue?) -> String? {
    guard let text = value?.string, text.hasPrefix("/") || text.hasPrefix("~/"), !text.utf8.contains(0)
    else { return nil }
    return text
  }

  /// A program and its arguments; nil for anything else, and for none.
  private static func words(_ value: JSONValue?) -> [String]? {
    guard let items = value?.array, let first = items.first?.string, !first.isEmpty else { return nil }
    let words = items.compactMap(\.string)
    return words.count == items.count && words.allSatisfy { !$0.utf8.contains(0) } ? words : nil
  }
}

extension JSONValue {
  /// Whether JSON can say it: Infinity and NaN are of JSON5 alone.
  fileprivate var isJSON: Bool {
    switch self {
    case .null, .bool, .string: true
    case .number(let number): number.double.isFinite
    case .array(let elements): elements.allSatisfy(\.isJSON)
    case .object(let members): members.allSatisfy(\.value.isJSON)
    }
  }
}
