/// How alike two words are that are not the same: slips of the pen, and other endings of one word.
enum WordDistance {
  /// 0...1: 0.9 for a slip, 0.75 for another ending, 0 for other words.
  ///
  /// Up to six letters one slip is one, above two; words of up to three letters, and first letters, have none.
  ///
  /// - Complexity: O(letters²), and no word has more than `ReplyTokens.longestWord`.
  static func likeness(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>) -> Double {
    let (short, long) = left.count <= right.count ? (left, right) : (right, left)
    let isSyllabic = (short.first ?? 0) >= 0xAC00
    guard short.count >= (isSyllabic ? 2 : 3), long.count >= (isSyllabic ? 3 : 4),
      long.count <= ReplyTokens.longestWord
    else { return 0 }
    var prefix = 0
    while prefix < short.count, short[short.startIndex + prefix] == long[long.startIndex + prefix] {
      prefix += 1
    }
    let allowed = long.count <= 6 || isSyllabic ? 1 : 2
    if long.count - short.count <= allowed {
      guard prefix > 0 || long.count == short.count else { return 0 }
      let slips = slips(short, long, atMost: allowed)
      if slips <= allowed, prefix > 0 || slips == 1 && long.count > 5 && long.count == short.count {
        return 0.9
      }
    }
    let least = isSyllabic ? max(2, (long.count + 1) / 2) : max(4, (long.count * 3 + 4) / 5)
    return prefix >= least ? 0.75 : 0
  }

  /// Letters left out, put in, exchanged, and neighbours turned round; more than `atMost` for any more.
  private static func slips(_ left: ArraySlice<UInt32>, _ right: ArraySlice<UInt32>, atMost: Int) -> Int {
    let (a, b) = (Array(left), Array(right))
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      var least = i
      for j in 1...b.count {
        var cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, before[j - 2] + 1) }
        row[j] = cost
        least = min(least, cost)
      }
      if least > atMost { return least }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
