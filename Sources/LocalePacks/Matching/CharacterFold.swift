/// Makes the characters of a text comparable in the manner of a pack.
struct CharacterFold: Sendable {
  private let rules: TextRules
  private let isPlain: Bool

  init(_ rules: TextRules) {
    self.rules = rules
    isPlain = rules.map.isEmpty && rules.strip.isEmpty
  }

  /// The character with its capitals and in lower case; nil when it does not count.
  func callAsFunction(_ character: Character) -> (exact: Character, folded: Character)? {
    if let ascii = character.asciiValue, character != "\r\n" {
      if !isPlain {
        if rules.strip.contains(Unicode.Scalar(ascii)) { return nil }
        if let mapped = rules.map[character] { return (mapped, lower(mapped)) }
      }
      guard 0x41...0x5A ~= ascii else { return (character, character) }
      if ascii == 0x49, rules.casing == .turkish { return (character, "ı") }
      return (character, Character(Unicode.Scalar(ascii | 0x20)))
    }
    guard let exact = clean(character) else { return nil }
    return (exact, lower(exact))
  }

  private func lower(_ character: Character) -> Character {
    if rules.casing == .turkish {
      if character == "I" { return "ı" }
      if character == "İ" { return "i" }
    }
    guard character.isCased else { return character }
    let lower = character.lowercased()
    return lower.count == 1 ? lower.first ?? character : character
  }

  /// Without what does not count; a mark that stands twice counts once.
  private func clean(_ character: Character) -> Character? {
    var result = character
    if character.unicodeScalars.count > 1 || !rules.strip.isEmpty {
      var scalars: [Unicode.Scalar] = []
      for scalar in character.unicodeScalars where !rules.strip.contains(scalar) {
        if scalars.count > 1, scalars.last == scalar { continue }
        scalars.append(scalar)
      }
      if scalars.isEmpty { return nil }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let text = String(view)
      // Without its joiners an emoji of several parts would be several characters.
      result = text.count == 1 ? Character(text) : character
    }
    return rules.map[result] ?? result
  }
}
