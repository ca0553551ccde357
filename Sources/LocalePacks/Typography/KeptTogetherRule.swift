/// Spaces at which a line may not break become no-break ones: behind short words and initials, and before units.
enum KeptTogetherRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard !style.wordsKeptToNext.isEmpty || style.keepsInitials || !style.units.isEmpty, draft.has(.space)
    else {
      return []
    }
    return draft.cells.indices.compactMap { index in
      guard draft.cells[index].kind == .space, draft.cells[index].isOpen, !draft.kind(index - 1).isBlank,
        !draft.kind(index + 1).isBlank,
        isBehindShortWord(index, in: draft, style.wordsKeptToNext)
          || style.keepsInitials && isBehindInitial(index, in: draft)
          || isBeforeUnit(index, in: draft, style.units)
      else { return nil }
      return TypographyDraft.Change(range: index..<index + 1, scalars: [0xA0])
    }
  }

  private static func isBehindShortWord(_ space: Int, in draft: TypographyDraft, _ words: WordList) -> Bool {
    guard !words.isEmpty, draft.kind(space - 1).isLetter, draft.isOpen(space - 1) else { return false }
    switch draft.kind(space + 1) {
    case .quote, .straightQuote, .openBracket: break
    default:
      guard draft.isWord(space + 1) || draft.scalar(space + 1) == 0x2116 else { return false }
      // What makes links of addresses may take the no-break space for a part of one.
      guard draft.cells[space + 1].guarding != .address else { return false }
    }
    let start = draft.start(before: space, upTo: words.longest + 1) { $0.kind.isWord && $0.isOpen }
    switch draft.kind(start - 1) {
    case .quote, .straightQuote, .openBracket: break
    case let before: guard before.isBlank else { return false }
    }
    return words.contains(draft.cells, start..<space, anyCase: true)
  }

  /// Whether an initial stands before and another one or, behind two, a surname follows.
  private static func isBehindInitial(_ space: Int, in draft: TypographyDraft) -> Bool {
    guard isInitial(space - 2, in: draft), draft.scalar(space + 1).isCapital else { return false }
    if isInitial(space + 1, in: draft) { return true }
    var before = space - 3
    if draft.kind(before) == .space || draft.kind(before) == .noBreakSpace { before -= 1 }
    return isInitial(before - 1, in: draft) && draft.kind(space + 2).isLetter
      && !draft.scalar(space + 2).isCapital
  }

  /// Whether a lone capital with a full stop stands at `index`.
  private static func isInitial(_ index: Int, in draft: TypographyDraft) -> Bool {
    draft.scalar(index + 1) == 0x2E && draft.kind(index).isLetter && draft.scalar(index).isCapital
      && !draft.kind(index - 1).isWord
  }

  private static func isBeforeUnit(_ space: Int, in draft: TypographyDraft, _ units: WordList) -> Bool {
    guard !units.isEmpty, draft.kind(space - 1) == .digit, draft.kind(space + 1).isLetter else {
      return false
    }
    switch draft.cells[space - 1].guarding {
    case .open, .number: break
    case .address, .code, .face: return false
    }
    let end = draft.end(of: space + 1, upTo: units.longest + 1) { $0.kind.isWord }
    return draft.spells(space + 1..<end, one: units)
  }
}
