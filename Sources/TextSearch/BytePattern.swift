/// A row of places in bytes, each of which takes one of some values.
///
/// Whatever is looked for stands at one of its patterns; not everything that stands at a pattern is what is
/// looked for.
package struct BytePattern: Sendable, Hashable {
  /// Of each place the values that it takes, ascending.
  package private(set) var places: [[UInt8]]

  /// Makes a pattern of bytes that are all one value each.
  package init(_ bytes: some Sequence<UInt8>) { places = bytes.map { [$0] } }

  /// The pattern that goes on with another.
  func followed(by other: BytePattern) -> BytePattern {
    var result = self
    result.places += other.places
    return result
  }

  /// Takes, at each place, also what another pattern of the same length takes.
  mutating func widen(by other: BytePattern) {
    for (index, values) in other.places.enumerated() {
      places[index] = Set(places[index]).union(values).sorted()
    }
  }
}

/// How a scalar can be written.
enum ScalarWriting: Sendable, CaseIterable {
  /// As UTF-8.
  case plain
  /// In a JSON string, as UTF-8 where the grammar and careful writers allow it.
  case json
  /// In a JSON string of a writer that escapes whatever is not ASCII.
  case escapedJSON

  /// The patterns of a folded scalar, one of each length.
  func patterns(of folded: UInt32) -> [BytePattern] {
    var result: [BytePattern] = []
    for variant in CaseFold.variants(of: folded) {
      for pattern in writings(of: variant) {
        if let same = result.firstIndex(where: { $0.places.count == pattern.places.count }) {
          result[same].widen(by: pattern)
        } else {
          result.append(pattern)
        }
      }
    }
    return result
  }

  private func writings(of value: UInt32) -> [BytePattern] {
    let scalar = Unicode.Scalar(value) ?? "\u{FFFD}"
    let plain = BytePattern(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    switch self {
    case .plain: return [plain]
    case .json: break
    case .escapedJSON: if value >= 0x80 { return [Self.escape(value)] }
    }
    switch value {
    case 0x22, 0x5C: return [BytePattern([0x5C, UInt8(value)]), Self.escape(value)]
    case 0x2F: return [plain, BytePattern([0x5C, 0x2F]), Self.escape(value)]
    case 0x08: return [BytePattern(#"\b"#.utf8), Self.escape(value)]
    case 0..<0x20: return [Self.escape(value)]
    // What some writers escape for the sake of HTML, and what ours does for the sake of terminals.
    case 0x26, 0x27, 0x2B, 0x3C, 0x3E, 0x60, 0x7F..<0xA0: return [plain, Self.escape(value)]
    default: return [plain]
    }
  }

  /// `\uXXXX`, or two of them, with hexadecimal digits of either case.
  static func escape(_ value: UInt32) -> BytePattern {
    if value < 0x10000 { return unit(value) }
    let rest = value - 0x10000
    return unit(0xD800 + rest >> 10).followed(by: unit(0xDC00 + rest & 0x3FF))
  }

  private static func unit(_ value: UInt32) -> BytePattern {
    var result = BytePattern(#"\u"#.utf8)
    for shift in [12, 8, 4, 0] as [UInt32] {
      let digit = UInt8(value >> shift & 0xF)
      var place = BytePattern([digit < 10 ? 0x30 + digit : 0x37 + digit])
      if digit >= 10 { place.widen(by: BytePattern([0x57 + digit])) }
      result = result.followed(by: place)
    }
    return result
  }
}
