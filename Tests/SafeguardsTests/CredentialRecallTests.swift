import Testing

@testable import Safeguards

/// How much of what is asked head-on is stopped, and how much of what agents say else.
///
/// `asks.tsv` has two halves with other wordings: words are chosen by the lines of `tune` alone, and of `report` only
/// the counts are looked at.
@Suite("The guard against requests for secrets, counted")
struct CredentialRecallTests {
  /// A line and whether it is as it should be.
  private struct Verdict {
    var half: String
    var language: String
    var isAsk: Bool
    var isRight: Bool
  }

  private static let verdicts = CredentialFixtures.lines(of: "asks.tsv", fields: 4).map { fields in
    let rules = Set(CredentialFixtures.findings(fields[3], language: fields[1]).map(\.rule))
    let isRight =
      switch fields[2] {
      case "-": rules.isEmpty
      case "!": rules.contains("credential.never")
      default: rules.contains("credential.ask")
      }
    return Verdict(
      half: fields[0], language: fields[1], isAsk: fields[2] != "-", isRight: isRight)
  }

  private static func share(_ verdicts: [Verdict]) -> Double {
    Double(verdicts.count { $0.isRight }) / Double(max(1, verdicts.count))
  }

  /// What a half must reach: of what asks, in all and in the worst language, and of the rest what may be stopped.
  struct Limits: Sendable {
    var half: String
    var recall: Double
    var worst: Double
    var stopped: Double
  }

  /// What was not looked at when words were chosen is met less often.
  private static let limits = [
    Limits(half: "tune", recall: 0.98, worst: 0.93, stopped: 0.005),
    Limits(half: "report", recall: 0.97, worst: 0.86, stopped: 0.02),
  ]

  @Test("stops nearly all that asks head-on, in every language", arguments: limits)
  func recall(_ limits: Limits) {
    let asks = Self.verdicts.filter { $0.half == limits.half && $0.isAsk }
    #expect(asks.count >= 15 * 25)
    #expect(Self.share(asks) >= limits.recall)
    for language in CredentialFixtures.languages {
      let own = asks.filter { $0.language == language }
      #expect(own.count >= 15, "\(language)")
      #expect(Self.share(own) >= limits.worst, "\(language)")
    }
  }

  @Test("stops hardly any line that only looks so", arguments: limits)
  func silence(_ limits: Limits) {
    let others = Self.verdicts.filter { $0.half == limits.half && !$0.isAsk }
    #expect(others.count >= 7 * 25)
    #expect(1 - Self.share(others) <= limits.stopped)
  }
}
