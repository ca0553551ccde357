/// Finds what in a text is not the writer's own wording: code, links, addresses, placeholders, quotations.
enum MutedPlaces {
  /// For each character, whether it is muted.
  ///
  /// - Complexity: O(text).
  static func find(in text: [Character]) -> [Bool] {
    let muted = find(in: text, quotations: true)
    guard muted.contains(true) else { return muted }
    // Who sets nearly all of it in quotation marks quotes nobody; links and code are no wording at all.
    let withoutQuotations = find(in: text, quotations: false)
    let own = text.indices.filter { !withoutQuotations[$0] && PackText.isContent(text[$0]) }
    return own.count { muted[$0] } * 10 > own.count * 6 ? withoutQuotations : muted
  }

  private static func find(in text: [Character], quotations: Bool) -> [Bool] {
    var muted = Array(repeating: false, count: text.count)
    var place = 0
    var isLineStart = true
    while place < text.count {
      let character = text[place]
      if isLineStart, character == ">" {
        let end = text[place...].firstIndex(where: \.isNewline) ?? text.count
        mute(&muted, place..<end)
        place = end
        continue
      }
      isLineStart = character.isNewline
      if let end = end(ofMutedAt: place, text) ?? (quotations ? end(ofQuotationAt: place, text) : nil) {
        mute(&muted, place..<end)
        place = end
      } else {
        place += 1
      }
    }
    return muted
  }

  private static func mute(_ muted: inout [Bool], _ range: Range<Int>) {
    for place in range { muted[place] = true }
  }

  private static func end(ofMutedAt place: Int, _ text: [Character]) -> Int? {
    switch text[place] {
    case "`":
      let ticks = text[place...].prefix { $0 == "`" }.count
      return closing(String(repeating: "`", count: ticks).map { $0 }, from: place + ticks, text, limit: 4_000)
    case "{":
      guard place + 1 < text.count, text[place + 1] == "{" else { return nil }
      return closing(["}", "}"], from: place + 2, text, limit: 80)
    case ":": return link(at: place, text)
    case "@":
      guard place > 0, PackText.isContent(text[place - 1]) else { return nil }
      return wordEnd(from: place, text)
    default: return nil
    }
  }

  private static func end(ofQuotationAt place: Int, _ text: [Character]) -> Int? {
    switch text[place] {
    case "«": return closing(["»"], from: place + 1, text, limit: 400)
    case "„":
      return closing(["“"], from: place + 1, text, limit: 400)
        ?? closing(["”"], from: place + 1, text, limit: 400)
    case "“": return closing(["”"], from: place + 1, text, limit: 400)
    case "「": return closing(["」"], from: place + 1, text, limit: 400)
    case "『": return closing(["』"], from: place + 1, text, limit: 400)
    case "\"":
      let isOpening = place == 0 || !PackText.isContent(text[place - 1])
      return isOpening ? closing(["\""], from: place + 1, text, limit: 400) : nil
    default: return nil
    }
  }

  private static func closing(_ mark: [Character], from start: Int, _ text: [Character], limit: Int) -> Int? {
    var place = start
    let end = min(text.count, start + limit) - mark.count
    while place <= end {
      if text[place].isNewline, place + 1 < text.count, text[place + 1].isNewline { return nil }
      if text[place..<place + mark.count].elementsEqual(mark) { return place + mark.count }
      place += 1
    }
    return nil
  }

  private static func link(at place: Int, _ text: [Character]) -> Int? {
    guard place + 2 < text.count, text[place + 1] == "/", text[place + 2] == "/", place > 0,
      PackText.isContent(text[place - 1])
    else { return nil }
    return wordEnd(from: place, text)
  }

  private static func wordEnd(from place: Int, _ text: [Character]) -> Int {
    text[place...].firstIndex { $0.isWhitespace } ?? text.count
  }
}
