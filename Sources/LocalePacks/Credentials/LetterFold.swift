/// Makes letters comparable however they are dressed up: capitals, accents, full width, invisible characters.
struct LetterFold: Sendable {
  /// Latin letters with accents, by scalar, and the letters without.
  private let latin: [UInt32: UInt32]

  /// Reads the letters' names.
  init() {
    var latin: [UInt32: UInt32] = [0x131: 0x69]
    for value in Array(UInt32(0xDF)...0x24F) + Array(0x1E00...0x1EFF) {
      guard let name = Unicode.Scalar(value)?.properties.name, name.hasPrefix("LATIN SMALL LETTER ") else {
        continue
      }
      let rest = name.utf8.dropFirst("LATIN SMALL LETTER ".utf8.count)
      guard let letter = rest.first, rest.count == 1 || rest.dropFirst().first == 0x20 else { continue }
      latin[value] = UInt32(letter | 0x20)
    }
    self.latin = latin
  }

  /// The letter that a scalar counts as; nil when it does not count.
  func callAsFunction(_ scalar: Unicode.Scalar) -> UInt32? {
    let value = scalar.value
    if value < 0x80 { return 0x41...0x5A ~= value ? value | 0x20 : value }
    switch value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).flatMap { self($0) }
    case 0x1D400...0x1D6A3: return 0x61 + (value - 0x1D400) % 26
    case 0x0300...0x036F, 0x0591...0x05C7, 0x0610...0x061A, 0x0640, 0x064B...0x065F, 0x0670, 0x093C, 0x09BC:
      return nil
    case 0x0400...0x052F, 0x00C0...0x024F, 0x1E00...0x1EFF, 0x0370...0x03FF: return lower(scalar)
    default: break
    }
    if let other = Self.variants[value] { return other }
    return scalar.properties.isDefaultIgnorableCodePoint ? nil : value
  }

  private func lower(_ scalar: Unicode.Scalar) -> UInt32 {
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? scalar.value
    return latin[small] ?? Self.variants[small] ?? small
  }

  /// Letters that are written in two ways.
  private static let variants: [UInt32: UInt32] = [
    0x451: 0x435, 0x439: 0x438, 0x457: 0x456, 0x45D: 0x438,
    0x622: 0x627, 0x623: 0x627, 0x625: 0x627, 0x671: 0x627, 0x649: 0x64A, 0x6CC: 0x64A, 0x6A9: 0x643,
    0x629: 0x647,
    0x9DF: 0x9AF, 0x9DC: 0x9A1, 0x9DD: 0x9A2, 0x95B: 0x91C, 0x95C: 0x921, 0x95D: 0x922, 0x95E: 0x92B,
  ]

  /// Cyrillic and Greek letters that look like Latin ones.
  static let lookAlikes: [UInt32: UInt32] = [
    0x430: 0x61, 0x432: 0x62, 0x435: 0x65, 0x43A: 0x6B, 0x43C: 0x6D, 0x43D: 0x68, 0x43E: 0x6F, 0x440: 0x70,
    0x441: 0x63, 0x442: 0x74, 0x443: 0x79, 0x445: 0x78, 0x455: 0x73, 0x456: 0x69, 0x458: 0x6A, 0x51B: 0x71,
    0x3B1: 0x61, 0x3BF: 0x6F, 0x3C1: 0x70, 0x3B9: 0x69, 0x3BD: 0x76, 0x3BA: 0x6B, 0x3C4: 0x74, 0x3C5: 0x75,
  ]

  /// The same the other way round.
  static let lookAlikesBack: [UInt32: UInt32] = Dictionary(
    lookAlikes.filter { $0.key >= 0x400 }.map { ($0.value, $0.key) }) { first, _ in first }

  /// Digits and signs that stand for letters.
  static let substitutes: [UInt32: UInt32] = [
    0x30: 0x6F, 0x31: 0x69, 0x33: 0x65, 0x34: 0x61, 0x35: 0x73, 0x24: 0x73, 0x40: 0x61,
  ]
}
