/// Names of answers, for what only names allow: beginnings, parts, and letters left out.
struct AnswerNames: Sendable {
  private struct Name: Sendable {
    var answer: UInt32
    var start: UInt32
    var count: UInt32
    /// A bit for each scalar that occurs, by its last six bits.
    var mask: UInt64
    var isShortcut: Bool
  }

  private var names: [Name] = []
  /// All names without the blanks around them, one behind the other.
  private var scalars: [UInt32] = []

  /// Adds a name that is folded already, with its blanks.
  mutating func add(_ folded: [UInt32], of answer: Int, isShortcut: Bool) {
    let name = folded.dropFirst().dropLast()
    if name.isEmpty { return }
    names.append(
      Name(
        answer: UInt32(answer), start: UInt32(scalars.count), count: UInt32(name.count),
        mask: Self.mask(name),
        isShortcut: isShortcut))
    scalars += name
  }

  /// What a shortcut counts that is typed in full: more than all else together.
  static let shortcut: Float = 20

  /// How well names fit what is typed, from 0 to 1, or `shortcut`; nothing for a long text.
  ///
  /// An answer with several names that fit comes several times.
  /// - Complexity: O(names).
  func eachMatch(of folded: [UInt32], _ body: (Int, Float) -> Void) {
    let query = Array(folded.dropFirst().dropLast())
    guard !query.isEmpty, query.count <= 40 else { return }
    let mask = Self.mask(query[...]) & ~(1 << UInt64(SearchFold.blank))
    let words = query.split(separator: SearchFold.blank)
    let letters = query.filter { $0 != SearchFold.blank }
    for name in names where mask & ~name.mask == 0 {
      let range = Int(name.start)..<Int(name.start + name.count)
      let fit = fit(query, words, letters, range)
      if fit > 0 { body(Int(name.answer), name.isShortcut && fit == 1 ? Self.shortcut : fit) }
    }
  }

  private func fit(
    _ query: [UInt32], _ words: [ArraySlice<UInt32>], _ letters: [UInt32], _ range: Range<Int>
  ) -> Float {
    if begins(query[...], at: range.lowerBound, in: range) {
      return query.count == range.count ? 1 : 0.9 + 0.09 * Float(query.count) / Float(range.count)
    }
    if words.allSatisfy({ beginsWord($0, in: range) }) { return 0.88 }
    let minimum = SearchFold.isUnspaced(query[0]) ? 1 : 3
    if query.count >= minimum, range.contains(where: { begins(query[...], at: $0, in: range) }) { return 0.7 }
    return letters.count >= 2 ? leavingOut(letters, range) : 0
  }

  private func begins(_ query: ArraySlice<UInt32>, at place: Int, in range: Range<Int>) -> Bool {
    guard range.upperBound - place >= query.count else { return false }
    return scalars[place..<place + query.count].elementsEqual(query)
  }

  private func isStart(_ place: Int, of range: Range<Int>) -> Bool {
    place == range.lowerBound || scalars[place - 1] == SearchFold.blank
  }

  private func beginsWord(_ word: ArraySlice<UInt32>, in range: Range<Int>) -> Bool {
    range.contains { isStart($0, of: range) && begins(word, at: $0, in: range) }
  }

  /// Letters in the name's order, the first at the head of a word, each further run at the head of a word or
  /// right behind the last.
  private func leavingOut(_ letters: [UInt32], _ range: Range<Int>) -> Float {
    for start in range where isStart(start, of: range) && scalars[start] == letters[0] {
      var place = start
      var atStart = 1
      var joined = 0
      var index = 1
      while index < letters.count {
        // Letters that go on, then letters that begin a word, then any.
        if place + 1 < range.upperBound, scalars[place + 1] == letters[index] {
          place += 1
          joined += 1
        } else if let head = (place + 1..<range.upperBound).first(where: {
          isStart($0, of: range) && scalars[$0] == letters[index]
        }) {
          place = head
          atStart += 1
        } else if let any = (place + 1..<range.upperBound).first(where: { scalars[$0] == letters[index] }) {
          place = any
        } else {
          break
        }
        index += 1
      }
      let good = Float(atStart + joined) / Float(letters.count)
      if index == letters.count, good >= 0.6 { return 0.25 + 0.35 * good }
    }
    return 0
  }

  private static func mask(_ name: ArraySlice<UInt32>) -> UInt64 {
    name.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }
}
