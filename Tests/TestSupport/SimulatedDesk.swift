package import DeskLink
package import DeskModel
import Synchronization

/// A desk in memory that answers at once: the plainest true implementation of the adapter protocol.
///
/// Tests can make it refuse, fail, hold its answers back, or be away and keep what is sent in an outbox.
package final class SimulatedDesk: Adapter, Sendable {
  struct Content {
    var conversations: [Conversation]
    var outcomes: [ClientKey: Outcome] = [:]
    var log: [DeskRequest] = []
    var listener: (@Sendable (DeskNotice) -> Void)?
    var nextError: DeskError?
    var nextOutcome: Outcome?
    var nextEntry = 1
    var pending: [PendingIntent] = []
    var status: DeskStatus?
    /// Which conversations stand in the queues of its backend.
    var queues: [BackendQueueID: [ConversationID]] = [:]
  }

  let content: Mutex<Content>
  private let me: AgentID
  let now: @Sendable () -> Timestamp

  /// Makes a desk with some conversations.
  package init(_ conversations: [Conversation], me: AgentID, now: @escaping @Sendable () -> Timestamp) {
    content = Mutex(Content(conversations: conversations))
    self.me = me
    self.now = now
  }

  /// All requests so far.
  package var log: [DeskRequest] { content.withLock { $0.log } }
  /// The intents that were applied or tried, in order.
  package var intents: [Intent] {
    log.compactMap { if case .apply(let intent) = $0 { intent } else { nil } }
  }
  /// A conversation as the desk has it.
  package func conversation(_ id: ConversationID) -> Conversation? {
    content.withLock { content in content.conversations.first { $0.id == id } }
  }
  /// Makes the next `apply` fail.
  package func failNext(_ error: DeskError) { content.withLock { $0.nextError = error } }
  /// Makes the next `apply` end otherwise than applied, without doing anything.
  package func answerNext(_ outcome: Outcome) { content.withLock { $0.nextOutcome = outcome } }

  /// Changes a conversation as somebody else would, and tells the console.
  package func change(_ id: ConversationID, _ change: @Sendable (inout Conversation) -> Void) {
    let listener = content.withLock { content in
      if let place = content.conversations.firstIndex(where: { $0.id == id }) {
        change(&content.conversations[place])
        content.conversations[place].version += 1
      }
      return content.listener
    }
    listener?(.changed([id]))
  }

  /// Says that some conversations stand in a queue of the backend, whatever their status.
  package func fill(_ queue: BackendQueueID, with conversations: [ConversationID]) {
    content.withLock { $0.queues[queue] = conversations }
    tell(.changed(conversations))
  }

  /// Tells the console something by itself.
  package func tell(_ notice: DeskNotice) { content.withLock { $0.listener }?(notice) }

  /// Answers before it returns.
  package func handle(
    _ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    let (result, notices) = content.withLock { content in
      content.log.append(request)
      if let kept = keep(request, &content) { return kept }
      let (result, notice) = answer(request, &content)
      return (result, [notice].compactMap { $0 })
    }
    reply(result)
    for notice in notices { tell(notice) }
  }

  /// Keeps the listener.
  package func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {
    content.withLock { $0.listener = listener }
  }

  /// Forgets the listener.
  package func close() { content.withLock { $0.listener = nil } }

  private func rows(_ query: QueueQuery, _ content: Content) -> [ConversationSummary] {
    let members = query.queue.map { content.queues[$0] ?? [] }
    return content.conversations.map { ConversationSummary($0) }
      .filter { row in
        (members?.contains(row.id) ?? query.view.contains(row, me: me, now: now()))
          && query.filter.matches(row, me: me, now: now())
      }
      .sorted { query.sort.precedes($0, $1) }
  }

  private func answer(
    _ request: DeskRequest, _ content: inout Content
  ) -> (Result<DeskAnswer, DeskError>, DeskNotice?) {
    switch request {
    case .queue(let query, let offset, let limit):
      let all = rows(query, content)
      var counts = QueueCounts(total: query.isPlain ? nil : all.count)
      counts.whole = query.queue.map { content.queues[$0]?.count ?? 0 }
      for view in QueueView.allCases { counts.byView[view] = rows(QueueQuery(view), content).count }
      counts.late = rows(QueueQuery(.all), content).filter { $0.due.map { $0 < now() } ?? false }.count
      return (
        .success(
          .queue(query, offset: offset, rows: Array(all.dropFirst(offset).prefix(limit)), counts: counts)),
        nil
      )
    case .place(let id, let query):
      return (.success(.place(id, query, rows(query, content).firstIndex { $0.id == id })), nil)
    case .counts(let queries):
      return (
        .success(
          .counts(
            Dictionary(queries.map { ($0, rows($0, content).count) }) { first, _ in first })), nil
      )
    case .search(let search): return (.success(.search(search, found(search, content))), nil)
    case .announce, .countQueues: return (.success(.done), nil)
    case .retry, .discard: return (.failure(.unsupported("an outbox")), nil)
    case .attachment(_, let id):
      return (.success(.attachment(id, Array("bytes of \(id.rawValue)".utf8))), nil)
    case .conversation(let id), .end(let id):
      guard let found = content.conversations.first(where: { $0.id == id }) else {
        return (.failure(.unknownConversation(id)), nil)
      }
      return (.success(.conversation(found)), nil)
    case .earlier(let contact, let except, let limit):
      let earlier = content.conversations.filter { $0.contact.id == contact && $0.id != except }
        .map { ConversationSummary($0) }.sorted { $0.lastActivity > $1.lastActivity }
      return (.success(.earlier(contact, Array(earlier.prefix(limit)))), nil)
    case .agents:
      return (
        .success(.agents([Agent(id: "a-olena", name: "Olena"), Agent(id: "a-ihor", name: "Ihor")])), nil
      )
    case .reconcile(let key): return (.success(.outcome(content.outcomes[key] ?? .unknown)), nil)
    case .apply(let intent): return apply(intent, &content)
    }
  }

  private func found(_ search: SearchRequest, _ content: Content) -> SearchPage {
    let wanted = search.text.lowercased()
    var hits: [SearchHit] = []
    for conversation in content.conversations {
      let summary = ConversationSummary(conversation)
      guard search.filter.matches(summary, me: me, now: now()) else { continue }
      for entry in conversation.entries {
        guard let range = entry.text.lowercased().range(of: wanted) else { continue }
        hits.append(
          SearchHit(
            summary: summary, entry: entry.id, at: entry.at, author: entry.author.displayName,
            excerpt: entry.text, matches: [range]))
      }
    }
    hits.sort { $0.at > $1.at }
    return SearchPage(hits: Array(hits.prefix(search.limit)))
  }

  func apply(_ intent: Intent, _ content: inout Content) -> (
    Result<DeskAnswer, DeskError>, DeskNotice?
  ) {
    if let error = content.nextError {
      content.nextError = nil
      return (.failure(error), nil)
    }
    if let outcome = content.nextOutcome {
      content.nextOutcome = nil
      return (.success(.outcome(outcome)), nil)
    }
    if let done = content.outcomes[intent.clientKey] { return (.success(.outcome(done)), nil) }
    guard let place = content.conversations.firstIndex(where: { $0.id == intent.conversation }) else {
      return (.failure(.unknownConversation(intent.conversation)), nil)
    }
    var entry: EntryID?
    var audience: Audience?
    switch intent.action {
    case .say(let text, let kind, let said, let parent, let files):
      entry = EntryID("new-\(content.nextEntry)")
      content.nextEntry += 1
      audience = said
      content.conversations[place].entries.append(
        Entry(
          id: entry ?? "", at: now(),
          author: Author(kind: .agent, id: intent.by.id.rawValue, name: intent.by.name), audience: said,
          kind: kind, text: text, parent: parent,
          attachments: files.enumerated().map { place, file in
            Attachment(id: AttachmentID("file-\(place + 1)"), name: file.name)
          }))
    case .setStatus(let status): content.conversations[place].status = status
    case .assign(let agent): content.conversations[place].assignee = agent
    case .tag(let add, let remove):
      content.conversations[place].tags.removeAll { remove.contains($0) }
      content.conversations[place].tags += add
    case .snooze(let until): content.conversations[place].snoozedUntil = until
    case .followUp(let followUp): content.conversations[place].followUp = followUp
    case .access(let access): content.conversations[place].access = access
    case .markRead(let upTo): content.conversations[place].readUpTo = upTo
    }
    content.conversations[place].version += 1
    let outcome = Outcome.applied(
      entry: entry, audience: audience, version: content.conversations[place].version)
    content.outcomes[intent.clientKey] = outcome
    return (.success(.outcome(outcome)), .changed([intent.conversation]))
  }
}

extension String {
  /// Where a part stands first, in UTF-8 bytes; nil when it does not.
  fileprivate func range(of part: String) -> Range<Int>? {
    let (all, wanted) = (Array(utf8), Array(part.utf8))
    guard !wanted.isEmpty, all.count >= wanted.count else { return nil }
    return (0...all.count - wanted.count).first { all[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
  }
}
