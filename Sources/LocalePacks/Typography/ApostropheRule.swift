/// Straight apostrophes inside words become the language's own, and letters with a turned comma get theirs.
enum ApostropheRule {
  /// The changes that the rule asks for; O(length).
  static func changes(in draft: TypographyDraft, _ style: TypographyStyle) -> [TypographyDraft.Change] {
    guard style.apostrophe != nil || style.turnedComma != nil else { return [] }
    let apostrophe = style.apostrophe?.unicodeScalars.map(\.value)
    let turned = style.turnedComma.map { Set($0.after.unicodeScalars.map(\.value)) } ?? []
    var changes: [TypographyDraft.Change] = []
    // Whether a single quotation mark is open in the line, which the next one at the end of a word closes.
    var isQuoting = false
    for index in draft.cells.indices {
      let cell = draft.cells[index]
      if cell.kind == .newline { isQuoting = false }
      guard cell.isOpen, isApostrophe(cell.scalar, anyForm: !turned.isEmpty) else { continue }
      let endsLetter = draft.kind(index - 1) == .letter || draft.scalar(index - 1) == 0x7D
      let goesOn =
        draft.kind(index + 1) == .letter
        || endsLetter && draft.scalar(index + 1) == 0x22 && draft.kind(index + 2) == .letter
      guard endsLetter || draft.kind(index - 1) == .digit else {
        if goesOn { isQuoting = true }
        continue
      }
      guard goesOn || !isQuoting else {
        isQuoting = false
        continue
      }
      var set: [UInt32]?
      if let mark = style.turnedComma?.mark, turned.contains(draft.scalar(index - 1).lowercasedScalar),
        !draft.kind(index + 1).isWord || goesOn
      {
        set = [mark.value]
      } else if goesOn, endsLetter || !isTimes(draft.scalar(index + 1)) {
        set = apostrophe
      }
      if let set { changes.append(TypographyDraft.Change(range: index..<index + 1, scalars: set)) }
    }
    return changes
  }

  private static func isApostrophe(_ scalar: UInt32, anyForm: Bool) -> Bool {
    switch scalar {
    case 0x27, 0xB4, 0x60: true
    case 0x2018, 0x2019, 0x2BB, 0x2BC: anyForm
    default: false
    }
  }

  /// Whether it reads as "times" behind feet: `5'x7'`.
  private static func isTimes(_ scalar: UInt32) -> Bool {
    scalar == 0x78 || scalar == 0x58 || scalar == 0x445 || scalar == 0x425
  }
}
