/// A text as graphemes with their byte offsets, and which of them are code or links.
struct TextScan {
  /// The graphemes.
  let characters: [Character]
  /// UTF-8 offset of each grapheme, and of the end.
  let offsets: [Int]
  /// Whether a grapheme stands in `code`, in a fenced block, or in a link.
  private(set) var isVerbatim: [Bool]

  /// Scans a text.
  ///
  /// - Complexity: O(text).
  init(_ text: String) {
    characters = Array(text)
    var offsets: [Int] = []
    offsets.reserveCapacity(characters.count + 1)
    var offset = 0
    for character in characters {
      offsets.append(offset)
      offset += character.utf8.count
    }
    offsets.append(offset)
    self.offsets = offsets
    isVerbatim = Array(repeating: false, count: characters.count)
    markCode()
    markLinks()
  }

  /// The grapheme at a place; nil outside the text.
  subscript(place: Int) -> Character? {
    characters.indices.contains(place) ? characters[place] : nil
  }

  /// Byte offsets of a range of places.
  func bytes(_ places: Range<Int>) -> Range<Int> {
    offsets[places.lowerBound]..<offsets[places.upperBound]
  }

  /// The text of a range of places.
  func text(_ places: Range<Int>) -> String { String(characters[places]) }

  /// Whether a place begins a line.
  func isLineStart(_ place: Int) -> Bool { place == 0 || self[place - 1]?.isNewline == true }

  /// The end of the run of graphemes from `place` on that satisfy a condition.
  func end(from place: Int, while condition: (Character) -> Bool) -> Int {
    var end = place
    while end < characters.count, condition(characters[end]) { end += 1 }
    return end
  }

  /// Whether letters or digits stand at a place.
  func isWord(_ place: Int) -> Bool {
    self[place].map { $0.isLetter || $0.isNumber } ?? false
  }

  private mutating func markCode() {
    var place = 0
    while place < characters.count {
      guard characters[place] == "`" else {
        place += 1
        continue
      }
      let opened = end(from: place) { $0 == "`" }
      let ticks = opened - place
      guard let closing = closing(ticks: ticks, from: opened) else {
        place = opened
        continue
      }
      for index in place..<closing { isVerbatim[index] = true }
      place = closing
    }
  }

  /// The place behind the run of as many backticks; an inline span ends with its paragraph.
  private func closing(ticks: Int, from start: Int) -> Int? {
    var place = start
    while place < characters.count {
      if ticks < 3, characters[place].isNewline, self[place + 1]?.isNewline ?? true { return nil }
      guard characters[place] == "`" else {
        place += 1
        continue
      }
      let end = end(from: place) { $0 == "`" }
      if end - place == ticks { return end }
      place = end
    }
    return nil
  }

  private mutating func markLinks() {
    var place = 0
    while place + 2 < characters.count {
      if characters[place] == ":", characters[place + 1] == "/", characters[place + 2] == "/",
        isWord(place - 1)
      {
        var start = place
        while start > 0, isWord(start - 1) { start -= 1 }
        let end = end(from: place) { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "\"" }
        for index in start..<end { isVerbatim[index] = true }
        place = end
      } else {
        place += 1
      }
    }
  }
}
