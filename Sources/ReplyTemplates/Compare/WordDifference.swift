/// What was taken out of a text and what was put in, word by word.
package struct WordDifference: Sendable, Hashable {
  /// A stretch of words, with the blanks behind them.
  package enum Part: Sendable, Hashable {
    /// Stands in both.
    case same(String)
    /// Stands only in the old text.
    case removed(String)
    /// Stands only in the new text.
    case added(String)
  }

  /// The stretches in order: what is the same and what was added is the new text, what is the same and what was removed the old
  /// one, but for blanks.
  package let parts: [Part]

  /// With more pairs of words than this between what begins and ends alike, the middle is taken as wholly changed.
  private static let pairLimit = 4_000_000

  /// Compares two texts; the longest common subsequence of their words is the same.
  ///
  /// - Complexity: O(words of the old text × words of the new one), after what begins and ends alike.
  package init(from old: String, to new: String) {
    let (old, new) = (Self.words(old), Self.words(new))
    let head = zip(old, new).prefix { $0 == $1 }.count
    let limit = min(old.count, new.count) - head
    let tail = zip(old.reversed(), new.reversed()).prefix(limit).prefix { $0 == $1 }.count
    let middle = Self.middle(Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
    let steps = old[..<head].map { Part.same($0) } + middle + old[(old.count - tail)...].map { .same($0) }
    parts = Self.joined(steps)
  }

  /// The text with `[-removed-]` and `{+added+}`.
  package var marked: String {
    parts.map { part in
      switch part {
      case .same(let text): text
      case .removed(let text): Self.marked(text, "[-", "-]")
      case .added(let text): Self.marked(text, "{+", "+}")
      }
    }.joined()
  }

  /// Whether nothing differs.
  package var isEmpty: Bool {
    parts.allSatisfy { if case .same = $0 { true } else { false } }
  }

  // Blanks behind the words stay behind the mark.
  private static func marked(_ text: String, _ open: String, _ close: String) -> String {
    let blanks = text.reversed().prefix { $0 == " " }.count
    return open + text.dropLast(blanks) + close + text.suffix(blanks)
  }

  /// The words, each with the blanks behind it; a line end is a word of its own, and so is a letter of a script without spaces.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var isOpen = false
    for letter in text {
      if letter.isNewline || isUnspaced(letter) {
        words.append(String(letter))
        isOpen = false
      } else if letter == " ", !words.isEmpty, words[words.count - 1].last?.isNewline == false {
        words[words.count - 1].append(letter)
        isOpen = false
      } else if isOpen {
        words[words.count - 1].append(letter)
      } else {
        words.append(String(letter))
        isOpen = true
      }
    }
    return words
  }

  /// Thai, Chinese, Japanese.
  private static func isUnspaced(_ letter: Character) -> Bool {
    guard let value = letter.unicodeScalars.first?.value else { return false }
    return (0x0E00...0x0E7F).contains(value) || (0x3040...0x30FF).contains(value)
      || (0x3400...0x9FFF).contains(value)
  }

  private static func middle(_ old: [String], _ new: [String]) -> [Part] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= pairLimit else {
      return old.map { .removed($0) } + new.map { .added($0) }
    }
    // lengths[i][j]: the longest common subsequence of old[i...] and new[j...].
    let width = new.count + 1
    var lengths = [UInt16](repeating: 0, count: (old.count + 1) * width)
    for row in old.indices.reversed() {
      for column in new.indices.reversed() {
        lengths[row * width + column] =
          old[row] == new[column]
          ? lengths[(row + 1) * width + column + 1] + 1
          : max(lengths[(row + 1) * width + column], lengths[row * width + column + 1])
      }
    }
    var (row, column) = (0, 0)
    var steps: [Part] = []
    while row < old.count || column < new.count {
      if row < old.count, column < new.count, old[row] == new[column] {
        steps.append(.same(new[column]))
        (row, column) = (row + 1, column + 1)
      } else if column == new.count
        || row < old.count && lengths[(row + 1) * width + column] >= lengths[row * width + column + 1]
      {
        steps.append(.removed(old[row]))
        row += 1
      } else {
        steps.append(.added(new[column]))
        column += 1
      }
    }
    return steps
  }

  private static func joined(_ steps: [Part]) -> [Part] {
    var parts: [Part] = []
    for step in steps {
      switch (parts.last, step) {
      case (.same(let before), .same(let text)): parts[parts.count - 1] = .same(before + text)
      case (.removed(let before), .removed(let text)): parts[parts.count - 1] = .removed(before + text)
      case (.added(let before), .added(let text)): parts[parts.count - 1] = .added(before + text)
      default: parts.append(step)
      }
    }
    return parts
  }
}
