import DeskModel
import Safeguards
import Testing

@Suite("AudienceChangedCheck")
struct AudienceChangedCheckTests {
  @Test(
    "a text begun as a note is asked about before others read it", arguments: [Audience.customer, .world])
  func warns(audience: Audience) {
    let findings = LastLook.judge(Draft(text: "she is lying", audience: audience, wasNote: true))
    #expect(findings.map(\.rule) == ["audience.changed"])
    #expect(findings.map(\.severity) == [.warn])
  }

  @Test("a note that stays one, and a reply that was one from the start, are left alone")
  func leavesAlone() {
    #expect(LastLook.judge(Draft(text: "seen in billing", audience: .internal, wasNote: true)).isEmpty)
    #expect(LastLook.judge(Draft(text: "seen in billing", audience: .customer)).isEmpty)
  }
}
