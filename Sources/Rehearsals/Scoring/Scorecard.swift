import DeskModel

/// What a rehearsal is worth: each thing that was asked for, and what it sums up to.
package struct Scorecard: Sendable, Hashable {
  /// One thing that was asked for.
  package struct Item: Sendable, Hashable {
    /// What it counts for.
    package var category: Criterion.Category
    /// What was asked for, in the scenario's words; empty for what is always asked for: replies without findings.
    package var text: String
    /// Whether nothing else counts when it is missing.
    package var isCritical: Bool
    /// From 0 to 1; nil as long as a person has not answered.
    package var share: Double?
  }

  /// In the order of the scenario; what is always asked for at the end.
  package private(set) var items: [Item] = []
  /// Questions that a person must answer first, in order.
  package private(set) var questions: [String] = []

  /// How much each category weighs.
  package static let weights: [(category: Criterion.Category, weight: Double)] = [
    (.solution, 4), (.tone, 3), (.knowledge, 3),
  ]

  /// Findings of these groups belong to tone, all others to solution and grammar.
  private static let toneGroups: Set<Substring> = ["address", "register", "courtesy", "jargon", "manners"]

  /// Judges a rehearsal.
  ///
  /// - Parameters:
  ///   - rehearsal: as it was played; it need not have ended.
  ///   - judgements: answers of a person to `questions`, in order; fewer leave items open.
  package init(_ rehearsal: Rehearsal, judgements: [Bool] = []) {
    var left = judgements[...]
    let reading = RepliesReading(rehearsal)
    for criterion in rehearsal.scenario.criteria {
      var item = Item(
        category: criterion.category, text: criterion.text, isCritical: criterion.isCritical, share: 0)
      if case .judge(let question) = criterion.test {
        questions.append(question)
        item.share = left.popFirst().map { $0 ? 1 : 0 }
      } else {
        item.share = reading.holds(criterion.test) ? 1 : 0
      }
      items.append(item)
    }
    items.append(reading.clean(.solution) { !Self.toneGroups.contains($0) })
    items.append(reading.clean(.tone) { Self.toneGroups.contains($0) })
    hasReplies = !reading.replies.isEmpty
  }

  private let hasReplies: Bool

  /// From 0 to 1; nil while it is open or where nothing was asked for.
  package func share(of category: Criterion.Category) -> Double? {
    let shares = items.filter { $0.category == category }.compactMap(\.share)
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  /// From 0 to 100; 0 when something critical has failed or nothing was said.
  package var score: Int {
    guard hasReplies, !hasFailed else { return 0 }
    var sum = 0.0
    var weights = 0.0
    for (category, weight) in Self.weights {
      guard let share = share(of: category) else { continue }
      sum += share * weight
      weights += weight
    }
    return weights == 0 ? 0 : Int((sum / weights * 100).rounded())
  }

  /// Whether something critical has failed.
  package var hasFailed: Bool { items.contains { $0.isCritical && $0.share == 0 } }
}

/// The replies of a rehearsal, for the questions of a scorecard.
private struct RepliesReading {
  let rehearsal: Rehearsal
  private(set) var replies: [ConditionReading] = []
  private var stopped: [ConditionReading] = []

  init(_ rehearsal: Rehearsal) {
    self.rehearsal = rehearsal
    for turn in rehearsal.turns {
      switch turn.what {
      case .reply(let reply, let seconds, _): replies.append(reading(reply, seconds))
      case .stopped(let reply): stopped.append(reading(reply, 0))
      default: break
      }
    }
  }

  private func reading(_ reply: ReplyFacts, _ seconds: Int) -> ConditionReading {
    ConditionReading(
      reply: reply, words: SpokenWords(reply.text), seconds: seconds, memory: rehearsal.remembered,
      acts: rehearsal.acts, returns: 0, lists: rehearsal.lists, values: rehearsal.values)
  }

  func holds(_ test: Criterion.Test) -> Bool {
    switch test {
    case .anyReply(let condition):
      replies.contains { $0.outcome(condition) == .known(true) } || isDone(condition)
    case .noReply(let condition):
      !replies.isEmpty && !(replies + stopped).contains { $0.outcome(condition) == .known(true) }
    case .firstReply(let condition): replies.first?.outcome(condition) == .known(true)
    case .lastReply(let condition): replies.last?.outcome(condition) == .known(true)
    case .everyReply(let condition):
      !replies.isEmpty && replies.allSatisfy { $0.outcome(condition) == .known(true) }
    case .ending(let names):
      rehearsal.ending.map { ending in names.contains { $0.lowercased() == ending.name.lowercased() } }
        ?? false
    case .judge: false
    }
  }

  /// What was done needs no reply.
  private func isDone(_ condition: Condition) -> Bool {
    if case .did(let act) = condition { return rehearsal.acts.contains(act) }
    return false
  }

  /// The share of replies in which nothing of some groups was found.
  func clean(_ category: Criterion.Category, _ isMeant: (Substring) -> Bool) -> Scorecard.Item {
    let clean = replies.count { reading in
      !reading.reply.findings.contains { finding in
        finding.severity != .hint && isMeant(finding.rule.prefix { $0 != "." })
      }
    }
    let share = replies.isEmpty ? 0 : Double(clean) / Double(replies.count)
    return Scorecard.Item(category: category, text: "", isCritical: false, share: share)
  }
}
