/// What stands between straight quotation marks, parted by commas: `"a", "b"`.
enum QuotedWords {
  /// The words at the beginning of a text and what follows them; nil when no quotation mark stands there, or one is not closed.
  static func read(_ text: Substring) -> (words: [String], rest: Substring)? {
    var words: [String] = []
    var rest = text.trimmedStart
    while rest.first == "\"" {
      let inner = rest.dropFirst()
      guard let end = inner.firstIndex(of: "\"") else { return nil }
      words.append(String(inner[..<end]))
      rest = inner[inner.index(after: end)...]
      let next = rest.trimmedStart
      guard next.first == ",", next.dropFirst().trimmedStart.first == "\"" else { break }
      rest = next.dropFirst().trimmedStart
    }
    return words.isEmpty ? nil : (words, rest)
  }
}

extension StringProtocol {
  /// Without blanks at the beginning.
  var trimmedStart: SubSequence { drop { $0.isWhitespace } }

  /// Without blanks at both ends.
  var trimmed: String {
    let start = trimmedStart
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }

  /// What follows a word or words at the beginning, whatever their capitals; nil when they do not stand there as words.
  func behind(_ words: String) -> Substring? {
    let head = prefix(words.count)
    guard head.lowercased() == words.lowercased() else { return nil }
    let rest = Substring(self)[head.endIndex...]
    if let next = rest.first, next.isLetter || next.isNumber || next == "-" { return nil }
    return rest.trimmedStart
  }
}
