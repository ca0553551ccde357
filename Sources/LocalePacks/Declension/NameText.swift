/// A name as a person typed it, taken apart into the words that decline and put together again.
package enum NameText {
  /// One word of a name, as the rules of a language see it.
  package struct Word: Sendable, Hashable {
    /// The word in lower case, of composed letters, each apostrophe as U+2019.
    package let text: String
    /// Whether a hyphen and another word follow, as after `Жан` in `Жан-Поль`.
    package let isBeforeHyphen: Bool
  }

  /// The letters of a language's names, both cases.
  ///
  /// Letters are compared by canonical equivalence, so a letter that was typed decomposed (NFD) is found as well.
  package struct Letters: Sendable {
    private let members: Set<Character>

    /// Makes the letters from a string that holds each of them in lower case once, composed.
    package init(_ lowerCase: String) {
      members = Set(lowerCase).union(lowerCase.uppercased())
    }

    fileprivate func composed(_ letter: Character) -> Character? {
      members.firstIndex(of: letter).map { members[$0] }
    }
  }

  private static let apostrophes: Set<Character> = ["'", "’", "ʼ", "`", "‘", "´"]
  private static let hyphens: Set<Character> = ["-", "\u{2010}", "\u{2011}"]

  /// The name with each of its words put into the form that a rule gives.
  ///
  /// Words stand between spaces and hyphens. A word that is written in capitals keeps to capitals, any other gets a small
  /// ending; the letters that the form shares with the word stay as they were typed, composed. Spaces around the name
  /// go, and those between its words become one.
  ///
  /// - Parameters:
  ///   - name: the name, from outside.
  ///   - letters: the letters that a word may hold, beside apostrophes within it.
  ///   - rule: gives the form of a word in lower case; nil when it is not certain.
  /// - Returns: the form; nil when the name is empty, when a word has one letter only (an initial) or anything but
  ///   letters, or when the rule does not know one of the words.
  package static func declined(_ name: String, letters: Letters, by rule: (Word) -> String?) -> String? {
    var forms: [String] = []
    for typed in name.split(whereSeparator: \.isWhitespace) {
      var form = ""
      var rest = typed
      while true {
        let end = rest.firstIndex(where: hyphens.contains)
        guard
          let part = declinedWord(
            rest[..<(end ?? rest.endIndex)], isBeforeHyphen: end != nil, letters: letters, by: rule)
        else { return nil }
        form += part
        guard let end else { break }
        form.append(rest[end])
        rest = rest[rest.index(after: end)...]
      }
      forms.append(form)
    }
    return forms.isEmpty ? nil : forms.joined(separator: " ")
  }

  private static func declinedWord(
    _ typed: Substring, isBeforeHyphen: Bool, letters: Letters, by rule: (Word) -> String?
  ) -> String? {
    var kept: [Character] = []
    var lower: [Character] = []
    for character in typed {
      if apostrophes.contains(character) {
        kept.append(character)
        lower.append("’")
      } else if let letter = letters.composed(character) {
        kept.append(letter)
        lower += letter.lowercased()
      } else {
        return nil
      }
    }
    guard kept.count == lower.count, kept.count > 1, lower.first != "’", lower.last != "’",
      let form = rule(Word(text: String(lower), isBeforeHyphen: isBeforeHyphen))
    else { return nil }
    let shared = zip(form, lower).prefix { $0 == $1 }.count
    let ending = String(form.dropFirst(shared))
    let isCapitals = !kept.contains(where: \.isLowercase)
    return String(kept.prefix(shared)) + (isCapitals ? ending.uppercased() : ending)
  }
}
