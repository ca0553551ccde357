/// One line of a text around the first word that was found.
package struct SearchExcerpt: Sendable, Hashable {
  /// The line: white space as single spaces, `…` where something was cut.
  package let text: String
  /// Where words stand in it, in UTF-8 bytes from 0, ascending.
  package let matches: [Range<Int>]

  /// Bytes of a line, without the two marks of what was cut.
  package static let limit = 190
  /// Bytes shown before the first word.
  private static let lead = 60

  /// Makes the line; the start of the text when no word stands in it.
  ///
  /// - Complexity: O(bytes of the text, times words).
  package init(_ whole: String, words: SearchWords) {
    let first = words.ranges(in: whole).first ?? 0..<0
    let utf8 = whole.utf8
    let found = utf8.index(utf8.startIndex, offsetBy: first.lowerBound)
    var start = found
    var before = 0
    // Of the part before it, for a word may begin within a character.
    let head = whole[..<found]
    while start > head.startIndex {
      let previous = head.index(before: start)
      before += utf8.distance(from: previous, to: start)
      if before > Self.lead { break }
      start = previous
    }
    let end = Self.end(of: whole, from: start, past: utf8.index(found, offsetBy: first.count))
    var line = start > whole.startIndex ? "…" : ""
    var isBlank = false
    for scalar in whole.unicodeScalars[start..<end] {
      if scalar.properties.isWhitespace {
        isBlank = true
        continue
      }
      if isBlank, !line.isEmpty { line.append(" ") }
      isBlank = false
      line.unicodeScalars.append(scalar)
    }
    if end < whole.endIndex { line += "…" }
    text = line
    matches = words.ranges(in: line)
  }

  /// Where the line ends: behind `found` if that is possible, between two characters or else two scalars.
  private static func end(of whole: String, from start: String.Index, past found: String.Index)
    -> String.Index
  {
    let rest = whole[start...]
    var end = start
    var count = 0
    while end < rest.endIndex {
      count += rest[end].utf8.count
      if count > limit { break }
      end = rest.index(after: end)
    }
    if end >= found { return end }
    end = start
    count = 0
    while end < rest.endIndex {
      count += UTF8.width(rest.unicodeScalars[end])
      if count > limit { break }
      end = rest.unicodeScalars.index(after: end)
    }
    return end
  }
}
