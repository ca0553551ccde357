/// Finds what in a text is not the writer's own wording: code, links, addresses, placeholders, quotations.
enum MutedPlaces {
  /// For each character, whether it is muted.
  ///
  /// - Complexity: O(text).
  static func find(in text: [Character]) -> [Bool] {
    var reader = MutedReader(text, quotations: true)
    let muted = reader.find()
    guard muted.contains(true) else { return muted }
    // Who sets nearly all of it in quotation marks quotes nobody; links and code are no wording at all.
    var plain = MutedReader(text, quotations: false)
    let withoutQuotations = plain.find()
    let own = text.indices.filter { !withoutQuotations[$0] && PackText.isContent(text[$0]) }
    return own.count { muted[$0] } * 10 > own.count * 6 ? withoutQuotations : muted
  }
}

/// One walk through a text that mutes what stands between marks, and addresses.
private struct MutedReader {
  /// A longer run of backticks fences nothing in.
  private static let longestTicks = 8

  private let text: [Character]
  private let quotations: Bool
  private var muted: [Bool]
  /// For each closing mark, the place before which it is known that neither it nor the end of a paragraph follows.
  private var searched: [[Character]: Int] = [:]
  private var tokens: AddressTokens

  init(_ text: [Character], quotations: Bool) {
    self.text = text
    self.quotations = quotations
    muted = Array(repeating: false, count: text.count)
    tokens = AddressTokens(text)
  }

  mutating func find() -> [Bool] {
    var place = 0
    var isLineStart = true
    while place < text.count {
      let character = text[place]
      if isLineStart, character == ">" {
        place = mute(place..<(text[place...].firstIndex(where: \.isNewline) ?? text.count))
        continue
      }
      isLineStart = character.isNewline
      if character == "`" {
        place = ticks(at: place)
      } else if let range = tokens.range(at: place) {
        place = mute(range)
      } else if let end = end(ofPlaceholderAt: place) ?? (quotations ? end(ofQuotationAt: place) : nil) {
        place = mute(place..<end)
      } else {
        place += 1
      }
    }
    return muted
  }

  /// Mutes a range and returns its end.
  private mutating func mute(_ range: Range<Int>) -> Int {
    for place in range { muted[place] = true }
    tokens.start = range.upperBound
    return range.upperBound
  }

  /// The end of a run of backticks with what it fences in; of the run alone when nothing closes it.
  private mutating func ticks(at place: Int) -> Int {
    var end = place
    while end < text.count, text[end] == "`" { end += 1 }
    guard end - place <= Self.longestTicks,
      let closed = closing(Array(repeating: "`", count: end - place), from: end, limit: 4_000)
    else {
      tokens.start = end
      return end
    }
    return mute(place..<closed)
  }

  private mutating func end(ofPlaceholderAt place: Int) -> Int? {
    guard text[place] == "{", place + 1 < text.count, text[place + 1] == "{" else { return nil }
    return closing(["}", "}"], from: place + 2, limit: 80)
  }

  private mutating func end(ofQuotationAt place: Int) -> Int? {
    switch text[place] {
    case "«": return closing(["»"], from: place + 1, limit: 400)
    case "„":
      return closing(["“"], from: place + 1, limit: 400) ?? closing(["”"], from: place + 1, limit: 400)
    case "“": return closing(["”"], from: place + 1, limit: 400)
    case "「": return closing(["」"], from: place + 1, limit: 400)
    case "『": return closing(["』"], from: place + 1, limit: 400)
    case "\"":
      let isOpening = place == 0 || !PackText.isContent(text[place - 1])
      return isOpening ? closing(["\""], from: place + 1, limit: 400) : nil
    default: return nil
    }
  }

  /// The end of the next closing mark within the paragraph and the limit; all calls for a mark together are O(text).
  private mutating func closing(_ mark: [Character], from start: Int, limit: Int) -> Int? {
    var place = max(start, searched[mark] ?? 0)
    defer { searched[mark] = place }
    let end = min(text.count, start + limit) - mark.count
    while place <= end {
      if text[place].isNewline, place + 1 < text.count, text[place + 1].isNewline { return nil }
      if text[place..<place + mark.count].elementsEqual(mark) { return place + mark.count }
      place += 1
    }
    return nil
  }
}
