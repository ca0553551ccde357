/// Reads what happens: `go to NAME`, `stay`, `say "…"`, `remember WORD`, joined by `and`, with a full stop at the end.
enum ActionParser {
  /// Reads a whole text; nil when it is no action.
  static func parse(_ text: String) -> Scene.Action? {
    var action = Scene.Action()
    var rest = Substring(text).trimmedStart
    var isFirst = true
    while !rest.isEmpty, rest != "." {
      if !isFirst { rest = rest.behind("and") ?? rest }
      isFirst = false
      if let next = rest.behind("say"), let (words, behind) = QuotedWords.read(next) {
        action.says += words
        rest = behind.trimmedStart
      } else if let next = rest.behind("stay") {
        rest = next
      } else if let next = rest.behind("remember") {
        let word = next.prefix { !$0.isWhitespace && $0 != "." && $0 != "," }
        guard !word.isEmpty else { return nil }
        action.remembers.append(word.lowercased())
        rest = next[word.endIndex...].trimmedStart
      } else if let next = rest.behind("go to"), action.target == nil {
        let (name, behind) = Self.name(next)
        guard !name.isEmpty else { return nil }
        action.target = name
        rest = behind
      } else {
        return nil
      }
      if rest.first == "," { rest = rest.dropFirst().trimmedStart }
    }
    return isFirst ? nil : action
  }

  /// A name up to `and remember`, `and say` or the full stop at the end.
  private static func name(_ text: Substring) -> (String, Substring) {
    for word in [" and remember ", " and say ", " and stay"] {
      if let range = text.firstRange(of: word) {
        return (text[..<range.lowerBound].trimmed, text[range.lowerBound...].trimmedStart)
      }
    }
    let name = text.trimmed
    return (name.hasSuffix(".") ? String(name.dropLast()) : name, "")
  }
}
