/// ASCII marks between characters of a script become the marks of that script.
enum ScriptMarksRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard let marks = style.scriptMarks, draft.has(kind(of: marks.script)), draft.has(.mark) else {
      return []
    }
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
      guard range.count == 1 || draft.cells[range].allSatisfy({ $0.scalar == 0x21 || $0.scalar == 0x3F }),
        stands(behind: range.lowerBound, marks.script, draft),
        let blanks = blanks(behind: end, marks.script, draft)
      else { continue }
      let set = draft.cells[range].map { marks.mark(for: $0.scalar)?.value ?? $0.scalar }
      guard !set.elementsEqual(draft.cells[range].map(\.scalar)) else { continue }
      changes.append(TypographyDraft.Change(range: range.lowerBound..<end + blanks, scalars: set))
      index = end + blanks
    }
    return changes
  }

  private static func isMark(_ cell: TypographyCell) -> Bool {
    cell.kind == .mark && cell.scalar < 0x80 && cell.isOpen
  }

  private static func kind(of script: TypographyStyle.ScriptMarks.Script) -> ScalarKind {
    switch script {
    case .han: .han
    case .arabic: .arabic
    }
  }

  /// Whether a character of the script stands before, perhaps with a closing mark between.
  private static func stands(
    behind index: Int, _ script: TypographyStyle.ScriptMarks.Script, _ draft: TypographyDraft
  ) -> Bool {
    switch draft.kind(index - 1) {
    case .quote, .straightQuote, .closeBracket: draft.kind(index - 2) == kind(of: script)
    case let before: before == kind(of: script)
    }
  }

  /// How many spaces go with the mark when the script goes on behind it or the line ends; nil when neither is so.
  private static func blanks(
    behind index: Int, _ script: TypographyStyle.ScriptMarks.Script, _ draft: TypographyDraft
  ) -> Int? {
    let end = draft.end(of: index) { $0.kind == .space }
    switch draft.kind(end) {
    case .newline: return 0
    case .quote, .straightQuote, .openBracket:
      return script == .han && draft.kind(end + 1) == .han ? end - index : 0
    case .closeBracket: return 0
    case kind(of: script): return script == .han ? end - index : 0
    default: return nil
    }
  }
}

extension TypographyStyle.ScriptMarks {
  /// The mark in place of one of ASCII.
  fileprivate func mark(for scalar: UInt32) -> Unicode.Scalar? {
    switch scalar {
    case 0x2C: comma
    case 0x2E: period
    case 0x3B: semicolon
    case 0x3A: colon
    case 0x21: exclamation
    case 0x3F: question
    default: nil
    }
  }
}
