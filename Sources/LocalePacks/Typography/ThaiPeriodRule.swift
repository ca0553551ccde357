/// The full stop behind a Thai sentence goes, for Thai ends its sentences with a space.
enum ThaiPeriodRule {
  /// The letters that a sentence has at the least; abbreviations are shorter.
  private static var leastLetters: Int { 6 }

  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard style.dropsThaiPeriod, draft.has(.southeast), draft.mentions(".") else { return [] }
    return draft.cells.indices.compactMap { index in
      guard draft.cells[index].scalar == 0x2E, draft.kind(index + 1).isBlank, endsSentence(index, draft)
      else {
        return nil
      }
      return TypographyDraft.Change(range: index..<index + 1, scalars: [])
    }
  }

  /// Whether Thai text ends before `index` in something else than an abbreviation, which has consonants alone.
  private static func endsSentence(_ index: Int, _ draft: TypographyDraft) -> Bool {
    let letters = max(0, index - leastLetters)..<index
    return letters.count == leastLetters
      && draft.cells[letters].allSatisfy { 0xE01...0xE4E ~= $0.scalar }
      && draft.cells[letters].suffix(3).contains { 0xE30...0xE3A ~= $0.scalar || 0xE40...0xE4E ~= $0.scalar }
  }
}
