/// A text that is looked for in others, case ignored, by bytes.
///
/// Each scalar matches its own upper-case and lower-case forms where these are one scalar of as many UTF-8 bytes
/// (which leaves out `ẞ` and `İ`); what is composed otherwise (`é` of two scalars) is another text. A
/// match thus has as many bytes as the needle.
package struct TextNeedle: Sendable, Hashable {
  /// UTF-8 in lower case.
  package let lower: [UInt8]
  /// UTF-8 in upper case, as many bytes.
  package let upper: [UInt8]
  /// The last byte of the first scalar: rarer than its first.
  private let anchor: Int

  /// Makes a needle; an empty one is found everywhere.
  package init(_ text: String) {
    var lower: [UInt8] = []
    var upper: [UInt8] = []
    var anchor = 0
    for scalar in text.unicodeScalars {
      let small = Self.mapped(scalar, scalar.properties.lowercaseMapping)
      lower += Array(String(Character(small)).utf8)
      upper += Array(String(Character(Self.mapped(small, small.properties.uppercaseMapping))).utf8)
      if anchor == 0 { anchor = lower.count }
    }
    self.lower = lower
    self.upper = upper
    self.anchor = max(0, anchor - 1)
  }

  private static func mapped(_ scalar: Unicode.Scalar, _ mapping: String) -> Unicode.Scalar {
    guard let first = mapping.unicodeScalars.first, mapping.unicodeScalars.count == 1,
      UTF8.width(first) == UTF8.width(scalar)
    else { return scalar }
    return first
  }

  /// Where it stands first in a range of bytes that are UTF-8; nil when it does not.
  ///
  /// - Complexity: O(range · needle), O(range) in ordinary texts.
  package func firstPlace(in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let range = range.clamped(to: 0..<bytes.count)
    if lower.isEmpty { return range.lowerBound }
    let (first, second) = (lower[anchor], upper[anchor])
    var place = range.lowerBound + anchor
    let end = range.upperBound - lower.count + anchor
    while place <= end {
      let byte = bytes[place]
      if byte == first || byte == second, stands(in: bytes, at: place - anchor) { return place - anchor }
      place += 1
    }
    return nil
  }

  /// Whether it stands somewhere in a range of bytes that are UTF-8.
  package func isFound(in bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    firstPlace(in: bytes, range) != nil
  }

  /// Whether it stands somewhere in a text.
  package func isFound(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return isFound(in: bytes.span, 0..<bytes.count)
  }

  /// Whether a range of bytes that are UTF-8 is this text and nothing more.
  package func equals(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count == lower.count && range.upperBound <= bytes.count
      && (lower.isEmpty || stands(in: bytes, at: range.lowerBound))
  }

  /// Whether a text is this one.
  package func equals(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return equals(bytes.span, 0..<bytes.count)
  }

  /// Whether a range of bytes that are UTF-8 begins with this text.
  package func begins(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    range.count >= lower.count && range.upperBound <= bytes.count
      && (lower.isEmpty || stands(in: bytes, at: range.lowerBound))
  }

  /// Each scalar must be wholly of one case: bytes of both may make a third one.
  private func stands(in bytes: Span<UInt8>, at start: Int) -> Bool {
    var index = 0
    while index < lower.count {
      var end = index + 1
      while end < lower.count, lower[end] & 0xC0 == 0x80 { end += 1 }
      var (isLower, isUpper) = (true, true)
      while index < end {
        let byte = bytes[start + index]
        if byte != lower[index] { isLower = false }
        if byte != upper[index] { isUpper = false }
        index += 1
      }
      if !isLower, !isUpper { return false }
    }
    return true
  }
}
