/// The rules by which rows may end between two clusters without a space, reduced from UAX #14.
enum LineBreaking {
  typealias Edge = (lineClass: ScalarRecord.LineClass, isWide: Bool)

  static func lineClass(of glyph: Glyph) -> ScalarRecord.LineClass {
    let lineClass = ScalarRecord(glyph.base).lineClass
    // A Burmese consonant with asat closes the syllable before it.
    if lineClass == .complex, glyph.hasMark(0x103A) { return .complexNoStart }
    return lineClass
  }

  static func allowsBreak(after left: Edge, before right: Edge) -> Bool {
    switch (left.lineClass, right.lineClass) {
    case (.space, _): false
    case (_, .noStart), (_, .complexNoStart), (_, .glue), (_, .breakAfter), (_, .space): false
    case (.noEnd, _), (.complexNoEnd, _), (.glue, _): false
    case (.breakAfter, _), (.ideograph, _), (_, .ideograph): true
    case (.noStart, .noEnd): right.isWide
    case (.noStart, .word): left.isWide
    case (.complex, .complex), (.complex, .complexNoEnd): true
    case (.complexNoStart, .complex), (.complexNoStart, .complexNoEnd): true
    default: false
    }
  }
}
