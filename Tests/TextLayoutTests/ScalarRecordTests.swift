import Testing

@testable import TextLayout

@Suite("ScalarRecord")
struct ScalarRecordTests {
  @Test("Each property comes out of its own bits")
  func flags() {
    #expect(flags(of: 0x61) == [])
    #expect(flags(of: 0x94D) == ["virama", "mark", "extends", "brahmic"])
    #expect(flags(of: 0x1F44D) == ["pictographic", "modifier base", "emoji selector"])
    #expect(flags(of: 0x2764) == ["pictographic", "emoji selector"])
    #expect(flags(of: 0x1F3FD) == ["extends", "skin tone"])
    #expect(flags(of: 0x1FAE8) == ["pictographic", "disputed"])
    #expect(flags(of: 0x28) == ["mirrored"])
    #expect(flags(of: 0x5D0) == ["right to left"])
    #expect(flags(of: 0x600) == ["extends", "right to left", "prepended"])
  }

  private func flags(of scalar: UInt32) -> Set<String> {
    let record = ScalarRecord(scalar)
    let all: [(String, Bool)] = [
      ("virama", record.isVirama), ("mark", record.isMark), ("extends", record.extends),
      ("pictographic", record.isPictographic), ("modifier base", record.isModifierBase),
      ("emoji selector", record.takesEmojiSelector), ("disputed", record.isDisputed),
      ("mirrored", record.isMirrored), ("brahmic", record.isBrahmic),
      ("right to left", record.isRightToLeft), ("prepended", record.isPrepended),
      ("skin tone", record.isSkinTone),
    ]
    return Set(all.filter(\.1).map(\.0))
  }

  @Test("Classes are those of Unicode")
  func classes() {
    #expect(ScalarRecord(0x628).bidiClass == .arabicLetter && ScalarRecord(0x628).joining == .dual)
    #expect(ScalarRecord(0x661).bidiClass == .arabicNumber)
    #expect(ScalarRecord(0x627).joining == .right && ScalarRecord(0x64B).joining == .transparent)
    #expect(ScalarRecord(0x65E5).lineClass == .ideograph && ScalarRecord(0x3002).lineClass == .noStart)
    #expect(ScalarRecord(0x300C).lineClass == .noEnd && ScalarRecord(0xA0).lineClass == .glue)
    #expect(ScalarRecord(0x0E01).lineClass == .complex && ScalarRecord(0x0E40).lineClass == .complexNoEnd)
    #expect(ScalarRecord(0xE000).safety == .hidden && ScalarRecord(0x9B).safety == .c1)
  }

  @Test("A value beyond the last scalar is hidden", arguments: [0x110000, UInt32.max])
  func outOfRange(value: UInt32) {
    #expect(ScalarRecord(value).safety == .hidden)
  }
}
