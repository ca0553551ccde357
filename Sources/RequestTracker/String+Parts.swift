extension String {
  /// A whole number; nil for one so large that reckoning with it could overflow.
  var wholeNumber: Int? { Int(self).flatMap { (-(1 << 53)...1 << 53).contains($0) ? $0 : nil } }

  /// Without white space at either end.
  var trimmed: String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }

  /// What stands before and behind the last place of a text; nil when it is not there.
  ///
  /// - Complexity: O(bytes).
  func parts(aroundLast separator: String) -> (before: String, behind: String)? {
    let bytes = Array(utf8)
    let wanted = Array(separator.utf8)
    guard !wanted.isEmpty, bytes.count >= wanted.count else { return nil }
    for place in stride(from: bytes.count - wanted.count, through: 0, by: -1)
    where bytes[place..<place + wanted.count].elementsEqual(wanted) {
      return (
        String(decoding: bytes[..<place], as: UTF8.self),
        String(decoding: bytes[(place + wanted.count)...], as: UTF8.self)
      )
    }
    return nil
  }
}
