import Testing

@testable import TextLayout

@Suite("Mirroring")
struct MirroringTests {
  @Test("Brackets and other mirrored characters have their mirrors")
  func entries() throws {
    let opening = try #require(Mirroring.entry(of: 0x28))
    #expect(opening.scalar == 0x29 && opening.bracket == .opening)
    let closing = try #require(Mirroring.entry(of: 0x300D))
    #expect(closing.scalar == 0x300C && closing.bracket == .closing)
    let less = try #require(Mirroring.entry(of: 0x3C))
    #expect(less.scalar == 0x3E && less.bracket == .none)
  }

  @Test("Other scalars have none", arguments: [0x00, 0x61, 0x2F, 0x5D0, 0x10FFFF])
  func none(scalar: UInt32) {
    #expect(Mirroring.entry(of: scalar) == nil)
  }

  @Test("A mirror takes as many columns and is mirrored back")
  func symmetry() {
    for entry in MirroredPairs.entries {
      let scalar = UInt32(entry >> 32)
      guard let mirror = Mirroring.entry(of: scalar)?.scalar else {
        Issue.record("U+\(String(scalar, radix: 16)) is not marked as mirrored")
        continue
      }
      #expect(ScalarRecord(mirror).columns == ScalarRecord(scalar).columns)
      #expect(Mirroring.entry(of: mirror)?.scalar == scalar)
    }
  }

  @Test("Canonically equivalent brackets match each other")
  func canonical() {
    #expect(Mirroring.canonical(0x2329) == Mirroring.canonical(0x3008))
    #expect(Mirroring.canonical(0x28) == 0x28)
  }
}
