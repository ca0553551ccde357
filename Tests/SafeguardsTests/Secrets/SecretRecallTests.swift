import Testing

@testable import Safeguards

@Suite("How many secrets are found")
struct SecretRecallTests {
  private static func score(_ half: SecretMessageTemplate.Half) -> SecretScore {
    var score = SecretScore()
    var generator = SecretMessageGenerator(seed: 20_261_128, half: half)
    for template in SecretFixtures.templates where template.half == half {
      let sample = generator.sample(template)
      _ = score.add(sample, SecretFixtures.scan.spans(in: sample.text, after: sample.context))
    }
    return score
  }

  @Test("in the half of the messages that nothing was tuned by, in every language")
  func report() {
    let score = Self.score(.report)
    print(score.table)
    #expect(score.byLanguage.count >= 26)
    #expect(score.all.recall >= Bound.recall)
    #expect(score.all.precision >= Bound.precision)
    for (language, counts) in score.byLanguage { #expect(counts.recall >= Bound.worst, "\(language)") }
  }

  /// What is held today.
  ///
  /// The aim is 0.97 of all secrets, 0.92 in each language, and 0.98 of the alarms right.
  private enum Bound {
    static let recall = 0.87
    static let worst = 0.74
    static let precision = 0.975
  }

  @Test("masked messages hold nothing that is found again")
  func again() {
    var generator = SecretMessageGenerator(seed: 5, half: .tune)
    for template in SecretFixtures.templates where template.half == .tune && template.kind != "none" {
      let sample = generator.sample(template)
      let spans = SecretFixtures.scan.spans(in: sample.text, after: sample.context)
      let masked = MaskedText.masked(sample.text, spans)
      let again = SecretFixtures.scan.spans(in: masked, after: sample.context)
      #expect(again.isEmpty, "\(masked)")
    }
  }
}
