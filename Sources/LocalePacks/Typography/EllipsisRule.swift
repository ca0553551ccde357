/// Full stops in a row become an ellipsis.
enum EllipsisRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard let ellipsis = style.ellipsis, draft.has(.mark) else { return [] }
    let set = ellipsis.unicodeScalars.map(\.value)
    var changes: [TypographyDraft.Change] = []
    var index = 0
    while index < draft.cells.count {
      let scalar = draft.cells[index].scalar
      guard scalar == 0x2E || scalar == 0x2026, draft.cells[index].isOpen else {
        index += 1
        continue
      }
      let end = draft.end(of: index) { $0.scalar == scalar && $0.isOpen }
      let range = index..<end
      index = end
      let before = draft.scalar(range.lowerBound - 1)
      if style.twoDotsAfterMark, before == 0x21 || before == 0x3F, range.count >= 3 || scalar == 0x2026 {
        changes.append(TypographyDraft.Change(range: range, scalars: [0x2E, 0x2E]))
      } else if scalar == 0x2E, (3...max(5, set.count * 3)).contains(range.count), isFree(range, draft) {
        changes.append(TypographyDraft.Change(range: range, scalars: set))
      }
    }
    return changes
  }

  /// Whether the full stops are neither part of a path nor of a range of numbers.
  private static func isFree(_ range: Range<Int>, _ draft: TypographyDraft) -> Bool {
    guard draft.cell(range.lowerBound - 1)?.guarding != .address else { return false }
    guard !runsOn(draft.scalar(range.lowerBound - 1)), !runsOn(draft.scalar(range.upperBound)) else {
      return false
    }
    return draft.kind(range.lowerBound - 1) != .digit || draft.kind(range.upperBound) != .digit
  }

  private static func runsOn(_ scalar: UInt32) -> Bool {
    scalar == 0x2F || scalar == 0x5C || scalar == 0x2E || scalar == 0x2026
  }
}
