import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Looking at steps before the first is done")
struct StepPlannerTests {
  private func intent(_ steps: [IntentStep]) -> BackendIntent {
    BackendIntent(clientKey: "k", conversation: "7", by: Agent(id: "alice", name: "A"), steps: steps)
  }

  private let planner = StepPlanner(uploads: UploadStore(fileLimit: 10))

  @Test("What RT can do is planned")
  func planned() throws {
    let steps: [IntentStep] = [
      .say(Saying("hi", audience: .customer)), .status("open"), .assign([]),
      .field(name: "Severity", values: ["High"]),
    ]
    #expect(
      try planner.plan(intent(steps)) == [
        .say("hi", route: .correspond, files: []), .status("open"), .owner(nil), .field("Severity", ["High"]),
      ])
    #expect(
      try planner.plan(
        intent([
          .say(Saying("hi", kind: .note, audience: .internal)),
          .assign([Assignee(.agent, id: "bob", name: "B")]),
          .merge(into: "8"), .link(to: "9", kind: "DependsOn"),
        ])) == [
          .say("hi", route: .comment, files: []), .owner("bob"), .merge(into: "8"),
          .link(.dependsOn, to: "9"),
        ])
  }

  @Test(
    "What it cannot do is told with its place, and nothing is begun",
    arguments: [
      (.say(Saying("hi", audience: .world)), "audience"),
      (.say(Saying("hi", kind: .comment, audience: .customer)), "kind"),
      (.say(Saying("", audience: .customer)), "text"),
      (.say(Saying("hi", audience: .customer, uploads: ["none"])), "uploads"),
      (.status(""), "status"), (.assign([Assignee(.team, id: "12", name: "T")]), "to"),
      (.assign([Assignee(.agent, id: "a", name: "A"), Assignee(.agent, id: "b", name: "B")]), "to"),
      (.field(name: "", values: []), "name"), (.merge(into: "8/../9"), "into"),
      (.link(to: "9", kind: "Likes"), "kind"),
      (.link(to: "x", kind: "DependsOn"), "to"), (.edit("1", text: "x"), "step"), (.delete("1"), "step"),
      (.redact("1", nil), "step"), (.hide("1"), "step"), (.unhide("1"), "step"),
      (.tag(add: ["x"], remove: []), "step"),
      (.snooze(.reply), "step"), (.followUp(nil), "step"), (.access(nil), "step"),
      (.markRead(upTo: "1"), "step"),
      (.runTemplate("t"), "step"),
    ] as [(IntentStep, String)])
  func refused(step: IntentStep, field: String) throws {
    do {
      _ = try planner.plan(intent([.status("open"), step]))
      Issue.record("\(step) was planned")
    } catch let error {
      #expect(error.field == "steps[1].\(field)")
      #expect(error.outcome == .invalid(field: error.field, reason: error.reason))
    }
  }
}
