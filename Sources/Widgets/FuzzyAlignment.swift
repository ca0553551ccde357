/// The best way to lay a pattern over a text, by dynamic programming.
struct FuzzyAlignment {
  private static let firstBonus = 10
  private static let wordBonus = 8
  private static let humpBonus = 4
  private static let matchScore = 16
  private static let runBonus = 6
  private static let gapPenalty = 3
  private static let gapStepPenalty = 1
  private static let unreachable = Int.min / 2

  /// The score of the best way and the text positions that it uses; nil when there is none.
  let best: (score: Int, columns: [Int])?

  /// Aligns; `bonuses` has one value for each grapheme of `text`.
  ///
  /// - Complexity: O(pattern · text).
  init<Letter: Equatable>(pattern: [Letter], text: [Letter], bonuses: [Int]) {
    let width = text.count
    var previous = Array(repeating: Self.unreachable, count: width)
    var origins: [[Int32]] = []
    for (row, wanted) in pattern.enumerated() {
      var scores = Array(repeating: Self.unreachable, count: width)
      var origin = Array(repeating: Int32(-1), count: width)
      // The best way to have matched the letters before, with a gap up to here.
      var gapped = Self.unreachable
      var gappedFrom: Int32 = -1
      for column in row..<max(row, width) {
        if row > 0, column >= 2 {
          gapped -= Self.gapStepPenalty
          let opened = previous[column - 2] - Self.gapPenalty
          if opened > gapped {
            gapped = opened
            gappedFrom = Int32(column - 2)
          }
        }
        guard text[column] == wanted else { continue }
        let value = Self.matchScore + bonuses[column]
        if row == 0 {
          scores[column] = value
          continue
        }
        let run = column > 0 ? previous[column - 1] + Self.runBonus : Self.unreachable
        let reached = max(run, gapped)
        guard reached > Self.unreachable / 2 else { continue }
        scores[column] = reached + value
        origin[column] = run >= gapped ? Int32(column - 1) : gappedFrom
      }
      origins.append(origin)
      previous = scores
    }
    best = Self.trace(scores: previous, origins: origins)
  }

  /// What each letter is worth by its place: at the start of the text, of a word, of a hump.
  static func bonuses(of letters: [FuzzyLetter]) -> [Int] {
    var previous: FuzzyLetter?
    return letters.map { letter in
      defer { previous = letter }
      guard let before = previous else { return firstBonus }
      if letter == .other { return 0 }
      if before == .other || before == .lower && letter == .upper { return wordBonus }
      return (before == .digit) != (letter == .digit) ? humpBonus : 0
    }
  }

  private static func trace(scores: [Int], origins: [[Int32]]) -> (score: Int, columns: [Int])? {
    var end = -1
    var score = unreachable / 2
    for (column, value) in scores.enumerated() where value > score {
      score = value
      end = column
    }
    guard end >= 0 else { return nil }
    var columns: [Int] = []
    for origin in origins.reversed() {
      columns.append(end)
      end = Int(origin[end])
    }
    return (score, columns.reversed())
  }
}
