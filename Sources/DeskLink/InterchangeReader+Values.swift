import DeskModel
import JSONText

extension InterchangeReader {
  static var timeWords: String { "an RFC 3339 time such as 2026-03-01T09:12:00Z" }

  /// All words of a closed set, as `a, b or c`.
  package static func words<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> String {
    let all = type.allCases.map { $0.rawValue }
    guard let last = all.last, all.count > 1 else { return all.first ?? "" }
    return all.dropLast().joined(separator: ", ") + " or " + last
  }

  /// A text from outside for a message: quoted, cut to 40 scalars, control characters as spaces.
  package static func quote(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(40) {
      let isControl = scalar.properties.generalCategory == .control
      result.unicodeScalars.append(isControl ? " " : scalar)
    }
    return "\"\(result)\(text.unicodeScalars.count > 40 ? "…" : "")\""
  }

  /// Runs a step of the reader, with its error as ours.
  @inline(__always)
  mutating func syntax<Value>(
    _ body: (inout JSONReader) throws(JSONError) -> Value
  ) throws(InterchangeError) -> Value {
    do { return try body(&reader) } catch { throw .syntax(error) }
  }

  /// Runs a part of ours, with its path put inside `key`.
  mutating func within<Value>(
    _ key: String, _ body: (inout InterchangeReader) throws(InterchangeError) -> Value
  ) throws(InterchangeError) -> Value {
    do { return try body(&self) } catch { throw error.inside(key) }
  }

  mutating func peek() throws(InterchangeError) -> JSONKind {
    try syntax { (reader) throws(JSONError) in try reader.peek() }
  }

  mutating func skip() throws(InterchangeError) {
    try syntax { (reader) throws(JSONError) in _ = try reader.skip() }
  }

  mutating func nextKey() throws(InterchangeError) -> String? {
    try syntax { (reader) throws(JSONError) in try reader.nextKey() }
  }

  mutating func nextElement() throws(InterchangeError) -> Bool {
    try syntax { (reader) throws(JSONError) in try reader.nextElement() }
  }

  mutating func begin(_ field: String) throws(InterchangeError) {
    let kind = try peek()
    guard kind == .object else { throw .field(path: field, expected: "an object", found: kind.phrase) }
    try syntax { (reader) throws(JSONError) in try reader.beginObject() }
  }

  /// False for null.
  mutating func beginArray(_ field: String) throws(InterchangeError) -> Bool {
    if try takeNull() { return false }
    let kind = try peek()
    guard kind == .array else { throw .field(path: field, expected: "an array", found: kind.phrase) }
    try syntax { (reader) throws(JSONError) in try reader.beginArray() }
    return true
  }

  mutating func takeNull() throws(InterchangeError) -> Bool {
    guard try peek() == .null else { return false }
    try syntax { (reader) throws(JSONError) in try reader.null() }
    return true
  }

  /// A string; nil for null.
  mutating func text(_ field: String) throws(InterchangeError) -> String? {
    switch try peek() {
    case .string: return try syntax { (reader) throws(JSONError) in try reader.string() }
    case .null:
      try syntax { (reader) throws(JSONError) in try reader.null() }
      return nil
    case let kind: throw .field(path: field, expected: "a string", found: kind.phrase)
    }
  }

  /// A string that is not empty, such as an id.
  mutating func name(_ field: String) throws(InterchangeError) -> String {
    guard let text = try text(field) else { throw .field(path: field, expected: "a string", found: "null") }
    guard !text.isEmpty else {
      throw .field(path: field, expected: "a string that is not empty", found: "\"\"")
    }
    return text
  }

  mutating func flag(_ field: String) throws(InterchangeError) -> Bool {
    switch try peek() {
    case .bool: return try syntax { (reader) throws(JSONError) in try reader.bool() }
    case .null:
      try syntax { (reader) throws(JSONError) in try reader.null() }
      return false
    case let kind: throw .field(path: field, expected: "true or false", found: kind.phrase)
    }
  }

  mutating func moment(_ field: String) throws(InterchangeError) -> Timestamp? {
    let kind = try peek()
    guard kind == .string || kind == .null else {
      throw .field(path: field, expected: Self.timeWords, found: kind.phrase)
    }
    guard let text = try text(field) else { return nil }
    guard let moment = Timestamp(rfc3339: text) else {
      throw .field(path: field, expected: Self.timeWords, found: Self.quote(text))
    }
    return moment
  }

  /// A whole number from 0; nil for null.
  mutating func count(_ field: String) throws(InterchangeError) -> Int? {
    if try takeNull() { return nil }
    let kind = try peek()
    guard kind == .number else { throw .field(path: field, expected: "a number", found: kind.phrase) }
    let text = try syntax { (reader) throws(JSONError) in try reader.number().text }
    guard let number = Int(text), number >= 0 else {
      throw .field(path: field, expected: "a whole number from 0", found: text)
    }
    return number
  }

  /// One of a closed set; nil for null.
  mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: String
  ) throws(InterchangeError) -> Choice? {
    let kind = try peek()
    guard kind == .string || kind == .null else {
      throw .field(path: field, expected: Self.words(Choice.self), found: kind.phrase)
    }
    guard let text = try text(field) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw .field(path: field, expected: Self.words(Choice.self), found: Self.quote(text))
    }
    return choice
  }

  /// An array of strings, or one string where that is allowed; null is empty.
  mutating func strings(_ field: String, orOne: Bool) throws(InterchangeError) -> [String] {
    if orOne, try peek() == .string { return [try text(field) ?? ""] }
    var result: [String] = []
    guard try beginArray(field) else { return [] }
    while try nextElement() {
      let kind = try peek()
      guard kind == .string, let text = try text(field) else {
        throw .field(path: "\(field)[\(result.count)]", expected: "a string", found: kind.phrase)
      }
      result.append(text)
    }
    return result
  }
}
