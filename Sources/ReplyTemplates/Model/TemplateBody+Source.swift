extension TemplateBody {
  /// The text in our own format, escaped so that parsing it gives this body again.
  ///
  /// Blank lines at the ends are written, although a file does not keep them.
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

extension Placeholder {
  /// What stands between the braces: `order.total:money`.
  package var source: String { format.map { "\(fact):\($0.source)" } ?? fact }
}

extension PlaceholderFormat {
  /// The format as it stands behind the colon: `money`, `plural day, days`.
  package var source: String {
    switch self {
    case .date: "date"
    case .weekday: "weekday"
    case .day: "day"
    case .money: "money"
    case .number: "number"
    case .percent: "percent"
    case .link: "link"
    case .plural(let words): "plural " + words.joined(separator: ", ")
    }
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

/// Writes pieces, and knows where a line begins and what follows a text.
private struct SourceWriter {
  var bytes: [UInt8] = []

  mutating func write(_ pieces: [TemplatePiece], isInChoice: Bool) {
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .text(let text):
        // What closes a part, or opens the next piece, must not melt with the text's last byte.
        let next: UInt8? =
          if index + 1 == pieces.count {
            isInChoice ? UInt8(ascii: "]") : nil
          } else if case .choice = pieces[index + 1] {
            UInt8(ascii: "[")
          } else if case .text(let more) = pieces[index + 1] {
            more.utf8.first
          } else {
            UInt8(ascii: "{")
          }
        write(text: Array(text.utf8), before: next, isInChoice: isInChoice)
      case .placeholder(let placeholder): raw("{{" + placeholder.source + "}}")
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
    } else if case .text(let text) = part.body.pieces.first, text.utf8.starts(with: "if ".utf8) {
      raw("\\")
    }
    write(part.body.pieces, isInChoice: true)
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  private mutating func write(text: [UInt8], before last: UInt8?, isInChoice: Bool) {
    for (index, byte) in text.enumerated() {
      let next = index + 1 < text.count ? text[index + 1] : last
      let needsEscape =
        switch byte {
        case UInt8(ascii: "#"): bytes.last == nil || bytes.last == 0x0A
        case UInt8(ascii: "{"), UInt8(ascii: "["): next == byte
        case UInt8(ascii: "]"): isInChoice && next == byte
        case UInt8(ascii: "|"): isInChoice
        case UInt8(ascii: "<"): text[index...].starts(with: "<!--".utf8)
        case UInt8(ascii: "\\"): next.map(isMarked) ?? false
        default: false
        }
      if needsEscape { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
  }

  private func isMarked(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "#"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "|"),
      UInt8(ascii: "<"), UInt8(ascii: "\\"):
      true
    default: false
    }
  }
}
