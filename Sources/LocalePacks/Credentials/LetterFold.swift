/// Makes letters comparable however they are dressed up: capitals, accents, full width, invisible characters.
struct LetterFold: Sendable {
  /// What each scalar from `first` on counts as, in lower case and without accents.
  private let european: [UInt32]
  private let vietnamese: [UInt32]
  private static let first: (european: UInt32, vietnamese: UInt32) = (0xC0, 0x1E00)

  /// Reads the letters' names.
  init() {
    european = (Self.first.european...0x52F).map(Self.plain)
    vietnamese = (Self.first.vietnamese...0x1EFF).map(Self.plain)
  }

  private static func plain(_ value: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(value) else { return value }
    let small = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    if small.value == 0x131 { return 0x69 }
    // A letter of its own: Vietnamese “đừng” (do not) is not “dùng” (use).
    if small.value == 0x111 { return 0x111 }
    if let other = variants[small.value] { return other }
    let prefix = "LATIN SMALL LETTER "
    guard let name = small.properties.name, name.hasPrefix(prefix) else { return small.value }
    let rest = name.utf8.dropFirst(prefix.utf8.count)
    guard let letter = rest.first, rest.count == 1 || rest.dropFirst().first == 0x20 else {
      return small.value
    }
    return UInt32(letter | 0x20)
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
    case Self.first.european...0x52F: return european[Int(value - Self.first.european)]
    case Self.first.vietnamese...0x1EFF: return vietnamese[Int(value - Self.first.vietnamese)]
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return value
    default: break
    }
    if value >= 0x600, value < 0xA00, let other = Self.variants[value] { return other }
    return scalar.properties.isDefaultIgnorableCodePoint ? nil : value
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
    lookAlikes.filter { $0.key >= 0x400 }.map { ($0.value, $0.key) }
  ) { first, _ in first }

  /// Digits and signs that stand for letters.
  static let substitutes: [UInt32: UInt32] = [
    0x30: 0x6F, 0x31: 0x69, 0x33: 0x65, 0x34: 0x61, 0x35: 0x73, 0x24: 0x73, 0x40: 0x61,
  ]
}
