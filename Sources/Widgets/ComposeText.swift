/// Text as paragraphs, each with its wrapped rows, so that an edit lays out only what it touches.
struct ComposeText: Sendable, Hashable {
  /// Where a byte stands.
  struct Place: Sendable, Hashable {
    /// The paragraph, from 0.
    var paragraph: Int
    /// UTF-8 bytes from its start.
    var offset: Int
  }

  /// Never empty; paragraphs hold no line feed, which stands between each two.
  private(set) var paragraphs: [ComposeParagraph]
  /// The columns that rows may take.
  private(set) var columns: Int
  /// UTF-8 bytes, line feeds included.
  private(set) var byteCount: Int

  /// Lays out a text.
  init(_ text: String, columns: Int) {
    self.columns = columns
    byteCount = text.utf8.count
    paragraphs = Self.split(text, columns: columns)
  }

  /// The whole text.
  ///
  /// - Complexity: O(bytes).
  var string: String {
    var result = ""
    result.reserveCapacity(byteCount)
    for (index, paragraph) in paragraphs.enumerated() {
      if index > 0 { result += "\n" }
      result += paragraph.text
    }
    return result
  }

  /// The place of a byte offset in `0...byteCount`.
  ///
  /// - Complexity: O(paragraphs).
  func place(of offset: Int) -> Place {
    var rest = max(0, min(offset, byteCount))
    for (index, paragraph) in paragraphs.enumerated() {
      if rest <= paragraph.byteCount { return Place(paragraph: index, offset: rest) }
      rest -= paragraph.byteCount + 1
    }
    return Place(paragraph: paragraphs.count - 1, offset: paragraphs[paragraphs.count - 1].byteCount)
  }

  /// The byte offset of a place.
  ///
  /// - Complexity: O(paragraphs).
  func offset(of place: Place) -> Int {
    paragraphs[..<place.paragraph].reduce(place.offset) { $0 + $1.byteCount + 1 }
  }

  /// The text between two byte offsets on scalar boundaries.
  func substring(_ range: Range<Int>) -> String {
    let (from, to) = (place(of: range.lowerBound), place(of: range.upperBound))
    if from.paragraph == to.paragraph {
      return String(paragraphs[from.paragraph].text.utf8Slice(from.offset..<to.offset))
    }
    var result = String(paragraphs[from.paragraph].text.utf8Slice(from.offset...))
    for paragraph in paragraphs[(from.paragraph + 1)..<to.paragraph] { result += "\n" + paragraph.text }
    return result + "\n" + paragraphs[to.paragraph].text.utf8Slice(..<to.offset)
  }

  /// Replaces what stands between two byte offsets on scalar boundaries.
  ///
  /// - Returns: what stood there, and the first row of the text that is another one now, from 0.
  /// - Complexity: O(touched paragraphs' bytes + paragraphs).
  mutating func replace(_ range: Range<Int>, with inserted: String) -> (removed: String, firstRow: Int) {
    let (from, to) = (place(of: range.lowerBound), place(of: range.upperBound))
    let removed = range.isEmpty ? "" : substring(range)
    let above = paragraphs[..<from.paragraph].reduce(0) { $0 + $1.rows.count }
    byteCount += inserted.utf8.count - removed.utf8.count
    if from.paragraph == to.paragraph, !inserted.utf8.contains(lineFeed) {
      let row = paragraphs[from.paragraph].replace(from.offset..<to.offset, with: inserted, columns: columns)
      return (removed, above + row)
    }
    var joined = String(paragraphs[from.paragraph].text.utf8Slice(..<from.offset))
    joined += inserted
    joined += paragraphs[to.paragraph].text.utf8Slice(to.offset...)
    paragraphs.replaceSubrange(
      from.paragraph...to.paragraph, with: Self.split(joined, columns: columns))
    return (removed, above)
  }

  /// Lays everything out for another width.
  ///
  /// - Complexity: O(bytes) when the width differs.
  mutating func setColumns(_ newColumns: Int) {
    guard newColumns != columns else { return }
    columns = newColumns
    for index in paragraphs.indices { paragraphs[index].wrap(columns: newColumns) }
  }

  /// The nearest grapheme boundary at or after an offset.
  func boundary(atOrAfter offset: Int) -> Int {
    let place = place(of: offset)
    let text = paragraphs[place.paragraph].text
    let index = text.utf8.index(text.startIndex, offsetBy: place.offset)
    guard index < text.endIndex, String.Index(index, within: text) == nil else { return offset }
    let next = text.index(after: text.characterStart(of: index))
    return offset + text.utf8.distance(from: index, to: next)
  }

  /// The nearest grapheme boundary at or before an offset.
  func boundary(atOrBefore offset: Int) -> Int {
    let place = place(of: offset)
    let text = paragraphs[place.paragraph].text
    let index = text.utf8.index(text.startIndex, offsetBy: place.offset)
    guard index < text.endIndex, String.Index(index, within: text) == nil else { return offset }
    return offset - text.utf8.distance(from: text.characterStart(of: index), to: index)
  }

  /// The grapheme boundary after an offset that is on one; the offset itself at the end.
  func boundary(after offset: Int) -> Int {
    let place = place(of: offset)
    let text = paragraphs[place.paragraph].text
    guard place.offset < text.utf8.count else { return min(offset + 1, byteCount) }
    let index = text.utf8.index(text.startIndex, offsetBy: place.offset)
    return offset + text.utf8.distance(from: index, to: text.index(after: index))
  }

  /// The grapheme boundary before an offset that is on one; 0 at the start.
  func boundary(before offset: Int) -> Int {
    let place = place(of: offset)
    guard place.offset > 0 else { return max(0, offset - 1) }
    let text = paragraphs[place.paragraph].text
    let index = text.utf8.index(text.startIndex, offsetBy: place.offset)
    return offset - text.utf8.distance(from: text.index(before: index), to: index)
  }

  private static func split(_ text: String, columns: Int) -> [ComposeParagraph] {
    text.utf8.split(separator: lineFeed, omittingEmptySubsequences: false).map { bytes in
      ComposeParagraph(String(Substring(bytes)), columns: columns)
    }
  }
}

private let lineFeed = UInt8(ascii: "\n")

extension String {
  /// The part between two UTF-8 offsets on scalar boundaries.
  func utf8Slice(_ range: some RangeExpression<Int>) -> Substring {
    let range = range.relative(to: 0..<utf8.count)
    let start = utf8.index(startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// The start of the grapheme that holds an index, found by going back byte by byte.
  fileprivate func characterStart(of index: Index) -> Index {
    var start = index
    while start > startIndex, String.Index(start, within: self) == nil {
      start = utf8.index(before: start)
    }
    return start
  }
}
