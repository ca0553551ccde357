import DeskModel

/// Statistics of a set in sentences, a line each.
package enum StatisticsText {
  /// What the numbers are, and of what.
  package static let legend = [
    "sent: replies that were made from the text, or are nearly a copy of it.",
    "edited: less than \(VariantStatistics.editedBelow) % of the offered words were sent; of the replies that say how much was kept. kept: the mean.",
    "wrote again: the customer wrote within 72 hours; of the replies after which that is known.",
    "solved: resolved, and the customer did not write within 72 hours; of the replies after which that is known.",
    "rated: 4 or 5 of 5; of the conversations that were rated.",
    "In brackets: Wilson's interval, 95 %. few: fewer than \(WilsonInterval.fewBelow), which say nothing yet.",
  ]

  /// An answer, all its replies, and those of each variant; what a trial says stands last.
  package static func lines(_ answer: SetStatistics.AnswerRow) -> [String] {
    var lines = ["all: \(numbers(answer.statistics))"]
    for row in answer.variants {
      let age = row.isGone ? ", no longer in the set" : row.isOlder ? ", older text" : ""
      lines.append("\(row.id.locale) \(row.id.name)\(age): \(numbers(row.statistics))")
    }
    return lines + (answer.trial.map(sentences) ?? [])
  }

  /// The texts that agents mostly rewrite; nothing when there are none.
  package static func toMend(_ statistics: SetStatistics) -> [String] {
    if statistics.toMend.isEmpty { return [] }
    return ["Mend these: agents mostly rewrite them."]
      + statistics.toMend.map { row in
        "  \(row.id): edited \(share(row.statistics.edited)), kept \(kept(row.statistics))"
      }
  }

  /// The answers that nobody used of late; nothing when there are none.
  package static func unused(_ statistics: SetStatistics) -> [String] {
    if statistics.unused.isEmpty { return [] }
    return ["Not used in the last 90 days:"]
      + statistics.unused.map { unused in
        "  \(unused.id.path)\(unused.last.map { ", last on \($0.rfc3339.prefix(10))" } ?? ", never")"
      }
  }

  private static func numbers(_ statistics: VariantStatistics) -> String {
    [
      "sent \(statistics.sent)", "edited \(share(statistics.edited))", "kept \(kept(statistics))",
      "wrote again \(share(statistics.wroteAgain))", "solved \(share(statistics.solved))",
      "rated \(share(statistics.rated))",
    ].joined(separator: " · ")
  }

  private static func kept(_ statistics: VariantStatistics) -> String {
    statistics.meanKept.map { "\($0) %" } ?? "–"
  }

  private static func share(_ interval: WilsonInterval) -> String {
    interval.description + (interval.isFew && interval.total > 0 ? " few" : "")
  }

  /// What a trial says.
  package static func sentences(_ trial: SetStatistics.Trial) -> [String] {
    let (plan, judgement) = (trial.plan, trial.judgement)
    let shares = zip(plan.variants, judgement.solved).map { "\($0) \(share($1))" }.joined(separator: ", ")
    let verdict =
      switch judgement.verdict {
      case .going(let left):
        "no verdict yet, the next look comes after \(left) more; nothing can be read from the shares before"
      case .better(let name): "“\(name)” is better; take the trial out of about.md"
      case .even:
        "neither is better by \(plan.difference) percentage points; take the trial out of about.md"
      }
    return [
      "trial of \(plan.variants.joined(separator: " and ")), until \(plan.limit): \(verdict).",
      "  solved: \(shares). Outcome known of \(judgement.count) conversations; in \(judgement.followed) the variant was sent that the trial wanted.",
    ]
  }
}
