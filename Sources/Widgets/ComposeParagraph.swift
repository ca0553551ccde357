import TextLayout

/// One paragraph of a `ComposeText`: its text, the form that is shown, and its rows.
///
/// Where `SafeText` had to make something visible, text and shown form differ in length; then each
/// grapheme is made safe by itself and both offsets of each are kept.
struct ComposeParagraph: Sendable, Hashable {
  /// The text without its line feed.
  private(set) var text: String
  /// Its length in UTF-8 bytes.
  private(set) var byteCount: Int
  /// What is shown, and on which rows.
  private(set) var wrapped: WrappedText
  /// For each grapheme, and for the end, its offset in `text` and in what is shown; nil when they agree.
  private var map: [Pair]?

  private struct Pair: Sendable, Hashable {
    var text: Int
    var shown: Int
  }

  /// Lays out a paragraph.
  ///
  /// - Complexity: O(bytes).
  init(_ text: String, columns: Int) {
    self.text = text
    byteCount = text.utf8.count
    wrapped = WrappedText(.empty, columns: columns)
    layOut(columns: columns)
  }

  /// Replaces a part, in UTF-8 offsets on scalar boundaries, and lays out anew.
  ///
  /// - Returns: the first row that is another one now, from 0.
  mutating func replace(_ range: Range<Int>, with inserted: String, columns: Int) -> Int {
    if map == nil, range == byteCount..<byteCount, inserted.utf8.count == 1,
      wrapped.columns == max(1, columns),
      wrapped.append(plain: inserted.utf8.span[0])
    {
      text += inserted
      byteCount += 1
      return rows.count - 1
    }
    let (before, edited) = (rows, wrapped.row(ofByte: shownOffset(of: range.lowerBound)))
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let end = text.utf8.index(start, offsetBy: range.count)
    text.replaceSubrange(start..<end, with: inserted)
    byteCount += inserted.utf8.count - range.count
    let hadMap = map != nil
    layOut(columns: columns, kept: hadMap ? 0 : range.lowerBound)
    if hadMap || map != nil { return 0 }
    let same = zip(before, rows).prefix(edited).prefix { $0 == $1 }
    return Array(same).count
  }

  /// Wraps for another width.
  mutating func wrap(columns: Int) { wrapped = WrappedText(wrapped.text, columns: columns) }

  /// The rows, never empty, in bytes of what is shown.
  var rows: [Row] { wrapped.rows }

  /// The offset in what is shown of an offset in `text`.
  func shownOffset(of offset: Int) -> Int {
    guard let map else { return offset }
    return map[lastIndex(in: map) { $0.text <= offset }].shown
  }

  /// The offset in `text` of the grapheme that stands at an offset in what is shown, or covers it.
  func textOffset(of shownOffset: Int) -> Int {
    guard let map else { return shownOffset }
    return map[lastIndex(in: map) { $0.shown <= shownOffset }].text
  }

  private mutating func layOut(columns: Int, kept: Int = 0) {
    var shown = SafeText(text)
    map = nil
    if shown.changes > 0 || shown.byteCount != byteCount {
      var pairs: [Pair] = []
      var string = ""
      var offset = 0
      for character in text {
        pairs.append(Pair(text: offset, shown: string.utf8.count))
        string += SafeText(String(character)).string
        offset += character.utf8.count
      }
      shown = SafeText(string)
      pairs.append(Pair(text: offset, shown: shown.byteCount))
      for index in pairs.indices { pairs[index].shown = min(pairs[index].shown, shown.byteCount) }
      map = pairs
    }
    let isLikeBefore = map == nil && kept > 0 && wrapped.columns == max(1, columns)
    wrapped =
      isLikeBefore ? WrappedText(shown, like: wrapped, kept: kept) : WrappedText(shown, columns: columns)
  }

  /// The last pair for which a condition holds that holds for the first one; by bisection.
  private func lastIndex(in map: [Pair], where condition: (Pair) -> Bool) -> Int {
    var low = 0
    var high = map.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if condition(map[middle]) { low = middle } else { high = middle }
    }
    return low
  }
}
