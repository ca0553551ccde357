extension ComposeField {
  /// The text as the field keeps it: CRLF, CR, NEL, LS and PS become LF, other controls but TAB vanish.
  ///
  /// - Complexity: O(bytes).
  static func clean(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2 }) else {
      return text
    }
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where isAfterReturn: break
      case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result.append("\n")
      case 0x09: result.append(scalar)
      case ..<0x20, 0x7F...0x9F: break
      default: result.append(scalar)
      }
      isAfterReturn = scalar.value == 0x0D
    }
    return String(result)
  }
}

extension String {
  /// The longest prefix of whole graphemes with at most `limit` UTF-8 bytes.
  ///
  /// - Complexity: O(1) when everything fits, else O(the cluster at the cut).
  func prefix(bytes limit: Int) -> String {
    guard utf8.count > limit else { return self }
    guard limit > 0 else { return "" }
    var end = utf8.index(startIndex, offsetBy: limit)
    while end > startIndex, String.Index(end, within: self) == nil {
      end = utf8.index(before: end)
    }
    return String(self[..<end])
  }
}
