/// Puts rows that hold text from right to left into the order in which they are seen (UAX #9).
///
/// Terminals are not assumed to reorder. A row that is reordered here takes the same cells in every
/// terminal without bidi support, so panes beside it never move. For terminals that reorder rows
/// themselves there is the order `logical`.
package enum BidiRow {
  /// Who puts the glyphs of a row into their visual order.
  package enum Order: Sendable {
    /// This module; for terminals without bidi support, or with it turned off.
    case visual
    /// The terminal.
    case logical
  }

  /// Direction of a paragraph.
  package enum Direction: Sendable {
    /// From its first strong character; left to right without one.
    case automatic
    case leftToRight, rightToLeft

    var level: UInt8? {
      switch self {
      case .automatic: nil
      case .leftToRight: 0
      case .rightToLeft: 1
      }
    }
  }

  /// The glyphs of one row that is a paragraph of its own, from left to right, brackets mirrored.
  ///
  /// - Complexity: O(*n*).
  package static func visualOrder(
    _ glyphs: [Glyph], direction: Direction = .automatic
  ) -> [Glyph] {
    let items = BidiItems(glyphs)
    if !items.holdsRightToLeft, direction != .rightToLeft { return glyphs }
    let resolved = items.resolve(baseLevel: direction.level)
    return reorder(glyphs, levels: resolved.levels, baseLevel: resolved.baseLevel)
  }

  /// Rules L1 (trailing white space), L2 and L4.
  static func reorder(_ glyphs: [Glyph], levels: [UInt8], baseLevel: UInt8) -> [Glyph] {
    let levels = trimmed(levels, of: glyphs, baseLevel: baseLevel)
    return visualIndices(levels).map { index in
      var glyph = glyphs[index]
      if levels[index] & 1 == 1, let mirror = Mirroring.entry(of: glyph.base) {
        glyph.base = mirror.scalar
      }
      return glyph
    }
  }

  static func trimmed(_ levels: [UInt8], of glyphs: [Glyph], baseLevel: UInt8) -> [UInt8] {
    var levels = levels
    var index = glyphs.count - 1
    while index >= 0, ScalarRecord(glyphs[index].base).bidiClass == .whitespace {
      levels[index] = baseLevel
      index -= 1
    }
    return levels
  }

  /// Rule L2: logical indices from left to right.
  static func visualIndices(_ levels: [UInt8]) -> [Int] {
    var order = Array(levels.indices)
    guard let highest = levels.max(), highest > 0 else { return order }
    for level in (1...highest).reversed() {
      var start = 0
      while start < levels.count {
        guard levels[start] >= level else {
          start += 1
          continue
        }
        var end = start
        while end < levels.count, levels[end] >= level { end += 1 }
        order[start..<end].reverse()
        start = end
      }
    }
    return order
  }

  /// Gives rows their levels, resolved over whole paragraphs.
  static func resolving(_ rows: [Row], of text: SafeText) -> [Row] {
    var rows = rows
    var first = 0
    while first < rows.count {
      var last = first
      while !rows[last].endsParagraph { last += 1 }
      resolve(&rows, first...last, text)
      first = last + 1
    }
    return rows
  }

  private static func resolve(_ rows: inout [Row], _ paragraph: ClosedRange<Int>, _ text: SafeText) {
    let start = rows[paragraph.lowerBound].range.lowerBound
    let end = rows[paragraph.upperBound].range.upperBound
    var iterator = GlyphIterator(text, range: start..<end, narrow: false)
    iterator.givesControls = true
    var glyphs: [Glyph] = []
    while let glyph = iterator.next() { glyphs.append(glyph) }
    let items = BidiItems(glyphs)
    guard items.holdsRightToLeft else { return }
    let resolved = items.resolve(baseLevel: nil)
    var row = paragraph.lowerBound
    var offset = start
    for (glyph, level) in zip(glyphs, resolved.levels) {
      while row < paragraph.upperBound, offset >= rows[row].range.upperBound { row += 1 }
      if rows[row].levels.last?.level != level {
        rows[row].levels.append(LevelRun(start: offset, level: level))
      }
      offset += glyph.sourceLength
    }
    for index in paragraph {
      rows[index].isRightToLeft = resolved.baseLevel == 1
      if rows[index].levels.allSatisfy({ $0.level == 0 }) { rows[index].levels = [] }
    }
  }
}

/// What the algorithm sees of glyphs: their bases, and the direction marks around them.
private struct BidiItems {
  private var scalars: [UInt32] = []
  private var classes: [BidiClass] = []
  /// Where the base of each glyph is.
  private var bases: [Int] = []
  private(set) var holdsRightToLeft = false

  init(_ glyphs: [Glyph]) {
    for glyph in glyphs {
      append(glyph.leadingDirection)
      bases.append(classes.count)
      append(glyph.base, ScalarRecord(glyph.base).bidiClass)
      append(glyph.trailingDirection)
    }
  }

  private mutating func append(_ mark: Glyph.DirectionalMark) {
    switch mark {
    case .none: break
    case .left: append(0x200E, .left)
    case .right: append(0x200F, .right)
    case .arabicLetter: append(0x061C, .arabicLetter)
    }
  }

  private mutating func append(_ scalar: UInt32, _ item: BidiClass) {
    scalars.append(scalar)
    classes.append(item)
    if item == .right || item == .arabicLetter || item == .arabicNumber { holdsRightToLeft = true }
  }

  /// Levels of the glyphs.
  func resolve(baseLevel: UInt8?) -> (levels: [UInt8], baseLevel: UInt8) {
    let paragraph = BidiParagraph(scalars: scalars, classes: classes, baseLevel: baseLevel)
    return (bases.map { paragraph.levels[$0] }, paragraph.baseLevel)
  }
}
