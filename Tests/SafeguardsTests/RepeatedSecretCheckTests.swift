import DeskModel
import LocalePacks
import Testing

@testable import Safeguards

@Suite("A customer's secret said again")
struct RepeatedSecretCheckTests {
  private var check: RepeatedSecretCheck {
    var words = SecretWords(tag: .root)
    words.nouns = [.password: ["password"]]
    words.copulas = ["is"]
    return RepeatedSecretCheck(SecretScan(words: [words]))
  }

  private func findings(_ text: String, audience: Audience = .customer) -> [Finding] {
    let entry = Entry(
      id: "e-1", at: Timestamp(milliseconds: 0), author: Author(kind: .customer, id: "u"),
      audience: .customer,
      text: "my password is Sommer2024!")
    return check.findings(in: Draft(text: text, audience: audience, thread: [entry]))
  }

  @Test("is stopped where it stands, once for each place, and nothing else is")
  func repeated() {
    let text = "Thanks! Is Sommer2024! right?"
    #expect(parts(of: text, findings(text)) == ["Sommer2024!"])
    #expect(findings(text).first?.severity == .error && findings(text).first?.about == "e-1")
    #expect(findings("Please change your password.").isEmpty)
    #expect(findings(text, audience: .internal).isEmpty)
  }
}
