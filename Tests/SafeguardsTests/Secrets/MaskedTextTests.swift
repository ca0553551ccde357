import Testing

@testable import Safeguards

@Suite("Masked texts")
struct MaskedTextTests {
  @Test(
    "tell the kind and never the length",
    arguments: [
      (SecretKind.password, "Hunter22", "‹password ••••••›"), (.key, "x", "‹key ••••••›"),
      (.seed, "a b", "‹recovery phrase ••••••›"), (.answer, "Rex", "‹answer ••••••›"),
      (.link, "https://x", "‹one-time link ••••••›"), (.card, "4111 1111 1111 4242", "‹card •••• 4242›"),
      (.card, "٤١١١١١١١١١١١٤٢٤٢", "‹card •••• 4242›"),
      (.account, "DE89370400440532011234", "‹account •••• 1234›"),
      (.account, "123456", "‹account •••• ••••›"), (.pin, "4711", "‹PIN removed›"),
      (.cardCode, "123", "‹card code removed›"), (.oneTime, "482913", "‹one-time code removed›"),
    ])
  func marks(kind: SecretKind, value: String, mark: String) {
    let text = "so \(value)."
    let span = SecretSpan(kind: kind, start: 3, end: 3 + value.utf8.count)
    #expect(MaskedText.masked(text, [span]) == "so \(mark).")
    #expect(kind.isKept == ![SecretKind.pin, .cardCode, .oneTime].contains(kind))
  }

  @Test("have every secret masked, and the rest as it was")
  func several() {
    let text = "é pin 4711, pw Hunter22"
    let spans = SecretFixtures.scan.spans(in: text, after: [])
    #expect(MaskedText.masked(text, spans) == "é pin ‹PIN removed›, pw ‹password ••••••›")
    #expect(MaskedText.masked(text, []) == text)
  }
}
