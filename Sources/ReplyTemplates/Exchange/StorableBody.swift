/// A body said so that a file of ours can hold it: no blanks at the ends of lines, and nothing that our format cannot escape.
///
/// A bracket beside a choice moves into its parts, a part that begins with `if ` gets the condition that holds there anyway, and a choice of one
/// part a second one. Only where nothing of that helps does the text change: a brace or a `\` before a mark gets a blank behind it.
struct StorableBody {
  /// The body; parsing its source gives it again.
  private(set) var body: TemplateBody
  /// Whether blanks had to be put in.
  private(set) var hasNewBlanks = false

  /// Rewrites a body.
  ///
  /// Complexity: O(bytes).
  init(_ source: TemplateBody) {
    body = source.trimmed
    var pieces = body.pieces
    for index in pieces.indices {
      if case .choice(let parts) = pieces[index] { pieces[index] = .choice(storable(parts)) }
    }
    for index in pieces.indices {
      guard case .text(let text) = pieces[index] else { continue }
      let next = index + 1 < pieces.count ? pieces[index + 1] : nil
      let brackets = text.utf8.reversed().prefix { $0 == UInt8(ascii: "[") }.count
      if case .choice(let parts)? = next, brackets > 0 {
        let moved = TemplatePiece.text(String(repeating: "[", count: brackets))
        pieces[index + 1] = .choice(
          parts.map { part in
            ChoicePart(conditions: part.conditions, body: TemplateBody([moved] + part.body.pieces).normalized)
          })
        pieces[index] = .text(clear(String(text.dropLast(brackets)), before: pieces[index + 1]))
      } else {
        pieces[index] = .text(clear(text, before: next))
      }
    }
    body = TemplateBody(pieces).normalized.withoutTrailingBlanks.trimmed
  }

  private mutating func storable(_ parts: [ChoicePart]) -> [ChoicePart] {
    var parts = parts
    var asked: String?
    for index in parts.indices {
      var pieces = parts[index].body.pieces
      for place in pieces.indices {
        guard case .text(var text) = pieces[place] else { continue }
        let next = place + 1 < pieces.count ? pieces[place + 1] : nil
        text = clear(text, before: next)
        // A `|` or `]]` follows.
        if next == nil, text.utf8.last == UInt8(ascii: "\\") { text = withBlank(text) }
        pieces[place] = .text(text)
      }
      if parts[index].conditions.isEmpty, case .text(let text)? = pieces.first,
        text.utf8.starts(with: "if ".utf8)
      {
        if let asked {
          // Whoever comes here lacks what the first part asks for.
          parts[index].conditions = [TemplateCondition(fact: asked, isNegated: true)]
        } else {
          hasNewBlanks = true
          pieces[0] = .text(" " + text)
        }
      }
      parts[index].body = TemplateBody(pieces)
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

  /// The text with blanks where its bytes would mean something together with each other or with the next piece.
  private mutating func clear(_ text: String, before piece: TemplatePiece?) -> String {
    var text = text
    if text.utf8.contains(UInt8(ascii: "\\")) {
      let lines = text.splitBySeparator("\n").map { line in
        guard line.utf8.starts(with: "\\#".utf8) else { return line }
        hasNewBlanks = true
        return "\\ " + line.dropFirst()
      }
      text = lines.joined(separator: "\n")
    }
    guard let piece else { return text }
    let last = text.utf8.last
    switch piece {
    case .placeholder, .fragment:
      return last == UInt8(ascii: "{") || last == UInt8(ascii: "\\") ? withBlank(text) : text
    case .choice: return last == UInt8(ascii: "\\") ? withBlank(text) : text
    case .text: return text
    }
  }

  private mutating func withBlank(_ text: String) -> String {
    hasNewBlanks = true
    return text + " "
  }
}

extension TemplateBody {
  /// The body without blanks before line ends.
  fileprivate var withoutTrailingBlanks: TemplateBody {
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
