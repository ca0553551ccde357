/// Recommended emoji sequences (RGI, UTS #51).
extension Sanitizer {
  /// One emoji of a joined sequence, with its selector or skin tone; nil when there is none.
  private func element(at offset: Int) -> (scalar: UInt32, end: Int)? {
    guard offset < bytes.count else { return nil }
    let (scalar, length) = decode(at: offset)
    let record = ScalarRecord(scalar)
    guard record.isPictographic else { return nil }
    var end = offset + length
    guard end < bytes.count else { return (scalar, end) }
    let (suffix, suffixLength) = decode(at: end)
    let takesSelector = suffix == 0xFE0F && record.takesEmojiSelector
    if takesSelector || record.isModifierBase && ScalarRecord(suffix).isSkinTone {
      end += suffixLength
    }
    return (scalar, end)
  }

  /// Start of the emoji that ends before `position`, at most a base and one suffix back.
  private func elementStart() -> Int? {
    var offset = position
    for _ in 0..<2 {
      repeat { offset -= 1 } while offset >= 0 && bytes[offset] & 0xC0 == 0x80
      guard offset >= emojiEnd else { return nil }
      if let found = element(at: offset), found.end == position { return offset }
    }
    return nil
  }

  /// Whether the ZWJ at `position` is in a recommended sequence; remembers where it ends.
  mutating func matchesEmojiSequence() -> Bool {
    guard let start = elementStart(), let first = element(at: start) else { return false }
    guard let index = Self.index(of: first.scalar) else { return false }
    var scalars = [first.scalar]
    var ends = [first.end]
    while scalars.count < 6, let last = ends.last, isJoiner(at: last),
      let following = element(at: last + 3)
    {
      scalars.append(following.scalar)
      ends.append(following.end)
    }
    var at = Int(EmojiSequences.joinedStarts[index])
    let stop = Int(EmojiSequences.joinedStarts[index + 1])
    var longest = 0
    while at < stop {
      var matched = 0
      var isSame = true
      while EmojiSequences.joined[at] != 0 {
        if matched >= scalars.count || scalars[matched] != EmojiSequences.joined[at] {
          isSame = false
        }
        matched += 1
        at += 1
      }
      at += 1
      if isSame { longest = max(longest, matched) }
    }
    guard longest > 1 else { return false }
    emojiEnd = ends[longest - 1]
    return true
  }

  private func isJoiner(at offset: Int) -> Bool {
    offset + 2 < bytes.count && decode(at: offset).scalar == 0x200D
  }

  private static func index(of first: UInt32) -> Int? {
    var low = 0
    var high = EmojiSequences.joinedFirsts.count
    while low < high {
      let middle = (low + high) / 2
      if EmojiSequences.joinedFirsts[middle] < first { low = middle + 1 } else { high = middle }
    }
    let isFound =
      low < EmojiSequences.joinedFirsts.count && EmojiSequences.joinedFirsts[low] == first
    return isFound ? low : nil
  }

  /// Bytes of the tags at `position` when they follow a black flag and make a recommended flag.
  func flagTagLength() -> Int? {
    guard previous == 0x1F3F4 else { return nil }
    var length = 0
    var isSame = true
    for tag in EmojiSequences.flagTags {
      if tag == 0 {
        if isSame { return length }
        length = 0
        isSame = true
        continue
      }
      let offset = position + length
      // After a mismatch the offset may be within a scalar and must not be decoded.
      if isSame { isSame = offset < bytes.count && decode(at: offset).scalar == tag }
      length += 4
    }
    return nil
  }
}
