package import DeskModel

/// What the agent had before their eyes.
package struct SeenState: Sendable, Hashable {
  /// The version; nil where the backend has none.
  package var version: VersionTag?
  /// The last entry; nil in an empty conversation.
  package var entry: EntryID?

  /// Makes a state.
  package init(version: VersionTag? = nil, entry: EntryID? = nil) {
    self.version = version
    self.entry = entry
  }
}

/// An intent as it goes to a backend: one wish, perhaps in several steps.
package struct BackendIntent: Sendable, Hashable {
  /// Made once, kept through every retry: the same key is never applied twice.
  package var clientKey: ClientKey
  /// What it concerns.
  package var conversation: ConversationID
  /// What was seen; nil to act whatever happened since.
  package var basedOn: SeenState?
  /// In whose name it is done.
  package var by: Agent
  /// What is to be done, in this order: 1...16 steps, at most one of which says something.
  package var steps: [IntentStep]

  /// Makes an intent.
  package init(
    clientKey: ClientKey, conversation: ConversationID, basedOn: SeenState? = nil, by: Agent,
    steps: [IntentStep]
  ) {
    self.clientKey = clientKey
    self.conversation = conversation
    self.basedOn = basedOn
    self.by = by
    self.steps = steps
  }

  /// The console's intent for a backend.
  ///
  /// `uploads` are the files of a `say`, sent up before, and `basedOn` what the agent had seen, in the
  /// backend's terms.
  package init(_ intent: Intent, basedOn: SeenState?, uploads: [UploadID] = []) {
    self.init(
      clientKey: intent.clientKey, conversation: intent.conversation, basedOn: basedOn, by: intent.by,
      steps: [IntentStep(intent.action, uploads: uploads)])
  }

  /// What it says; nil when it says nothing.
  package var saying: Saying? {
    for case .say(let saying) in steps { return saying }
    return nil
  }
}

extension IntentStep {
  /// The step for an act of the console; `uploads` are the files of a `say`, sent up before.
  package init(_ action: IntentAction, uploads: [UploadID] = []) {
    self =
      switch action {
      case .say(let text, let kind, let audience, let parent, _):
        .say(Saying(text, kind: kind, audience: audience, parent: parent, uploads: uploads))
      case .setStatus(let word): .status(word)
      case .assign(let agent):
        .assign(agent.map { [Assignee(.agent, id: AssigneeID($0.id.rawValue), name: $0.name)] } ?? [])
      case .tag(let add, let remove): .tag(add: add, remove: remove)
      case .snooze(let moment): .snooze(moment.map { .until($0) } ?? .now)
      case .followUp(let followUp): .followUp(followUp)
      case .access(let access): .access(access)
      case .markRead(let entry): .markRead(upTo: entry)
      }
  }
}

extension SeenState: WireRecord {
  static var blank: SeenState { SeenState() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.optional("version", &version)
    try coder.optional("entry", &entry)
  }
}

extension BackendIntent: WireRecord {
  static var blank: BackendIntent {
    BackendIntent(clientKey: "", conversation: "", by: .blank, steps: [])
  }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("clientKey", &clientKey)
    try coder.required("conversation", &conversation)
    try coder.optional("basedOn", &basedOn)
    try coder.required("by", &by)
    try coder.required("steps", &steps)
  }

  func check() throws(ProtocolError) {
    guard (1...ProtocolLimits.steps).contains(steps.count) else {
      throw .field(
        path: "steps", expected: "1 to \(ProtocolLimits.steps) steps", found: String(steps.count))
    }
    guard steps.count(where: { $0.name == .say }) <= 1 else {
      throw .field(path: "steps", expected: "at most one step that says something", found: "several")
    }
  }
}
