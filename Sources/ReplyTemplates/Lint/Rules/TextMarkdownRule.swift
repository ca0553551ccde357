import DeskModel

/// Finds marks of Markdown and HTML, which would be sent as they stand.
struct TextMarkdownRule: VariantLintRule {
  func findings(in unit: LintUnit, _ context: LintContext) -> [LintFinding] {
    let text = unit.flat
    var result: [LintFinding] = []
    var place = 0
    while place < text.characters.count {
      guard let (end, rule, advice) = Self.mark(text.characters, place) else {
        place += 1
        continue
      }
      result.append(
        unit.finding(
          rule, .warn, at: place, of: text,
          "“\(text.words(place..<min(end, place + 30)))” is sent as it stands; \(advice)"))
      place = end
    }
    return result
  }

  private static func mark(_ text: [Character], _ place: Int) -> (end: Int, rule: String, advice: String)? {
    let rest = text[place...].prefix(300)
    let isLineStart = place == 0 || text[place - 1] == "\n"
    if isLineStart, rest.prefix(3).allSatisfy({ $0 == "#" }), rest.count > 3 {
      let marks = rest.prefix { $0 == "#" }.count
      if marks < 7, text[place + marks] == " " {
        return (place + marks, "text.markdown", "take the marks of the heading out.")
      }
    }
    for mark in ["**", "__", "```", "~~"] where rest.starts(with: mark) {
      let inner = rest.dropFirst(mark.count)
      guard let first = inner.first,
        first.isLetter || first.isNumber || mark == "```" || first == MappedText.gap,
        let length = firstOffset(of: mark, in: inner), length > 0
      else { continue }
      return (place + length + 2 * mark.count, "text.markdown", "take the marks out.")
    }
    if rest.first == "[", let close = rest.firstIndex(of: "]"), close + 1 < rest.endIndex,
      rest[close + 1] == "(",
      let end = rest[close...].firstIndex(of: ")"), !rest[place...end].contains("\n"), close > place + 1
    {
      return (end + 1, "text.markdown", "write the words, and the address behind them.")
    }
    return html(rest)
  }

  private static let tags: Set<String> = [
    "a", "b", "br", "p", "i", "u", "strong", "em", "div", "span", "ul", "ol", "li", "img", "h1", "h2", "h3",
    "table",
  ]

  private static func html(_ rest: ArraySlice<Character>) -> (end: Int, rule: String, advice: String)? {
    let start = rest.startIndex
    if rest.first == "<", let close = rest.firstIndex(of: ">") {
      let name = String(rest[(start + 1)..<close].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if tags.contains(name.lowercased()) {
        return (close + 1, "text.html", "take the tag out; a line break is written as a line break.")
      }
    }
    if rest.first == "&", let close = rest.prefix(10).firstIndex(of: ";") {
      let name = rest[(start + 1)..<close]
      if name.count > 1, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "#") }) {
        return (close + 1, "text.html", "write the character itself.")
      }
    }
    return nil
  }

  private static func firstOffset(of mark: String, in text: ArraySlice<Character>) -> Int? {
    text.indices.first { text[$0...].starts(with: mark) || text[$0] == "\n" && mark != "```" }
      .flatMap { text[$0] == "\n" ? nil : $0 - text.startIndex }
  }
}
