import Testing
import TextSearch

@Suite("Case folding")
struct CaseFoldTests {
  private func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      result.append(Unicode.Scalar(CaseFold.fold(scalar.value)) ?? "\u{FFFD}")
    }
    return String(result)
  }

  @Test(
    "Letters of one word fold to the same",
    arguments: [
      ("ABCXYZ", "abcxyz"), ("ПРИВЕТ Ё Ґ", "привет ё ґ"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("σίσυφος", "σίσυφοσ"),
      ("ẞ", "ß"), ("STRAẞE", "straße"), ("Ｆｕｌｌ", "ｆｕｌｌ"), ("İstanbul", "istanbul"), ("ısı", "isi"),
      ("ISI", "isi"),
      ("ſ\u{212A}\u{212B}\u{2126}", "skåω"), ("µ", "μ"), ("ǅ", "ǆ"), ("Ա", "ա"), ("\u{AB70}", "\u{13A0}"),
      ("𐐀", "𐐨"), ("ไทย 漢字 한글", "ไทย 漢字 한글"),
    ])
  func words(_ text: String, _ expected: String) { #expect(folded(text) == expected) }

  @Test("Nothing around the letters is touched")
  func neighbours() {
    for value in [0x40, 0x5B, 0x60, 0x7B, 0x7F, 0x80, 0xD7, 0xF7, 0x10FFFF] as [UInt32] {
      #expect(CaseFold.fold(value) == value)
    }
  }

  @Test("Folding twice is folding once, and each scalar is a variant of what it folds to")
  func idempotent() {
    for value in 0..<0x1_E950 as Range<UInt32> {
      let once = CaseFold.fold(value)
      if once == value { continue }
      #expect(CaseFold.fold(once) == once)
      #expect(CaseFold.variants(of: once).contains(value))
    }
    #expect(CaseFold.variants(of: 0x69) == [0x69, 0x49, 0x130, 0x131])
    #expect(CaseFold.variants(of: 0xE44) == [0xE44])
  }
}
