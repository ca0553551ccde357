/// Writes a body in Liquid.
struct LiquidWriter {
  private var text = ""
  private var remarks = TextRemarks()
  private let facts: [Fact]

  /// Writes a body; what Zendesk does not know is noted.
  ///
  /// Complexity: O(bytes).
  static func write(_ body: TemplateBody, facts: [Fact]) -> (text: String, remarks: [TextRemark]) {
    var writer = LiquidWriter(facts: facts)
    writer.write(body.pieces)
    return (writer.text, writer.remarks.all)
  }

  private init(facts: [Fact]) { self.facts = facts }

  private mutating func write(_ pieces: [TemplatePiece]) {
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let words):
        let isLast = index + 1 == pieces.count
        text += Self.escaped(words, isLast: isLast)
      case .placeholder(let placeholder): text += "{{\(value(placeholder))}}"
      case .fragment(let name): text += "{{dc.\(name)}}"
      case .choice(let parts): write(choice: parts)
      }
    }
  }

  /// The words with marks of Liquid quoted, one at the end too, where another one may follow.
  private static func escaped(_ words: String, isLast: Bool) -> String {
    guard words.utf8.contains(0x7B) else { return words }
    var bytes: [UInt8] = []
    let source = Array(words.utf8)
    for (index, byte) in source.enumerated() {
      let next = index + 1 < source.count ? source[index + 1] : (isLast ? 0 : 0x7B)
      if byte == 0x7B, next == 0x7B || next == UInt8(ascii: "%") {
        bytes.append(contentsOf: "{{\"{\"}}".utf8)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func value(_ placeholder: Placeholder) -> String {
    let name = name(placeholder.fact)
    guard let format = placeholder.format else { return name }
    remarks.append(
      TextRemark(construct: placeholder.written, action: .became("Zendesk does not know the format")))
    guard case .plural(let words) = format else { return "\(name) | \(format.written)" }
    return "\(name) | plural: " + words.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  private mutating func name(_ fact: String) -> String {
    if let theirs = LiquidDialect.theirs(fact) { return theirs }
    if let listed = facts.first(where: { $0.name == fact }), listed.note.hasPrefix("{{"),
      listed.note.hasSuffix("}}"), listed.note.utf8.count > 4
    {
      return String(listed.note.dropFirst(2).dropLast(2))
    }
    remarks.append(TextRemark(construct: "{{\(fact)}}", action: .became("Zendesk does not know it")))
    return fact
  }

  private mutating func write(choice parts: [ChoicePart]) {
    if let (placeholder, otherwise) = parts.fallback, placeholder.format == nil,
      let quoted = Self.quoted(otherwise)
    {
      text += "{{\(value(placeholder)) | default: \(quoted)}}"
      return
    }
    // What asks for nothing is always right: whatever stands behind it is never sent.
    let last = parts.firstIndex { $0.conditions.isEmpty && $0.body.placeholders.isEmpty }
    let asked = parts[..<(last ?? parts.endIndex)]
    for (index, part) in asked.enumerated() {
      text += "{% \(index == 0 ? "if" : "elsif") \(tests(part)) %}"
      write(part.body.pieces)
    }
    guard let last else {
      if !asked.isEmpty { text += "{% endif %}" }
      return
    }
    guard !asked.isEmpty else { return write(parts[last].body.pieces) }
    if !parts[last].body.pieces.isEmpty {
      text += "{% else %}"
      write(parts[last].body.pieces)
    }
    text += "{% endif %}"
  }

  private mutating func tests(_ part: ChoicePart) -> String {
    var tests: [String] = []
    for condition in part.conditions {
      let name = name(condition.fact)
      if let value = condition.value {
        tests.append("\(name) \(condition.isNegated ? "!=" : "==") \(Self.quoted(value) ?? "\"\"")")
      } else {
        tests.append(condition.isNegated ? "\(name) == blank" : name)
      }
    }
    var asked: Set<String> = Set(part.conditions.filter { $0.value == nil && !$0.isNegated }.map(\.fact))
    for placeholder in part.body.placeholders where asked.insert(placeholder.fact).inserted {
      tests.append("\(name(placeholder.fact)) != blank")
    }
    return tests.joined(separator: " and ")
  }

  /// A text in quotes; nil when it holds both kinds, or a mark of Liquid.
  private static func quoted(_ text: String) -> String? {
    let marks = ["{{", "}}", "{%", "%}", "\n"]
    guard !marks.contains(where: { text.splitBySeparator($0).count > 1 }) else { return nil }
    if !text.contains("\"") { return "\"\(text)\"" }
    return text.contains("'") ? nil : "'\(text)'"
  }
}
