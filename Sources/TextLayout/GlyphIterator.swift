/// Iterates over the glyphs of a text; see `GlyphSequence`.
package struct GlyphIterator: IteratorProtocol {
  private let string: String
  private let end: Int
  private let narrow: Bool
  /// Byte offset of the source that comes next.
  private var offset: Int
  /// Columns given out since the start, for tab stops.
  private var column = 0
  /// A cluster boundary that Swift has found, so that it need not walk back from `offset`.
  private var boundary: (index: String.Index, offset: Int)?
  /// Glyphs of the cluster at hand that are yet to be given out, last first.
  private var pending: [Glyph] = []
  /// Blank columns of a tab that are yet to be given out.
  private var blanks = 0
  /// Gives LF and TAB as glyphs of their own scalars, for `RowBuilder`; such glyphs are not drawn.
  var givesControls = false

  /// Iterates over a range of UTF-8 bytes on glyph boundaries.
  ///
  /// With `narrow` each wide glyph becomes `□`, for rows of one column.
  init(_ text: SafeText, range: Range<Int>, narrow: Bool) {
    string = text.string
    offset = range.lowerBound
    end = range.upperBound
    self.narrow = narrow
  }

  /// The next glyph in logical order; nil at the end.
  package mutating func next() -> Glyph? {
    if blanks > 0 {
      blanks -= 1
      column += 1
      return Glyph(base: 0x20, columns: 1, sourceLength: 0, startsCluster: false)
    }
    if let glyph = pending.popLast() { return given(glyph) }
    guard offset < end else { return nil }
    let span = string.utf8.span
    let byte = span[offset]
    if byte < 0x20 || byte < 0x80 && (offset + 1 >= end || span[offset + 1] < 0x80) {
      return ascii(byte)
    }
    let (scalar, length) = UTF8Decoding.scalar(in: span, at: offset)
    let record = ScalarRecord(scalar)
    if record.isDrawnAlone, offset + length >= end || Self.startsAnew(span, offset + length) {
      offset += length
      column += record.columns
      let glyph = Glyph(
        base: scalar, columns: record.columns, sourceLength: length, startsCluster: true)
      return narrow ? glyph.narrowed : glyph
    }
    return cluster()
  }

  /// Whether the scalar at an offset surely begins a cluster that is drawn.
  @inline(__always)
  private static func startsAnew(_ span: Span<UInt8>, _ offset: Int) -> Bool {
    if span[offset] < 0x80 { return true }
    let scalar = UTF8Decoding.scalar(in: span, at: offset).value
    return ScalarRecord(scalar).bits & ScalarRecord.attentionMask == 0
  }

  private mutating func ascii(_ byte: UInt8) -> Glyph {
    offset += 1
    if givesControls {
      return Glyph(base: UInt32(byte), columns: 1, sourceLength: 1, startsCluster: true)
    }
    if byte == 0x09 { blanks = 7 - column % 8 }
    column += 1
    let base = byte == 0x0A ? Glyph.newline : byte < 0x20 ? 0x20 : UInt32(byte)
    return Glyph(base: base, columns: 1, sourceLength: 1, startsCluster: true)
  }

  private mutating func given(_ glyph: Glyph) -> Glyph {
    column += glyph.columns
    return narrow ? glyph.narrowed : glyph
  }

  /// The slow path: one cluster by the standard library, with the invisible scalars around it.
  private mutating func cluster() -> Glyph? {
    let (leading, leadingBytes) = skipInvisible()
    guard offset < end else { return nil }
    if string.utf8.span[offset] < 0x20 {
      var glyph = ascii(string.utf8.span[offset])
      glyph.lengthen(by: leadingBytes)
      return glyph
    }
    let start = offset
    offset = min(end, clusterEnd())
    var glyphs = ClusterGlyphs(string.utf8.span, range: start..<offset).glyphs
    let (trailing, trailingBytes) = skipInvisible()
    let last = ClusterGlyphs.lastDrawn(glyphs)
    glyphs[last].lengthen(by: trailingBytes)
    glyphs[last].trailingDirection = trailing
    glyphs[0].lengthen(by: leadingBytes)
    glyphs[0].leadingDirection = leading
    let first = glyphs[0]
    if glyphs.count > 1 { pending = glyphs.dropFirst().reversed() }
    return given(first)
  }

  private mutating func clusterEnd() -> Int {
    let utf8 = string.utf8
    let start: String.Index
    if let boundary, boundary.offset == offset {
      start = boundary.index
    } else {
      start = utf8.index(utf8.startIndex, offsetBy: offset)
    }
    let after = string.index(after: start)
    let afterOffset = utf8.distance(from: utf8.startIndex, to: after)
    boundary = (after, afterOffset)
    return max(offset + 1, afterOffset)
  }

  /// Steps over direction marks and other scalars that are clusters of their own without a glyph.
  private mutating func skipInvisible() -> (direction: Glyph.DirectionalMark, bytes: Int) {
    let span = string.utf8.span
    var direction = Glyph.DirectionalMark.none
    let start = offset
    while offset < end, span[offset] >= 0x80 {
      let (scalar, length) = UTF8Decoding.scalar(in: span, at: offset)
      switch ScalarRecord(scalar).safety {
      case .directionalMark:
        direction = scalar == 0x200E ? .left : scalar == 0x200F ? .right : .arabicLetter
      case .wordSeparator, .mongolianSeparator, .hieroglyphFormat: break
      default: return (direction, offset - start)
      }
      offset += length
    }
    return (direction, offset - start)
  }
}

extension ScalarRecord {
  /// A glyph of its own unless the next scalar extends its cluster.
  @inline(__always)
  var isDrawnAlone: Bool {
    bits & Self.attentionMask == 0 && columns > 0 && !isDisputed
  }
}
