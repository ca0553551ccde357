/// Reads the part of YAML 1.2 that files of replies use.
///
/// Block maps and lists, flow maps and lists, plain, quoted, literal and folded scalars, comments, one document. Anchors,
/// aliases, tags, directives, complex keys and tabs as indentation are errors. Never traps, whatever the bytes are.
struct YAMLReader {
  /// The deepest nesting that is read.
  static let depthLimit = 64

  let bytes: [UInt8]
  /// Where each line begins; the last one is the end of the text.
  let starts: [Int]
  /// The current line, from 0, and the byte in the text.
  var row = 0
  var place = 0
  var depth = 0

  /// Reads a whole text.
  ///
  /// Complexity: O(bytes), and O(keys²) within a map of many keys.
  static func node(_ bytes: [UInt8]) throws(YAMLError) -> YAMLNode {
    var reader = YAMLReader(bytes)
    try reader.start()
    let node = try reader.block(parent: -1)
    reader.skipBlankLines()
    if reader.isAtDocumentEnd { reader.nextRow() }
    reader.skipBlankLines()
    if reader.row < reader.rowCount {
      throw reader.fail("a second document, or a line that belongs to nothing")
    }
    return node
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for (index, byte) in bytes.enumerated() where byte == 0x0A { starts.append(index + 1) }
    if starts.last != bytes.count { starts.append(bytes.count) }
    self.starts = starts
    place = starts[0]
  }

  var rowCount: Int { starts.count - 1 }

  func fail(_ problem: String, row: Int? = nil) -> YAMLError {
    YAMLError(line: min(row ?? self.row, max(0, rowCount - 1)) + 1, problem: problem)
  }

  /// The end of a line, without its line end.
  func end(of row: Int) -> Int {
    var end = starts[row + 1]
    if end > starts[row], bytes[end - 1] == 0x0A { end -= 1 }
    if end > starts[row], bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// The columns of spaces at the head of a line.
  func indent(of row: Int) -> Int {
    var index = starts[row]
    while index < end(of: row), bytes[index] == 0x20 { index += 1 }
    return index - starts[row]
  }

  func byte(_ index: Int) -> UInt8? {
    index < bytes.count && row < rowCount && index < end(of: row) ? bytes[index] : nil
  }

  mutating func nextRow() {
    row += 1
    place = starts[min(row, starts.count - 1)]
  }

  func isBlank(_ row: Int) -> Bool {
    for index in starts[row]..<end(of: row) {
      if bytes[index] == UInt8(ascii: "#") { return true }
      if bytes[index] != 0x20, bytes[index] != 0x09 { return false }
    }
    return true
  }

  /// Goes to the first word of the next line that has one, when the current one is over.
  mutating func skipBlankLines() {
    while row < rowCount {
      if place == starts[row] {
        guard isBlank(row) else {
          place = starts[row] + indent(of: row)
          return
        }
      } else {
        skipSpaces()
        if let byte = byte(place), byte != UInt8(ascii: "#") { return }
      }
      nextRow()
    }
  }

  mutating func skipSpaces() {
    while let byte = byte(place), byte == 0x20 || byte == 0x09 { place += 1 }
  }

  var column: Int { place - starts[min(row, starts.count - 1)] }

  func startsLine(_ mark: String) -> Bool {
    guard row < rowCount, bytes[starts[row]...].starts(with: mark.utf8) else { return false }
    return byte(starts[row] + mark.utf8.count).map { $0 == 0x20 || $0 == 0x09 } ?? true
  }

  var isAtDocumentEnd: Bool { row < rowCount && place == starts[row] && startsLine("...") }

  private mutating func start() throws(YAMLError) {
    skipBlankLines()
    if row < rowCount, column == 0, byte(place) == UInt8(ascii: "%") { throw fail("directives are not read") }
    if row < rowCount, column == 0, startsLine("---") { place += 3 }
  }

  // MARK: - Blocks

  /// The value that stands next, indented by more than its parent.
  mutating func block(parent: Int) throws(YAMLError) -> YAMLNode {
    skipBlankLines()
    let line = row + 1
    guard row < rowCount, column > parent, !(column == 0 && (startsLine("---") || startsLine("..."))) else {
      return YAMLNode(value: .scalar("", isPlain: true), line: min(line, max(1, rowCount)))
    }
    guard depth < Self.depthLimit else {
      throw fail("nesting deeper than \(Self.depthLimit) levels is not read")
    }
    depth += 1
    defer { depth -= 1 }
    guard let first = byte(place) else { throw fail("a value is missing") }
    if first == 0x09 { throw fail("a tab stands where spaces must indent") }
    if isListMark(place) { return try list(column: column) }
    if isKeyHead() { return try map(column: column) }
    return try scalar(parent: parent)
  }

  func isListMark(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: "-") && (byte(index + 1).map { $0 == 0x20 || $0 == 0x09 } ?? true)
  }

  private mutating func list(column: Int) throws(YAMLError) -> YAMLNode {
    let line = row + 1
    var nodes: [YAMLNode] = []
    while row < rowCount, self.column == column, isListMark(place) {
      let mark = row
      place += 1
      skipSpaces()
      if let next = byte(place), next != UInt8(ascii: "#") {
        nodes.append(try block(parent: column))
      } else {
        nextRow()
        nodes.append(try block(parent: column))
        if row == mark { throw fail("a list that does not end") }
      }
      try endValue(column: column)
    }
    return YAMLNode(value: .list(nodes), line: line)
  }

  private mutating func map(column: Int) throws(YAMLError) -> YAMLNode {
    let line = row + 1
    var entries: [YAMLEntry] = []
    var keys: Set<String> = []
    while row < rowCount, self.column == column, isKeyHead() {
      let keyRow = row
      let key = try key()
      guard keys.insert(key).inserted else {
        throw fail("the key \(key) stands here a second time", row: keyRow)
      }
      skipSpaces()
      let node: YAMLNode
      if let next = byte(place), next != UInt8(ascii: "#") {
        if isListMark(place) { throw fail("a list must begin on a line of its own") }
        node = try scalar(parent: column)
      } else {
        nextRow()
        skipBlankLines()
        // A list may stand as far to the left as its key.
        let isList = row < rowCount && self.column == column && isListMark(place)
        node = try isList ? list(column: column) : block(parent: column)
      }
      entries.append(YAMLEntry(key: key, node: node))
      try endValue(column: column)
    }
    return YAMLNode(value: .map(entries), line: line)
  }

  /// Goes to the next line with words, and refuses one that stands neither in line nor further left.
  private mutating func endValue(column: Int) throws(YAMLError) {
    skipBlankLines()
    guard row < rowCount else { return }
    if place != starts[row] + indent(of: row) { throw fail("there is more on the line than a value") }
    if byte(place) == 0x09 { throw fail("a tab stands where spaces must indent") }
    if self.column > column { throw fail("the line is indented further than the one it belongs to") }
  }

  /// Whether a key and its colon stand next.
  private func isKeyHead() -> Bool {
    guard let first = byte(place) else { return false }
    var index = place
    if first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      index += 1
      let isDouble = first == UInt8(ascii: "\"")
      while let next = byte(index) {
        if next == first {
          guard !isDouble, byte(index + 1) == first else { break }
          index += 1
        }
        index += isDouble && next == UInt8(ascii: "\\") ? 2 : 1
      }
      guard byte(index) == first else { return false }
      index += 1
      while byte(index) == 0x20 { index += 1 }
      return byte(index) == UInt8(ascii: ":") && isSpace(byte(index + 1))
    }
    if Self.refused[first] != nil || Self.openers.contains(first) { return false }
    while let next = byte(index) {
      if next == UInt8(ascii: ":"), isSpace(byte(index + 1)) { return true }
      if next == UInt8(ascii: "#"), index > place, isSpace(byte(index - 1)) { return false }
      index += 1
    }
    return false
  }

  func isSpace(_ byte: UInt8?) -> Bool { byte.map { $0 == 0x20 || $0 == 0x09 } ?? true }

  private mutating func key() throws(YAMLError) -> String {
    if let first = byte(place), first == UInt8(ascii: "\"") || first == UInt8(ascii: "'") {
      let key = try quoted()
      skipSpaces()
      place += 1
      return key
    }
    let start = place
    while let next = byte(place), !(next == UInt8(ascii: ":") && isSpace(byte(place + 1))) { place += 1 }
    let key = String(decoding: bytes[start..<place], as: UTF8.self).trimmingSpaces
    place += 1
    return key
  }

  /// What may not begin a plain scalar, and why it is not read.
  static let refused: [UInt8: String] = [
    UInt8(ascii: "&"): "an anchor (&)", UInt8(ascii: "*"): "an alias (*)", UInt8(ascii: "!"): "a tag (!)",
    UInt8(ascii: "@"): "a text that begins with @", UInt8(ascii: "`"): "a text that begins with `",
    UInt8(ascii: "%"): "a text that begins with %",
  ]

  static let openers: Set<UInt8> = [
    UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: ">"), UInt8(ascii: "]"),
    UInt8(ascii: "}"), UInt8(ascii: ","),
  ]
}

extension String {
  /// The text without the spaces and tabs around it, as YAML trims.
  var trimmingSpaces: String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = utf8.firstIndex(where: { !isSpace($0) }),
      let last = utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}
