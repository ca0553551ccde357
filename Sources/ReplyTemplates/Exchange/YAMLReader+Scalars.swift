extension YAMLReader {
  /// A scalar or a flow collection, whose further lines are indented by more than its parent.
  mutating func scalar(parent: Int) throws(YAMLError) -> YAMLNode {
    let line = row + 1
    guard let first = byte(place) else { throw fail("a value is missing") }
    switch first {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      return YAMLNode(value: .scalar(try blockScalar(parent: parent), isPlain: false), line: line)
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return YAMLNode(value: .scalar(try quoted(), isPlain: false), line: line)
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try flow()
    case UInt8(ascii: "?") where isSpace(byte(place + 1)): throw fail("a complex key (?) is not read")
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","):
      throw fail("\(Character(Unicode.Scalar(first))) closes nothing")
    default:
      if let name = Self.refused[first] { throw fail("\(name) is not read") }
      return YAMLNode(value: .scalar(try plain(parent: parent), isPlain: true), line: line)
    }
  }

  /// A plain scalar over one or more lines.
  private mutating func plain(parent: Int) throws(YAMLError) -> String {
    var parts = [try plainLine()]
    var blanks = 0
    while row + 1 < rowCount {
      guard !endsWithComment else { break }
      let next = row + 1
      if starts[next] == end(of: next) || isOnlySpaces(next) {
        row = next
        place = end(of: next)
        blanks += 1
        continue
      }
      guard indent(of: next) > parent, !isBlank(next),
        !(indent(of: next) == 0 && (Self.isMark("---", self, next) || Self.isMark("...", self, next)))
      else { break }
      row = next
      place = starts[next] + indent(of: next)
      if byte(place) == 0x09 { throw fail("a tab stands where spaces must indent") }
      parts.append(blanks > 0 ? String(repeating: "\n", count: blanks) : " ")
      blanks = 0
      parts.append(try plainLine())
    }
    return parts.joined()
  }

  private static func isMark(_ mark: String, _ reader: YAMLReader, _ row: Int) -> Bool {
    reader.bytes[reader.starts[row]...].starts(with: mark.utf8)
      && reader.end(of: row) == reader.starts[row] + mark.utf8.count
  }

  private var endsWithComment: Bool { place < end(of: row) }

  private func isOnlySpaces(_ row: Int) -> Bool {
    (starts[row]..<end(of: row)).allSatisfy { bytes[$0] == 0x20 || bytes[$0] == 0x09 }
  }

  /// The words up to the line's end or a comment.
  private mutating func plainLine() throws(YAMLError) -> String {
    let start = place
    while let next = byte(place) {
      if next == UInt8(ascii: "#"), place > start, isSpace(byte(place - 1)) { break }
      if next == UInt8(ascii: ":"), isSpace(byte(place + 1)) {
        throw fail("a colon within a text without quotes; put the text in quotes")
      }
      place += 1
    }
    return String(decoding: bytes[start..<place], as: UTF8.self).trimmingSpaces
  }

  // MARK: - Quoted

  /// A text in single or double quotes, its lines folded.
  mutating func quoted() throws(YAMLError) -> String {
    let opened = row
    guard let quote = byte(place) else { throw fail("a value is missing") }
    let isDouble = quote == UInt8(ascii: "\"")
    place += 1
    var result: [UInt8] = []
    /// Bytes that an escape has given are never folded away.
    var kept = 0
    while row < rowCount {
      guard let next = byte(place) else {
        fold(&result, kept: kept)
        kept = result.count
        continue
      }
      place += 1
      if next == quote {
        if !isDouble, byte(place) == quote {
          place += 1
          result.append(quote)
          continue
        }
        return String(decoding: result, as: UTF8.self)
      }
      if isDouble, next == UInt8(ascii: "\\") {
        if byte(place) == nil {
          nextRow()
          if row < rowCount { skipSpaces() }
        } else {
          try escape(into: &result)
        }
        kept = result.count
      } else {
        result.append(next)
      }
    }
    throw fail("a quote is opened here and never closed", row: opened)
  }

  /// Goes over a line end: one is a space, each further one a line end.
  private mutating func fold(_ result: inout [UInt8], kept: Int) {
    while result.count > kept, let last = result.last, last == 0x20 || last == 0x09 { result.removeLast() }
    var lineEnds = 0
    repeat {
      nextRow()
      lineEnds += 1
      if row < rowCount { skipSpaces() }
    } while row < rowCount && byte(place) == nil
    result.append(contentsOf: lineEnds == 1 ? [0x20] : [UInt8](repeating: 0x0A, count: lineEnds - 1))
  }

  private mutating func escape(into result: inout [UInt8]) throws(YAMLError) {
    guard let code = byte(place) else { return }
    place += 1
    let text: String
    switch code {
    case UInt8(ascii: "n"): text = "\n"
    case UInt8(ascii: "t"), 0x09: text = "\t"
    case UInt8(ascii: "r"): text = "\r"
    case UInt8(ascii: "0"): text = "\0"
    case UInt8(ascii: "a"): text = "\u{07}"
    case UInt8(ascii: "b"): text = "\u{08}"
    case UInt8(ascii: "v"): text = "\u{0B}"
    case UInt8(ascii: "f"): text = "\u{0C}"
    case UInt8(ascii: "e"): text = "\u{1B}"
    case UInt8(ascii: " "): text = " "
    case UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"):
      text = String(Character(Unicode.Scalar(code)))
    case UInt8(ascii: "N"): text = "\u{85}"
    case UInt8(ascii: "_"): text = "\u{A0}"
    case UInt8(ascii: "L"): text = "\u{2028}"
    case UInt8(ascii: "P"): text = "\u{2029}"
    case UInt8(ascii: "x"): text = try scalarValue(digits: 2)
    case UInt8(ascii: "u"): text = try scalarValue(digits: 4)
    case UInt8(ascii: "U"): text = try scalarValue(digits: 8)
    default: throw fail("\\\(Character(Unicode.Scalar(code))) means nothing in double quotes")
    }
    result.append(contentsOf: text.utf8)
  }

  private mutating func scalarValue(digits: Int) throws(YAMLError) -> String {
    guard place + digits <= end(of: row),
      let value = UInt32(String(decoding: bytes[place..<(place + digits)], as: UTF8.self), radix: 16),
      let scalar = Unicode.Scalar(value)
    else { throw fail("an escape that names no character") }
    place += digits
    return String(Character(scalar))
  }

  // MARK: - Literal and folded

  private mutating func blockScalar(parent: Int) throws(YAMLError) -> String {
    let isFolded = byte(place) == UInt8(ascii: ">")
    place += 1
    var keepsLast: Bool?
    var stated: Int?
    while let next = byte(place) {
      switch next {
      case UInt8(ascii: "-"): keepsLast = false
      case UInt8(ascii: "+"): keepsLast = true
      case UInt8(ascii: "1")...UInt8(ascii: "9"): stated = max(0, parent) + Int(next - 0x30)
      case 0x20, 0x09:
        skipSpaces()
        guard byte(place) == nil || byte(place) == UInt8(ascii: "#") else {
          throw fail("a text begins on the line below | or >, not beside it")
        }
        place = end(of: row)
        continue
      default: throw fail("\(Character(Unicode.Scalar(next))) means nothing behind | or >")
      }
      place += 1
    }
    nextRow()
    let lines = try blockLines(parent: parent, stated: stated)
    var text = isFolded ? Self.folded(lines) : lines.map { $0 + "\n" }.joined()
    if keepsLast != true {
      while text.hasSuffix("\n") { text.removeLast() }
      if keepsLast == nil, !text.isEmpty { text += "\n" }
    }
    return text
  }

  /// The lines of a block without their indentation; the row is the first that does not belong to it.
  private mutating func blockLines(parent: Int, stated: Int?) throws(YAMLError) -> [String] {
    var indent = stated
    var lines: [String] = []
    while row < rowCount {
      let spaces = self.indent(of: row)
      let isBlank = starts[row] + spaces == end(of: row)
      if isBlank {
        let kept = indent.map { max(0, spaces - $0) } ?? 0
        lines.append(String(repeating: " ", count: kept))
      } else {
        if indent == nil {
          guard spaces > parent else { break }
          indent = spaces
        }
        guard let indent, spaces >= indent else { break }
        lines.append(String(decoding: bytes[(starts[row] + indent)..<end(of: row)], as: UTF8.self))
      }
      nextRow()
    }
    if row < rowCount { place = starts[row] }
    return lines
  }

  /// Folds lines: a single line end between two lines of words is a space, lines that are indented further stay.
  private static func folded(_ lines: [String]) -> String {
    var result = ""
    var blanks = 0
    var wasIndented = true
    for line in lines {
      if line.isEmpty {
        blanks += 1
        continue
      }
      let isIndented = line.hasPrefix(" ") || line.hasPrefix("\t")
      if result.isEmpty {
        result = String(repeating: "\n", count: blanks)
      } else if isIndented || wasIndented {
        result += String(repeating: "\n", count: blanks + 1)
      } else {
        result += blanks == 0 ? " " : String(repeating: "\n", count: blanks)
      }
      result += line
      blanks = 0
      wasIndented = isIndented
    }
    return result + String(repeating: "\n", count: blanks + 1)
  }
}
