import DeskModel

/// Finds blanks that are too many or too few, above all those that choices leave behind.
struct TextBlanksRule: VariantLintRule {
  private struct Place: Hashable {
    var rule: String
    var origin: MappedText.Origin
  }

  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    var told: Set<Place> = []
    return unit.renderings.all.flatMap { rendering -> [LintFinding] in
      let text = rendering.text
      return text.characters.indices.compactMap { place in
        guard let (rule, message) = Self.fault(text, place),
          told.insert(Place(rule: rule, origin: text.origins[place])).inserted
        else { return nil }
        let isOften = text.seams.isDisjoint(with: [place - 1, place, place + 1, place + 2])
        return unit.finding(
          rule, .warn, at: place, of: text,
          message
            + (isOften ? "." : ", where a choice begins or ends; move the blank into the part that needs it.")
        )
      }
    }
  }

  private static func fault(_ text: MappedText, _ place: Int) -> (rule: String, message: String)? {
    let character = text.characters[place]
    let before: Character = place > 0 ? text.characters[place - 1] : "\n"
    let after: Character = place + 1 < text.characters.count ? text.characters[place + 1] : "\n"
    guard !text.origins[place].isValue else { return nil }
    if character == " " {
      if before == " " { return ("text.double-space", "Two blanks stand side by side") }
      if before == "\n" { return ("text.blank-edges", "A line begins with a blank") }
      if after == "\n" { return ("text.blank-edges", "A line ends with a blank") }
      let isMark = (after == "," || after == ".") && before != "."
      let next = place + 2 < text.characters.count ? text.characters[place + 2] : "\n"
      if isMark, next.isWhitespace { return ("text.space-before-mark", "A blank stands before “\(after)”") }
      return nil
    }
    let isRun = character == "\n" && before == "\n" && place > 1 && text.characters[place - 2] == "\n"
    if isRun, place == 2 || text.characters[place - 3] != "\n" {
      return ("text.empty-lines", "Two empty lines stand in a row")
    }
    let isEnd = ".!?,;".contains(before) && character.isLetter
    if isEnd, text.seams.contains(place), !text.origins[place - 1].isValue, place > 1,
      text.characters[place - 2].isLetter
    {
      return ("text.missing-space", "No blank stands between “\(before)” and “\(character)”")
    }
    return nil
  }
}
