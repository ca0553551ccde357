import AdapterProtocol
import DeskModel
import Testing

@testable import AdapterConformance

@Suite("Contradictions of a manifest")
struct ManifestChecksTests {
  /// A manifest that offers all, and excludes nothing of it.
  private static func rich() -> Manifest {
    Manifest(
      version: 1, adapter: ProgramName(name: "x", version: "1"), desk: "d", me: Agent(id: "a", name: "A"),
      methods: AdapterMethod.allCases,
      audiences: AudienceAbilities(known: [.customer], echo: .stored),
      write: WriteAbilities(
        steps: StepName.allCases, atomicity: .whole, idempotency: .clientKey, concurrency: .atomic,
        authorship: .token, tags: .change, fields: .change, merge: .moves),
      entries: EntryAbilities(
        edit: EntryAct(scope: .own), delete: EntryAct(scope: .own), redact: .part, hide: .undoable),
      read: ReadAbilities(
        shape: .list, orders: [.oldestFirst], totals: .exact, rights: .told, templates: .macros,
        search: .words,
        presence: .both),
      statuses: StatusAbilities(
        model: .fixed, statuses: [DeskStatus(id: "open", name: "Open", category: .open)], snooze: [.until],
        assignees: [.agent]),
      text: TextAbilities(formats: [.plain]), changes: ChangeAbilities(delivery: .held, loses: .never))
  }

  @Test("What offers all excludes nothing")
  func none() { #expect(ManifestChecks.contradictions(Self.rich()) == []) }

  private static let cases: [(String, @Sendable (inout Manifest) -> Void)] = [
    (
      "read.search is offered, and search is not among the methods",
      { $0.methods.removeAll { $0 == .search } }
    ),
    (
      "read.templates is offered, and templates is not among the methods",
      { $0.methods.removeAll { $0 == .templates } }
    ),
    (
      "read.presence is offered, and presence is not among the methods",
      { $0.methods.removeAll { $0 == .presence } }
    ),
    (
      "changes.delivery is offered, and changes is not among the methods",
      { $0.methods.removeAll { $0 == .changes } }
    ),
    ("the step tag is named, and write.tags is none", { $0.write.tags = .none }),
    ("the step field is named, and write.fields is none", { $0.write.fields = .none }),
    ("the step merge is named, and write.merge is none", { $0.write.merge = .none }),
    ("the step edit is named, and entries.edit has the scope none", { $0.entries.edit.scope = .none }),
    ("the step delete is named, and entries.delete has the scope none", { $0.entries.delete.scope = .none }),
    ("the step redact is named, and entries.redact is none", { $0.entries.redact = .none }),
    ("the step unhide is named, and entries.hide is not undoable", { $0.entries.hide = .final }),
    ("the step snooze is named, and statuses.snooze is empty", { $0.statuses.snooze = [] }),
    ("the step status is named, and statuses.statuses is empty", { $0.statuses.statuses = [] }),
    ("the step assign is named, and statuses.assignees is empty", { $0.statuses.assignees = [] }),
    ("the step say is named, and text.formats is empty", { $0.text.formats = [] }),
    ("an id stands twice in statuses.statuses", { $0.statuses.statuses += $0.statuses.statuses }),
  ]

  @Test("Each contradiction is told in a sentence", arguments: cases.indices)
  func told(_ index: Int) {
    var manifest = Self.rich()
    Self.cases[index].1(&manifest)
    #expect(ManifestChecks.contradictions(manifest) == [Self.cases[index].0])
  }
}
