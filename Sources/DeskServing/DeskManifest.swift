import AdapterProtocol
import DeskModel
import LocalDesk

/// What the desk says of itself.
enum DeskManifest {
  /// Calls that may be open at once: enough for a `changes` that is held, and for a screen that is being filled.
  static let concurrentCalls = 8
  /// The longest text that can be said, in UTF-8 bytes: escaped in the worst way, it fits into a line.
  static let textLimit = 1 << 20

  /// The statuses that everybody gets offered; what an import has brought besides stays as it is.
  static let statuses = StatusCategory.allCases.map {
    DeskStatus(id: $0.rawValue, name: $0.rawValue, category: $0)
  }

  /// The manifest of a desk that can be written, or of one that can only be read.
  static func manifest(_ settings: ServingSettings, version: Int, canWrite: Bool) -> Manifest {
    var methods: [AdapterMethod] = [
      .queues, .agents, .conversations, .conversation, .thread, .contact, .attachment, .search, .apply,
      .reconcile, .presence, .changes,
    ]
    if canWrite { methods.append(.upload) }
    return Manifest(
      version: version, adapter: ProgramName(name: "sapa serve", version: settings.version),
      desk: settings.deskName, me: settings.me, methods: methods,
      audiences: AudienceAbilities(known: Audience.allCases, echo: .stored),
      write: WriteAbilities(
        steps: canWrite ? [.say, .status, .assign, .tag, .snooze, .followUp, .access, .markRead] : [],
        atomicity: .whole, idempotency: .clientKey, concurrency: .atomic,
        authorship: settings.trustsAgents ? .named : .token, tags: canWrite ? .change : .none),
      read: ReadAbilities(
        shape: .tree, orders: ThreadOrder.allCases, filters: FilterName.allCases, sorts: QueueSort.allCases,
        totals: .exact, rights: .tried, search: .words, presence: canWrite ? .both : .read),
      statuses: StatusAbilities(
        model: .custom, statuses: statuses, snooze: [.until, .reply], assignees: [.agent]),
      text: TextAbilities(formats: [.plain], maximum: textLimit, unit: .bytes),
      changes: ChangeAbilities(
        delivery: .held, loses: .never, doubles: .never, reorders: .never,
        covers: [.conversations, .entries, .presence]),
      bounds: DeskBounds(
        concurrentCalls: concurrentCalls, pageItems: ProtocolLimits.pageItems,
        attachmentBytes: canWrite ? UploadShelf.fileLimit : nil,
        attachmentCount: canWrite ? UploadShelf.answerLimit : 0))
  }
}
