package import DeskModel

/// What a trial between two variants says so far.
///
/// It looks four times at most, after a quarter, a half, three quarters and all of the conversations that were set before it began,
/// and at each look asks for more than a single test would: the bounds of O'Brien and Fleming, with which a trial of two equal
/// variants names a winner in 5 of 100 trials, however often somebody opens this page. Between looks it says how far it is.
/// Source: P. C. O'Brien, T. R. Fleming, "A multiple testing procedure for clinical trials", Biometrics 35 (1979); the constants for
/// four looks and 5 % two-sided: C. Jennison, B. W. Turnbull, "Group Sequential Methods" (2000), table 2.3.
package struct TrialJudgement: Sendable, Hashable {
  /// What is to be said.
  package enum Verdict: Sendable, Hashable {
    /// Too early; so many conversations are still needed until the next look.
    case going(untilNextLook: Int)
    /// One of them is better, and the difference is at least the one that matters.
    case better(String)
    /// All conversations are in, and neither is better by what matters.
    case even
  }

  /// The verdict.
  package var verdict: Verdict
  /// The share of solved conversations, by variant in the trial's order.
  package var solved: [WilsonInterval]
  /// Of how many conversations the outcome is known.
  package var count: Int
  /// Of these, in how many the variant was sent that the trial wanted.
  package var followed: Int

  /// The bounds of the four looks for the absolute value of z.
  package static let bounds = [4.049, 2.863, 2.337, 2.024]

  /// The variant that a conversation is to have: decided by its id alone, so that all agents give it the same.
  package static func assigned(_ trial: VariantTrial, to conversation: ConversationID, of answer: AnswerID)
    -> String
  {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in (answer.path + "\u{0}" + conversation.rawValue).utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    // The low bit of FNV-1a follows the low bits of the bytes; the high ones are mixed.
    return trial.variants[Int((hash ^ hash >> 32) >> 16 & 1)]
  }

  /// Variants in the order of their offer, the one that the conversation is to have first, unless it was used there.
  package static func ordered(
    _ ranked: [RankedVariant], by trial: VariantTrial, in conversation: ConversationID, of answer: AnswerID
  ) -> [RankedVariant] {
    let wanted = assigned(trial, to: conversation, of: answer)
    guard let place = ranked.firstIndex(where: { $0.id.name == wanted }), !ranked[place].isUsedHere else {
      return ranked
    }
    return [ranked[place]] + ranked[..<place] + ranked[(place + 1)...]
  }

  /// Judges what was sent of a trial's variants, each conversation once, by the variant that it was to have.
  ///
  /// Counting by what was wanted and not by what was sent keeps out agents' own choice; where they often choose
  /// otherwise the difference shrinks, and `followed` tells.
  /// - Parameters:
  ///   - trial: the trial.
  ///   - answer: its answer.
  ///   - replies: replies in the order of their sending.
  /// - Complexity: O(replies).
  package init(_ trial: VariantTrial, of answer: AnswerID, _ replies: [SentVariant]) {
    var seen: Set<ConversationID> = []
    var outcomes: [(arm: Int, isSolved: Bool, isFollowed: Bool)] = []
    for reply in replies where reply.variant.answer == answer && trial.variants.contains(reply.variant.name) {
      guard outcomes.count < trial.limit, let solved = reply.solved,
        seen.insert(reply.conversation).inserted
      else { continue }
      let wanted = Self.assigned(trial, to: reply.conversation, of: answer)
      outcomes.append((wanted == trial.variants[0] ? 0 : 1, solved, reply.variant.name == wanted))
    }
    count = outcomes.count
    followed = outcomes.count { $0.isFollowed }
    let looks = (1...Self.bounds.count).map { (trial.limit * $0 + Self.bounds.count - 1) / Self.bounds.count }
    var found: Verdict?
    for (look, size) in looks.enumerated() where found == nil && outcomes.count >= size {
      let arms = Self.arms(outcomes.prefix(size).map { ($0.arm, $0.isSolved) })
      guard let z = Self.z(arms), abs(z) >= Self.bounds[look],
        let first = arms[0].share, let second = arms[1].share,
        abs(first - second) * 100 >= Double(trial.difference)
      else { continue }
      found = .better(trial.variants[z > 0 ? 0 : 1])
    }
    solved = Self.arms(outcomes.map { ($0.arm, $0.isSolved) })
    if let found {
      verdict = found
    } else if let next = looks.first(where: { $0 > outcomes.count }) {
      verdict = .going(untilNextLook: next - outcomes.count)
    } else {
      verdict = .even
    }
  }

  private static func arms(_ outcomes: [(arm: Int, isSolved: Bool)]) -> [WilsonInterval] {
    (0...1).map { arm in
      let own = outcomes.filter { $0.arm == arm }
      return WilsonInterval(own.count { $0.isSolved }, of: own.count)
    }
  }

  /// The difference of the shares by its standard error, with the common share under the hypothesis of none.
  private static func z(_ arms: [WilsonInterval]) -> Double? {
    guard let first = arms[0].share, let second = arms[1].share else { return nil }
    let (n, m) = (Double(arms[0].total), Double(arms[1].total))
    let common = Double(arms[0].count + arms[1].count) / (n + m)
    let variance = common * (1 - common) * (1 / n + 1 / m)
    return variance > 0 ? (first - second) / variance.squareRoot() : nil
  }
}
