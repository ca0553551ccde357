/// Compares the facts of two replies.
struct AnswerComparison {
  let left: ReplyText
  let right: ReplyText
  let alignment: WordAlignment
  let topics: [UInt64: String]
  /// The first difference that was found, the gravest kind first.
  private(set) var difference: AnswerDifference?
  /// Whether a word that decides answers stands in one reply only, and nothing of its kind in the other.
  private(set) var isOneSided = false

  /// Compares.
  ///
  /// - Complexity: O(words).
  init(_ left: ReplyText, _ right: ReplyText, _ alignment: WordAlignment, _ topics: [UInt64: String]) {
    self.left = left
    self.right = right
    self.alignment = alignment
    self.topics = topics
    difference =
      exactDifference() ?? negationDifference() ?? wordsDifference() ?? nameDifference() ?? exchange()
  }

  private func lone(_ text: ReplyText, _ partners: [Int32]) -> [ReplyText.Word] {
    text.words.indices.filter { partners[$0] < 0 }.map { text.words[$0] }
  }

  /// Whether the only number is one in letters, in whose place the other reply has no other word.
  private func isSpelledAlone(_ one: ReplyText.Word?, _ two: ReplyText.Word?) -> Bool {
    func isFine(
      _ word: ReplyText.Word?, _ text: ReplyText, _ partners: [Int32], _ other: ReplyText, _ others: [Int32]
    ) -> Bool {
      guard let word else { return true }
      guard !text.letters(of: word).contains(where: { 0x30...0x39 ~= $0 }) else { return false }
      return !text.words.indices.contains { place in
        text.words[place].id == word.id && partners[place] < 0
          && isReplaced(place, text, partners, other, others)
      }
    }
    return isFine(one, left, alignment.partners, right, alignment.otherPartners)
      && isFine(two, right, alignment.otherPartners, left, alignment.partners)
  }

  /// Numbers, signs and links that stand in one reply only; how often they stand does not matter.
  private mutating func exactDifference() -> AnswerDifference? {
    let first = lone(left, alignment.partners).filter(\.kind.isExact)
    let second = lone(right, alignment.otherPartners).filter(\.kind.isExact)
    guard !first.isEmpty || !second.isEmpty else { return nil }
    let own = Set(left.words.lazy.filter(\.kind.isExact).map(\.id))
    let others = Set(right.words.lazy.filter(\.kind.isExact).map(\.id))
    let mine = first.filter { !others.contains($0.id) }
    let theirs = second.filter { !own.contains($0.id) }
    for (kind, told) in [
      (ReplyText.Kind.number, AnswerDifference.Kind.number), (.link, .link), (.sign, .sign),
    ] {
      let one = mine.first { $0.kind == kind }
      let two = theirs.first { $0.kind == kind }
      guard one != nil || two != nil else { continue }
      // A sign may have been written as a word, and “two” may have been “both”.
      if one == nil || two == nil, kind == .sign || isSpelledAlone(one, two) {
        isOneSided = true
      } else {
        return AnswerDifference(kind: told, first: one.map(left.text), second: two.map(right.text))
      }
    }
    return nil
  }

  /// Negations that stand close together are one: “nobody never”.
  private func negations(_ text: ReplyText) -> [Int] {
    var places: [Int] = []
    for place in text.words.indices where text.words[place].isNegation {
      if let last = places.last, place - last <= 2 { continue }
      places.append(place)
    }
    return places
  }

  private func negationDifference() -> AnswerDifference? {
    let first = negations(left)
    let second = negations(right)
    func told(_ one: Int?, _ two: Int?) -> AnswerDifference {
      AnswerDifference(
        kind: .negation, first: one.map { left.text(of: left.words[$0]) },
        second: two.map { right.text(of: right.words[$0]) })
    }
    if first.count != second.count {
      let one = first.first { alignment.partners[$0] < 0 }
      let two = second.first { alignment.otherPartners[$0] < 0 }
      return first.count > second.count ? told(one ?? first.first, nil) : told(nil, two ?? second.first)
    }
    return nil
  }

  /// Lists of words of which the replies have different sides.
  private mutating func wordsDifference() -> AnswerDifference? {
    var found: AnswerDifference?
    let others = right.words.indices.filter { alignment.otherPartners[$0] < 0 && right.words[$0].isExclusive }
    let ownIDs = Set(left.words.lazy.filter(\.isExclusive).map(\.id))
    let otherIDs = Set(right.words.lazy.filter(\.isExclusive).map(\.id))
    let second = others.filter { !ownIDs.contains(right.words[$0].id) }
    let first = left.words.indices.filter {
      alignment.partners[$0] < 0 && left.words[$0].isExclusive && !otherIDs.contains(left.words[$0].id)
    }
    for place in first {
      let word = left.words[place]
      if let rival = second.first(where: { right.words[$0].topic == word.topic }) {
        found = found ?? told(word.topic, place, rival)
      } else if !word.isWeak {
        isOneSided = true
        if isReplaced(place, left, alignment.partners, right, alignment.otherPartners) {
          found = found ?? told(word.topic, place, nil)
        }
      }
    }
    for place in second where !right.words[place].isWeak {
      if first.contains(where: { left.words[$0].topic == right.words[place].topic }) { continue }
      isOneSided = true
      if isReplaced(place, right, alignment.otherPartners, left, alignment.partners) {
        found = found ?? told(right.words[place].topic, nil, place)
      }
    }
    return found
  }

  /// Two names of which one stands in the place of the other.
  ///
  /// Where every noun has a capital, nobody can tell names from nouns: then the replies are only not `same`.
  private mutating func nameDifference() -> AnswerDifference? {
    for place in left.words.indices where alignment.partners[place] < 0 && left.words[place].isName {
      for step in [-1, 1] where left.words.indices.contains(place + step) {
        let neighbour = Int(alignment.partners[place + step])
        let other = neighbour - step
        guard neighbour >= 0, right.words.indices.contains(other), alignment.otherPartners[other] < 0,
          right.words[other].isName, left.words[place].count + right.words[other].count > 6,
          left.words[place].topic == 0, right.words[other].topic == 0
        else { continue }
        if left.hasManyNames || right.hasManyNames {
          isOneSided = true
        } else {
          return AnswerDifference(
            kind: .name, first: left.text(of: left.words[place]), second: right.text(of: right.words[other]))
        }
      }
    }
    return nil
  }

  private func told(_ topic: UInt64, _ first: Int?, _ second: Int?) -> AnswerDifference {
    AnswerDifference(
      kind: .words(topics[topic] ?? ""), first: first.map { left.text(of: left.words[$0]) },
      second: second.map { right.text(of: right.words[$0]) })
  }

  /// Whether another word of the other reply stands in the place of one that has no partner there.
  private func isReplaced(
    _ place: Int, _ text: ReplyText, _ partners: [Int32], _ other: ReplyText, _ otherPartners: [Int32]
  ) -> Bool {
    func isLoneWord(_ place: Int) -> Bool {
      other.words.indices.contains(place) && otherPartners[place] < 0 && other.words[place].count >= 3
        && !other.words[place].kind.isExact
        && (other.words[place].topic == 0 || other.words[place].isExclusive)
    }
    if place > 0, partners[place - 1] >= 0, isLoneWord(Int(partners[place - 1]) + 1) { return true }
    if place + 1 < partners.count, partners[place + 1] >= 0, isLoneWord(Int(partners[place + 1]) - 1) {
      return true
    }
    return false
  }
}
