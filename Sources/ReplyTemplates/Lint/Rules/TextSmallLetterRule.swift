import DeskModel

/// Finds texts whose first letter is small when a choice says nothing, and a capital otherwise.
struct TextSmallLetterRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let texts = unit.renderings.all.map(\.text)
    let isCapital = texts.contains { text in
      text.characters.first { $0.isLetter }?.isUppercase == true
    }
    guard isCapital,
      let small = texts.first(where: { text in
        text.characters.first?.isLowercase == true && text.origins.first?.isValue == false
      })
    else { return [] }
    return [
      unit.finding(
        "text.small-letter", .warn, at: 0, of: small,
        "Where the choice before it says nothing, the text begins with the small “\(small.words(0..<1))”; write both beginnings into the choice: [[{{customer.address}}, your|Your]]."
      )
    ]
  }
}
