/// Letters that stand for those of handles, addresses and codes.
struct LetterMap: Sendable {
  let seed: UInt64
  /// Folded names that may not come out.
  let forbidden: [String]

  /// As many letters with the same capitals; the same ones for the same letters, whatever their capitals.
  ///
  /// - Complexity: O(letters · names).
  func run(_ letters: ArraySlice<Unicode.Scalar>, salt: String = "") -> String {
    let folded = FoldedWord(letters).text
    let isCyrillic = letters.contains { (0x400...0x52F).contains($0.value) }
    for attempt in 0..<40 {
      var chooser = Chooser(seed: seed, key: "letters \(attempt) " + folded + salt)
      var isVowel = chooser.below(2) == 0
      var result = ""
      for letter in letters {
        let sounds = Self.sounds(isCyrillic, isVowel)
        let sound = String(sounds[chooser.below(sounds.count)])
        result += letter.properties.isUppercase ? sound.uppercased() : sound
        isVowel.toggle()
      }
      let made = FoldedWord(result).text
      let isFree = made != folded && !forbidden.contains { made.contains($0) }
      if isFree { return result }
    }
    return String(repeating: "x", count: letters.count)
  }

  private static func sounds(_ isCyrillic: Bool, _ isVowel: Bool) -> [Character] {
    switch (isCyrillic, isVowel) {
    case (false, false): Array("bdfgklmnprstvz")
    case (false, true): Array("aeiou")
    case (true, false): Array("бвгдклмнпрст")
    case (true, true): Array("аеиоу")
    }
  }
}
