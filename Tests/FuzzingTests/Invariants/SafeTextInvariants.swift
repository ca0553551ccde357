import TextLayout

/// Text from outside: harmless, stable, and as wide as it says.
enum SafeTextInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    let safe = SafeText(decoding: input)
    if let harm = firstHarm(in: safe.string) { return harm }
    let string = String(decoding: input, as: UTF8.self)
    if SafeText(string).string != safe.string {
      return "decoding and cleaning gives another text than cleaning"
    }
    let again = SafeText(safe.string)
    if again.string != safe.string || again.changes != 0 { return "cleaning twice gives another text" }
    if safe.singleLine.string.utf8.contains(0x0A) { return "one line with a line end" }
    return layoutViolation(safe, columns: 1 + Int(input.first ?? 0) % 60)
  }

  private static func layoutViolation(_ text: SafeText, columns: Int) -> String? {
    let all = text.glyphs.reduce(0) { $0 + $1.columns }
    if all != text.columns { return "glyphs of \(all) columns in a text of \(text.columns)" }
    let line = text.singleLine
    let cut = line.truncated(to: columns)
    if cut.columns > columns { return "cut to \(columns), \(cut.columns) columns wide" }
    if cut.padded(to: columns).columns != columns { return "padded to another width than \(columns)" }
    let wrapped = WrappedText(text, columns: columns)
    var end = 0
    for (number, row) in wrapped.rows.enumerated() {
      if row.range.lowerBound != end {
        return "row \(number) begins at \(row.range.lowerBound), not at \(end)"
      }
      end = row.range.upperBound
      let width = wrapped.glyphs(atRow: number).reduce(0) { $0 + $1.columns }
      if width != row.columns { return "row \(number) has \(width) columns and says \(row.columns)" }
      // A wide glyph has no place in a single column.
      if width > max(2, columns) { return "row \(number) has \(width) columns of \(columns)" }
    }
    if end != text.byteCount { return "the rows end at \(end) of \(text.byteCount)" }
    for byte in [0, text.byteCount / 2, text.byteCount] {
      let place = wrapped.position(ofByte: byte)
      let back = wrapped.byte(atRow: place.row, column: place.column)
      if back > text.byteCount || place.row >= wrapped.rows.count { return "byte \(byte) stands nowhere" }
    }
    return nil
  }

  /// What must not reach a terminal, as `HostileText` has it, and everything else that is never text.
  static func firstHarm(in text: String) -> String? {
    var before: UInt32 = 0
    let all = Array(text.unicodeScalars)
    for (place, scalar) in all.enumerated() {
      defer { before = scalar.value }
      let after = place + 1 < all.count ? all[place + 1].value : 0
      switch scalar.value {
      case 0x0A, 0x09: break
      case ..<0x20, 0x7F...0x9F: return "control U+" + String(scalar.value, radix: 16)
      case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029:
        return "direction U+" + String(scalar.value, radix: 16)
      case 0x200B where hasNoSpaces(before) && hasNoSpaces(after): break
      case 0x200B, 0xFEFF, 0xAD, 0x2060: return "invisible U+" + String(scalar.value, radix: 16)
      case 0xE000...0xF8FF, 0xF0000...0x10FFFF, 0xFDD0...0xFDEF:
        return "private or none U+" + String(scalar.value, radix: 16)
      default:
        if scalar.value & 0xFFFE == 0xFFFE { return "noncharacter U+" + String(scalar.value, radix: 16) }
      }
    }
    return nil
  }

  /// Thai, Lao, Burmese, Khmer and their neighbours, where an invisible space parts words.
  private static func hasNoSpaces(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x1950...0x19FF, 0x1A20...0x1AAF, 0xA9E0...0xA9FF,
      0xAA60...0xAADF, 0x11700...0x1174F:
      true
    default: false
    }
  }
}
