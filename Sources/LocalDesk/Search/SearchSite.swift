import SystemCalls

/// The JSON string in which a byte of the journal stands.
struct SearchSite {
  /// From where on nothing is worth looking at any more, when this is no text.
  let start: Int
  /// The string with its quotes, when it may be the text of an entry.
  let text: Range<Int>?

  /// Looks around a byte, back to the string's quote and the key before it.
  ///
  /// - Complexity: O(bytes of the string).
  init(_ bytes: Span<UInt8>, at place: Int) {
    guard let open = bytes.quote(before: place) else {
      start = place
      text = nil
      return
    }
    start = min(place, open)
    guard Self.isText(bytes, before: open), let close = bytes.quote(from: open + 1) else {
      text = nil
      return
    }
    text = open..<close + 1
  }

  /// Whether what ends before a quote is the key `text` and a colon, or a key written with escapes.
  private static func isText(_ bytes: Span<UInt8>, before quote: Int) -> Bool {
    var place = quote
    func skipBlanks() {
      while place > 0, bytes[place - 1] <= 0x20 { place -= 1 }
    }
    skipBlanks()
    guard place > 0, bytes[place - 1] == UInt8(ascii: ":") else { return false }
    place -= 1
    skipBlanks()
    guard place > 1, bytes[place - 1] == UInt8(ascii: "\"") else { return false }
    let end = place - 1
    place -= 2
    while place > 0, bytes[place] != UInt8(ascii: "\""), end - place < 64 {
      if bytes[place] == UInt8(ascii: "\\") { return true }
      place -= 1
    }
    return end - place == 5 && bytes[place + 1] == UInt8(ascii: "t") && bytes[place + 2] == UInt8(ascii: "e")
      && bytes[place + 3] == UInt8(ascii: "x") && bytes[place + 4] == UInt8(ascii: "t")
  }
}
