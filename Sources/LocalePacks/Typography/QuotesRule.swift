/// Straight quotation marks around a phrase become the language's own, by how deep they stand.
enum QuotesRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard let outer = style.outerQuotes, draft.has(.straightQuote) || draft.has(.quote) else { return [] }
    let inner = style.innerQuotes ?? outer
    var changes: [TypographyDraft.Change] = []
    for pair in QuotePairs.pairs(in: draft, style) {
      guard let marks = marks(for: pair, in: draft, outer, inner) else { continue }
      let opening = pair.open..<(marks.inside == nil ? pair.open + 1 : gapEnd(from: pair.open + 1, in: draft))
      let closing =
        (marks.inside == nil ? pair.close : gapStart(before: pair.close, in: draft))..<pair.close + 1
      guard opening.upperBound < closing.lowerBound || marks.inside == nil else { continue }
      let gap = marks.inside ?? ""
      changes.append(
        TypographyDraft.Change(
          range: opening,
          scalars: [marks.open.value] + set(gap, opening.dropFirst(), in: draft)))
      changes.append(
        TypographyDraft.Change(
          range: closing,
          scalars: set(gap, closing.dropLast(), in: draft) + [marks.close.value]))
    }
    return changes.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The marks that a pair is to have; nil when it stays.
  private static func marks(
    for pair: QuotePairs.Pair, in draft: TypographyDraft, _ outer: TypographyStyle.QuoteMarks,
    _ inner: TypographyStyle.QuoteMarks
  ) -> TypographyStyle.QuoteMarks? {
    if pair.isStraight {
      // Alone, single marks are as often apostrophes.
      if draft.cells[pair.open].scalar == 0x27, pair.depth == 0 { return nil }
      return pair.depth.isMultiple(of: 2) ? outer : inner
    }
    return [outer, inner].first {
      $0.open.value == draft.cells[pair.open].scalar && $0.close.value == draft.cells[pair.close].scalar
    }
  }

  private static func gapEnd(from index: Int, in draft: TypographyDraft) -> Int {
    draft.end(of: index) { $0.kind == .space || $0.kind == .noBreakSpace }
  }

  private static func gapStart(before index: Int, in draft: TypographyDraft) -> Int {
    draft.start(before: index) { $0.kind == .space || $0.kind == .noBreakSpace }
  }

  /// The gap to set in place of the cells of `range`: one no-break space is as good as another.
  private static func set(_ gap: String, _ range: Range<Int>, in draft: TypographyDraft) -> [UInt32] {
    let scalars = gap.unicodeScalars.map(\.value)
    if range.count == 1, scalars.count == 1, draft.kind(range.lowerBound) == .noBreakSpace,
      ScalarKind(scalars[0]) == .noBreakSpace
    {
      return [draft.scalar(range.lowerBound)]
    }
    return scalars
  }
}
