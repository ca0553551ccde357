import JSONText

/// Checks values against the part of JSON Schema (2020-12) that the protocol's schema uses.
///
/// A keyword that it does not know is a problem of its own, so that nothing in the schema is silently without effect.
struct SchemaValidator {
  private let root: JSONValue
  private let patterns: [String: Regex<AnyRegexOutput>]
  /// Says of itself what it says, checks nothing.
  private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description"]

  init(_ schema: [UInt8]) throws {
    root = try JSONDocument(schema).root
    var patterns: [String: Regex<AnyRegexOutput>] = [:]
    try Self.collectPatterns(root, into: &patterns)
    self.patterns = patterns
  }

  /// The names under `$defs`.
  var names: [String] { root["$defs"]?.members?.map { $0.key } ?? [] }

  /// What is wrong with a value, each as `path: problem`; empty when nothing is.
  ///
  /// `name` is a schema of `$defs`; the whole schema when nil.
  func problems(in value: JSONValue, as name: String? = nil) -> [String] {
    guard let name else { return check(value, root, "") }
    return check(value, .object([JSONMember(key: "$ref", value: .string("#/$defs/" + name))]), "")
  }

  /// The same of a text.
  func problems(in text: [UInt8], as name: String? = nil) throws -> [String] {
    problems(in: try JSONDocument(text).root, as: name)
  }

  private static func collectPatterns(
    _ schema: JSONValue, into patterns: inout [String: Regex<AnyRegexOutput>]
  ) throws {
    for member in schema.members ?? [] {
      if member.key == "pattern", let text = member.value.string { patterns[text] = try Regex(text) }
      try collectPatterns(member.value, into: &patterns)
    }
    for element in schema.array ?? [] { try collectPatterns(element, into: &patterns) }
  }

  private func check(_ value: JSONValue, _ schema: JSONValue, _ path: String) -> [String] {
    switch schema {
    case .bool(true): return []
    case .bool(false): return ["\(path): must not be there"]
    case .object(let members):
      return members.flatMap { check(value, keyword: $0.key, $0.value, of: schema, path) }
    default: return ["\(path): the schema is neither an object nor true or false"]
    }
  }

  private func check(
    _ value: JSONValue, keyword: String, _ argument: JSONValue, of schema: JSONValue, _ path: String
  ) -> [String] {
    switch keyword {
    case _ where Self.annotations.contains(keyword): return []
    case "$ref": return reference(value, argument.string ?? "", path)
    case "type", "const", "enum", "not": return identity(value, keyword, argument, path)
    case "anyOf", "allOf": return combination(value, keyword, argument.array ?? [], path)
    case "required", "properties", "additionalProperties", "dependentRequired":
      guard let members = value.members else { return [] }
      return object(members, keyword, argument, schema, path)
    case "items", "minItems", "maxItems", "contains":
      guard let elements = value.array else { return [] }
      return array(elements, keyword, argument, path)
    case "minLength", "maxLength", "pattern":
      guard let text = value.string else { return [] }
      return string(text, keyword, argument, path)
    case "minimum", "maximum":
      guard let number = value.double, let bound = argument.double else { return [] }
      let holds = keyword == "minimum" ? number >= bound : number <= bound
      return holds ? [] : ["\(path): \(number) is beyond the \(keyword) \(bound)"]
    default: return ["\(path): the keyword \(keyword) is not known"]
    }
  }

  private func reference(_ value: JSONValue, _ target: String, _ path: String) -> [String] {
    guard target.hasPrefix("#/$defs/"), let schema = root["$defs"]?[String(target.dropFirst(8))] else {
      return ["\(path): \(target) leads nowhere"]
    }
    return check(value, schema, path)
  }

  private func identity(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, _ path: String
  ) -> [String] {
    let holds =
      switch keyword {
      case "type": (argument.array ?? [argument]).contains { Self.isOf(value, type: $0.string ?? "") }
      case "const": Self.equal(value, argument)
      case "enum": argument.array?.contains { Self.equal($0, value) } ?? false
      default: !check(value, argument, path).isEmpty
      }
    return holds ? [] : ["\(path): \(keyword) does not hold"]
  }

  private static func isOf(_ value: JSONValue, type: String) -> Bool {
    guard type == "integer" else { return value.kind.rawValue == (type == "boolean" ? "bool" : type) }
    return value.double.map { $0 == $0.rounded() } ?? false
  }

  private static func equal(_ left: JSONValue, _ right: JSONValue) -> Bool {
    if let left = left.double, let right = right.double { return left == right }
    return left == right
  }

  private func combination(
    _ value: JSONValue, _ keyword: String, _ schemas: [JSONValue], _ path: String
  ) -> [String] {
    if keyword == "allOf" { return schemas.flatMap { check(value, $0, path) } }
    var closest: [String]?
    for schema in schemas {
      let problems =
        tag(of: value, in: schema).map { ["\(path).\($0): const does not hold"] }
        ?? check(value, schema, path)
      if problems.isEmpty { return [] }
      if problems.count < closest?.count ?? .max { closest = problems }
    }
    let example = closest?.joined(separator: "; ") ?? ""
    return ["\(path): none of \(schemas.count) alternatives holds, e.g. \(example)"]
  }

  /// The property whose constant rules an alternative out: the rest need not be looked at, which takes long.
  private func tag(of value: JSONValue, in schema: JSONValue) -> String? {
    schema["properties"]?.members?.first { rule in
      guard let constant = rule.value["const"], let found = value[rule.key] else { return false }
      return !Self.equal(constant, found)
    }?.key
  }

  private func object(
    _ members: [JSONMember], _ keyword: String, _ argument: JSONValue, _ schema: JSONValue, _ path: String
  ) -> [String] {
    let keys = Set(members.map { $0.key })
    switch keyword {
    case "required":
      return (argument.array ?? []).compactMap { $0.string }.filter { !keys.contains($0) }
        .map { "\(path).\($0): missing" }
    case "properties":
      return members.flatMap { member in
        argument[member.key].map { check(member.value, $0, "\(path).\(member.key)") } ?? []
      }
    case "additionalProperties":
      return members.filter { schema["properties"]?[$0.key] == nil }
        .flatMap { check($0.value, argument, "\(path).\($0.key)") }
    default:
      return (argument.members ?? []).filter { keys.contains($0.key) }.flatMap { rule in
        (rule.value.array ?? []).compactMap { $0.string }.filter { !keys.contains($0) }
          .map { "\(path).\($0): missing beside \(rule.key)" }
      }
    }
  }

  private func array(
    _ elements: [JSONValue], _ keyword: String, _ argument: JSONValue, _ path: String
  ) -> [String] {
    switch keyword {
    case "items":
      return elements.enumerated().flatMap { check($0.element, argument, "\(path)[\($0.offset)]") }
    case "contains":
      return elements.contains { check($0, argument, path).isEmpty } ? [] : ["\(path): lacks an element"]
    default:
      let bound = argument.int ?? 0
      let holds = keyword == "minItems" ? elements.count >= bound : elements.count <= bound
      return holds ? [] : ["\(path): \(elements.count) elements are beyond \(keyword) \(bound)"]
    }
  }

  private func string(
    _ text: String, _ keyword: String, _ argument: JSONValue, _ path: String
  ) -> [String] {
    if keyword == "pattern" {
      let holds = argument.string.flatMap { patterns[$0] }.map { text.firstMatch(of: $0) != nil } ?? false
      return holds ? [] : ["\(path): the pattern does not hold"]
    }
    let bound = argument.int ?? 0
    let holds =
      keyword == "minLength" ? text.unicodeScalars.count >= bound : text.unicodeScalars.count <= bound
    return holds ? [] : ["\(path): the length is beyond \(keyword) \(bound)"]
  }
}
