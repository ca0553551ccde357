import LocalePacks

/// A value whose letters are explained: “it's Hunter2 with a capital H”.
enum SpeltRule {
  /// Letters that are words by themselves in some language.
  private static let words = Set("aeiouyäöwzkvsnавикосуяізєñ".unicodeScalars.map(\.value))

  private static func isWord(_ place: Int, _ reading: SecretReading) -> Bool {
    reading.letters[place].sort != .letter || reading.letters[place].isUnspaced
      || words.contains(reading.folded(place))
  }

  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ context: SecretContext, _ found: inout FoundSecrets) {
    let reading = found.reading
    guard found.isEmpty, reading.count <= 300 else { return }
    let cores = BareAnswerRule.Chunks(reading).cores
    let single = cores.filter { core in
      core.count == 1 && core.lowerBound > 0
        && (reading.letters[core.lowerBound].scalar.properties.isUppercase
          || !isWord(core.lowerBound, reading))
    }
    guard !single.isEmpty else { return }
    for core in cores where core.count >= 5 {
      guard ValueShape(reading, core).strength >= .strong,
        CardRule.isNamed(before: core.lowerBound, reading) != .other,
        single.contains(where: { letter in
          core.contains { reading.folded($0) == reading.folded(letter.lowerBound) }
        })
      else { continue }
      return found.add(.password, core)
    }
  }
}
