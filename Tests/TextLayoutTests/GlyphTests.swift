import Testing

@testable import TextLayout

@Suite("Glyph")
struct GlyphTests {
  @Test("Four marks are kept, a fifth is left out")
  func marks() {
    var glyph = Glyph(base: 0x65, columns: 1, sourceLength: 1, startsCluster: true)
    #expect(glyph.markCount == 0)
    for mark: UInt32 in 0x301...0x305 { glyph.add(mark: mark) }
    #expect(glyph.markCount == 4)
    #expect(glyph.hasMark(0x304) && !glyph.hasMark(0x305))
    #expect(Array(glyph.string.unicodeScalars.map(\.value)) == [0x65, 0x301, 0x302, 0x303, 0x304])
  }

  @Test("A wide glyph becomes a narrow box for the same source")
  func narrowing() {
    var wide = Glyph(base: 0x65E5, columns: 2, sourceLength: 3, startsCluster: true)
    wide.add(mark: 0x3099)
    #expect(wide.narrowed.string == "□")
    #expect(wide.narrowed.columns == 1)
    #expect(wide.narrowed.sourceLength == 3)
    let narrow = Glyph(base: 0x61, columns: 1, sourceLength: 1, startsCluster: true)
    #expect(narrow.narrowed == narrow)
  }

  @Test("A base that is no scalar is shown as U+FFFD")
  func surrogate() {
    let glyph = Glyph(base: 0xD800, columns: 1, sourceLength: 0, startsCluster: true)
    #expect(glyph.string == "\u{FFFD}")
  }
}
