extension SafeText {
  /// Where padding goes relative to the text.
  package enum Alignment: Sendable {
    case leading, center, trailing
  }

  /// The text in one line and at most so many columns; what is too long ends with `…`.
  ///
  /// Zero or fewer terminal columns give the empty text.
  ///
  /// - Complexity: O(*n*) in bytes.
  package func truncated(to columns: Int) -> SafeText {
    if columns <= 0 { return .empty }
    if isASCII, byteCount <= columns { return singleLine }
    let line = singleLine
    var offset = 0
    var used = 0
    var keptEnd = 0
    for glyph in line.glyphs {
      if glyph.startsCluster, used < columns { keptEnd = offset }
      used += glyph.columns
      offset += glyph.sourceLength
      if used > columns { return line.cut(at: keptEnd) }
    }
    return line
  }

  /// The glyphs of `truncated(to:)` in logical order, for a text in one line.
  ///
  /// - Complexity: O(columns), not counting what has none.
  package func glyphs(truncatedTo columns: Int) -> [Glyph] {
    if columns <= 0 { return [] }
    var glyphs: [Glyph] = []
    glyphs.reserveCapacity(min(byteCount, columns + 1))
    var used = 0
    var kept = 0
    for glyph in self.glyphs {
      if glyph.startsCluster, used < columns { kept = glyphs.count }
      used += glyph.columns
      guard used <= columns else {
        glyphs.removeSubrange(kept...)
        glyphs.append(Glyph(base: 0x2026, columns: 1, sourceLength: 3, startsCluster: true))
        return glyphs
      }
      glyphs.append(glyph)
    }
    return glyphs
  }

  /// The text in one line and exactly so many columns: truncated, or filled up with spaces.
  ///
  /// Fewer than zero terminal columns count as zero.
  ///
  /// - Complexity: O(*n*) in bytes.
  package func padded(to columns: Int, alignment: Alignment = .leading) -> SafeText {
    let line = truncated(to: columns)
    let missing = max(0, columns - line.columns)
    if missing == 0 { return line }
    let before =
      switch alignment {
      case .leading: 0
      case .center: missing / 2
      case .trailing: missing
      }
    let spaces = String(repeating: " ", count: missing - before)
    return SafeText(
      trusted: String(repeating: " ", count: before) + line.string + spaces,
      changes: line.changes, isASCII: line.isASCII, hasRightToLeft: line.hasRightToLeft)
  }

  /// So many spaces.
  package static func spaces(_ count: Int) -> SafeText {
    SafeText(
      trusted: String(repeating: " ", count: max(0, count)), changes: 0, isASCII: true,
      hasRightToLeft: false)
  }

  /// The text of some UTF-8 bytes, which must begin and end between glyphs.
  ///
  /// - Complexity: O(*n*) in the bytes of the part.
  package func part(_ range: Range<Int>) -> SafeText {
    SafeText(
      trusted: String(slice(range)), changes: 0, isASCII: isASCII, hasRightToLeft: hasRightToLeft)
  }

  private func slice(_ range: Range<Int>) -> Substring {
    let utf8 = string.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return string[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// The first bytes and an ellipsis.
  ///
  /// Joiners and other invisible scalars at the cut go: they need what followed them.
  private func cut(at end: Int) -> SafeText {
    var scalars = slice(0..<end).unicodeScalars
    while let last = scalars.last {
      let record = ScalarRecord(last.value)
      if record.columns > 0 || record.safety == .plain { break }
      scalars.removeLast()
    }
    return SafeText(
      trusted: String(scalars) + "…", changes: changes, isASCII: false,
      hasRightToLeft: hasRightToLeft)
  }
}
