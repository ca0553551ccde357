/// The gap before a mark becomes the language's own.
enum MarkSpacesRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard style.spaceBefore != TypographyStyle.MarkSpaces(), draft.has(.mark) || draft.has(.scriptMark) else {
      return []
    }
    var changes: [TypographyDraft.Change] = []
    var index = 0
    while index < draft.cells.count {
      guard let gap = style.spaceBefore.gap(before: draft.cells[index].scalar), draft.cells[index].isOpen
      else {
        index += 1
        continue
      }
      let end = draft.end(of: index, while: isMark)
      if let change = change(before: index..<end, to: gap, in: draft, style) { changes.append(change) }
      index = end
    }
    return changes
  }

  private static func isMark(_ cell: TypographyCell) -> Bool {
    (cell.kind == .mark || cell.kind == .scriptMark) && cell.isOpen
  }

  private static func change(
    before marks: Range<Int>, to gap: String, in draft: TypographyDraft, _ style: TypographyStyle
  ) -> TypographyDraft.Change? {
    let start = draft.start(before: marks.lowerBound) { $0.kind == .space || $0.kind == .noBreakSpace }
    let space = start..<marks.lowerBound
    guard let before = draft.cell(start - 1), closesSentence(marks, space: space, in: draft) else {
      return nil
    }
    switch before.guarding {
    case .address, .face: return nil
    case .open, .code, .number: break
    }
    switch before.kind {
    case .closeBracket, .percent, .currencySign: break
    case .quote: guard !style.opensQuotation(before.scalar) else { return nil }
    // One that no rule could pair: its side is unknown.
    case .straightQuote: return nil
    default: guard before.isWord else { return nil }
    }
    return draft.change(gap: space, to: gap)
  }

  /// Whether the marks end a word: what follows is a space, the end, or something that closes.
  private static func closesSentence(_ marks: Range<Int>, space: Range<Int>, in draft: TypographyDraft)
    -> Bool
  {
    switch draft.kind(marks.upperBound) {
    case .space, .noBreakSpace, .otherSpace, .newline, .closeBracket, .quote, .straightQuote: break
    default: return false
    }
    let first = draft.cells[marks.lowerBound].scalar
    let isSentenceMark = first == 0x21 || first == 0x3F || first == 0x61F
    guard marks.count == 1 || isSentenceMark else { return false }
    let next = draft.end(of: marks.upperBound) { $0.kind == .space || $0.kind == .noBreakSpace }
    // Spaced full stops, and a ratio.
    if first == 0x2E { return draft.scalar(next) != 0x2E }
    if first == 0x3A, draft.kind(space.lowerBound - 1) == .digit { return draft.kind(next) != .digit }
    return true
  }
}

extension TypographyStyle.MarkSpaces {
  /// The gap before a mark; nil when it stays as it is.
  fileprivate func gap(before scalar: UInt32) -> String? {
    switch scalar {
    case 0x3A: colon
    case 0x3B, 0x61B: semicolon
    case 0x21: exclamation
    case 0x3F, 0x61F: question
    case 0x2C, 0x60C: comma?.isEmpty == true ? comma : nil
    case 0x2E: period?.isEmpty == true ? period : nil
    default: nil
    }
  }
}

extension TypographyStyle {
  /// Whether a mark can only stand before a quotation.
  func opensQuotation(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xAB, 0x201A, 0x201E, 0x2039, 0x300C, 0x300E: true
    default:
      [outerQuotes, innerQuotes].contains { marks in
        marks.map { $0.open.value == scalar && $0.close.value != scalar } ?? false
      }
    }
  }
}
