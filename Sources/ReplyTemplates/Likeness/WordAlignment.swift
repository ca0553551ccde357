/// Which words of two replies are the same, in whatever order, and which are left over.
struct WordAlignment {
  /// For each word, the place of its partner in the other reply; -1 for none.
  private(set) var partners: [Int32]
  private(set) var otherPartners: [Int32]
  /// Twice the weight of what has a partner, by how alike they are, to all weight, 0...1.
  private(set) var share = 0.0
  /// The weight of words without a partner.
  private(set) var leftWeight: Int32 = 0
  private(set) var rightWeight: Int32 = 0

  /// More words without an equal than these are not looked at for slips.
  private static let mostPaired = 24

  /// Aligns two replies.
  ///
  /// - Complexity: O(words) and, where few are left over, O(left over² · letters²).
  init(_ left: ReplyText, _ right: ReplyText) {
    partners = Array(repeating: -1, count: left.words.count)
    otherPartners = Array(repeating: -1, count: right.words.count)
    var matched = pairEqual(left, right)
    let (leftover, rightover) = (Self.without(partners), Self.without(otherPartners))
    // Where too little is equal, slips make no likeness.
    let least = Double(left.weight + right.weight) * 0.4
    if matched >= least, leftover.count <= Self.mostPaired, rightover.count <= Self.mostPaired {
      for place in leftover { matched += pairAlike(place, rightover, left, right) }
    }
    for place in left.words.indices where partners[place] < 0 { leftWeight += left.words[place].weight }
    for place in right.words.indices where otherPartners[place] < 0 {
      rightWeight += right.words[place].weight
    }
    let all = left.weight + right.weight
    share = all == 0 ? 1 : matched / Double(all)
  }

  private static func without(_ partners: [Int32]) -> [Int] { partners.indices.filter { partners[$0] < 0 } }

  private mutating func pairEqual(_ left: ReplyText, _ right: ReplyText) -> Double {
    var (i, j) = (0, 0)
    var matched: Int32 = 0
    while i < left.order.count, j < right.order.count {
      let (a, b) = (left.order[i], right.order[j])
      let (word, other) = (left.words[Int(a)], right.words[Int(b)])
      if word.id == other.id {
        partners[Int(a)] = b
        otherPartners[Int(b)] = a
        matched += word.weight + other.weight
        i += 1
        j += 1
      } else if word.id < other.id {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(matched)
  }

  private mutating func pairAlike(_ place: Int, _ others: [Int], _ left: ReplyText, _ right: ReplyText)
    -> Double
  {
    let word = left.words[place]
    guard word.kind == .word else { return 0 }
    var best = (likeness: 0.0, place: -1)
    for other in others where otherPartners[other] < 0 {
      let candidate = right.words[other]
      guard candidate.kind == .word, candidate.isNegation == word.isNegation else { continue }
      // Two words that are both known, and differ, are no slips of one another.
      if word.topic != 0 && candidate.topic != 0 { continue }
      let likeness = WordDistance.likeness(left.letters(of: word), right.letters(of: candidate))
      let isKnown = word.topic != 0 || candidate.topic != 0
      if likeness > best.likeness, !isKnown || likeness > 0.8 { best = (likeness, other) }
    }
    guard best.place >= 0 else { return 0 }
    partners[place] = Int32(best.place)
    otherPartners[best.place] = Int32(place)
    return best.likeness * Double(word.weight + right.words[best.place].weight)
  }
}

extension ReplyText {
  func letters(of word: Word) -> ArraySlice<UInt32> {
    scalars[Int(word.start)..<Int(word.start + word.count)]
  }
}
