/// Text from outside made into text that can stand in a file of lines.
enum PlainText {
  /// The scalars that a person sees: no controls but line feeds, nothing invisible, and `й`, `ї`, `ё` as one
  /// scalar.
  ///
  /// What is invisible would part a name or a number where nobody sees it.
  ///
  /// - Complexity: O(text).
  static func cleaned(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    let source = Array(text.unicodeScalars)
    result.reserveCapacity(source.count)
    var behindSequence = 0
    for (place, scalar) in source.enumerated() where place >= behindSequence {
      if scalar.value >= 0x20, scalar.value < 0x7F {
        result.append(scalar)
        continue
      }
      switch scalar {
      case "\r":
        if place + 1 == source.count || source[place + 1] != "\n" { result.append("\n") }
      case "\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": result.append("\n")
      case "\t": result.append(" ")
      case "\u{1B}", "\u{9B}": behindSequence = sequenceEnd(source, place)
      case "\u{20E3}": if let last = result.last, !last.isDigit { result.append(scalar) }
      case "\u{306}", "\u{308}":
        if let last = result.last, let whole = composed[last]?[scalar] {
          result[result.count - 1] = whole
        } else {
          result.append(scalar)
        }
      case _ where scalar.isInvisible:
        let next = place + 1 < source.count ? source[place + 1] : " "
        if isNeeded(scalar, after: result.last ?? " ", before: next) { result.append(scalar) }
      default: result.append(scalar)
      }
    }
    return result
  }

  /// The end of a sequence for a terminal: what is left of one would part a name, too.
  private static func sequenceEnd(_ source: [Unicode.Scalar], _ start: Int) -> Int {
    var place = start + 1
    if source[start] == "\u{1B}" {
      guard place < source.count, source[place] == "[" else { return place }
      place += 1
    }
    while place < source.count, (0x20...0x3F).contains(source[place].value) { place += 1 }
    return place < source.count && (0x40...0x7E).contains(source[place].value) ? place + 1 : place
  }

  private static let composed: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [
    "и": ["\u{306}": "й"], "И": ["\u{306}": "Й"], "і": ["\u{308}": "ї"], "І": ["\u{308}": "Ї"],
    "е": ["\u{308}": "ё"], "Е": ["\u{308}": "Ё"],
  ]

  /// Whether a joiner or a variation selector shapes the emoji or the letters around it.
  private static func isNeeded(
    _ scalar: Unicode.Scalar, after last: Unicode.Scalar, before next: Unicode.Scalar
  ) -> Bool {
    guard !last.isDigit, !next.isDigit, last.value >= 0x590 else { return false }
    switch scalar.value {
    case 0x200C, 0x200D: return next.value >= 0x590 && !next.isInvisible
    case 0xFE0F: return last.value >= 0x2000
    default: return false
    }
  }

  /// The lines of a text without blanks at their ends; never `{{`, which begins a fact.
  ///
  /// - Complexity: O(text).
  static func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }.map { line in
      var result = String.UnicodeScalarView()
      for scalar in line.trimmed.unicodeScalars {
        if scalar == "{", result.last == "{" { result.append(" ") }
        result.append(scalar)
      }
      return String(result)
    }
  }

  /// A text on one line.
  static func oneLine(_ text: String) -> String {
    lines(text).filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A line that goes on below a list item: what would begin an item, a quotation or a comment there is
  /// another mark.
  static func continuation(_ line: String) -> String {
    guard let first = line.first else { return line }
    let marks: [Character: String] = ["-": "–", "*": "•", ">": "›", "<": "‹"]
    guard let mark = marks[first] else { return line }
    return mark + line.dropFirst()
  }
}

extension Unicode.Scalar {
  /// The value of a digit of any script; nil for everything else.
  var digit: UInt8? {
    if value < 0x80 { return value >= 0x30 && value < 0x3A ? UInt8(value - 0x30) : nil }
    guard let type = properties.numericType, type != .numeric, let number = properties.numericValue,
      number >= 0, number <= 9
    else { return nil }
    return UInt8(number)
  }

  /// Whether it is a digit of any script.
  var isDigit: Bool { digit != nil }

  /// Another digit of the same script, of 0 to 9; an ASCII one where the script has no ten in a row.
  func digit(_ value: UInt8) -> Unicode.Scalar {
    guard properties.numericType == .decimal, let own = digit,
      let scalar = Unicode.Scalar(self.value - UInt32(own) + UInt32(value))
    else { return Unicode.Scalar(0x30 + value) }
    return scalar
  }

  /// Whether it belongs to a word.
  var isLetter: Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) < 0x7B }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark:
      return !isDigit
    default: return isJoiner
    }
  }

  /// Whether it joins letters, or keeps them from joining.
  var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Whether it is a space within a line.
  var isSpace: Bool { value == 0x20 || properties.generalCategory == .spaceSeparator }

  /// Whether nobody sees it.
  var isInvisible: Bool {
    switch properties.generalCategory {
    case .control, .format: true
    default: properties.isDefaultIgnorableCodePoint
    }
  }

  /// Whether it is an apostrophe as it stands in words.
  var isApostrophe: Bool { "'’ʼ‘`´".unicodeScalars.contains(self) }

  /// Whether scripts of it write words without spaces, or tie other words to a name.
  var isOfJoinedWords: Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xF900...0xFAFF, 0xAC00...0xD7AF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }
}
