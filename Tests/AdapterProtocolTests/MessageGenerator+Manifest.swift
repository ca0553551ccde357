import AdapterProtocol
import DeskModel

extension MessageGenerator {
  mutating func manifest() -> Manifest {
    var manifest = Manifest(
      version: 1, adapter: ProgramName(name: text(), version: text()), desk: text(), me: agent(),
      methods: AdapterMethod.allCases,
      audiences: AudienceAbilities(known: [pick()], echo: pick(), unsaid: maybe { $0.pick() } ?? .none),
      write: writeAbilities(), read: readAbilities(),
      statuses: StatusAbilities(
        model: pick(),
        statuses: some { generator in
          DeskStatus(
            id: generator.text(), name: generator.text(), category: generator.pick(),
            queues: generator.some { $0.id() })
        }, snooze: some { $0.pick() }, assignees: some { $0.pick() },
        assigneesAtOnce: maybe { $0.count() } ?? 1),
      text: TextAbilities(
        formats: some { $0.pick() }, maximum: maybe { $0.count() }, unit: maybe { $0.pick() } ?? .characters),
      changes: ChangeAbilities(
        delivery: pick(), loses: pick(), doubles: maybe { $0.pick() } ?? .sometimes,
        reorders: maybe { $0.pick() } ?? .sometimes, lagSeconds: maybe { $0.count() } ?? 0,
        covers: some { $0.pick() },
        cursorSeconds: maybe { $0.count() }))
    if fullness > 0 {
      manifest.entries = entryAbilities()
      manifest.bounds = bounds()
    }
    return manifest
  }

  private mutating func writeAbilities() -> WriteAbilities {
    WriteAbilities(
      steps: some { $0.pick() }, atomicity: pick(), idempotency: pick(), keySeconds: maybe { $0.count() },
      concurrency: pick(), authorship: pick(), tags: maybe { $0.pick() } ?? .none,
      fields: maybe { $0.pick() } ?? .none, merge: maybe { $0.pick() } ?? .none,
      sideEffects: some { SideEffect(on: $0.pick(), does: $0.text()) })
  }

  private mutating func readAbilities() -> ReadAbilities {
    ReadAbilities(
      shape: pick(), orders: [pick()], threadEntries: maybe { $0.count() }, filters: some { $0.pick() },
      sorts: some { $0.pick() }, totals: pick(), rights: pick(), windows: maybe { $0.pick() } ?? .none,
      templates: maybe { $0.pick() } ?? .none, search: maybe { $0.pick() } ?? .none,
      searchDays: maybe { $0.count() }, presence: maybe { $0.pick() } ?? .none)
  }

  private mutating func act() -> EntryAct { EntryAct(scope: pick(), withinSeconds: maybe { $0.count() }) }

  private mutating func entryAbilities() -> EntryAbilities {
    EntryAbilities(
      edit: act(), delete: act(), deletion: pick(), redact: pick(), hide: pick(), delivery: pick())
  }

  private mutating func bounds() -> DeskBounds {
    DeskBounds(
      requestsPerMinute: maybe { $0.count() }, costs: some { CallCost(method: $0.pick(), cost: $0.count()) },
      concurrentCalls: count(1...50), pageItems: count(1...1_000), attachmentBytes: maybe { $0.count() },
      attachmentsBytes: maybe { $0.count() }, attachmentCount: maybe { $0.count() },
      attachmentTypes: some { $0.text() })
  }
}
