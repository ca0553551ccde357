import AdapterProtocol
import DeskModel

/// What the adapter says of RT.
enum RTManifest {
  /// The adapter's name and version.
  static let program = ProgramName(name: "sapa-adapter-rt", version: "1")

  /// How many calls may be open at once: RT is usually run by a handful of processes.
  static let concurrentCalls = 4

  /// The manifest.
  static func manifest(
    version: Int, settings: RTSettings, me: Person, statuses: StatusCatalogue
  ) -> Manifest {
    Manifest(
      version: version, adapter: program, desk: settings.host,
      me: Agent(id: AgentID(me.id), name: me.name ?? me.id),
      methods: [
        .queues, .agents, .conversations, .conversation, .thread, .contact, .templates, .attachment, .upload,
        .search,
        .apply, .reconcile, .changes,
      ],
      audiences: AudienceAbilities(known: [.customer, .internal], echo: .stored),
      write: WriteAbilities(
        steps: [.say, .status, .assign, .field, .merge, .link], atomicity: .steps, idempotency: .readBack,
        concurrency: .checked, authorship: .token, fields: .change, merge: .moves,
        sideEffects: [
          SideEffect(on: .say, does: "An answer to the customer opens a ticket that is new or resolved."),
          SideEffect(on: .say, does: "A note is mailed to the colleagues who watch the ticket."),
          SideEffect(on: .merge, does: "It cannot be undone."),
        ]),
      read: ReadAbilities(
        shape: .list, orders: [.oldestFirst, .newestFirst],
        filters: [.status, .assignee, .customer, .due, .quiet, .text], sorts: [.newest, .oldest],
        totals: .partial, rights: .told, templates: .texts, search: .own),
      statuses: StatusAbilities(model: .queue, statuses: statuses.statuses, assignees: [.agent]),
      text: TextAbilities(formats: [.plain, .html]),
      changes: ChangeAbilities(
        delivery: .polled, loses: .never, doubles: .never, reorders: .sometimes,
        lagSeconds: settings.pollSeconds,
        covers: [.conversations, .deletions]),
      bounds: DeskBounds(
        concurrentCalls: concurrentCalls, pageItems: settings.pageItems,
        attachmentBytes: settings.attachmentBytes))
  }
}
