extension SafeText {
  /// The most UTF-8 bytes of a name, a subject or a tag that are looked at; no row of a screen shows more.
  package static let lineLimit = 2_048

  /// A text from outside for one row: names, subjects, tags, previews.
  ///
  /// Line ends become `⏎`, tabs spaces. What comes after `lineLimit` bytes is left out and told by `…`, so that a
  /// name of a megabyte does not cost a megabyte each time it is drawn.
  /// - Complexity: O(`lineLimit`).
  package init(line raw: String) {
    guard raw.utf8.count > Self.lineLimit else {
      self = SafeText(raw).singleLine
      return
    }
    var end = raw.utf8.index(raw.startIndex, offsetBy: Self.lineLimit)
    // Back to the start of the scalar that crosses the limit.
    while end.samePosition(in: raw.unicodeScalars) == nil { end = raw.utf8.index(before: end) }
    self = SafeText(String(raw[..<end]) + "…").singleLine
  }
}
