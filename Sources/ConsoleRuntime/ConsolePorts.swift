package import ConsoleCore
package import DeskLink
package import DeskModel
package import LocalePacks
package import TextLayout

/// Everything outside that the loop may touch, as values that tests replace.
package struct ConsolePorts: Sendable {
  /// The desk.
  package var desk: any Adapter
  /// What time it is.
  package var now: @Sendable () -> Timestamp
  /// Seconds east of UTC here, at a moment.
  package var localOffset: @Sendable (Timestamp) -> Int
  /// Seconds east of UTC in an IANA zone, at a moment; nil when nobody knows the zone.
  package var zoneOffset: @Sendable (String, Timestamp) -> Int?
  /// Begins to write a draft (an empty one: to remove it) and returns; `done` is told nil, or why it failed.
  package var saveDraft: @Sendable (StoredDraft, _ done: @escaping @Sendable (String?) -> Void) -> Void
  /// Waits until everything begun by `saveDraft` is on disk.
  package var flushDrafts: @Sendable () -> Void
  /// Looks whether another program has changed the desk; called after each ring.
  package var refresh: @Sendable () -> Void
  /// Begins to read the manners of a locale and returns; `done` is told them, or nil, and what is wrong with their files.
  package var manners: @Sendable (String, _ done: @escaping @Sendable (Manners?, [SafeText]) -> Void) -> Void
  /// Begins to look at a text that is being written and returns; by default it is looked at in place.
  package var judge: @Sendable (Judgement, _ done: @escaping @Sendable (LiveFindings) -> Void) -> Void
  /// The answers with their variants.
  package var answers: AnswerPorts
  /// The store of secrets that customers wrote.
  package var secrets: SecretPorts
  /// What a rehearsal needs; nothing on a real desk.
  package var rehearsal: RehearsalPorts
  /// What a reading by roles needs; nothing on a real desk.
  package var reading: ReadingPorts
  /// Programs and files of the person's own.
  package var tools: ToolPorts

  /// Makes a set of ports.
  package init(
    desk: any Adapter, now: @escaping @Sendable () -> Timestamp,
    localOffset: @escaping @Sendable (Timestamp) -> Int = { _ in 0 },
    zoneOffset: @escaping @Sendable (String, Timestamp) -> Int? = { _, _ in nil },
    saveDraft: @escaping @Sendable (StoredDraft, @escaping @Sendable (String?) -> Void) -> Void = { $1(nil) },
    flushDrafts: @escaping @Sendable () -> Void = {}, refresh: @escaping @Sendable () -> Void = {},
    manners: @escaping @Sendable (String, @escaping @Sendable (Manners?, [SafeText]) -> Void) -> Void = {
      $1(nil, [])
    },
    judge: @escaping @Sendable (Judgement, @escaping @Sendable (LiveFindings) -> Void) -> Void = {
      $1($0.findings())
    },
    answers: AnswerPorts = AnswerPorts(), secrets: SecretPorts = SecretPorts(),
    rehearsal: RehearsalPorts = RehearsalPorts(), reading: ReadingPorts = ReadingPorts(),
    tools: ToolPorts = ToolPorts()
  ) {
    self.desk = desk
    self.now = now
    self.localOffset = localOffset
    self.zoneOffset = zoneOffset
    self.saveDraft = saveDraft
    self.flushDrafts = flushDrafts
    self.refresh = refresh
    self.manners = manners
    self.judge = judge
    self.answers = answers
    self.secrets = secrets
    self.rehearsal = rehearsal
    self.reading = reading
    self.tools = tools
  }
}
