import JSONText

/// Writes values as block YAML that our reader and others read alike.
///
/// One form for each value, so that a file which was written so is written the same again: plain where it can be, a literal block for
/// several lines, single quotes, and double quotes where only they can hold the text.
struct YAMLWriter {
  private(set) var bytes: [UInt8] = []

  /// The value as a whole text.
  ///
  /// Complexity: O(bytes).
  static func bytes(_ value: JSONValue) -> [UInt8] {
    var writer = YAMLWriter()
    writer.write(value, indent: 0, isInline: false)
    return writer.bytes
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func put(indent: Int) { bytes.append(contentsOf: [UInt8](repeating: 0x20, count: indent)) }

  /// Writes a value whose first line is begun already when it is inline.
  private mutating func write(_ value: JSONValue, indent: Int, isInline: Bool) {
    switch value {
    case .array(let elements) where !elements.isEmpty:
      for (index, element) in elements.enumerated() {
        if index > 0 || !isInline { put(indent: indent) }
        put("- ")
        write(element, indent: indent + 2, isInline: true)
      }
    case .object(let members) where !members.isEmpty:
      for (index, member) in members.enumerated() {
        if index > 0 || !isInline { put(indent: indent) }
        put(scalar(member.key, indent: nil) + ":")
        switch member.value {
        case .array(let elements) where !elements.isEmpty:
          put("\n")
          write(member.value, indent: indent + 2, isInline: false)
        case .object(let inner) where !inner.isEmpty:
          put("\n")
          write(member.value, indent: indent + 2, isInline: false)
        default:
          put(" ")
          write(member.value, indent: indent + 2, isInline: true)
        }
      }
    default:
      if !isInline { put(indent: indent) }
      put(leaf(value, indent: indent) + "\n")
    }
  }

  private func leaf(_ value: JSONValue, indent: Int) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): scalar(text, indent: indent)
    case .array: "[]"
    case .object: "{}"
    }
  }

  /// A text; a literal block only where an indentation is given.
  private func scalar(_ text: String, indent: Int?) -> String {
    if Self.isPlain(text) { return text }
    let isPrintable = text.unicodeScalars.allSatisfy { scalar in
      (scalar.value >= 0x20 && !(0x7F...0x9F ~= scalar.value) && scalar.value != 0x2028
        && scalar.value != 0x2029 && scalar.value != 0xFEFF) || scalar == "\n"
    }
    guard isPrintable else { return Self.doubleQuoted(text) }
    guard text.utf8.contains(0x0A) else {
      return "'" + text.splitBySeparator("'").joined(separator: "''") + "'"
    }
    guard let indent, text.utf8.first != 0x0A, text.utf8.first != 0x20,
      text.utf8.contains(where: { $0 != 0x0A && $0 != 0x20 })
    else { return Self.doubleQuoted(text) }
    // How many line ends stand at the end: none, one, or all.
    var body = text
    var mark = "|-"
    if text.hasSuffix("\n\n") {
      mark = "|+"
    } else if text.hasSuffix("\n") {
      mark = "|"
    }
    if text.hasSuffix("\n") { body.removeLast() }
    let lines = body.splitBySeparator("\n").map { line in
      line.isEmpty ? "" : String(repeating: " ", count: indent) + line
    }
    return mark + "\n" + lines.joined(separator: "\n")
  }

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    guard first.properties.isAlphabetic || first == "<" || first == "(", last != " ", last != ":" else {
      return false
    }
    let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n", "~"]
    if words.contains(text.lowercased()) { return false }
    var before: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar.value < 0x20 || 0x7F...0xA0 ~= scalar.value || scalar.value == 0x2028
        || scalar.value == 0x2029
        || scalar.value == 0xFEFF
      {
        return false
      }
      if before == ":", scalar == " " { return false }
      if before == " ", scalar == "#" { return false }
      before = scalar
    }
    return true
  }

  private static func doubleQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22, 0x5C: result += "\\" + String(Character(scalar))
      case 0x0A: result += "\\n"
      case 0x09: result += "\\t"
      case 0x0D: result += "\\r"
      case 0..<0x20, 0x7F...0x9F: result += "\\x" + hex(scalar.value, digits: 2)
      case 0x2028, 0x2029, 0xFEFF: result += "\\u" + hex(scalar.value, digits: 4)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
