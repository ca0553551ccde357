import AdapterProtocol
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization
import SystemCalls

/// What the console wants done, by way of the outbox; all on the queue.
extension RemoteDesk {
  typealias Reply = @Sendable (Result<DeskAnswer, DeskError>) -> Void

  /// Begins the ids of entries that stand only in the outbox.
  private static let pendingPrefix = "outbox:"
  /// Versions of a conversation whose ends are remembered.
  private static let seenLimit = 8

  // MARK: - What the console sees of it

  /// Adds what is on its way to what was read, and remembers what is shown.
  func withPending(_ answer: DeskAnswer) -> DeskAnswer {
    switch answer {
    case .conversation(let conversation): .conversation(withPending(conversation))
    case .end(let conversation, let summary): .end(withPending(conversation), summary)
    default: answer
    }
  }

  private func withPending(_ conversation: Conversation) -> Conversation {
    let id = conversation.id
    let pending = shared.withLock { shared in
      var seen = shared.seen[id] ?? [:]
      seen[conversation.version] = SeenState(version: shared.tags[id], entry: conversation.entries.last?.id)
      if seen.count > Self.seenLimit, let oldest = seen.keys.min() { seen[oldest] = nil }
      shared.seen[id] = seen
      return shared.pending.filter { $0.intent.conversation == id }
    }
    var result = conversation
    for item in pending {
      guard case .say(let text, let kind, let audience, let parent, let files) = item.intent.action else {
        continue
      }
      // What is said to be done is shown until it has been read.
      let isRead = item.state == .accepted && Self.holds(conversation, text)
      if isRead { continue }
      let names = files.map { Attachment(id: AttachmentID(Self.pendingPrefix + $0.name), name: $0.name) }
      result.entries.append(
        Entry(
          id: EntryID(Self.pendingPrefix + item.intent.clientKey.rawValue), at: item.addedAt,
          author: Author(kind: .agent, id: item.intent.by.id.rawValue, name: item.intent.by.name),
          audience: audience, kind: kind, text: text, parent: parent, state: item.state.entryState,
          attachments: names))
    }
    return result
  }

  /// Whether what we have said is among the last entries.
  private static func holds(_ conversation: Conversation, _ text: String) -> Bool {
    let text = ReadBack.normalised(text)
    return conversation.entries.suffix(10).contains {
      $0.author.kind == .agent && ReadBack.normalised($0.text) == text
    }
  }

  func tellOutbox() { tell(.outbox(shared.withLock { $0.pending })) }

  func publishAll() {
    let pending = state.withLock { $0.outbox.open.compactMap(\.pending) }
    shared.withLock { $0.pending = pending }
    tellOutbox()
  }

  func publish(_ item: OutboxItem) {
    publishAll()
    if item.intent.saying != nil { tell(.changed([item.intent.conversation])) }
  }

  // MARK: - Wanting

  func apply(_ intent: Intent, _ reply: @escaping Reply) {
    if applyHere(intent, reply) { return }
    switch mapped(intent.action) {
    case .success(let action):
      var inTheirWords = intent
      inTheirWords.action = action
      enqueue(inTheirWords, reply)
    case .failure(let refusal):
      return reply(.success(.outcome(.invalid(field: refusal.field, reason: refusal.reason))))
    }
  }

  private func enqueue(_ intent: Intent, _ reply: @escaping Reply) {
    let (isKnown, hasStore) = state.withLock { ($0.outbox[intent.clientKey] != nil, $0.store != nil) }
    // One that is on its way already must not come back: it would be sent a second time with another key.
    if !isKnown, let conflict = conflict(with: intent) { return reply(.success(.outcome(conflict))) }
    guard hasStore else {
      return reply(.failure(.cannotWrite(reason: problems.first ?? "the outbox cannot be written")))
    }
    let files: [OutboxFile]
    do throws(SystemError) { files = isKnown ? [] : try copyFiles(of: intent) } catch {
      return reply(.success(.outcome(.invalid(field: "attachments", reason: error.description))))
    }
    let uploads = files.indices.map { UploadID("\(intent.clientKey.rawValue)-\($0)") }
    let wire = BackendIntent(intent, basedOn: seen(intent), uploads: uploads)
    state.withLock { $0.waiters[intent.clientKey] = Waiter(reply: reply) }
    run { $0.handle(.add(wire, files: files), at: $1) }
    let isUp = if case .up = connection { true } else { false }
    guard isUp else { return release(intent.clientKey) }
    queue.asyncAfter(deadline: .now() + .milliseconds(options.patience)) { [weak self] in
      self?.release(intent.clientKey)
    }
  }

  /// What is ours alone, because the backend does not keep it, or nobody waits for it.
  private func applyHere(_ intent: Intent, _ reply: @escaping Reply) -> Bool {
    let steps = state.withLock { $0.manifest?.write.steps }
    switch intent.action {
    case .markRead(let entry):
      if entry.rawValue.hasPrefix(Self.pendingPrefix) {
        reply(.success(.outcome(.applied(entry: nil, audience: nil, version: 0))))
        return true
      }
      mirror.handle(.apply(intent), reply: reply)
      if steps?.contains(.markRead) == true {
        call(.apply(BackendIntent(intent, basedOn: nil)), .background) { _ in }
      }
      return true
    case .snooze where steps.map({ !$0.contains(.snooze) }) ?? false,
      .followUp where steps.map({ !$0.contains(.followUp) }) ?? false,
      .access where steps.map({ !$0.contains(.access) }) ?? false:
      mirror.handle(.apply(intent), reply: reply)
      return true
    default: return false
    }
  }

  private struct Refusal: Error {
    var field: String
    var reason: String
  }

  /// An act in the backend's words, or why it has none for it.
  private func mapped(_ action: IntentAction) -> Result<IntentAction, Refusal> {
    guard let manifest = state.withLock({ $0.manifest }) else { return .success(action) }
    let name = IntentStep(action).name
    guard manifest.write.steps.contains(name) else {
      return .failure(Refusal(field: name.rawValue, reason: "this desk does not do that"))
    }
    switch action {
    case .setStatus(let word):
      guard let known = StatusWords.backendWord(word, manifest.statuses.statuses) else {
        return .failure(Refusal(field: "status", reason: "this desk has no status like “\(word)”"))
      }
      return .success(.setStatus(known))
    case .say(_, _, let audience, _, let files):
      guard manifest.audiences.known.contains(audience) else {
        return .failure(
          Refusal(field: "audience", reason: "nobody can be told “\(audience.rawValue)” on this desk"))
      }
      if let most = manifest.bounds.attachmentCount, files.count > most {
        return .failure(
          Refusal(field: "attachments", reason: "at most \(most) can go with an answer on this desk"))
      }
      return .success(action)
    default: return .success(action)
    }
  }

  private func seen(_ intent: Intent) -> SeenState? {
    guard let version = intent.basedOn else { return nil }
    return shared.withLock { $0.seen[intent.conversation]?[version] }
  }

  /// Somebody else has written since the agent looked, and the mirror knows already.
  private func conflict(with intent: Intent) -> Outcome? {
    guard case .say = intent.action, let seen = seen(intent), let last = seen.entry,
      let current = try? mirror.mirrored(intent.conversation),
      let place = current.entries.lastIndex(where: { $0.id == last })
    else { return nil }
    let me: Set<String> = [options.me.id.rawValue, state.withLock { $0.manifest?.me.id.rawValue } ?? ""]
    let newer = current.entries[(place + 1)...].filter {
      $0.audience != .internal && $0.kind != .event
        && !($0.author.kind == .agent && me.contains($0.author.id))
    }
    return newer.isEmpty ? nil : .conflict(newer: Array(newer), version: current.version)
  }

  private func copyFiles(of intent: Intent) throws(SystemError) -> [OutboxFile] {
    guard case .say(_, _, _, _, let uploads) = intent.action, !uploads.isEmpty,
      let folder = state.withLock({ $0.store?.filesFolder })
    else { return [] }
    try FileSystem.makeFolder(folder)
    var result: [OutboxFile] = []
    for (number, upload) in uploads.enumerated() {
      let bytes = try FileSystem.contents(of: upload.path)
      let path = "\(folder)/\(String(ProcessContext.random(), radix: 36))-\(number)"
      try FileSystem.replace(path, with: bytes)
      result.append(OutboxFile(path: path, name: upload.name, byteCount: bytes.count))
    }
    return result
  }

  // MARK: - Asking about it

  func reconcile(_ key: ClientKey, _ reply: @escaping Reply) {
    guard let item = state.withLock({ $0.outbox[key] }) else {
      return mirror.handle(.reconcile(key), reply: reply)
    }
    switch item.state {
    case .applied(let facts, _):
      reply(
        .success(
          .outcome(
            .applied(
              entry: facts.entry, audience: facts.audience ?? item.intent.saying?.audience,
              version: version(of: item)))))
    case .discarded: reply(.success(.outcome(.unknown)))
    default: reply(.success(.outcome(.queued)))
    }
  }

  func retry(_ key: ClientKey, _ basedOn: Int?, _ reply: @escaping Reply) {
    guard let item = state.withLock({ $0.outbox[key] }) else {
      return reply(.failure(.unsupported("an intent that is not there")))
    }
    let seen = basedOn.flatMap { version in shared.withLock { $0.seen[item.intent.conversation]?[version] } }
    run { $0.handle(.retry(key, basedOn: seen), at: $1) }
    reply(.success(.done))
  }

  func discard(_ key: ClientKey, _ reply: @escaping Reply) {
    run { $0.handle(.discard(key), at: $1) }
    let isOver = state.withLock { $0.outbox[key]?.state.isOver ?? true }
    reply(isOver ? .success(.done) : .failure(.unsupported("taking back what is on its way")))
  }

  private func version(of item: OutboxItem) -> Int {
    (try? mirror.mirrored(item.intent.conversation))?.version ?? 0
  }

  // MARK: - Telling

  func told(_ item: OutboxItem) {
    publish(item)
    let key = item.key
    switch item.state {
    case .applied(let facts, let isConfirmed):
      let meant = item.intent.saying?.audience
      if isConfirmed || meant == nil || facts.audience != nil {
        answer(
          key, .applied(entry: facts.entry, audience: facts.audience ?? meant, version: version(of: item)))
      }
      // They lie on the backend now; what was discarded keeps its own, for the composer that has the words again.
      if isConfirmed { for file in item.files { try? FileSystem.remove(file.path) } }
      shared.withLock { shared in
        shared.fresh.remove(item.intent.conversation)
        shared.queues.noteChange()
      }
      queue.async { self.open(item.intent.conversation) }
    case .discarded: answer(key, .unknown)
    case .failed(let failure):
      let isWaitedFor = state.withLock { $0.waiters[key] != nil }
      guard isWaitedFor else { break }
      guard let outcome = failure.outcome(version: version(of: item)) else { return answer(key, .queued) }
      answer(key, outcome)
      // The console has it again.
      queue.async { self.run { $0.handle(.discard(key), at: $1) } }
      shared.withLock { _ = $0.fresh.remove(item.intent.conversation) }
      queue.async { self.open(item.intent.conversation) }
    case .queued, .sending, .uncertain, .accepted: break
    }
  }

  private func answer(_ key: ClientKey, _ outcome: Outcome) {
    let waiter = state.withLock { $0.waiters.removeValue(forKey: key) }
    waiter?.reply(.success(.outcome(outcome)))
  }

  /// The outbox has it: the console need not wait any longer.
  private func release(_ key: ClientKey) { answer(key, .queued) }

  func releaseWaiters() {
    for key in state.withLock({ Array($0.waiters.keys) }) { release(key) }
  }
}

extension PendingState {
  /// How an entry that is on its way is shown.
  fileprivate var entryState: EntryState {
    switch self {
    case .waiting, .sending: .queued
    case .uncertain: .unknown
    case .accepted: .sent
    case .failed: .failed
    }
  }
}
