/// The glyphs of one cluster, at least one, degraded where terminals disagree.
struct ClusterGlyphs {
  private(set) var glyphs: [Glyph] = []
  /// Bytes before the first glyph that are not drawn.
  private var carried = 0
  private var baseRecord = ScalarRecord(bits: 0)
  /// After a joiner in an emoji sequence nothing more is drawn.
  private var isJoined = false

  /// The range is that of the cluster in UTF-8 bytes and is not empty.
  init(_ span: Span<UInt8>, range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (scalar, length) = UTF8Decoding.scalar(in: span, at: offset)
      add(scalar, length: length)
      offset += length
    }
    if glyphs.isEmpty { append(Glyph.replacement, columns: 1, length: 0) }
  }

  private mutating func add(_ scalar: UInt32, length: Int) {
    let record = ScalarRecord(scalar)
    if isJoined || isUndrawn(scalar, record) {
      if scalar == 0x200D, baseRecord.isPictographic { isJoined = true }
      lengthenLast(by: length)
    } else if (0x1F1E6...0x1F1FF).contains(scalar) {
      append(0x41 + scalar - 0x1F1E6, columns: 1, length: length)
    } else if record.columns == 0 {
      mark(scalar, length: length, record: record)
    } else {
      baseRecord = record
      if !record.isDisputed {
        append(scalar, columns: record.columns, length: length)
      } else if record.columns == 1 {
        append(Glyph.replacement, columns: 1, length: length)
      } else {
        append(Glyph.box, columns: 1, length: length)
        append(0x20, columns: 1, length: 0)
      }
    }
  }

  /// Joiners, emoji selectors, tags, the enclosing keycap and skin tones of an emoji.
  private func isUndrawn(_ scalar: UInt32, _ record: ScalarRecord) -> Bool {
    switch scalar {
    case 0x200D, 0xFE0E, 0xFE0F, 0xE0020...0xE007F: true
    case 0x20E3: baseRecord.takesEmojiSelector && !baseRecord.isPictographic
    default: record.isSkinTone && baseRecord.isModifierBase
    }
  }

  private mutating func mark(_ scalar: UInt32, length: Int, record: ScalarRecord) {
    if record.isDisputed || scalar == 0x200C && glyphs.isEmpty {
      lengthenLast(by: length)
      return
    }
    if glyphs.isEmpty { append(Glyph.dottedCircle, columns: 1, length: 0) }
    glyphs[Self.lastDrawn(glyphs)].add(mark: scalar)
    lengthenLast(by: length)
  }

  private mutating func append(_ base: UInt32, columns: Int, length: Int) {
    glyphs.append(
      Glyph(
        base: base, columns: columns, sourceLength: carried + length,
        startsCluster: glyphs.isEmpty))
    carried = 0
  }

  private mutating func lengthenLast(by bytes: Int) {
    if glyphs.isEmpty {
      carried += bytes
    } else {
      glyphs[Self.lastDrawn(glyphs)].lengthen(by: bytes)
    }
  }

  /// Index of the last glyph that stands for source, not for the second column of a placeholder.
  static func lastDrawn(_ glyphs: [Glyph]) -> Int {
    let last = glyphs.count - 1
    let isFiller = last > 0 && glyphs[last].sourceLength == 0
    return isFiller ? last - 1 : last
  }
}
