/// Parses the text of a variant: placeholders, choices, fragments.
struct TemplateBodyParser {
  /// A fault with the line of the text on which it stands, from 0.
  struct Fault: Error {
    var line: Int
    var fault: TemplateFault
  }

  private let text: [UInt8]
  private var place = 0
  private var line = 0

  init(_ text: String) { self.text = Array(text.utf8) }

  /// The whole text.
  mutating func parsed() throws(Fault) -> TemplateBody {
    try body(inChoice: false)
  }

  /// Up to the end, or in a choice up to `|` or `]]`.
  private mutating func body(inChoice: Bool) throws(Fault) -> TemplateBody {
    var pieces: [TemplatePiece] = []
    var literal: [UInt8] = []
    func flush() {
      if !literal.isEmpty { pieces.append(.text(String(decoding: literal, as: UTF8.self))) }
      literal = []
    }
    while place < text.count {
      if let length = escapedLength {
        literal += text[(place + 1)..<(place + 1 + length)]
        place += 1 + length
      } else if starts("{{") {
        flush()
        pieces.append(try placeholder())
      } else if starts("[[") {
        guard !inChoice else { throw Fault(line: line, fault: .nestedChoice) }
        flush()
        pieces.append(try choice())
      } else if inChoice, starts("|") || starts("]]") {
        break
      } else {
        if text[place] == UInt8(ascii: "\n") { line += 1 }
        literal.append(text[place])
        place += 1
      }
    }
    flush()
    return TemplateBody(pieces)
  }

  private func starts(_ mark: StaticString, at offset: Int = 0) -> Bool {
    let start = place + offset
    guard start + mark.utf8CodeUnitCount <= text.count else { return false }
    return mark.description.utf8.elementsEqual(text[start..<(start + mark.utf8CodeUnitCount)])
  }

  /// Bytes behind a `\` that are sent as they stand; nil where the `\` itself is.
  private var escapedLength: Int? {
    guard text[place] == UInt8(ascii: "\\") else { return nil }
    if starts("{{", at: 1) || starts("[[", at: 1) || starts("]]", at: 1) { return 2 }
    if starts("<!--", at: 1) { return 4 }
    if starts("|", at: 1) { return 1 }
    let isLineStart = place == 0 || text[place - 1] == UInt8(ascii: "\n")
    return isLineStart && starts("#", at: 1) ? 1 : nil
  }

  /// What stands between two marks, on one line.
  private mutating func inside(_ open: StaticString, _ close: StaticString) throws(Fault) -> String {
    let start = place + open.utf8CodeUnitCount
    place = start
    while place < text.count, !starts(close), text[place] != UInt8(ascii: "\n") { place += 1 }
    guard place < text.count, starts(close) else {
      throw Fault(line: line, fault: .unclosed(open.description))
    }
    let content = String(decoding: text[start..<place], as: UTF8.self)
    place += close.utf8CodeUnitCount
    return content.trimmed
  }

  private mutating func placeholder() throws(Fault) -> TemplatePiece {
    let content = try inside("{{", "}}")
    if content.hasPrefix(">") {
      let name = String(content.dropFirst()).trimmed
      guard Self.isName(name) else { throw Fault(line: line, fault: .badFragment(name)) }
      return .fragment(name)
    }
    guard let colon = content.firstIndex(of: ":") else {
      guard Self.isName(content) else { throw Fault(line: line, fault: .badPlaceholder(content)) }
      return .placeholder(Placeholder(fact: content))
    }
    let name = String(content[..<colon]).trimmed
    guard Self.isName(name) else { throw Fault(line: line, fault: .badPlaceholder(content)) }
    let written = String(content[content.index(after: colon)...]).trimmed
    guard let format = Self.format(written) else { throw Fault(line: line, fault: .unknownFormat(written)) }
    return .placeholder(Placeholder(fact: name, format: format))
  }

  private mutating func choice() throws(Fault) -> TemplatePiece {
    let start = line
    place += 2
    var parts: [ChoicePart] = []
    while true {
      let conditions = try conditions()
      parts.append(ChoicePart(conditions: conditions, body: try body(inChoice: true)))
      guard place < text.count else { throw Fault(line: start, fault: .unclosed("[[")) }
      if starts("]]") { break }
      place += 1
    }
    place += 2
    guard parts.count > 1 else { throw Fault(line: start, fault: .loneChoice) }
    return .choice(parts)
  }

  /// `if fact = value and not other:` at the head of a part; one blank behind it belongs to it.
  private mutating func conditions() throws(Fault) -> [TemplateCondition] {
    guard starts("if ") else { return [] }
    var end = place
    while end < text.count, text[end] != UInt8(ascii: ":"), text[end] != UInt8(ascii: "\n") { end += 1 }
    let written = String(decoding: text[(place + 3)..<min(end, text.count)], as: UTF8.self)
    guard end < text.count, text[end] == UInt8(ascii: ":") else {
      throw Fault(line: line, fault: .badCondition("if " + written.prefix(40)))
    }
    place = end + 1
    if place < text.count, text[place] == UInt8(ascii: " ") { place += 1 }
    var conditions: [TemplateCondition] = []
    var rest = written[...]
    while true {
      let and = rest.firstRange(ofWord: " and ")
      guard let condition = Self.condition(String(rest[..<(and?.lowerBound ?? rest.endIndex)])) else {
        throw Fault(line: line, fault: .badCondition("if " + written))
      }
      conditions.append(condition)
      guard let and else { return conditions }
      rest = rest[and.upperBound...]
    }
  }

  private static func condition(_ written: String) -> TemplateCondition? {
    var text = written.trimmed
    var isNegated = false
    if text.hasPrefix("not ") {
      isNegated = true
      text = String(text.dropFirst(4)).trimmed
    }
    guard let equals = text.firstIndex(of: "=") else {
      return isName(text) ? TemplateCondition(fact: text, isNegated: isNegated) : nil
    }
    var name = String(text[..<equals])
    if name.hasSuffix("!") {
      name.removeLast()
      isNegated.toggle()
    }
    name = name.trimmed
    let value = String(text[text.index(after: equals)...]).trimmed
    return isName(name) && !value.isEmpty
      ? TemplateCondition(fact: name, value: value, isNegated: isNegated) : nil
  }

  private static func format(_ written: String) -> PlaceholderFormat? {
    switch written {
    case "date": return .date
    case "weekday": return .weekday
    case "day": return .day
    case "money": return .money
    case "number": return .number
    case "percent": return .percent
    case "link": return .link
    default:
      guard written.hasPrefix("plural ") else { return nil }
      let forms = written.dropFirst(7).split(separator: ",", omittingEmptySubsequences: false)
        .map { String($0).trimmed }
      return forms.contains("") ? nil : .plural(forms)
    }
  }

  /// Letters, digits, `.`, `-` and `_`, beginning with a letter.
  static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter, text.utf8.count <= 80 else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_" }
  }
}

extension TemplateBody {
  /// Parses a text.
  ///
  /// - Throws: what is wrong with it, with the line of the text, from 0.
  /// - Complexity: O(bytes).
  package init(parsing text: String) throws(TemplateBodyFault) {
    var parser = TemplateBodyParser(text)
    do throws(TemplateBodyParser.Fault) {
      self = try parser.parsed()
    } catch {
      throw TemplateBodyFault(line: error.line, fault: error.fault)
    }
  }
}

/// Where a text is wrong, and how.
package struct TemplateBodyFault: Error, Sendable, Hashable {
  /// The line of the text, from 0.
  package var line: Int
  /// What is wrong.
  package var fault: TemplateFault

  /// Makes a fault.
  package init(line: Int, fault: TemplateFault) {
    self.line = line
    self.fault = fault
  }
}
