/// A piece of HTML.
enum HTMLToken: Sendable, Hashable {
  /// Text with its character references replaced.
  case text(String)
  /// The beginning of an element, its name and the names of its attributes in lower case.
  case begin(String, [String: String])
  /// The end of an element.
  case end(String)
}

/// Cuts HTML into tokens, as browsers do with broken markup: what is no tag is text.
struct HTMLTokenizer: Sendable {
  private let bytes: [UInt8]
  private var place = 0

  init(_ html: String) { bytes = Array(html.utf8) }

  /// The next token; nil at the end.
  mutating func next() -> HTMLToken? {
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else { return text() }
      if let token = tag() {
        if let token = token.value { return token }
        continue
      }
      // A lone `<` is text.
      let start = place
      place += 1
      return .text(HTMLEntities.decoded(bytes[start..<place] + untilTag()))
    }
    return nil
  }

  private mutating func text() -> HTMLToken { .text(HTMLEntities.decoded(untilTag())) }

  private mutating func untilTag() -> ArraySlice<UInt8> {
    let start = place
    place = bytes[place...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
    return bytes[start..<place]
  }

  /// Something between angle brackets; a value of nil for what nobody reads, such as a comment.
  private struct Tag {
    var value: HTMLToken?
  }

  private mutating func tag() -> Tag? {
    guard place + 1 < bytes.count else { return nil }
    switch bytes[place + 1] {
    case UInt8(ascii: "!") where starts("<!--", at: place): return skip(to: "-->", from: place + 4)
    case UInt8(ascii: "!") where starts("<![CDATA[", at: place): return skip(to: "]]>", from: place + 9)
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return skip(to: ">", from: place + 2)
    case UInt8(ascii: "/"): return endTag()
    case let byte where Self.isLetter(byte): return beginTag()
    default: return nil
    }
  }

  private mutating func endTag() -> Tag {
    place += 2
    let name = self.name()
    skip(to: ">", from: place)
    return Tag(value: .end(name))
  }

  private mutating func beginTag() -> Tag {
    place += 1
    let name = self.name()
    var attributes: [String: String] = [:]
    while place < bytes.count, bytes[place] != UInt8(ascii: ">") {
      let before = place
      if let (key, value) = attribute(), attributes[key] == nil { attributes[key] = value }
      if place == before { place += 1 }
    }
    place = min(place + 1, bytes.count)
    guard Self.unread.contains(name) else { return Tag(value: .begin(name, attributes)) }
    skipElement(name)
    return Tag(value: nil)
  }

  /// Elements whose content is not for reading.
  private static let unread: Set<String> = [
    "head", "script", "style", "template", "noscript", "title", "iframe", "object", "svg", "math", "select",
  ]

  private mutating func skipElement(_ name: String) {
    let end = Array("</\(name)".utf8)
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<"), startsIgnoringCase(end, at: place) else {
        place += 1
        continue
      }
      skip(to: ">", from: place)
      return
    }
  }

  private mutating func attribute() -> (String, String)? {
    skipBlanks()
    let key = name()
    guard !key.isEmpty else { return nil }
    skipBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: "=") else { return (key, "") }
    place += 1
    skipBlanks()
    guard place < bytes.count else { return (key, "") }
    let quote = bytes[place]
    let start: Int
    let end: Int
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      start = place + 1
      end = bytes[start...].firstIndex(of: quote) ?? bytes.count
      place = min(end + 1, bytes.count)
    } else {
      start = place
      end = bytes[start...].firstIndex { Self.isBlank($0) || $0 == UInt8(ascii: ">") } ?? bytes.count
      place = end
    }
    return (key, HTMLEntities.decoded(bytes[start..<end]))
  }

  /// A name in lower case: all up to a blank, `/`, `=` or `>`.
  private mutating func name() -> String {
    let start = place
    while place < bytes.count, !Self.isBlank(bytes[place]), !"/=>".utf8.contains(bytes[place]) { place += 1 }
    return String(decoding: bytes[start..<place], as: UTF8.self).lowercased()
  }

  private mutating func skipBlanks() {
    while place < bytes.count, Self.isBlank(bytes[place]) { place += 1 }
  }

  @discardableResult
  private mutating func skip(to text: StaticString, from start: Int) -> Tag {
    let wanted = Array(text.description.utf8)
    place = min(start, bytes.count)
    while place < bytes.count {
      if bytes[place...].starts(with: wanted) {
        place += wanted.count
        return Tag(value: nil)
      }
      place += 1
    }
    return Tag(value: nil)
  }

  private func starts(_ text: StaticString, at place: Int) -> Bool {
    bytes[place...].starts(with: text.description.utf8)
  }

  private func startsIgnoringCase(_ wanted: [UInt8], at place: Int) -> Bool {
    guard place + wanted.count <= bytes.count else { return false }
    return wanted.indices.allSatisfy { offset in
      let byte = bytes[place + offset]
      let lower = (0x41...0x5A).contains(byte) ? byte + 0x20 : byte
      return lower == wanted[offset]
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
