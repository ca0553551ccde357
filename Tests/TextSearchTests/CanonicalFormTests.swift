import Testing
import TextSearch

@Suite("Composed and decomposed letters")
struct CanonicalFormTests {
  private func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map { $0.value } }

  @Test(
    "Each way gives the other",
    arguments: [
      ("caf\u{E9}", "cafe\u{301}"), ("\u{1EC7}", "e\u{323}\u{302}"), ("й", "и\u{306}"),
      ("한글", "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}"),
      ("가", "\u{1100}\u{1161}"), ("ά", "α\u{301}"), ("ไทย", "ไทย"), ("", ""),
    ])
  func bothWays(_ composed: String, _ decomposed: String) {
    for text in [composed, decomposed] {
      #expect(CanonicalForm.composed(scalars(text)) == scalars(composed))
      #expect(CanonicalForm.decomposed(scalars(text)) == scalars(decomposed))
    }
  }

  @Test("What Unicode never composes stays apart")
  func excluded() {
    #expect(CanonicalForm.composed([0x958]) == [0x915, 0x93C])
    #expect(CanonicalForm.decomposed([0x958]) == [0x915, 0x93C])
  }
}
