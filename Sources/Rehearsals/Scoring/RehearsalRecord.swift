package import DeskModel

/// What is kept of a rehearsal: a line of the trainee's progress, and a report for reading.
package struct RehearsalRecord: Sendable, Hashable {
  /// When it ended.
  package var at: Timestamp
  /// Who was trained.
  package var trainee: String
  /// The scenario's name.
  package var scenario: String
  /// The scenario's locale, such as "uk".
  package var locale: String
  /// The scenario's title.
  package var title: String
  /// The ending; empty when it was broken off.
  package var ending: String
  /// How it went; nil when it was broken off.
  package var result: Ending.Result?
  /// From 0 to 100.
  package var score: Int
  /// From 0 to 100 each; absent where nothing was asked for.
  package var shares: [Criterion.Category: Int]
  /// Replies that were sent.
  package var replies: Int
  /// Seconds until the first reply; nil without one.
  package var firstReply: Int?
  /// Seconds from the first line to the end.
  package var seconds: Int
  /// The report in lines, as it stood on the screen.
  package var report: [String]

  /// Sums a rehearsal up.
  package init(
    _ rehearsal: Rehearsal, _ card: Scorecard, trainee: String, at: Timestamp, report: [String]
  ) {
    self.at = at
    self.trainee = trainee
    scenario = rehearsal.scenario.name
    locale = rehearsal.scenario.locale
    title = rehearsal.scenario.title
    ending = rehearsal.ending?.name ?? ""
    result = rehearsal.ending?.result
    score = card.score
    shares = [:]
    for category in Criterion.Category.allCases {
      if let share = card.share(of: category) { shares[category] = Int((share * 100).rounded()) }
    }
    replies = rehearsal.replies.count
    firstReply = rehearsal.replies.first.flatMap {
      if case .reply(_, let seconds, _) = $0.what { seconds } else { nil }
    }
    let times = rehearsal.turns.map(\.at)
    seconds = Int(((times.last ?? 0) - (times.first ?? 0)) / 1_000)
    self.report = report
  }
}
