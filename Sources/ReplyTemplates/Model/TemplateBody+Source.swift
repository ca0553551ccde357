extension TemplateBody {
  /// The text in our own format, escaped so that parsing it gives this body again.
  ///
  /// A few bodies cannot be written at all: see `storable`.
  ///
  /// - Complexity: O(bytes).
  package var source: String {
    var writer = SourceWriter()
    writer.write(pieces, isInChoice: false)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// The same words and placeholders, with neighbouring texts joined and empty ones left out.
  ///
  /// - Complexity: O(bytes).
  package var normalized: TemplateBody {
    var result: [TemplatePiece] = []
    for piece in pieces {
      switch piece {
      case .text(let text):
        if text.isEmpty { continue }
        if case .text(let before) = result.last {
          result[result.count - 1] = .text(before + text)
        } else {
          result.append(piece)
        }
      case .choice(let parts):
        result.append(
          .choice(parts.map { ChoicePart(conditions: $0.conditions, body: $0.body.normalized) }))
      case .placeholder, .fragment: result.append(piece)
      }
    }
    return TemplateBody(result)
  }

  /// The body without the blank lines around it, which no file keeps.
  ///
  /// - Complexity: O(bytes).
  package var trimmed: TemplateBody {
    var pieces = normalized.pieces
    if case .text(let text) = pieces.first {
      let kept = text.withoutBlankLinesAtStart
      if kept.isEmpty { pieces.removeFirst() } else { pieces[0] = .text(kept) }
    }
    if case .text(let text) = pieces.last {
      let kept = text.withoutBlankLinesAtEnd
      if kept.isEmpty { pieces.removeLast() } else { pieces[pieces.count - 1] = .text(kept) }
    }
    return TemplateBody(pieces)
  }
}

extension TemplateCondition {
  /// The condition as it stands behind `if`: `fact`, `not fact`, `fact = value`, `fact != value`.
  package var source: String {
    guard let value else { return isNegated ? "not \(fact)" : fact }
    return "\(fact) \(isNegated ? "!=" : "=") \(value)"
  }
}

extension String {
  fileprivate var withoutBlankLinesAtStart: String {
    var start = utf8.startIndex
    var index = start
    while index < utf8.endIndex, utf8[index].isBlank {
      let isLineEnd = utf8[index] == 0x0A
      index = utf8.index(after: index)
      if isLineEnd { start = index }
    }
    return index == utf8.endIndex ? "" : String(self[start...])
  }

  fileprivate var withoutBlankLinesAtEnd: String {
    var end = utf8.endIndex
    while end > utf8.startIndex, utf8[utf8.index(before: end)].isBlank { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}

extension UInt8 {
  fileprivate var isBlank: Bool { self == 0x20 || 0x09...0x0D ~= self }
}

/// Writes pieces, and knows where a line begins.
private struct SourceWriter {
  var bytes: [UInt8] = []

  mutating func write(_ pieces: [TemplatePiece], isInChoice: Bool) {
    for piece in pieces {
      switch piece {
      case .text(let text): write(text: Array(text.utf8), isInChoice: isInChoice)
      case .placeholder(let placeholder): raw(placeholder.written)
      case .fragment(let name): raw("{{> " + name + "}}")
      case .choice(let parts):
        raw("[[")
        for (index, part) in parts.enumerated() {
          if index > 0 { raw("|") }
          write(part)
        }
        raw("]]")
      }
    }
  }

  private mutating func write(_ part: ChoicePart) {
    if !part.conditions.isEmpty {
      raw("if " + part.conditions.map(\.source).joined(separator: " and ") + ": ")
    }
    write(part.body.pieces, isInChoice: true)
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(text: [UInt8], isInChoice: Bool) {
    var index = 0
    while index < text.count {
      let length = marked(text[index...], isInChoice: isInChoice)
      if length > 0 { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(contentsOf: text[index..<(index + max(1, length))])
      index += max(1, length)
    }
  }

  /// How many bytes at the head of a text mean something unless a `\` stands before them.
  private func marked(_ text: ArraySlice<UInt8>, isInChoice: Bool) -> Int {
    // Behind a `\` these two mean something everywhere.
    let isOpen = isInChoice || bytes.last == UInt8(ascii: "\\")
    return switch text.first {
    case UInt8(ascii: "#"): bytes.last == nil || bytes.last == 0x0A ? 1 : 0
    case UInt8(ascii: "{"): text.starts(with: "{{".utf8) ? 2 : 0
    case UInt8(ascii: "["): text.starts(with: "[[".utf8) ? 2 : 0
    case UInt8(ascii: "]"): isOpen && text.starts(with: "]]".utf8) ? 2 : 0
    case UInt8(ascii: "|"): isOpen ? 1 : 0
    case UInt8(ascii: "<"): text.starts(with: "<!--".utf8) ? 4 : 0
    default: 0
    }
  }
}
