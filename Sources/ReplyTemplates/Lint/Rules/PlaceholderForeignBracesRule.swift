import DeskModel

/// Finds the placeholders of other systems, which would be sent as they stand: `{name}`, `%name%`, `#{name}`, `[NAME]`.
struct PlaceholderForeignBracesRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let text = unit.flat.characters
    var result: [LintFinding] = []
    var place = 0
    while place < text.count {
      guard let end = Self.end(of: text, from: place) else {
        place += 1
        continue
      }
      let written = String(text[place..<end])
      result.append(
        unit.finding(
          "placeholder.foreign-braces", .error, at: place, of: unit.flat,
          "“\(written)” is sent as it stands; a placeholder here is written {{name}}."))
      place = end
    }
    return result
  }

  /// Where a placeholder of another system ends that begins here.
  private static func end(of text: [Character], from start: Int) -> Int? {
    switch text[start] {
    case "{":
      guard start == 0 || text[start - 1] != "{", start + 1 < text.count, text[start + 1] != "{" else {
        return nil
      }
      // “{0}” has no name.
      if start + 2 < text.count, text[start + 1].isNumber, text[start + 2] == "}" { return start + 3 }
      let isTag = text[start + 1] == "%"
      return close(text, from: start + (isTag ? 2 : 1), mark: "}") {
        isWord($0) || $0 == "." || $0 == ":" || isTag && ($0 == " " || $0 == "%")
      }
    case "%":
      // “50%off%” is none.
      guard start == 0 || !text[start - 1].isNumber else { return nil }
      return close(text, from: start + 1, mark: "%") { isWord($0) || $0 == "." }
    case "[":
      return close(text, from: start + 1, mark: "]") { $0.isUppercase || $0 == "_" || $0 == " " }
    case "<":
      return close(text, from: start + 1, mark: ">") { $0.isUppercase || $0 == "_" || $0 == " " }
    default: return nil
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }

  /// Behind the closing mark, when at least two letters and nothing unusual stand before it.
  private static func close(
    _ text: [Character], from start: Int, mark: Character, allowed: (Character) -> Bool
  ) -> Int? {
    var place = start
    while place < text.count, place - start <= 60, text[place] != mark, allowed(text[place]) { place += 1 }
    guard place < text.count, text[place] == mark,
      text[start..<place].count(where: { $0.isLetter }) >= 2, text[start].isLetter || text[start] == " "
    else { return nil }
    return place + 1
  }
}
