extension JSONReader {
  /// Reads over white space and, in JSON5, comments.
  @inline(__always)
  mutating func skipBlank() throws(JSONError) {
    if offset < end {
      let byte = bytes[offset]
      if byte > Byte.space, byte < 0x80, byte != Byte.slash { return }
    }
    if dialect == .json5 { try skipBlankJSON5() } else { skipBlankJSON() }
  }

  private mutating func skipBlankJSON() {
    while offset < end {
      switch bytes[offset] {
      case Byte.space, Byte.tab, Byte.lineFeed, Byte.carriageReturn: offset += 1
      default: return
      }
    }
  }

  private mutating func skipBlankJSON5() throws(JSONError) {
    while offset < end {
      switch bytes[offset] {
      case Byte.space, 0x09...0x0D: offset += 1
      case Byte.slash: try skipComment()
      case 0x80...0xFF:
        let width = wideBlankWidth()
        if width == 0 { return }
        offset += width
      default: return
      }
    }
  }

  /// Bytes of the white-space scalar here: U+00A0, U+FEFF, U+2028, U+2029 or category Zs; 0 for anything else.
  func wideBlankWidth() -> Int {
    func byte(_ ahead: Int) -> UInt8 { offset + ahead < end ? bytes[offset + ahead] : 0 }
    switch (byte(0), byte(1), byte(2)) {
    case (0xC2, 0xA0, _): return 2
    case (0xEF, 0xBB, 0xBF), (0xE1, 0x9A, 0x80), (0xE3, 0x80, 0x80), (0xE2, 0x81, 0x9F): return 3
    case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xE2, 0x80, 0xAF): return 3
    default: return 0
    }
  }

  private mutating func skipComment() throws(JSONError) {
    let start = offset
    let next = offset + 1 < end ? bytes[offset + 1] : 0
    if next == Byte.slash {
      while offset < end, bytes[offset] != Byte.lineFeed, bytes[offset] != Byte.carriageReturn { offset += 1 }
    } else if next == Byte.star {
      offset += 2
      while offset + 1 < end, !(bytes[offset] == Byte.star && bytes[offset + 1] == Byte.slash) { offset += 1 }
      guard offset + 1 < end else {
        offset = end
        throw JSONError(
          position: JSONPosition(offset: start, in: bytes, from: self.start),
          expected: "\"*/\" after this \"/*\"",
          found: "the end of the text")
      }
      offset += 2
    } else {
      throw fail("a value or a comment")
    }
  }
}
