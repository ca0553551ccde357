import Testing

@testable import TextLayout

@Suite("VisibleMark")
struct VisibleMarkTests {
  @Test(
    "Names have as many digits as they need",
    arguments: [
      (0x80, "‹80›"), (0xAD, "‹SHY›"), (0x378, "‹U+0378›"), (0xE000, "‹U+E000›"), (0x1F8FF, "‹U+1F8FF›"),
      (0x10FFFF, "‹U+10FFFF›"), (0xFE0F, "‹VS16›"), (0xE01EF, "‹VS256›"), (0x180F, "‹FVS4›"),
    ])
  func names(scalar: UInt32, expected: String) {
    var output: [UInt8] = []
    VisibleMark.append(named: scalar, to: &output)
    #expect(String(decoding: output, as: UTF8.self) == expected)
  }

  @Test("Each C0 control and DEL has its picture")
  func pictures() {
    for control in Array(UInt8(0)...0x1F) + [0x7F] {
      var output: [UInt8] = []
      VisibleMark.append(picture: control, to: &output)
      let expected = control == 0x7F ? 0x2421 : 0x2400 + UInt32(control)
      #expect(String(decoding: output, as: UTF8.self).unicodeScalars.map(\.value) == [expected])
    }
  }

  @Test("Every stand-in is safe text itself")
  func standIns() {
    for value in UInt32(0)..<0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let safe = SafeText(String(scalar))
      #expect(SafeText(safe.string).changes == 0)
      #expect(!safe.isEmpty)
    }
  }
}
