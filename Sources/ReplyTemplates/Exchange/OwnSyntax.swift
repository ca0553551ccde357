/// Reads our own format; stands in until the target has a parser of its own.
enum OwnSyntax {
  /// The body of a text; nil when it is not well formed.
  static func body(_ text: String) -> TemplateBody? {
    var parser = Parser(bytes: Array(text.utf8))
    guard let pieces = parser.pieces(isInChoice: false), parser.index == parser.bytes.count else {
      return nil
    }
    return TemplateBody(pieces).normalized
  }

  private struct Parser {
    let bytes: [UInt8]
    var index = 0

    func isAt(_ mark: String) -> Bool { bytes[index...].starts(with: mark.utf8) }

    mutating func pieces(isInChoice: Bool) -> [TemplatePiece]? {
      var pieces: [TemplatePiece] = []
      var text: [UInt8] = []
      func take() {
        if !text.isEmpty { pieces.append(.text(String(decoding: text, as: UTF8.self))) }
        text = []
      }
      while index < bytes.count {
        if isInChoice, isAt("|") || isAt("]]") { break }
        if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
          "#{[]|<\\".utf8.contains(bytes[index + 1]) || isAt("\\if ")
        {
          text.append(bytes[index + 1])
          index += 2
        } else if isAt("{{") {
          take()
          guard let end = bytes.firstPlace(of: Array("}}".utf8), from: index) else { return nil }
          let inside = String(decoding: bytes[(index + 2)..<end], as: UTF8.self)
          if inside.hasPrefix("> ") {
            pieces.append(.fragment(String(inside.dropFirst(2))))
          } else {
            guard let placeholder = OwnNames.placeholder(inside) else { return nil }
            pieces.append(.placeholder(placeholder))
          }
          index = end + 2
        } else if isAt("[[") {
          guard !isInChoice else { return nil }
          take()
          index += 2
          guard let choice = choice() else { return nil }
          pieces.append(choice)
        } else {
          text.append(bytes[index])
          index += 1
        }
      }
      take()
      return pieces
    }

    private mutating func choice() -> TemplatePiece? {
      var parts: [ChoicePart] = []
      while true {
        var conditions: [TemplateCondition] = []
        if isAt("if ") {
          guard let end = bytes.firstPlace(of: Array(": ".utf8), from: index) else { return nil }
          let source = String(decoding: bytes[(index + 3)..<end], as: UTF8.self)
          conditions = source.splitBySeparator(" and ").map(Self.condition)
          index = end + 2
        }
        guard let body = pieces(isInChoice: true) else { return nil }
        parts.append(ChoicePart(conditions: conditions, body: TemplateBody(body)))
        if isAt("]]") {
          index += 2
          return .choice(parts)
        }
        guard isAt("|") else { return nil }
        index += 1
      }
    }

    private static func condition(_ source: String) -> TemplateCondition {
      if source.hasPrefix("not ") {
        return TemplateCondition(fact: String(source.dropFirst(4)), isNegated: true)
      }
      for (mark, isNegated) in [(" != ", true), (" = ", false)] {
        let parts = source.splitBySeparator(mark)
        if parts.count == 2 {
          return TemplateCondition(fact: parts[0], value: parts[1], isNegated: isNegated)
        }
      }
      return TemplateCondition(fact: source)
    }
  }
}
