import Testing

@testable import TextLayout

@Suite("Sanitizer")
struct SanitizerTests {
  /// Each scalar stands alone in Latin, between Arabic letters and between emoji that can join.
  private static func lines(_ scalars: some Sequence<UInt32>) -> String {
    var text = String.UnicodeScalarView()
    for value in scalars {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for (left, right) in contexts {
        text.append(left)
        text.append(scalar)
        text.append(right)
        text.append("\n")
      }
    }
    return String(text)
  }

  private static let contexts: [(Unicode.Scalar, Unicode.Scalar)] = [
    ("a", "b"), ("\u{628}", "\u{628}"), ("\u{1F469}", "\u{1F680}"),
  ]

  @Test("Every scalar in three contexts gives only what is allowed", arguments: [0, 1, 14])
  func everyScalar(plane: UInt32) {
    let start = plane << 16
    for block in stride(from: start, to: start + 0x10000, by: 0x1000) {
      expectHarmless(block..<block + 0x1000)
    }
  }

  @Test("Planes of ideographs give only what is allowed", arguments: [2, 3])
  func ideographicPlanes(plane: UInt32) {
    expectHarmless(stride(from: plane << 16, to: (plane + 1) << 16, by: 5))
    // The last block and those around the ends of assigned ranges.
    for start: UInt32 in [0x2A6D0, 0x2EBD0, 0x2FA10, 0x2FF00, 0x31340, 0x323A0, 0x3FF00]
    where start >> 16 == plane {
      expectHarmless(start..<start + 0x100)
    }
  }

  @Test("Planes without characters are hidden throughout", arguments: Array(4...13) + [15, 16])
  func emptyPlanes(plane: UInt32) {
    let scalars = plane << 16..<(plane + 1) << 16
    let hidden = ScalarRecord(plane << 16).bits
    #expect(ScalarRecord(plane << 16).safety == .hidden)
    for block in stride(from: scalars.lowerBound, to: scalars.upperBound, by: 256) {
      #expect(ScalarRecord(block).bits == hidden)
      #expect(ScalarRecord(block + 255).bits & ~3 == hidden & ~3)
    }
    expectHarmless(stride(from: scalars.lowerBound, to: scalars.upperBound, by: 61))
  }

  private func expectHarmless(_ scalars: some Sequence<UInt32>) {
    let safe = SafeText(Self.lines(scalars))
    if let wrong = safe.string.unicodeScalars.first(where: { !ScalarPolicy.isAllowed($0) }) {
      Issue.record("U+\(String(wrong.value, radix: 16)) stayed")
    }
    #expect(SafeText(safe.string).changes == 0)
  }

  @Test("In Latin no invisible scalar stays")
  func nothingInvisibleInLatin() {
    for value in UInt32(0)..<0x110000 where ScalarPolicy.isContextual(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let safe = SafeText("a" + String(scalar) + "b")
      #expect(!safe.string.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
      #expect(safe.changes == 1)
    }
  }

  @Test("The mark that is shown takes columns", arguments: ["\u{200B}", "\u{E0041}", "\u{3164}", "\u{202E}"])
  func marksAreVisible(raw: String) {
    #expect(SafeText("a" + raw + "b").columns > 2)
  }
}
