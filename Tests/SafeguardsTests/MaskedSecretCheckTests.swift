import DeskModel
import Testing

@testable import Safeguards

@Suite("Marks of secrets in a draft")
struct MaskedSecretCheckTests {
  @Test(
    "each mark is pointed at, whatever secret it stands for",
    arguments: [
      ("Log in with ‹password ••••••› please.", ["‹password ••••••›"]),
      ("‹card •••• 4242› and ‹PIN removed›", ["‹card •••• 4242›", "‹PIN removed›"]),
      ("Nothing here.", []), ("He said ‹hello› and ‹password› quietly", []), ("‹password ••••••", []),
    ])
  func marks(text: String, expected: [String]) {
    let findings = MaskedSecretCheck().findings(in: .reply(text))
    #expect(findings.flatMap(\.arguments) == expected)
    #expect(parts(of: text, findings) == expected)
    #expect(findings.allSatisfy { $0.severity == .warn && $0.rule == "secret.masked" })
  }

  @Test("a note may hold them")
  func note() {
    let draft = Draft(text: "the customer sent ‹password ••••••›", audience: .internal)
    #expect(MaskedSecretCheck().findings(in: draft).isEmpty)
  }
}
