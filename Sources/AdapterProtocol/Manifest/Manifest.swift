package import DeskModel

/// What an adapter says of itself and its backend: the answer to `initialize`.
///
/// It tells only what the server does; holding, drafts, checks and masking are the console's.
package struct Manifest: Sendable, Hashable {
  /// The version that is spoken from now on: one of those that were offered.
  package var version: Int
  /// The adapter.
  package var adapter: ProgramName
  /// The name of the desk, from outside.
  package var desk: String
  /// Who we are there.
  package var me: Agent
  /// The calls that it answers besides `initialize` and `shutdown`; others get `unknownMethod`.
  package var methods: [AdapterMethod]
  /// Whom an entry can be for.
  package var audiences: AudienceAbilities
  /// How it is written.
  package var write: WriteAbilities
  /// What can be done to an entry afterwards.
  package var entries: EntryAbilities
  /// How it is read.
  package var read: ReadAbilities
  /// Statuses and assignees.
  package var statuses: StatusAbilities
  /// What a text can be.
  package var text: TextAbilities
  /// What can be expected of `changes`.
  package var changes: ChangeAbilities
  /// Bounds.
  package var bounds: DeskBounds

  /// Makes it; what is not said is not there.
  package init(
    version: Int, adapter: ProgramName, desk: String, me: Agent, methods: [AdapterMethod],
    audiences: AudienceAbilities, write: WriteAbilities, entries: EntryAbilities = EntryAbilities(),
    read: ReadAbilities, statuses: StatusAbilities, text: TextAbilities, changes: ChangeAbilities,
    bounds: DeskBounds = DeskBounds()
  ) {
    self.version = version
    self.adapter = adapter
    self.desk = desk
    self.me = me
    self.methods = methods
    self.audiences = audiences
    self.write = write
    self.entries = entries
    self.read = read
    self.statuses = statuses
    self.text = text
    self.changes = changes
    self.bounds = bounds
  }
}

extension Manifest: WireRecord {
  static var blank: Manifest {
    Manifest(
      version: 0, adapter: .blank, desk: "", me: .blank, methods: [], audiences: .blank, write: .blank,
      read: .blank, statuses: .blank, text: .blank, changes: .blank)
  }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("version", &version)
    try coder.required("adapter", &adapter)
    try coder.required("desk", &desk)
    try coder.required("me", &me)
    try coder.required("methods", &methods)
    try coder.required("audiences", &audiences)
    try coder.required("write", &write)
    try coder.usual("entries", &entries, EntryAbilities())
    try coder.required("read", &read)
    try coder.required("statuses", &statuses)
    try coder.required("text", &text)
    try coder.required("changes", &changes)
    try coder.usual("bounds", &bounds, DeskBounds())
  }

  func check() throws(ProtocolError) {
    if let missing = AdapterMethod.indispensable.first(where: { !methods.contains($0) }) {
      throw .field(path: "methods", expected: "\(missing.rawValue) among them", found: "it missing")
    }
    if write.idempotency == .readBack, !methods.contains(.reconcile) {
      throw .field(path: "methods", expected: "reconcile, which readBack needs", found: "it missing")
    }
  }
}
