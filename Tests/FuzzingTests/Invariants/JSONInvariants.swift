import JSONText

/// JSON: read, written and read again it is the same; skipping and reading agree; JSON is JSON5.
enum JSONInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    let isSkippable = canSkip(input)
    _ = try? JSONDocument(input, dialect: .json5)
    let document: JSONDocument
    do throws(JSONError) {
      document = try JSONDocument(input)
    } catch {
      if isSkippable { return "skipped, but not read: \(error.description)" }
      return (0...input.count).contains(error.position.offset)
        ? nil : "an error at byte \(error.position.offset)"
    }
    if !isSkippable { return "read, but not skipped" }
    guard let other = try? JSONDocument(input, dialect: .json5) else { return "JSON that is no JSON5" }
    if other.root != document.root { return "JSON that says something else in JSON5" }
    var writer = JSONWriter()
    writer.value(document.root)
    guard let again = try? JSONDocument(writer.bytes) else { return "what was written cannot be read" }
    return again.root == finite(document.root) ? nil : "written and read again it is another"
  }

  /// What is written of a value: JSON has no word for infinity.
  private static func finite(_ value: JSONValue) -> JSONValue {
    switch value {
    case .number(let number): number.double.isFinite ? value : .null
    case .array(let elements): .array(elements.map(finite))
    case .object(let members): .object(members.map { JSONMember(key: $0.key, value: finite($0.value)) })
    default: value
    }
  }

  private static func canSkip(_ input: [UInt8]) -> Bool {
    var reader = JSONReader(input)
    do {
      _ = try reader.skip()
      try reader.finish()
      return true
    } catch {
      return false
    }
  }
}
