import DeskLink
import DeskModel
import Synchronization
import SystemCalls

extension EmbeddedDesk {
  /// Applies an intent; on the queue.
  ///
  /// - Returns: the answer, and whether something was written.
  func applyNow(_ intent: Intent) -> (Result<DeskAnswer, DeskError>, Bool) {
    guard let writer else { return (.failure(.cannotWrite(reason: readOnlyReason)), false) }
    guard case .say(_, _, _, _, let uploads) = intent.action, !uploads.isEmpty else {
      return apply(intent, [], writer)
    }
    return apply(intent, with: uploads, writer)
  }

  /// Files are copied before the lock is taken: others need not wait for it.
  private func apply(
    _ intent: Intent, with uploads: [AttachmentUpload], _ writer: JournalWriter
  ) -> (Result<DeskAnswer, DeskError>, Bool) {
    do throws(SystemError) { tell(try catchUp()) } catch { return (.failure(Self.failure(error)), false) }
    let staged: StagedFiles
    do throws(DeskError) {
      if let outcome = try applied(intent.clientKey) { return (.success(.outcome(outcome)), false) }
      guard state.withLock({ $0.find(intent.conversation) }) != nil else {
        throw .unknownConversation(intent.conversation)
      }
      switch try stage(uploads, for: intent) {
      case .success(let files): staged = files
      case .failure(let refusal):
        return (.success(.outcome(.invalid(field: "attachments", reason: refusal.reason))), false)
      }
    } catch {
      return (.failure(error), false)
    }
    let result = apply(intent, staged.attachments, writer)
    if case (.success(.outcome(.applied)), _) = result { return result }
    if !result.1 { staged.discard() }
    return result
  }

  private func apply(
    _ intent: Intent, _ attachments: [Attachment], _ writer: JournalWriter
  ) -> (Result<DeskAnswer, DeskError>, Bool) {
    do throws(SystemError) { try writer.lock() } catch { return (.failure(Self.failure(error)), false) }
    defer { writer.unlock() }
    do throws(SystemError) {
      tell(try catchUp())
      try repairTail(writer)
    } catch {
      return (.failure(Self.failure(error)), false)
    }
    do throws(DeskError) {
      switch try prepare(intent, attachments) {
      case .answer(let outcome): return (.success(.outcome(outcome)), false)
      case .write(let number, let row, let event):
        let isSaying = if case .said = event.content { true } else { false }
        return (.success(.outcome(try write([event], number, row, writer, waits: isSaying))), true)
      }
    } catch {
      return (.failure(error), false)
    }
  }

  private enum Step {
    case answer(Outcome)
    case write(UInt32, DeskRow, JournalEvent)
  }

  /// What is said when the journal is not what it was, whoever notices it.
  static let staleReason =
    "the journal was moved or cut by somebody while it was open: close the desk and open it again"

  static func failure(_ error: SystemError) -> DeskError {
    if error.isFull { return .cannotWrite(reason: "the disk is full (\(error.path))") }
    if error.isStale { return .cannotWrite(reason: staleReason) }
    return .cannotWrite(reason: error.description)
  }

  private func prepare(_ intent: Intent, _ attachments: [Attachment]) throws(DeskError) -> Step {
    guard !intent.clientKey.rawValue.isEmpty else {
      return .answer(.invalid(field: "clientKey", reason: "must not be empty"))
    }
    if let outcome = try applied(intent.clientKey) { return .answer(outcome) }
    let found = state.withLock { state in
      state.find(intent.conversation).flatMap { number in state.row(number).map { (number, $0) } }
    }
    guard let (number, row) = found else { throw .unknownConversation(intent.conversation) }
    let conversation = try loader.conversation(row)
    if let objection = Self.objection(to: intent.action, in: conversation) { return .answer(objection) }
    if case .say = intent.action, let basedOn = intent.basedOn, basedOn < row.version {
      let newer = try saidByOthers(row, after: basedOn, than: intent.by)
      if !newer.isEmpty { return .answer(.conflict(newer: newer, version: row.version)) }
    }
    return .write(number, row, event(of: intent, attachments))
  }

  /// What others have said in public after a version.
  private func saidByOthers(_ row: DeskRow, after version: Int, than me: Agent) throws(DeskError) -> [Entry] {
    var result: [Entry] = []
    for place in row.events.dropFirst(max(0, version - 1)) {
      guard case .said(let entry) = try loader.event(place).content else { continue }
      if entry.audience != .internal, entry.kind != .event, entry.author.id != me.id.rawValue {
        result.append(entry)
      }
    }
    return result
  }

  static func objection(to action: IntentAction, in conversation: Conversation) -> Outcome? {
    switch action {
    case .say(let text, let kind, let audience, let parent, _):
      if text.isEmpty { return .invalid(field: "text", reason: "must not be empty") }
      if kind == .event { return .invalid(field: "kind", reason: "an event cannot be said") }
      if kind == .note, audience != .internal {
        return .invalid(field: "audience", reason: "a note is internal, not for \(audience.rawValue)")
      }
      if let parent, !conversation.entries.contains(where: { $0.id == parent }) {
        return .invalid(field: "parent", reason: "there is no entry \(parent.rawValue)")
      }
    case .setStatus(let word):
      if word.isEmpty { return .invalid(field: "status", reason: "must not be empty") }
    case .markRead(let entry):
      if !conversation.entries.contains(where: { $0.id == entry }) {
        return .invalid(field: "upTo", reason: "there is no entry \(entry.rawValue)")
      }
    case .access(let access?):
      if access.askedBy.id.rawValue.isEmpty || access.closedBy?.id.rawValue.isEmpty == true {
        return .invalid(field: "access", reason: "an agent must have an id")
      }
    case .assign, .tag, .snooze, .followUp, .access: break
    }
    return nil
  }

  /// The event that does what an intent wants, now.
  func event(of intent: Intent, _ attachments: [Attachment]) -> JournalEvent {
    let now = clock()
    let content: JournalEvent.Content
    switch intent.action {
    case .say(let text, let kind, let audience, let parent, _):
      content = .said(
        Entry(
          id: EntryID(makeID()), at: now,
          author: Author(kind: .agent, id: intent.by.id.rawValue, name: intent.by.name), audience: audience,
          kind: kind, text: text, parent: parent, attachments: attachments, templates: intent.templates))
    case .setStatus(let word): content = .changed(.status(word))
    case .assign(let agent): content = .changed(.assignee(agent))
    case .tag(let add, let remove): content = .changed(.tags(add: add, remove: remove))
    case .snooze(let until): content = .changed(.snoozed(until: until))
    case .followUp(let followUp): content = .changed(.followUp(followUp))
    case .access(let access): content = .changed(.access(access))
    case .markRead(let entry): content = .changed(.readUpTo(entry))
    }
    return JournalEvent(
      at: now, by: intent.by, key: intent.clientKey.rawValue, conversation: intent.conversation,
      content: content)
  }

  /// Adds events of one conversation to the journal by one write, and takes them into the state; with the lock.
  ///
  /// `waits` until they are on the disk; without, a crash of the machine may lose them. What came of it is told of the
  /// entry that was said, and of the last version.
  func write(
    _ events: [JournalEvent], _ number: UInt32, _ row: DeskRow, _ writer: JournalWriter, waits: Bool
  ) throws(DeskError) -> Outcome {
    var conversation = try loader.conversation(row)
    let lines = events.map(\.line)
    var place: JournalPosition
    do throws(SystemError) {
      let position = state.withLock { $0.position }
      onStep(.beforeWrite)
      place = try writer.append(Array(lines.joined()), at: position)
      onStep(.afterWrite)
    } catch {
      throw Self.failure(error)
    }
    if waits {
      do throws(SystemError) { try writer.sync() } catch {
        // It stands in the journal and will be read from there, but it may not survive a power cut.
        return .unknown
      }
      onStep(.afterSync)
    }
    var row = row
    var said: Entry?
    var keys: [(String, KeyPlace)] = []
    for (event, line) in zip(events, lines) {
      if case .said(let entry) = event.content { said = entry }
      conversation.apply(event)
      keys.append((event.key, KeyPlace(row: number, event: UInt32(truncatingIfNeeded: row.events.count))))
      row.events.append(
        JournalPlace(segment: place.segment, offset: place.offset, length: line.count - 1))
      place.offset += line.count
      place.line += 1
    }
    row.take(conversation)
    loader.remember(conversation)
    let (newRow, newKeys, end) = (row, keys, place)
    state.withLock { state in
      state.replace(number, with: newRow)
      for (key, place) in newKeys { state.note(key: key, place) }
      for event in events { state.noteAgents(of: event) }
      state.position = end
      state.tailCount += events.count
    }
    return .applied(entry: said?.id, audience: said?.audience, version: row.version)
  }
}
