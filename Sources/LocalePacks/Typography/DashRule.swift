/// Hyphens and other dashes that stand for a dash become the language's own.
enum DashRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard let form = style.dash, draft.has(.dash) else { return [] }
    var changes: [TypographyDraft.Change] = []
    var index = 0
    while index < draft.cells.count {
      guard draft.cells[index].kind == .dash, draft.cells[index].isOpen else {
        index += 1
        continue
      }
      let scalar = draft.cells[index].scalar
      let end = draft.end(of: index) { $0.kind == .dash && $0.scalar == scalar && $0.isOpen }
      if let change = change(of: index..<end, in: draft, form) { changes.append(change) }
      index = end
    }
    return changes
  }

  private static func change(
    of run: Range<Int>, in draft: TypographyDraft, _ form: TypographyStyle.DashForm
  ) -> TypographyDraft.Change? {
    let scalar = draft.cells[run.lowerBound].scalar
    let isHyphen = scalar == 0x2D
    guard isHyphen ? run.count <= 3 : run.count == 1 && (scalar == 0x2013 || scalar == 0x2014) else {
      return nil
    }
    let start = draft.start(before: run.lowerBound, while: isSpace)
    let end = draft.end(of: run.upperBound, while: isSpace)
    let left = start..<run.lowerBound
    let right = run.upperBound..<end
    let isClosed = form.before.isEmpty && form.after.isEmpty
    guard left.isEmpty == right.isEmpty, isHyphen || !left.isEmpty && !isClosed else { return nil }
    if left.isEmpty {
      guard run.count >= 2, draft.kind(start - 1).isLetter, draft.kind(end).isLetter, draft.isOpen(start - 1),
        draft.isOpen(end)
      else { return nil }
    }
    guard joinsWords(start - 1, end, in: draft, isClosed: isClosed) else { return nil }
    let before = keeps(left, form.before, draft) ? draft.cells[left].map(\.scalar) : scalars(form.before)
    let after = keeps(right, form.after, draft) ? draft.cells[right].map(\.scalar) : scalars(form.after)
    return TypographyDraft.Change(range: start..<end, scalars: before + [form.mark.value] + after)
  }

  private static func isSpace(_ cell: TypographyCell) -> Bool {
    cell.kind == .space || cell.kind == .noBreakSpace
  }

  private static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  /// Whether one space stands there that serves as well as the one that is to stand there.
  private static func keeps(_ range: Range<Int>, _ gap: String, _ draft: TypographyDraft) -> Bool {
    guard range.count == 1, !gap.isEmpty else { return false }
    return draft.cells[range.lowerBound].kind == .noBreakSpace || gap == " "
  }

  /// Whether a dash may stand between these cells: not at the head of a list, in a range or in arithmetic.
  private static func joinsWords(
    _ left: Int, _ right: Int, in draft: TypographyDraft, isClosed: Bool
  ) -> Bool {
    guard let before = draft.cell(left), let after = draft.cell(right), before.guarding != .face else {
      return false
    }
    let leftKind = before.kind
    let rightKind = after.kind
    switch leftKind {
    case .mark: guard !isClosed else { return false }
    case .closeBracket, .quote, .straightQuote, .percent, .currencySign: break
    default: guard before.isWord else { return false }
    }
    switch rightKind {
    case .openBracket, .quote, .straightQuote, .currencySign:
      guard after.guarding != .face else { return false }
    default: guard after.isWord else { return false }
    }
    if isClosed, before.guarding == .address || after.guarding == .address { return false }
    if rightKind == .digit || rightKind == .currencySign {
      return leftKind != .digit && leftKind != .percent && leftKind != .currencySign
    }
    return !(isLoneLetter(left, draft) && isLoneLetter(right, draft))
  }

  private static func isLoneLetter(_ index: Int, _ draft: TypographyDraft) -> Bool {
    draft.scalar(index).isASCIILetter && !draft.isWord(index - 1) && !draft.isWord(index + 1)
  }
}

extension ScalarKind {
  /// Whether it is part of a word that is no number.
  var isLetter: Bool { isWord && self != .digit }
}
