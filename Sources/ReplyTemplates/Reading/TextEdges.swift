extension StringProtocol {
  /// Without white space around it.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isWhitespace }),
      let end = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[start...end])
  }
}

extension Substring {
  /// Where a short text stands first.
  func firstRange(ofWord word: String) -> Range<Index>? {
    let wanted = Array(word.utf8)
    var index = startIndex
    while index < endIndex {
      let tail = self[index...].utf8
      if tail.starts(with: wanted) { return index..<utf8.index(index, offsetBy: wanted.count) }
      index = utf8.index(after: index)
    }
    return nil
  }
}
