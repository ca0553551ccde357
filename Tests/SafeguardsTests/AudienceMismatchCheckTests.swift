import DeskModel
import Safeguards
import Testing

@Suite("Audience mismatch")
struct AudienceMismatchCheckTests {
  private func found(_ text: String, _ audience: Audience) -> [String] {
    let thread: [Entry] = [
      .said("1", .customer, "Dewi Lestari"), .said("2", .agent, "Olena", as: .note, audience: .internal),
      .said("3", .stranger, "Ihor"),
    ]
    let draft = Draft(
      text: text, audience: audience, contact: Contact(id: "u-7", full: "Dewi Lestari"), thread: thread)
    let findings = AudienceMismatchCheck().findings(in: draft)
    #expect(findings.allSatisfy { $0.severity == .hint })
    return parts(of: text, findings)
  }

  static let toCustomer: [(String, [String])] = [
    ("@olena please look", ["@olena"]), ("Internal: charged twice", ["Internal:"]),
    ("ok\n  FYI team, twice", ["FYI team"]), ("Колеги, гляньте", ["Колеги,"]), ("ask (@marta)", ["@marta"]),
    ("catatan internal: dua kali", ["catatan internal"]),
  ]
  static let fine = [
    "", "Hello Dewi", "@dewi we have seen it", "@Ihor is right", "write to olena@example.com",
    "our shop is @sapa.example", "internally we", "the team: is here", "FYI teams differ", "a@b",
    "https://example.com/@olena", "@ 5 o'clock",
  ]

  @Test("a note to colleagues is noticed on its way to the customer", arguments: toCustomer)
  func noticesNotes(text: String, expected: [String]) {
    #expect(found(text, .customer) == expected)
    #expect(found(text, .internal) == [])
  }

  @Test("ordinary replies are left alone", arguments: fine)
  func leavesAlone(text: String) { #expect(found(text, .customer) == []) }

  @Test("in public a mention is an address, unless it names one of us")
  func knowsPublicMentions() {
    #expect(found("@vira, tomorrow", .world) == [])
    #expect(found("@olena, look", .world) == ["@olena"])
    #expect(found("internal note: no", .world) == ["internal note"])
  }
}
