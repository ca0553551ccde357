/// Makes plain text of HTML: line breaks, lists and links stay, everything else is told as lost.
///
/// Source: the HTML Standard, as far as editors of replies write it. Never traps, whatever the bytes are.
struct HTMLReader {
  private let cursor: ByteCursor
  private var place = 0
  private var output: [UInt8] = []
  /// Line ends that are due before the next word.
  private var lineEnds = 0
  private var blockBreak = 0
  private var endsWithBreak = false
  private var needsSpace = false
  private var lists: [Int?] = []
  private var links: [(start: Int, address: String)] = []
  private var preformatted = 0
  private var lost: [String] = []

  /// The text, and one remark for each kind of markup that is lost.
  ///
  /// Complexity: O(bytes).
  static func text(_ html: String) -> (text: String, remarks: [TextRemark]) {
    var reader = HTMLReader(cursor: ByteCursor(html))
    reader.read()
    return (
      String(decoding: reader.output, as: UTF8.self),
      reader.lost.map { TextRemark(construct: $0, action: .leftOut) }
    )
  }

  private init(cursor: ByteCursor) { self.cursor = cursor }

  private mutating func read() {
    let bytes = cursor.bytes
    var closing = 0
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), place + 1 < bytes.count, isTagStart(bytes[place + 1]) {
        if bytes[place...].starts(with: "<!--".utf8) {
          let end = bytes.firstPlace(of: Array("-->".utf8), from: place)
          note("an HTML comment")
          place = end.map { $0 + 3 } ?? bytes.count
          continue
        }
        if closing <= place { closing = tagEnd() ?? Int.max }
        if closing != Int.max {
          let inside = place + 1..<closing
          place = closing + 1
          tag(cursor.text(inside))
          continue
        }
      }
      let next = bytes.firstPlace(of: [UInt8(ascii: "<")], from: place + 1) ?? bytes.count
      words(cursor.text(place..<next))
      place = next
    }
  }

  private func isTagStart(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
  }

  /// The `>` that ends the tag at the place; one in quotes does not.
  private func tagEnd() -> Int? {
    var quote: UInt8?
    for index in (place + 1)..<cursor.bytes.count {
      let byte = cursor.bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if cursor.bytes[index - 1] == UInt8(ascii: "=") { quote = byte }
      } else if byte == UInt8(ascii: ">") {
        return index
      }
    }
    return nil
  }

  // MARK: - Words and lines

  private mutating func words(_ source: String) {
    let text = HTMLEntities.decoded(source)
    if preformatted > 0 {
      begin()
      output.append(contentsOf: text.utf8)
      return
    }
    for byte in text.utf8 {
      if byte == 0x20 || 0x09...0x0D ~= byte {
        needsSpace = true
      } else {
        begin()
        output.append(byte)
      }
    }
  }

  /// Writes the line ends or the space that are due.
  private mutating func begin() {
    lineEnds += blockBreak
    blockBreak = 0
    endsWithBreak = false
    if output.isEmpty {
      lineEnds = 0
    } else if lineEnds > 0 {
      output.append(contentsOf: [UInt8](repeating: 0x0A, count: lineEnds))
      lineEnds = 0
    } else if needsSpace, output.last != 0x0A {
      output.append(0x20)
    }
    needsSpace = false
  }

  private mutating func lineBreak() {
    lineEnds += blockBreak + 1
    blockBreak = 0
    endsWithBreak = true
    needsSpace = false
  }

  private mutating func boundary(_ lines: Int) {
    // A break at the end of a block is the block's own line end.
    if endsWithBreak {
      lineEnds -= 1
      endsWithBreak = false
    }
    blockBreak = max(blockBreak, lines)
    needsSpace = false
  }

  private mutating func write(_ text: String) {
    begin()
    output.append(contentsOf: text.utf8)
  }

  private mutating func note(_ construct: String) {
    if !lost.contains(construct), lost.count < 40 { lost.append(construct) }
  }

  // MARK: - Tags

  private mutating func tag(_ inside: String) {
    let isEnd = inside.hasPrefix("/")
    let body = isEnd ? inside.dropFirst() : inside[...]
    let name = body.prefix { $0.isLetter || $0.isNumber }.lowercased()
    switch name {
    case "br": lineBreak()
    case "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure":
      if name != "p", !isEnd { note("<\(name)>") }
      boundary(2)
    case "div", "section", "article", "header", "footer", "address", "dl", "dt", "dd", "center": boundary(1)
    case "pre":
      boundary(2)
      preformatted = max(0, preformatted + (isEnd ? -1 : 1))
    case "ul", "ol": list(name, isEnd: isEnd)
    case "li": item(isEnd: isEnd)
    case "tr", "table", "tbody", "thead":
      if !isEnd { note("<table>") }
      boundary(1)
    case "td", "th": if !isEnd { needsSpace = true }
    case "hr":
      boundary(1)
      write("---")
      boundary(1)
    case "a": link(String(body), isEnd: isEnd)
    case "img": if !isEnd { image(String(body)) }
    case "attribute": if !isEnd { attribute(String(body)) }
    case "script", "style", "head", "title", "svg", "iframe", "object":
      note("<\(name)>")
      if !isEnd { skip(name) }
    case "span", "font", "html", "body", "wbr", "o", "":
      if !isEnd, body.contains("style=") { note("style of the text") }
    default: if !isEnd { note("<\(name)>") }
    }
  }

  private mutating func list(_ name: String, isEnd: Bool) {
    boundary(lists.isEmpty || (isEnd && lists.count == 1) ? 2 : 1)
    if isEnd {
      if !lists.isEmpty { lists.removeLast() }
    } else if lists.count < 64 {
      lists.append(name == "ol" ? 0 : nil)
    }
  }

  private mutating func item(isEnd: Bool) {
    boundary(1)
    guard !isEnd else { return }
    var mark = "- "
    if let last = lists.last, let number = last {
      lists[lists.count - 1] = number + 1
      mark = "\(number + 1). "
    }
    write(String(repeating: "  ", count: max(0, lists.count - 1)) + mark)
  }

  private mutating func link(_ body: String, isEnd: Bool) {
    if isEnd {
      guard let link = links.popLast() else { return }
      let words = String(decoding: output[min(link.start, output.count)...], as: UTF8.self).trimmed
      let bare = link.address.hasPrefix("mailto:") ? String(link.address.dropFirst(7)) : link.address
      guard !bare.isEmpty, words != bare, words != link.address else { return }
      needsSpace = false
      if words.isEmpty { write(bare) } else { write(" (\(bare))") }
    } else if let address = Self.value("href", in: body), links.count < 64 {
      // What is due stands before the link, so that its words begin here.
      if !output.isEmpty, lineEnds + blockBreak > 0 || needsSpace { begin() }
      links.append((output.count, address.trimmed))
    }
  }

  private mutating func image(_ body: String) {
    let description = Self.value("alt", in: body) ?? ""
    let address = Self.value("src", in: body) ?? ""
    note("the image \(description.isEmpty ? String(address.prefix(80)) : description)")
  }

  /// Intercom's placeholder, `<attribute key="user.name" default="there"/>`, as it writes it in plain text.
  private mutating func attribute(_ body: String) {
    guard let key = Self.value("key", in: body) else { return note("<attribute>") }
    guard let otherwise = Self.value("default", in: body) else { return write("{{\(key)}}") }
    write("{{\(key)|fallback:\"\(otherwise)\"}}")
  }

  private mutating func skip(_ name: String) {
    let bytes = cursor.bytes
    let mark = Array("</\(name)".utf8)
    var index = place
    while index + mark.count <= bytes.count {
      if bytes[index] == mark[0],
        bytes[index..<(index + mark.count)].elementsEqual(mark, by: { $0 | 0x20 == $1 | 0x20 })
      {
        place = index
        return
      }
      index += 1
    }
    place = bytes.count
  }

  /// The value of an attribute, decoded.
  private static func value(_ name: String, in tag: String) -> String? {
    var rest = tag[...]
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last?.lowercased()
      var value = rest[rest.index(after: equals)...].drop { $0.isWhitespace }
      let result: Substring
      if let quote = value.first, quote == "\"" || quote == "'" {
        value = value.dropFirst()
        let end = value.firstIndex(of: quote) ?? value.endIndex
        result = value[..<end]
        rest = end < value.endIndex ? value[value.index(after: end)...] : value[end...]
      } else {
        let end = value.firstIndex { $0.isWhitespace } ?? value.endIndex
        result = value[..<end]
        rest = value[end...]
      }
      if key == name { return HTMLEntities.decoded(String(result)) }
    }
    return nil
  }
}
