/// Makes a tree of a text in Liquid; what it does not know stays as it is.
struct LiquidReader {
  /// The deepest nesting of tags that is read.
  static let depthLimit = 24
  /// The longest tag or output, in bytes.
  private static let longest = 2000

  private enum Token {
    case text(String)
    case output(String, source: String)
    case tag(name: String, rest: String, source: String)

    var source: String {
      switch self {
      case .text(let text): text
      case .output(_, let source), .tag(_, _, let source): source
      }
    }
  }

  private let tokens: [Token]
  private var index = 0

  /// Reads a text.
  ///
  /// Complexity: O(bytes).
  static func nodes(_ text: String) -> [LiquidNode] {
    var reader = LiquidReader(tokens: tokens(text))
    var nodes: [LiquidNode] = []
    while reader.index < reader.tokens.count {
      nodes += reader.nodes(until: [], depth: 0)
      // An `endif` that nothing has opened.
      if reader.index < reader.tokens.count {
        nodes.append(.other(reader.tokens[reader.index].source))
        reader.index += 1
      }
    }
    return nodes
  }

  private init(tokens: [Token]) { self.tokens = tokens }

  private static func tokens(_ text: String) -> [Token] {
    var cursor = ByteCursor(text)
    var tokens: [Token] = []
    var start = 0
    var trimsNext = false
    var closing: [String: Int] = [:]
    func words(_ range: Range<Int>, trimsEnd: Bool) -> Token {
      var range = range
      let isBlank = { (byte: UInt8) in byte == 0x20 || 0x09...0x0D ~= byte }
      if trimsNext {
        while let first = range.first, isBlank(cursor.bytes[first]) { range.removeFirst() }
      }
      if trimsEnd {
        while let last = range.last, isBlank(cursor.bytes[last]) { range.removeLast() }
      }
      return .text(cursor.text(range))
    }
    while let at = cursor.bytes[...].firstPlace(of: [0x7B], from: cursor.place) {
      let isOutput = at + 1 < cursor.bytes.count && cursor.bytes[at + 1] == 0x7B
      let isTag = at + 1 < cursor.bytes.count && cursor.bytes[at + 1] == UInt8(ascii: "%")
      guard isOutput || isTag else {
        cursor.place = at + 1
        continue
      }
      let close = isOutput ? "}}" : "%}"
      cursor.place = at + 2
      if closing[close, default: 0] < cursor.place { closing[close] = cursor.next(close) ?? Int.max }
      let end = closing[close, default: Int.max]
      guard end - cursor.place <= longest else { continue }
      var inside = at + 2..<end
      let trimsBefore = inside.first.map { cursor.bytes[$0] == UInt8(ascii: "-") } ?? false
      tokens.append(words(start..<at, trimsEnd: trimsBefore))
      if trimsBefore { inside.removeFirst() }
      trimsNext = inside.last.map { cursor.bytes[$0] == UInt8(ascii: "-") } ?? false
      if trimsNext { inside.removeLast() }
      let source = cursor.text(at..<(end + 2))
      let content = cursor.text(inside).trimmed
      if isOutput {
        tokens.append(.output(content, source: source))
      } else {
        let name = content.prefix { $0.isLetter || $0 == "_" }
        tokens.append(
          .tag(name: String(name), rest: content.dropFirst(name.count).trimmed, source: source))
      }
      cursor.place = end + 2
      start = cursor.place
    }
    tokens.append(words(start..<cursor.bytes.count, trimsEnd: false))
    return tokens
  }

  /// The nodes up to one of some tags, which is not read over.
  private mutating func nodes(until ends: Set<String>, depth: Int) -> [LiquidNode] {
    var nodes: [LiquidNode] = []
    while index < tokens.count {
      let token = tokens[index]
      switch token {
      case .text(let text):
        if !text.isEmpty { nodes.append(.text(text)) }
        index += 1
      case .output(let content, let source):
        nodes.append(Self.output(content, source))
        index += 1
      case .tag(let name, _, let source):
        if ends.contains(name) { return nodes }
        switch name {
        case "if", "unless", "case":
          nodes.append(depth < Self.depthLimit ? branches(depth: depth) : skipped())
        case "raw", "comment": nodes += verbatim(name)
        case "for", "capture", "tablerow": nodes.append(skipped())
        case "elsif", "else", "when", "endif", "endunless", "endcase":
          // Belongs to an outer tag, whose own end is missing, or to none.
          return nodes
        default:
          nodes.append(.other(source))
          index += 1
        }
      }
    }
    return nodes
  }

  private static func output(_ content: String, _ source: String) -> LiquidNode {
    let words = content.liquidWords
    guard let first = words.first, let value = LiquidValue(first) else { return .other(source) }
    var filters: [LiquidFilter] = []
    for part in words.dropFirst().split(separator: "|", omittingEmptySubsequences: false).dropFirst() {
      guard let name = part.first else { return .other(source) }
      let rest = part.dropFirst()
      if !rest.isEmpty, rest.first != ":" { return .other(source) }
      let arguments = rest.dropFirst().filter { $0 != "," }.map { word in
        if case .string(let text)? = LiquidValue(word) { return text }
        return word
      }
      filters.append(LiquidFilter(name: name, arguments: arguments))
    }
    if words.count > 1, words[1] != "|" { return .other(source) }
    if case .string(let text) = value, filters.isEmpty { return .text(text) }
    guard case .name(let name) = value else { return .other(source) }
    return .output(LiquidOutput(value: name, filters: filters, source: source))
  }

  /// `if`, `unless` or `case` up to its end; without an end it stays as it stands there.
  private mutating func branches(depth: Int) -> LiquidNode {
    guard case .tag(let kind, let head, _) = tokens[index] else { return .text("") }
    let start = index
    index += 1
    var result: [LiquidBranch] = []
    var condition: LiquidCondition? = kind == "case" ? nil : LiquidCondition(head)
    if kind == "unless" { condition = condition?.negated }
    var isUnderstood = kind == "case" || condition != nil
    // What stands before the first `when` is nothing.
    var isBefore = kind == "case"
    while index < tokens.count {
      let nodes = nodes(until: ["elsif", "else", "when", "end" + kind], depth: depth + 1)
      if !isBefore {
        result.append(LiquidBranch(condition: condition, isUnderstood: isUnderstood, nodes: nodes))
      }
      guard index < tokens.count, case .tag(let name, let rest, _) = tokens[index] else { break }
      switch name {
      case "elsif": condition = LiquidCondition(rest)
      case "when": condition = LiquidCondition(cases: rest, of: head)
      case "else": condition = nil
      case "end" + kind:
        index += 1
        return .branches(result, source: source(from: start))
      default:
        // The end of another tag: this one has none.
        return .other(source(from: start))
      }
      isUnderstood = condition != nil || name == "else"
      isBefore = false
      index += 1
    }
    return .other(source(from: start))
  }

  private func source(from start: Int) -> String { tokens[start..<index].map(\.source).joined() }

  /// A tag with everything up to its end, whatever stands in it.
  private mutating func skipped() -> LiquidNode {
    guard case .tag(let kind, _, _) = tokens[index] else { return .text("") }
    let start = index
    var depth = 0
    while index < tokens.count {
      if case .tag(let name, _, _) = tokens[index] {
        if name == kind { depth += 1 }
        if name == "end" + kind { depth -= 1 }
      }
      index += 1
      if depth == 0 { break }
    }
    return .other(source(from: start))
  }

  /// `raw` gives its text, `comment` nothing but itself.
  private mutating func verbatim(_ kind: String) -> [LiquidNode] {
    let start = index
    while index < tokens.count {
      if case .tag("end" + kind, _, _) = tokens[index] {
        index += 1
        let inside = tokens[(start + 1)..<(index - 1)].map(\.source).joined()
        return kind == "raw" ? [.text(inside)] : [.other("{% comment %}\(inside){% endcomment %}")]
      }
      index += 1
    }
    return [.other(source(from: start))]
  }
}
