/// The gap between a number and `№`, `%` or a currency becomes the language's own.
enum NumberGapRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard style.numberSignGap != nil || style.percentGap != nil || style.currency != nil, draft.has(.digit)
    else {
      return []
    }
    var changes: [TypographyDraft.Change] = []
    var index = 0
    while index < draft.cells.count {
      guard draft.cells[index].kind == .digit else {
        index += 1
        continue
      }
      let end = draft.end(of: index) { $0.kind == .digit }
      if isFree(draft.cells[index]), let gap = gap(before: index, in: draft, style) { changes.append(gap) }
      if isFree(draft.cells[end - 1]), let gap = gap(behind: end, in: draft, style) { changes.append(gap) }
      index = end
    }
    return changes
  }

  private static func isFree(_ cell: TypographyCell) -> Bool {
    cell.guarding == .open || cell.guarding == .number
  }

  private static func gap(
    before index: Int, in draft: TypographyDraft, _ style: TypographyStyle
  ) -> TypographyDraft.Change? {
    let start = draft.start(before: index) { $0.kind == .space || $0.kind == .noBreakSpace }
    guard let sign = draft.cell(start - 1), sign.isOpen else { return nil }
    if sign.scalar == 0x2116 || sign.scalar == 0xA7 {
      return draft.change(gap: start..<index, to: style.numberSignGap)
    }
    guard let currency = style.currency, currency.position == .before else { return nil }
    let word = draft.currencyWord(before: start)
    if currency.words.contains(draft.cells, word, anyCase: false) {
      return draft.change(gap: start..<index, to: currency.wordGap)
    }
    guard sign.kind == .currencySign else { return nil }
    let other = draft.start(before: start - 1) { $0.kind == .space || $0.kind == .noBreakSpace }
    return draft.kind(other - 1) == .digit ? nil : draft.change(gap: start..<index, to: currency.gap)
  }

  private static func gap(
    behind index: Int, in draft: TypographyDraft, _ style: TypographyStyle
  ) -> TypographyDraft.Change? {
    let end = draft.end(of: index) { $0.kind == .space || $0.kind == .noBreakSpace }
    guard let sign = draft.cell(end), sign.isOpen else { return nil }
    if sign.kind == .percent {
      return draft.kind(end + 1).isWord ? nil : draft.change(gap: index..<end, to: style.percentGap)
    }
    guard let currency = style.currency, currency.position == .after else { return nil }
    let word = draft.currencyWord(from: end)
    if draft.kind(word.upperBound) != .digit, draft.spells(word, one: currency.words) {
      return draft.change(gap: index..<end, to: currency.wordGap)
    }
    guard sign.kind == .currencySign, draft.kind(end + 1) != .digit else { return nil }
    return draft.change(gap: index..<end, to: currency.gap)
  }
}

extension TypographyDraft {
  /// The change that makes a gap what it is to be; nil when it is so already, or one no-break space for another.
  func change(gap range: Range<Int>, to gap: String?) -> Change? {
    guard let gap else { return nil }
    let set = gap.unicodeScalars.map(\.value)
    if range.count == 1, set.count == 1, kind(range.lowerBound) == .noBreakSpace,
      ScalarKind(set[0]) == .noBreakSpace
    {
      return nil
    }
    return cells[range].lazy.map(\.scalar).elementsEqual(set) ? nil : Change(range: range, scalars: set)
  }
}
