/// A part of a word for which bytes are scanned, because it is likely to stand in few places.
///
/// The patterns are complete: whatever holds the word holds one of the patterns, if it was written by `ScalarWriting`'s
/// rules, or with what is ASCII in it as `\u00XX`. A writer that escapes some letters beyond ASCII
/// and leaves others of the same word alone is not followed.
package struct SearchAnchor: Sendable, Hashable {
  /// Where bytes come from.
  package enum Source: Sendable, Hashable {
    /// Plain UTF-8.
    case text
    /// The strings of JSON.
    case json
  }

  /// What to scan for.
  package let patterns: [BytePattern]
  /// The cost that was expected.
  let cost: Double

  /// The longest part of a word, in scalars, and the most bytes of a pattern.
  private static let window = 12
  private static let byteLimit = 96
  /// More patterns than this are not worth a longer part.
  private static let patternLimit = 8

  /// The anchors of all words, the most promising first.
  ///
  /// `frequencies` says how often each byte value stands in the data (256 numbers), or in a sample of it.
  /// - Complexity: O(length of the words).
  package static func anchors(of words: SearchWords, in source: Source, frequencies: [UInt64])
    -> [SearchAnchor]
  {
    let total = Double(max(1, frequencies.reduce(0, +)))
    // A value that a sample lacks may still be there.
    let odds = (0..<256).map { (Double($0 < frequencies.count ? frequencies[$0] : 0) + 1) / total }
    let anchors = words.words.map { ways in
      let parts = ways.map { best(of: $0, source, odds) }
      return SearchAnchor(
        patterns: unique(parts.flatMap { $0.patterns }), cost: parts.reduce(0) { $0 + $1.cost })
    }
    return anchors.sorted { $0.cost < $1.cost }
  }

  private static func best(of word: [UInt32], _ source: Source, _ odds: [Double]) -> SearchAnchor {
    let word = Array(word.prefix(64))
    let writings = source == .text ? [ScalarWriting.plain] : [.json, .escapedJSON]
    let ways = writings.map { writing in word.map { writing.patterns(of: $0) } }
    var best: SearchAnchor?
    for start in word.indices {
      var parts = writings.map { _ in [BytePattern([])] }
      for end in start..<min(start + window, word.count) {
        // Some writers escape what is beyond the 16-bit plane and leave the rest.
        if (word[end] >= 0x10000) != (word[start] >= 0x10000) { break }
        for (number, ways) in ways.enumerated() {
          parts[number] = parts[number].flatMap { part in ways[end].map { part.followed(by: $0) } }
        }
        if end > start, parts.contains(where: { $0.count > patternLimit }) { break }
        var patterns = parts.flatMap { $0 }
        if source == .json, let escape = asciiEscape(word[start...end]) { patterns.append(escape) }
        patterns = unique(patterns)
        if patterns.contains(where: { $0.places.count > byteLimit }) { break }
        let cost = patterns.reduce(0) { $0 + Self.cost($1, odds) }
        if best.map({ cost <= $0.cost }) ?? true { best = SearchAnchor(patterns: patterns, cost: cost) }
      }
    }
    return best ?? SearchAnchor(patterns: [], cost: .infinity)
  }

  /// Nanoseconds a byte: going over it, and looking closer where two places fit.
  private static func cost(_ pattern: BytePattern, _ odds: [Double]) -> Double {
    let places = pattern.places.map { min(1, $0.reduce(0) { $0 + odds[Int($1)] }) }.sorted()
    let pair = places.count > 1 ? places[0] * places[1] : places.first ?? 1
    // Letters of a word do not stand beside each other by chance: beyond two places little is gained.
    let whole = places.dropFirst(2).prefix(4).reduce(pair) { $0 * max($1, 0.25) }
    return 0.04 + pair * 5 + whole * 300
  }

  /// What is ASCII in the part as `\u00XX`, which nobody writes for letters, but JSON allows.
  private static func asciiEscape(_ part: ArraySlice<UInt32>) -> BytePattern? {
    var result: BytePattern?
    for value in part where value < 0x80 {
      let isLetter = 0x61...0x7A ~= value
      for variant in isLetter ? [value, value - 0x20] : [value] {
        let escape = ScalarWriting.escape(variant)
        if result == nil { result = escape } else { result?.widen(by: escape) }
      }
    }
    return result
  }

  private static func unique(_ patterns: [BytePattern]) -> [BytePattern] {
    var seen: Set<BytePattern> = []
    return patterns.filter { seen.insert($0).inserted }
  }
}
