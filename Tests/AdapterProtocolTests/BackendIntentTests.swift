import AdapterProtocol
import DeskModel
import Testing

@Suite("Intents for a backend")
struct BackendIntentTests {
  static let moment = Timestamp(milliseconds: 1_772_356_320_000)
  static let access = AccessRequest(askedAt: moment, askedBy: Agent(id: "a", name: "A"), what: "orders")

  @Test(
    "Each act of the console becomes one step",
    arguments: [
      (
        IntentAction.say(
          text: "t", kind: .comment, audience: .world, parent: "p",
          attachments: [AttachmentUpload(path: "/home/me/secret.pdf", name: "a.pdf")]),
        IntentStep.say(Saying("t", kind: .comment, audience: .world, parent: "p", uploads: ["u-1"]))
      ), (.setStatus("closed"), .status("closed")),
      (.assign(Agent(id: "a", name: "A")), .assign([Assignee(.agent, id: "a", name: "A")])),
      (.assign(nil), .assign([])),
      (.tag(add: ["x"], remove: ["y"]), .tag(add: ["x"], remove: ["y"])),
      (.snooze(until: moment), .snooze(.until(moment))), (.snooze(until: nil), .snooze(.now)),
      (.followUp(FollowUp(at: moment, text: "call")), .followUp(FollowUp(at: moment, text: "call"))),
      (.followUp(nil), .followUp(nil)), (.access(access), .access(access)), (.access(nil), .access(nil)),
      (.markRead(upTo: "e"), .markRead(upTo: "e")),
    ])
  func steps(_ action: IntentAction, _ step: IntentStep) throws {
    let intent = Intent(
      clientKey: "k", conversation: "c", basedOn: 7, by: Agent(id: "a", name: "A"), action: action)
    let seen = SeenState(version: "W/7", entry: "e-9")
    let sent = BackendIntent(intent, basedOn: seen, uploads: ["u-1"])
    #expect(
      sent
        == BackendIntent(
          clientKey: "k", conversation: "c", basedOn: seen, by: Agent(id: "a", name: "A"), steps: [step]))
    // A path of this machine is nobody's business.
    let line = try AdapterMessage.call(.number(1), .apply(sent)).line()
    #expect(!String(decoding: line, as: UTF8.self).contains("secret"))
  }

  @Test(
    "The audience that was stored is compared with the one that was meant",
    arguments: [
      (ApplyOutcome.applied(AppliedFacts(entry: "e", audience: .customer)), AudienceEcho.matches),
      (.applied(AppliedFacts(entry: "e", audience: .world)), .differs(stored: .world)),
      (.applied(AppliedFacts(entry: "e", audience: .internal)), .differs(stored: .internal)),
      (.applied(AppliedFacts(entry: "e")), .missing), (.accepted, .matches), (.denied(reason: ""), .matches),
      (.partial([StepReport(step: 0, .applied)], AppliedFacts(audience: .world)), .differs(stored: .world)),
      (.partial([StepReport(step: 0, .applied)], AppliedFacts()), .missing),
      (.partial([StepReport(step: 0, .unknown)], AppliedFacts()), .missing),
      (.partial([StepReport(step: 0, .failed)], AppliedFacts()), .matches),
      (.partial([StepReport(step: 99, .applied)], AppliedFacts()), .matches),
      (.unknown(reason: ""), .matches),
    ])
  func echo(_ outcome: ApplyOutcome, _ echo: AudienceEcho) {
    #expect(BackendIntent.saying("x").audienceEcho(in: outcome) == echo)
  }

  @Test("What says nothing has no audience to compare")
  func silent() {
    let intent = BackendIntent(
      clientKey: "k", conversation: "c", by: Agent(id: "a", name: "A"), steps: [.status("closed")])
    #expect(intent.audienceEcho(in: .applied(AppliedFacts(audience: .world))) == .matches)
    #expect(intent.saying == nil)
  }
}
