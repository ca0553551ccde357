/// A text as letters, compared in a way that sees through dots, blanks and look-alikes between and in its words.
package struct CredentialText: Sendable {
  /// What stands before a letter.
  package enum Gap: UInt8, Sendable, Comparable {
    /// Nothing: the word goes on.
    case none
    /// A hyphen, dot or the like right between letters: perhaps nothing, perhaps a blank.
    case soft
    /// Blanks.
    case blank
    /// A comma, a bracket, a quotation mark.
    case mark
    /// The end of a sentence or of a line.
    case end

    /// Compares how much they part.
    package static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  /// One letter or digit.
  package struct Letter: Sendable {
    /// Folded.
    package var value: UInt32
    /// Its UTF-8 bytes.
    package var bytes: Range<Int>
    /// What stands before it.
    package var gap: Gap
    /// Its sentence, from 0.
    package var sentence: Int

    /// Whether words of its script stand without blanks, or have their parts written together.
    package var isUnspaced: Bool { CredentialText.isUnspaced(value) }
  }

  /// The letters, in order.
  package private(set) var letters: [Letter] = []
  /// For each sentence, its letters.
  package private(set) var sentences: [Range<Int>] = []
  /// For each sentence, whether a question mark ends it.
  package private(set) var isQuestion: [Bool] = []
  /// For each sentence, whether a colon or nothing but a line's end stands behind it, and before that no full stop.
  package private(set) var opensList: [Bool] = []
  /// The text's bytes.
  package let bytes: [UInt8]

  /// Reads a text.
  ///
  /// Quoted lines, links and placeholders are passed over.
  ///
  /// - Complexity: O(text).
  init(_ text: String, _ fold: LetterFold) {
    bytes = Array(text.utf8)
    letters.reserveCapacity(bytes.count)
    scan(text.unicodeScalars, fold)
    let words = wordRanges()
    for word in words { undress(word) }
    joinSpelt(words)
    var start = 0
    for place in letters.indices
    where place + 1 == letters.count || letters[place + 1].sentence != letters[place].sentence {
      sentences.append(start..<place + 1)
      start = place + 1
    }
    for sentence in sentences {
      let marks = marksBehind(sentence)
      isQuestion.append(marks.contains("?") || marks.contains("？") || marks.contains("؟"))
      opensList.append(marks.contains(":") || marks.contains("："))
    }
  }

  /// The bytes from the first letter of a range to its last.
  package func bytes(of places: Range<Int>) -> Range<Int> {
    guard let first = places.first, let last = places.last else { return 0..<0 }
    return letters[first].bytes.lowerBound..<letters[last].bytes.upperBound
  }

  /// What stands behind a letter up to the next one.
  package func marks(after place: Int) -> String {
    let end = place + 1 < letters.count ? letters[place + 1].bytes.lowerBound : bytes.count
    return String(decoding: bytes[letters[place].bytes.upperBound..<end], as: UTF8.self)
  }

  private func marksBehind(_ sentence: Range<Int>) -> String {
    sentence.last.map { marks(after: $0) } ?? ""
  }

  private mutating func scan(_ scalars: String.UnicodeScalarView, _ fold: LetterFold) {
    var gap = Gap.end
    var offset = 0
    var sentence = -1
    var index = scalars.startIndex
    var isLineStart = true
    var isAfterDot = false
    var breaks = 0
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let length = UTF8.width(scalar)
      if isLineStart, scalar == ">" {
        let end = scalars[index...].firstIndex(of: "\n") ?? scalars.endIndex
        offset += scalars[index..<end].reduce(0) { $0 + UTF8.width($1) }
        index = end
        gap = .end
        continue
      }
      if let skipped = Self.passedOver(scalars, at: index, isWordStart: gap != .none) {
        offset += scalars[index..<skipped].reduce(0) { $0 + UTF8.width($1) }
        index = skipped
        gap = max(gap, .blank)
        isLineStart = false
        continue
      }
      defer {
        offset += length
        index = scalars.index(after: index)
      }
      guard let value = fold(scalar) else {
        if let last = letters.indices.last, letters[last].bytes.upperBound == offset {
          letters[last].bytes = letters[last].bytes.lowerBound..<offset + length
        }
        continue
      }
      if Self.isLetter(value, scalar) || gap == .none && (value == 0x40 || value == 0x24) {
        isLineStart = false
        if isAfterDot, gap == .blank { gap = .end }
        // A line that goes on in lower case is the same sentence, broken by a mail program.
        if breaks == 1, gap < .end { gap = scalar.properties.isLowercase ? max(gap, .blank) : .end }
        if breaks > 1 { gap = .end }
        isAfterDot = false
        breaks = 0
        if gap == .end { sentence += 1 }
        letters.append(
          Letter(value: value, bytes: offset..<offset + length, gap: gap, sentence: max(0, sentence)))
        gap = .none
        continue
      }
      switch scalar {
      case "\n", "\u{2028}", "\u{2029}":
        breaks += 1
        isLineStart = true
      case "!", "?", "…", "。", "！", "？", "؟", "।", "॥", "۔": gap = .end
      case ".":
        isAfterDot = true
        gap = max(gap, .soft)
      case "-", "_", "'", "’", "ʼ", "‘", "ʻ", "·", "*", "\u{2010}", "\u{2011}", "־", "`", "|", "•", "~":
        gap = max(gap, .soft)
      case _ where scalar.properties.isWhitespace: gap = max(gap, .blank)
      case ",", ";", "、", "،", "，", "؛", ":", "：", "(", ")", "/", "–", "—": gap = max(gap, .mark)
      default: gap = max(gap, .blank)
      }
    }
  }

  /// The end of a link, an address or a placeholder that begins at a place; nil when none does.
  private static func passedOver(
    _ scalars: String.UnicodeScalarView, at index: String.Index, isWordStart: Bool
  ) -> String.Index? {
    if scalars[index] == "{" {
      return scalars[index...].prefix(80).firstIndex(of: "}").map { scalars.index(after: $0) }
    }
    guard isWordStart, scalars[index].isASCII, scalars[index].properties.isAlphabetic else { return nil }
    // No further than a link's beginning, so that a text without blanks costs linear time.
    let token = scalars[index...].prefix(60).prefix { !isTokenEnd($0) }
    var isLink = false
    var sign: String.Index?
    var before: Unicode.Scalar = " "
    for place in token.indices {
      let scalar = token[place]
      if scalar == "/", before == "/" { isLink = true }
      if scalar == "@" { sign = place }
      if scalar == ".", sign != nil, token.index(after: place) < token.endIndex { isLink = true }
      if isLink { return scalars[place...].firstIndex(where: isTokenEnd) ?? scalars.endIndex }
      before = scalar
    }
    return nil
  }

  /// Whether a link or an address ends before a scalar.
  private static func isTokenEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar == "," || scalar == ")"
  }

  private static func isLetter(_ value: UInt32, _ scalar: Unicode.Scalar) -> Bool {
    if value < 0x80 { return 0x61...0x7A ~= value || 0x30...0x39 ~= value }
    if 0x430...0x45F ~= value || 0x4E00...0x9FFF ~= value { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .nonspacingMark, .spacingMark:
      return true
    default: return false
    }
  }

  /// Whether words of a letter's script stand without blanks, or have their parts written together.
  static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFAFF:
      true
    default: false
    }
  }

  private func wordRanges() -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    for place in letters.indices where place > 0 && letters[place].gap != .none {
      words.append(start..<place)
      start = place
    }
    if start < letters.count { words.append(start..<letters.count) }
    return words
  }

  /// Takes look-alikes and digits in the place of letters out of a word.
  private mutating func undress(_ word: Range<Int>) {
    var hasLatin = false
    var hasOther = false
    var hasSubstitute = false
    for place in word {
      switch letters[place].value {
      case 0x61...0x7A: hasLatin = true
      case 0x370...0x52F: hasOther = true
      case 0x24, 0x30...0x40: hasSubstitute = true
      default: break
      }
    }
    if hasLatin, hasOther {
      let isLatin = word.allSatisfy {
        letters[$0].value < 0x370 || LetterFold.lookAlikes[letters[$0].value] != nil
      }
      for place in word {
        let value = letters[place].value
        letters[place].value = (isLatin ? LetterFold.lookAlikes : LetterFold.lookAlikesBack)[value] ?? value
      }
    }
    guard hasSubstitute, hasLatin, word.count > 2 else { return }
    for place in word.dropFirst().dropLast() {
      if let letter = LetterFold.substitutes[letters[place].value] { letters[place].value = letter }
    }
  }

  /// Joins words that are spelt letter by letter, and takes what stands between signs of scripts without blanks for nothing.
  private mutating func joinSpelt(_ words: [Range<Int>]) {
    var run: [Int] = []
    func isSpelt(_ word: Range<Int>) -> Bool {
      word.count == 1 && !(0x30...0x39 ~= letters[word.lowerBound].value)
    }
    for word in words {
      let place = word.lowerBound
      let gap = letters[place].gap
      if gap == .soft || gap == .blank, place > 0, Self.isUnspaced(letters[place].value),
        Self.isUnspaced(letters[place - 1].value), !(0xAC00...0xD7A3 ~= letters[place].value)
      {
        letters[place].gap = .soft
      }
      if isSpelt(word), run.isEmpty || gap == .soft || gap == .blank {
        run.append(place)
        continue
      }
      join(run)
      run = isSpelt(word) ? [place] : []
    }
    join(run)
  }

  private mutating func join(_ run: [Int]) {
    guard run.count > 2 else { return }
    for place in run.dropFirst() { letters[place].gap = .none }
  }
}
