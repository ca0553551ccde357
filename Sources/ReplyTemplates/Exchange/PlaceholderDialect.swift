/// How a program writes placeholders: its marks, its names, and its way of saying what stands there otherwise.
struct PlaceholderDialect: Sendable {
  /// How "otherwise" is written.
  enum Fallback: Sendable {
    /// `{%name,fallback=there%}`.
    case comma
    /// `{{name|fallback:"there"}}`.
    case pipe
  }

  /// The program, for notes.
  var program: String
  var open: String
  var close: String
  /// Names there and here; the first of several for one of ours is the one that is written.
  var names: [(theirs: String, ours: String)]
  var fallback: Fallback?
  /// Whether the program asks for what it does not know, so that nothing is lost.
  var asks = false

  private static let longest = 400

  // MARK: - Reading

  /// Reads a text.
  ///
  /// Complexity: O(bytes).
  func read(_ text: String) -> ForeignText {
    var cursor = ByteCursor(text)
    var pieces: [TemplatePiece] = []
    var facts = FactList()
    var remarks = TextRemarks()
    var start = 0
    var closing = 0
    while let at = cursor.next(open) {
      let inside = at + open.utf8.count
      cursor.place = inside
      if closing < inside { closing = cursor.next(close) ?? Int.max }
      // An expression is short and stands on one line: what is not is no placeholder.
      let end = closing
      guard end <= inside + Self.longest, !cursor.bytes[inside..<end].contains(0x0A) else {
        remarks.append(TextRemark(construct: "\(open) without \(close)", action: .keptAsText))
        continue
      }
      // The innermost counts: `{{ {{name}}`.
      if cursor.next(open, upTo: end) != nil { continue }
      let whole = cursor.text(at..<(end + close.utf8.count))
      guard let read = placeholder(cursor.text(inside..<end), whole: whole, facts: &facts) else {
        remarks.append(TextRemark(construct: whole, action: .keptAsText))
        cursor.place = end + close.utf8.count
        continue
      }
      pieces.append(.text(cursor.text(start..<at)))
      pieces.append(contentsOf: read.pieces)
      if let remark = read.remark { remarks.append(remark) }
      cursor.place = end + close.utf8.count
      start = cursor.place
    }
    pieces.append(.text(cursor.text(start..<cursor.bytes.count)))
    return ForeignText(body: TemplateBody(pieces).normalized, facts: facts.facts, remarks: remarks.all)
  }

  private func placeholder(
    _ inside: String, whole: String, facts: inout FactList
  ) -> (pieces: [TemplatePiece], remark: TextRemark?)? {
    let (expression, otherwise) = split(inside)
    let name = expression.trimmed
    guard !name.isEmpty, !name.contains("{"), !name.contains("}") else { return nil }
    var remark: TextRemark?
    let placeholder: Placeholder
    if let ours = ours(name) {
      placeholder = Placeholder(fact: ours)
    } else if let own = OwnNames.placeholder(name), own.format != nil || OwnNames.known.contains(own.fact) {
      placeholder = own
      if !OwnNames.known.contains(own.fact) { _ = facts.name(of: own.fact, whole: whole) }
      remark = TextRemark(
        construct: whole, action: .became("\(program) does not know it; read as \(own.written)"))
    } else {
      let bare = open + name + close
      placeholder = Placeholder(fact: facts.name(of: name, whole: bare))
      remark = TextRemark(
        construct: bare, action: .became("the fact \(placeholder.fact), which the agent fills in"))
    }
    guard let otherwise else { return ([.placeholder(placeholder)], remark) }
    let parts = [
      ChoicePart(body: TemplateBody([.placeholder(placeholder)])),
      ChoicePart(body: TemplateBody([.text(otherwise)]).normalized),
    ]
    return ([.choice(parts)], remark)
  }

  private func ours(_ name: String) -> String? {
    if let pair = names.first(where: { $0.theirs == name }) { return pair.ours }
    let small = name.lowercased()
    return names.first { $0.theirs.lowercased() == small }?.ours
  }

  private func split(_ inside: String) -> (String, String?) {
    switch fallback {
    case nil: return (inside, nil)
    case .comma:
      let parts = inside.splitBySeparator(",fallback=")
      guard parts.count > 1 else { return (inside, nil) }
      return (parts[0], parts.dropFirst().joined(separator: ",fallback="))
    case .pipe:
      let (name, rest) = inside.splitOnce("|")
      guard let rest = rest?.trimmed, rest.hasPrefix("fallback") else { return (inside, nil) }
      let value = rest.dropFirst(8).trimmed
      guard value.hasPrefix(":") else { return (inside, nil) }
      return (name, Self.unquoted(value.dropFirst().trimmed))
    }
  }

  private static func unquoted(_ text: String) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'", text.count > 1, text.last == quote else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }

  // MARK: - Writing

  /// Writes a body; what the program cannot do is noted.
  ///
  /// Complexity: O(bytes).
  func write(_ body: TemplateBody, facts: [Fact]) -> (text: String, remarks: [TextRemark]) {
    var text = ""
    var remarks = TextRemarks()
    write(body.pieces, facts, into: &text, &remarks)
    return (text, remarks.all)
  }

  private func write(
    _ pieces: [TemplatePiece], _ facts: [Fact], into text: inout String, _ remarks: inout TextRemarks
  ) {
    for piece in pieces {
      switch piece {
      case .text(let words):
        text += words
        if words.splitBySeparator(open).count > 1 {
          remarks.append(
            TextRemark(
              construct: "the words \(open)", action: .became("\(program) takes them for a placeholder")))
        }
      case .placeholder(let placeholder):
        text += open + theirs(placeholder, facts, &remarks) + close
      case .fragment(let name):
        remarks.append(TextRemark(construct: "the fragment \(name)", action: .leftOut))
      case .choice(let parts):
        if let (placeholder, otherwise) = parts.fallback, let written = written(otherwise) {
          text += open + theirs(placeholder, facts, &remarks) + written + close
        } else if let split = fallback == nil ? nil : parts.commonEnds {
          write(split, facts, into: &text, &remarks)
        } else {
          write(safest(of: parts, &remarks).pieces, facts, into: &text, &remarks)
        }
      }
    }
  }

  private func written(_ otherwise: String) -> String? {
    guard !otherwise.contains(close), !otherwise.contains("\n") else { return nil }
    switch fallback {
    case nil: return nil
    case .comma: return ",fallback=" + otherwise
    case .pipe: return otherwise.contains("\"") ? nil : "|fallback:\"\(otherwise)\""
    }
  }

  private func theirs(_ placeholder: Placeholder, _ facts: [Fact], _ remarks: inout TextRemarks) -> String {
    if placeholder.format == nil {
      if let pair = names.first(where: { $0.ours == placeholder.fact }) { return pair.theirs }
      if let fact = facts.first(where: { $0.name == placeholder.fact }), fact.note.hasPrefix(open),
        fact.note.hasSuffix(close), fact.note.utf8.count > open.utf8.count + close.utf8.count
      {
        return String(fact.note.dropFirst(open.count).dropLast(close.count))
      }
    }
    if !asks {
      remarks.append(
        TextRemark(construct: placeholder.written, action: .became("\(program) does not know it")))
    }
    return placeholder.inside
  }

  /// The part that can always be sent: the last one that asks for nothing, or the last.
  private func safest(of parts: [ChoicePart], _ remarks: inout TextRemarks) -> TemplateBody {
    let part = parts.last { $0.conditions.isEmpty && $0.body.placeholders.isEmpty } ?? parts.last
    let body = part?.body ?? TemplateBody([])
    remarks.append(
      TextRemark(
        construct: TemplateBody([.choice(parts)]).source,
        action: .became("only \"\(body.source)\" is written")))
    return body
  }
}

extension Array where Element == ChoicePart {
  /// The placeholder and the words of `[[{{name}}|words]]`.
  var fallback: (placeholder: Placeholder, otherwise: String)? {
    guard count == 2, self[0].conditions.isEmpty, self[1].conditions.isEmpty,
      case .placeholder(let placeholder)? = self[0].body.pieces.first, self[0].body.pieces.count == 1
    else { return nil }
    switch self[1].body.pieces.count {
    case 0: return (placeholder, "")
    case 1:
      guard case .text(let words) = self[1].body.pieces[0] else { return nil }
      return (placeholder, words)
    default: return nil
    }
  }

  /// `Hello [[{{name}}|there]]` for `[[Hello {{name}}|Hello there]]`: what both parts begin and end with stands outside.
  var commonEnds: [TemplatePiece]? {
    guard count == 2, self[0].conditions.isEmpty, self[1].conditions.isEmpty,
      case .text(let other)? = self[1].body.pieces.first, self[1].body.pieces.count == 1
    else { return nil }
    var before = ""
    var after = ""
    var pieces = self[0].body.pieces
    if case .text(let text)? = pieces.first {
      before = text
      pieces.removeFirst()
    }
    if case .text(let text)? = pieces.last {
      after = text
      pieces.removeLast()
    }
    guard pieces.count == 1, case .placeholder = pieces[0], other.hasPrefix(before),
      other.dropFirst(before.count).hasSuffix(after), before.count + after.count <= other.count
    else { return nil }
    let words = String(other.dropFirst(before.count).dropLast(after.count))
    guard !(before.isEmpty && after.isEmpty) else { return nil }
    let choice: [ChoicePart] = [
      ChoicePart(body: TemplateBody(pieces)), ChoicePart(body: TemplateBody([.text(words)]).normalized),
    ]
    return [.text(before), .choice(choice), .text(after)]
  }
}
