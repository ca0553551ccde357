/// Base64 with the standard alphabet and padding (RFC 4648, section 4).
package enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
  private static let pad = UInt8(ascii: "=")
  /// What each byte stands for; 64 for those outside the alphabet.
  private static let values: [UInt8] = {
    var result = [UInt8](repeating: 64, count: 256)
    for (value, byte) in alphabet.enumerated() { result[Int(byte)] = UInt8(value) }
    return result
  }()

  /// Bytes as ASCII text, without line ends.
  ///
  /// - Complexity: O(bytes).
  package static func encoded(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = alphabet
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let left = bytes.count - index
      let second = left > 1 ? bytes[index + 1] : 0
      let third = left > 2 ? bytes[index + 2] : 0
      let group = UInt32(bytes[index]) << 16 | UInt32(second) << 8 | UInt32(third)
      result.append(alphabet[Int(group >> 18)])
      result.append(alphabet[Int(group >> 12 & 63)])
      result.append(left > 1 ? alphabet[Int(group >> 6 & 63)] : pad)
      result.append(left > 2 ? alphabet[Int(group & 63)] : pad)
      index += 3
    }
    return result
  }

  /// The bytes of a text; nil when it is not exactly what `encoded` gives for some bytes: a byte outside of the
  /// alphabet, white space, missing or surplus padding, bits that are not zero where none are left.
  ///
  /// - Complexity: O(bytes).
  package static func decoded(_ text: [UInt8]) -> [UInt8]? {
    if text.isEmpty { return [] }
    guard text.count % 4 == 0 else { return nil }
    let values = values
    let padding = text[text.count - 1] != pad ? 0 : text[text.count - 2] != pad ? 1 : 2
    var result: [UInt8] = []
    result.reserveCapacity(text.count / 4 * 3)
    let whole = text.count - (padding > 0 ? 4 : 0)
    var index = 0
    while index < whole {
      let (a, b) = (values[Int(text[index])], values[Int(text[index + 1])])
      let (c, d) = (values[Int(text[index + 2])], values[Int(text[index + 3])])
      guard (a | b | c | d) < 64 else { return nil }
      result.append(a << 2 | b >> 4)
      result.append(b << 4 | c >> 2)
      result.append(c << 6 | d)
      index += 4
    }
    if padding > 0 {
      let (a, b) = (values[Int(text[index])], values[Int(text[index + 1])])
      let c = padding == 1 ? values[Int(text[index + 2])] : 0
      guard (a | b | c) < 64, (padding == 1 ? c & 3 : b & 15) == 0 else { return nil }
      result.append(a << 2 | b >> 4)
      if padding == 1 { result.append(b << 4 | c >> 2) }
    }
    return result
  }
}
