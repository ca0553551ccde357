extension TemplateBody {
  /// The body said so that a file of ours can hold it: no blanks at the ends of lines, and nothing that our format cannot escape.
  ///
  /// A bracket beside a choice moves into its parts, a part that begins with `if ` gets the condition that holds there anyway, a choice of one
  /// part a second one. Only where nothing of that helps does the text change: a brace before a placeholder gets a blank.
  ///
  /// - Complexity: O(bytes).
  var storable: TemplateBody {
    var pieces = trimmed.pieces
    for index in pieces.indices {
      if case .choice(let parts) = pieces[index] { pieces[index] = .choice(Self.storable(parts)) }
    }
    for index in pieces.indices.dropLast() {
      guard case .text(var text) = pieces[index] else { continue }
      if case .choice(let parts) = pieces[index + 1], text.utf8.last == UInt8(ascii: "[") {
        text.removeLast()
        pieces[index + 1] = .choice(
          parts.map { part in
            ChoicePart(
              conditions: part.conditions, body: TemplateBody([.text("[")] + part.body.pieces).normalized)
          })
      } else {
        text = Self.clear(text, before: pieces[index + 1])
      }
      pieces[index] = .text(text)
    }
    return TemplateBody(pieces).normalized.withoutTrailingBlanks.trimmed
  }

  private static func storable(_ parts: [ChoicePart]) -> [ChoicePart] {
    var parts = parts
    var asked: String?
    for index in parts.indices {
      var pieces = parts[index].body.pieces
      for place in pieces.indices.dropLast() {
        if case .text(let text) = pieces[place] {
          pieces[place] = .text(clear(text, before: pieces[place + 1]))
        }
      }
      parts[index].body = TemplateBody(pieces)
      // Whoever comes here lacks what an earlier part asks for.
      if parts[index].conditions.isEmpty, case .text(let text)? = pieces.first, text.hasPrefix("if "),
        let asked
      {
        parts[index].conditions = [TemplateCondition(fact: asked, isNegated: true)]
      }
      if index == 0, parts[0].conditions.isEmpty {
        let facts = Set(parts[0].body.placeholders.map(\.fact))
        if facts.count == 1 { asked = facts.first }
      }
    }
    let isClosing: Bool =
      if case .text(let text)? = parts.last?.body.pieces.last { text.utf8.last == UInt8(ascii: "]") } else {
        false
      }
    if parts.count == 1 || isClosing { parts.append(ChoicePart(body: TemplateBody([]))) }
    return parts
  }

  /// The text with a blank behind a brace that would melt with the next piece's.
  private static func clear(_ text: String, before piece: TemplatePiece) -> String {
    switch piece {
    case .placeholder, .fragment: text.utf8.last == UInt8(ascii: "{") ? text + " " : text
    case .text, .choice: text
    }
  }

  /// The body without blanks before line ends.
  private var withoutTrailingBlanks: TemplateBody {
    TemplateBody(
      pieces.map { piece in
        switch piece {
        case .text(let text): .text(text.withoutTrailingBlanks)
        case .choice(let parts):
          .choice(
            parts.map { ChoicePart(conditions: $0.conditions, body: $0.body.withoutTrailingBlanks) })
        case .placeholder, .fragment: piece
        }
      })
  }
}

extension String {
  /// The text without blanks before line ends.
  fileprivate var withoutTrailingBlanks: String {
    guard utf8.contains(0x0A) else { return self }
    var lines = splitBySeparator("\n")
    for index in lines.indices.dropLast() {
      while let last = lines[index].last, last.isWhitespace { lines[index].removeLast() }
    }
    return lines.joined(separator: "\n")
  }
}
