/// Words that both replies have, but in each other’s places: “3 shirts and 5 caps”, “5 shirts and 3 caps”.
extension AnswerComparison {
  /// More words than these in other company are a text put together anew.
  private static let mostMoved = 24

  /// Two words of which each has in one reply the company that the other has in the other.
  func exchange() -> AnswerDifference? {
    let company = Company(left)
    let other = Company(right)
    var moved: [UInt64] = []
    for (id, first) in company.byWord {
      guard let second = other.byWord[id], first.isDisjoint(with: second) else { continue }
      moved.append(id)
    }
    guard moved.count > 1, moved.count <= Self.mostMoved else { return nil }
    moved.sort { company.firstPlace[$0, default: 0] < company.firstPlace[$1, default: 0] }
    for (step, id) in moved.enumerated() {
      for partner in moved[(step + 1)...] {
        if other.meets(id, company.byWord[partner]), other.meets(partner, company.byWord[id]) {
          return told(company.firstPlace[id], company.firstPlace[partner])
        }
      }
    }
    return nil
  }

  private func told(_ first: Int?, _ second: Int?) -> AnswerDifference? {
    guard let first, let second else { return nil }
    let (one, two) = (left.words[first], left.words[second])
    let kind: AnswerDifference.Kind =
      one.kind == .number && two.kind == .number
      ? .number : one.topic != 0 && one.topic == two.topic ? .words(topics[one.topic] ?? "") : .order
    return AnswerDifference(kind: kind, first: left.text(of: one), second: left.text(of: two))
  }
}

/// The words before and behind each word of a reply, within its sentences, told apart.
private struct Company {
  private(set) var byWord: [UInt64: Set<UInt64>] = [:]
  private(set) var firstPlace: [UInt64: Int] = [:]

  /// Notes it for words of three letters and more, numbers, and words that decide answers.
  ///
  /// - Complexity: O(words).
  init(_ text: ReplyText) {
    for place in text.words.indices {
      let word = text.words[place]
      guard word.kind == .number || word.isExclusive || word.kind == .word && word.count > 2 else { continue }
      var company: Set<UInt64> = []
      if place > 0, !word.isFirst { company.insert(text.words[place - 1].id) }
      if place + 1 < text.words.count, !text.words[place + 1].isFirst {
        company.insert(~text.words[place + 1].id)
      }
      guard !company.isEmpty else { continue }
      byWord[word.id, default: []].formUnion(company)
      if firstPlace[word.id] == nil { firstPlace[word.id] = place }
    }
  }

  /// Whether a word stands in some company here.
  func meets(_ id: UInt64, _ company: Set<UInt64>?) -> Bool {
    guard let own = byWord[id], let company else { return false }
    return !own.isDisjoint(with: company)
  }
}

/// Words in whose place the other reply has others.
extension AnswerComparison {
  /// Whether between two words that both replies have in a row, each has something else that may be another answer.
  ///
  /// - Complexity: O(words).
  var hasReplacement: Bool {
    var place = 0
    while place < left.words.count {
      guard alignment.partners[place] < 0 else {
        place += 1
        continue
      }
      var end = place
      while end < left.words.count, alignment.partners[end] < 0 { end += 1 }
      let start = place == 0 ? 0 : Int(alignment.partners[place - 1]) + 1
      let stop = end == left.words.count ? right.words.count : Int(alignment.partners[end])
      if start < stop, stop - start <= 4, end - place <= 4,
        (start..<stop).allSatisfy({ alignment.otherPartners[$0] < 0 }),
        says(left, place..<end), says(right, start..<stop)
      {
        return true
      }
      place = end
    }
    return false
  }

  /// Whether a few words are more than an ending or a particle.
  private func says(_ text: ReplyText, _ range: Range<Int>) -> Bool {
    range.contains { place in
      let word = text.words[place]
      guard word.kind == .character else { return word.count > 2 }
      return text.scalars[Int(word.start)] >= 0x3400
    }
  }
}
