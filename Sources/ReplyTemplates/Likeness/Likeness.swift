/// How alike two replies are.
package struct Likeness: Sendable, Hashable {
  /// What that means.
  package enum Verdict: Sendable, Hashable {
    /// They say the same in nearly the same words.
    case same
    /// They say nearly the same; a person should look.
    case near
    /// They are different.
    case different
    /// They read alike, and do not say the same.
    case otherAnswer(AnswerDifference)
  }

  /// 0...100, as people would say; less than `wording` where an answer differs.
  package let percent: Int
  /// How alike the words are, whatever they say, 0...100.
  package let wording: Int
  /// What that means.
  package let verdict: Verdict

  /// Whether the verdict is `same` or `near`.
  package var isAlike: Bool { verdict == .same || verdict == .near }

  /// From here on two replies that say the same are `same`, in per cent.
  static let sameFrom = 80
  /// From here on they are `near`, in per cent.
  static let nearFrom = 60
}

extension ReplyReader {
  /// Compares two replies that this reader has read.
  ///
  /// - Complexity: O(words), and O(left over² · letters²) where few words have no equal.
  package func likeness(_ left: ReplyText, _ right: ReplyText) -> Likeness {
    if left.contentHash == right.contentHash, left.words.count == right.words.count {
      let percent = left.wholeHash == right.wholeHash ? 100 : 98
      return Likeness(percent: percent, wording: percent, verdict: .same)
    }
    let dice = LetterGrams.dice(left.grams, right.grams)
    guard dice >= 0.3 else {
      let percent = Int(dice * 100)
      return Likeness(percent: percent, wording: percent, verdict: .different)
    }
    let alignment = WordAlignment(left, right)
    let wording = min(97, Int((alignment.share * 0.7 + dice * 0.3) * 100))
    guard wording >= Likeness.nearFrom else {
      return Likeness(percent: wording, wording: wording, verdict: .different)
    }
    let answers = AnswerComparison(left, right, alignment, lexicon.topics)
    if let difference = answers.difference {
      return Likeness(percent: min(wording, 45), wording: wording, verdict: .otherAnswer(difference))
    }
    let verdict = verdict(wording, left, right, alignment, answers)
    return Likeness(
      percent: verdict == .near ? min(wording, Likeness.sameFrom - 1) : wording, wording: wording,
      verdict: verdict)
  }

  private func verdict(
    _ wording: Int, _ left: ReplyText, _ right: ReplyText, _ alignment: WordAlignment,
    _ answers: AnswerComparison
  ) -> Likeness.Verdict {
    let replaced = Double(min(alignment.leftWeight, alignment.rightWeight))
    let share = replaced / Double(max(1, min(left.weight, right.weight)))
    let added = Double(max(alignment.leftWeight, alignment.rightWeight))
    let addedShare = added / Double(max(1, min(left.weight, right.weight)))
    let isSame =
      wording >= Likeness.sameFrom && !answers.isOneSided && !answers.hasReplacement && share <= 0.12
      && addedShare <= 0.25
    return isSame ? .same : .near
  }
}
