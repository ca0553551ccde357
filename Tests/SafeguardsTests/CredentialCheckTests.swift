import DeskModel
import Testing

@testable import Safeguards

@Suite("Requests for secrets")
struct CredentialCheckTests {
  /// A draft of the development set, with what was said before it.
  struct Sample: Sendable, CustomTestStringConvertible {
    var language: String
    /// `+` for `credential.ask`, `!` for `credential.never`, `-` for none.
    var label: String
    var before: [String]
    var text: String

    var testDescription: String { "\(language) \(label) \(text)" }
  }

  private static let samples = CredentialFixtures.lines(of: "requests.tsv", fields: 3).map { fields in
    let messages = fields[2].replacing("⏎", with: "\n").split(separator: "|||").map(String.init)
    return Sample(
      language: fields[0], label: fields[1], before: messages.dropLast(), text: messages.last ?? "")
  }

  private func findings(
    _ text: String, before: [String] = [], language: String = "en", audience: Audience = .customer
  ) -> [Finding] {
    CredentialFixtures.findings(text, before: before, language: language, audience: audience)
  }

  @Test("are stopped in every language, and what only looks so is not", arguments: samples)
  func sample(_ sample: Sample) {
    let rules = Set(findings(sample.text, before: sample.before, language: sample.language).map(\.rule))
    switch sample.label {
    case "-": #expect(rules.isEmpty)
    case "!": #expect(rules.contains("credential.never"))
    default: #expect(rules == ["credential.ask"])
    }
  }

  @Test("are tried with samples of requests and of others in every language that has a pack")
  func everyLanguage() {
    for language in CredentialFixtures.languages {
      let own = Self.samples.filter { $0.language == language }
      #expect(own.contains { $0.label == "+" }, "\(language)")
      #expect(own.contains { $0.label == "!" }, "\(language)")
      #expect(own.filter { $0.label == "-" }.count >= 3, "\(language)")
    }
  }

  @Test("are errors with their place in UTF-8 bytes and the secret's name")
  func finding() {
    let text = "Grüße! What's your password?"
    #expect(
      findings(text) == [
        Finding(
          rule: "credential.ask", severity: .error, range: 9..<29, messageKey: "finding.credential.ask",
          arguments: ["password"], suggestionKey: "finding.credential.ask.instead")
      ])
    #expect(parts(of: text, findings(text)) == ["What's your password"])
  }

  @Test("are left alone in notes, quoted lines, links and placeholders, not in public")
  func places() {
    #expect(findings("What's your PIN?", audience: .internal) == [])
    #expect(findings("What's your PIN?", audience: .world).map(\.rule) == ["credential.never"])
    #expect(findings("> What's your PIN?\nWe never ask for that.") == [])
    #expect(findings("Please send us {password}.") == [])
    #expect(findings("Please tell us whether https://example.org/password opens.") == [])
  }

  @Test(
    "are seen through dots, blanks, digits, full width, invisible letters and look-alikes",
    arguments: [
      "Send me your p.a.s.s.w.o.r.d", "Send me your p a s s w o r d", "Send me your pass-word",
      "Send me your p@ssw0rd", "Send me your ｐａｓｓｗｏｒｄ", "Send me your pass\u{200B}word",
      "Send me your раsswоrd",
      "SEND ME YOUR PASSWORD", "Send me your pässwörd",
    ])
  func disguises(_ text: String) {
    #expect(findings(text).map(\.rule) == ["credential.ask"])
  }

  @Test("are seen in English words within another language, and without a known language")
  func mixed() {
    #expect(findings("Скиньте ваш password", language: "ru").map(\.rule) == ["credential.ask"])
    #expect(findings("What's your password?", language: "root").map(\.rule) == ["credential.ask"])
  }

  @Test("cost the same for each byte of a hostile text")
  func hostile() {
    #expect(findings(String(repeating: "send ", count: 20_000)) == [])
    #expect(findings(String(repeating: "a.", count: 50_000)) == [])
  }
}
