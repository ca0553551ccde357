extension YAMLReader {
  /// A list or a map in brackets, over as many lines as it takes.
  mutating func flow() throws(YAMLError) -> YAMLNode {
    guard depth < Self.depthLimit else {
      throw fail("nesting deeper than \(Self.depthLimit) levels is not read")
    }
    depth += 1
    defer { depth -= 1 }
    let line = row + 1
    let isMap = byte(place) == UInt8(ascii: "{")
    let close = isMap ? UInt8(ascii: "}") : UInt8(ascii: "]")
    place += 1
    var nodes: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    while true {
      try skipInFlow(opened: line)
      if byte(place) == close { break }
      let entryLine = row + 1
      let first = try flowValue()
      try skipInFlow(opened: line)
      if byte(place) == UInt8(ascii: ":") {
        guard isMap, case .scalar(let key, _) = first.value else { throw fail("a colon that follows no key") }
        place += 1
        try skipInFlow(opened: line)
        let isEmpty = byte(place) == close || byte(place) == UInt8(ascii: ",")
        let node = try isEmpty ? YAMLNode(value: .scalar("", isPlain: true), line: entryLine) : flowValue()
        guard !entries.contains(where: { $0.key == key }) else {
          throw fail("the key \(key) stands here a second time")
        }
        entries.append(YAMLEntry(key: key, node: node))
        try skipInFlow(opened: line)
      } else if isMap {
        throw fail("a key without a value in { }")
      } else {
        nodes.append(first)
      }
      if byte(place) == UInt8(ascii: ",") {
        place += 1
      } else if byte(place) != close {
        throw fail("\",\" or \"\(Character(Unicode.Scalar(close)))\" is missing")
      }
    }
    place += 1
    return YAMLNode(value: isMap ? .map(entries) : .list(nodes), line: line)
  }

  private mutating func skipInFlow(opened line: Int) throws(YAMLError) {
    while row < rowCount {
      skipSpaces()
      if let next = byte(place),
        !(next == UInt8(ascii: "#") && (place == starts[row] || isSpace(byte(place - 1))))
      {
        return
      }
      nextRow()
    }
    throw YAMLError(line: line, problem: "a bracket is opened here and never closed")
  }

  private mutating func flowValue() throws(YAMLError) -> YAMLNode {
    let line = row + 1
    guard let first = byte(place) else { throw fail("a value is missing") }
    switch first {
    case UInt8(ascii: "["), UInt8(ascii: "{"): return try flow()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return YAMLNode(value: .scalar(try quoted(), isPlain: false), line: line)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): throw fail("a value is missing")
    default: break
    }
    if let name = Self.refused[first] { throw fail("\(name) is not read") }
    let start = place
    while let next = byte(place) {
      if next == UInt8(ascii: ",") || next == UInt8(ascii: "[") || next == UInt8(ascii: "]")
        || next == UInt8(ascii: "{") || next == UInt8(ascii: "}")
      {
        break
      }
      if next == UInt8(ascii: ":") {
        let after = byte(place + 1)
        if isSpace(after) || after == UInt8(ascii: ",") || after == UInt8(ascii: "]")
          || after == UInt8(ascii: "}")
        {
          break
        }
      }
      if next == UInt8(ascii: "#"), isSpace(byte(place - 1)) { break }
      place += 1
    }
    let text = String(decoding: bytes[start..<place], as: UTF8.self).trimmingSpaces
    return YAMLNode(value: .scalar(text, isPlain: true), line: line)
  }
}
