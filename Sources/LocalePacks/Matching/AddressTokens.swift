/// Finds addresses and paths in a walk through a text: `du@x.de`, `https://x.de/du`, `x.de/du`, `/home/du`, `C:\du\x`.
///
/// They reach from blank to blank. Words with slashes between them, as in `und/oder`, are words.
struct AddressTokens {
  private let text: [Character]
  /// Where the run of characters around the last asked place begins.
  var start = 0
  /// The end of the last run that was found to be no path.
  private var plainEnd = 0

  /// Begins a walk.
  init(_ text: [Character]) { self.text = text }

  /// The whole address or path to which a place belongs, at its first telling mark; nil for none.
  ///
  /// Places are asked in rising order; who leaves some out sets `start`.
  ///
  /// - Complexity: all calls together are O(text).
  mutating func range(at place: Int) -> Range<Int>? {
    let character = text[place]
    switch character {
    case "@":
      guard place > 0, PackText.isContent(text[place - 1]) else { return nil }
      return start..<end(from: place)
    case ":":
      guard place + 2 < text.count, text[place + 1] == "/", text[place + 2] == "/", place > 0,
        PackText.isContent(text[place - 1])
      else { return nil }
      return start..<end(from: place, hasScheme: true)
    case "/", "\\":
      guard place >= plainEnd else { return nil }
      let end = end(from: place)
      if isPath(start..<end) { return start..<end }
      plainEnd = end
    default:
      if Self.isBoundary(character) { start = place + 1 }
    }
    return nil
  }

  /// Whether a character can stand in no address before its telling mark.
  private static func isBoundary(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return true }
    if character.isWhitespace { return true }
    switch ScalarKind(scalar.value) {
    case .quote, .openBracket, .closeBracket, .scriptMark, .han, .southeast: return true
    case .straightQuote: return character == "\""
    case .mark: return character != "." && character != ":"
    default: return false
    }
  }

  /// The end of an address, at a blank; scripts without blanks end it too, behind a scheme only their marks.
  private func end(from place: Int, hasScheme: Bool = false) -> Int {
    text[place...].firstIndex { character in
      if character.isWhitespace { return true }
      switch character.unicodeScalars.first.map({ ScalarKind($0.value) }) {
      case .scriptMark: return true
      case .han, .southeast: return !hasScheme
      default: return false
      }
    } ?? text.count
  }

  private func isPath(_ range: Range<Int>) -> Bool {
    let token = text[range]
    if token.starts(with: ["\\", "\\"]) || token.starts(with: ["~", "/"]) || token.starts(with: [".", "/"])
      || token.starts(with: [".", ".", "/"])
    {
      return token.contains(where: PackText.isContent)
    }
    if token.dropFirst().starts(with: [":", "\\"]) {
      return token.count > 3 && text[range.lowerBound].isLetter
    }
    guard let slash = token.firstIndex(of: "/"), slash + 1 < range.upperBound else { return false }
    if slash == range.lowerBound {
      guard isContent(slash + 1, range), let next = token[(slash + 1)...].firstIndex(of: "/") else {
        return false
      }
      return isContent(next + 1, range)
    }
    return token.indices.contains { isDotOfName($0, range) }
  }

  /// Whether a full stop stands between a name and an ending of two letters or more; `z.B./d.h.` has none.
  private func isDotOfName(_ place: Int, _ range: Range<Int>) -> Bool {
    guard text[place] == ".", isContent(place - 1, range), place + 2 < range.upperBound else { return false }
    return text[place + 1].isLetter && text[place + 2].isLetter
  }

  private func isContent(_ place: Int, _ range: Range<Int>) -> Bool {
    range.contains(place) && PackText.isContent(text[place])
  }
}
