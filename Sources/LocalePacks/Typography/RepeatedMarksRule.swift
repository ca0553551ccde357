/// Exclamation and question marks in a row become fewer, and stand in the usual order.
enum RepeatedMarksRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard style.longestMarkRun != nil || style.mixedMarks != nil, draft.mentions("!?") else { return [] }
    var changes: [TypographyDraft.Change] = []
    var index = 0
    while index < draft.cells.count {
      guard isMark(draft.cells[index]) else {
        index += 1
        continue
      }
      let end = draft.end(of: index, while: isMark)
      let range = index..<end
      index = end
      guard range.count > 1, endsWord(range, draft), let set = set(range, draft, style) else { continue }
      changes.append(TypographyDraft.Change(range: range, scalars: set))
    }
    return changes
  }

  private static func isMark(_ cell: TypographyCell) -> Bool {
    (cell.scalar == 0x21 || cell.scalar == 0x3F) && cell.isOpen
  }

  /// Whether the marks close a word or a sentence: code has `!!name` and `!==`.
  private static func endsWord(_ range: Range<Int>, _ draft: TypographyDraft) -> Bool {
    let before = draft.start(before: range.lowerBound) { $0.kind == .space || $0.kind == .noBreakSpace } - 1
    // Marks against an address may belong to it.
    guard draft.cell(range.lowerBound - 1)?.guarding != .address else { return false }
    guard draft.isWord(before) || isClosing(draft.kind(before)) else { return false }
    let after = draft.kind(range.upperBound)
    return after.isBlank || isClosing(after)
  }

  private static func isClosing(_ kind: ScalarKind) -> Bool {
    switch kind {
    case .quote, .straightQuote, .closeBracket, .mark, .percent: true
    default: false
    }
  }

  /// What stands for the marks of a run; nil when they stay.
  private static func set(
    _ range: Range<Int>, _ draft: TypographyDraft, _ style: TypographyStyle
  ) -> [UInt32]? {
    let first = draft.cells[range.lowerBound].scalar
    if draft.cells[range].allSatisfy({ $0.scalar == first }) {
      guard let limit = style.longestMarkRun, limit >= 1, range.count > limit else { return nil }
      return Array(repeating: first, count: limit)
    }
    guard let mixed = style.mixedMarks, range.count == 2 || style.longestMarkRun == 1 else { return nil }
    return mixed.unicodeScalars.map(\.value)
  }
}
