import DeskLink
package import DeskModel

/// Puts a desk's name before the ids that leave it, and takes it off those that come in.
///
/// An id `42` of the desk `rt` is `rt:42` outside. A name has no colon, so the first one ends it, whatever the id holds.
/// Exceptions: a client key is made by the console and stays as it is; and the person in front of the screen has one id
/// everywhere, the console's own, so that what is theirs on any desk is theirs.
///
/// All maps stand in this file and in `DeskScope+Arriving.swift`: whoever adds an id to the model adds it here, and a
/// test that walks through all values finds what was forgotten.
package struct DeskScope: Sendable, Hashable {
  /// The desk's name.
  package let name: String
  /// The person as the desk knows them.
  let there: Agent
  /// The person as the console knows them.
  let here: Agent

  /// Makes the scope of a desk; `me` is the person in the console.
  package init(_ name: String, me: Agent, there: Agent? = nil) {
    self.name = name
    self.there = there ?? me
    here = me
  }

  /// The name before the first colon; nil where there is no colon.
  ///
  /// - Complexity: O(bytes of the name).
  static func desk(of id: String) -> String? {
    id.utf8.firstIndex(of: UInt8(ascii: ":")).map { String(id[..<$0]) }
  }
}

// MARK: - Leaving

extension DeskScope {
  /// An id as it is outside.
  package func leaving<Kind>(_ id: Identifier<Kind>) -> Identifier<Kind> {
    Identifier(name + ":" + id.rawValue)
  }

  /// An agent's id as it is outside: the console's own for the person themselves.
  package func leaving(_ id: AgentID) -> AgentID {
    id == there.id ? here.id : AgentID(name + ":" + id.rawValue)
  }

  func leaving(_ agent: Agent) -> Agent { Agent(id: leaving(agent.id), name: agent.name) }

  /// The name that is shown stays, also where it was the id.
  func leaving(_ author: Author) -> Author {
    let id =
      author.kind == .agent ? leaving(AgentID(author.id)).rawValue : name + ":" + author.id
    return Author(kind: author.kind, id: id, name: author.displayName)
  }

  func leaving(_ attachment: Attachment) -> Attachment {
    var result = attachment
    result.id = leaving(attachment.id)
    return result
  }

  func leaving(_ entry: Entry) -> Entry {
    var result = entry
    result.id = leaving(entry.id)
    result.author = leaving(entry.author)
    result.parent = entry.parent.map { leaving($0) }
    if !entry.attachments.isEmpty { result.attachments = entry.attachments.map { leaving($0) } }
    return result
  }

  func leaving(_ conversation: Conversation) -> Conversation {
    var result = conversation
    result.id = leaving(conversation.id)
    result.assignee = conversation.assignee.map { leaving($0) }
    result.contact.id = leaving(conversation.contact.id)
    result.entries = conversation.entries.map { leaving($0) }
    result.links = conversation.links.map { link in
      ConversationLink(id: leaving(link.id), kind: link.kind, title: link.title)
    }
    result.readUpTo = conversation.readUpTo.map { leaving($0) }
    result.access = conversation.access.map { leaving($0) }
    return result
  }

  func leaving(_ access: AccessRequest) -> AccessRequest {
    var result = access
    result.askedBy = leaving(access.askedBy)
    result.closedBy = access.closedBy.map { leaving($0) }
    return result
  }

  func leaving(_ summary: ConversationSummary) -> ConversationSummary {
    var result = summary
    result.id = leaving(summary.id)
    result.contactID = leaving(summary.contactID)
    result.assignee = summary.assignee.map { leaving($0) }
    return result
  }

  func leaving(_ hit: SearchHit) -> SearchHit {
    var result = hit
    result.summary = leaving(hit.summary)
    result.entry = hit.entry.map { leaving($0) }
    return result
  }

  func leaving(_ presence: Presence) -> Presence {
    Presence(
      agent: leaving(presence.agent), conversation: leaving(presence.conversation),
      activity: presence.activity, holding: presence.holding)
  }

  func leaving(_ action: IntentAction) -> IntentAction {
    switch action {
    case .say(let text, let kind, let audience, let parent, let attachments):
      .say(
        text: text, kind: kind, audience: audience, parent: parent.map { leaving($0) },
        attachments: attachments)
    case .assign(let agent): .assign(agent.map { leaving($0) })
    case .markRead(let entry): .markRead(upTo: leaving(entry))
    case .access(let access): .access(access.map { leaving($0) })
    case .setStatus, .tag, .snooze, .followUp: action
    }
  }

  func leaving(_ intent: Intent) -> Intent {
    Intent(
      clientKey: intent.clientKey, conversation: leaving(intent.conversation), basedOn: intent.basedOn,
      by: leaving(intent.by), action: leaving(intent.action))
  }

  func leaving(_ pending: PendingIntent) -> PendingIntent {
    var result = pending
    result.intent = leaving(pending.intent)
    if case .failed(.conflict(let newer)) = pending.state {
      result.state = .failed(.conflict(newer: newer.map { leaving($0) }))
    }
    return result
  }

  func leaving(_ queue: BackendQueue) -> BackendQueue {
    var result = queue
    result.id = leaving(queue.id)
    result.desk = name
    return result
  }

  func leaving(_ outcome: Outcome) -> Outcome {
    switch outcome {
    case .applied(let entry, let audience, let version):
      .applied(entry: entry.map { leaving($0) }, audience: audience, version: version)
    case .conflict(let newer, let version): .conflict(newer: newer.map { leaving($0) }, version: version)
    case .accepted, .queued, .partial, .denied, .throttled, .invalid, .unknown: outcome
    }
  }

  func leaving(_ error: DeskError) -> DeskError {
    switch error {
    case .unknownConversation(let id): .unknownConversation(leaving(id))
    case .away, .cannotWrite, .unsupported: error
    }
  }

  /// An answer to `request`, which is repeated in it as the console has put it.
  func leaving(_ answer: DeskAnswer, to request: DeskRequest) -> DeskAnswer {
    switch answer {
    case .queue(let query, let offset, let rows, let counts):
      .queue(Self.query(of: request) ?? query, offset: offset, rows: rows.map { leaving($0) }, counts: counts)
    case .place(let id, let query, let place): .place(leaving(id), Self.query(of: request) ?? query, place)
    case .search(let search, let page):
      .search(
        Self.search(of: request) ?? search,
        SearchPage(hits: page.hits.map { leaving($0) }, next: page.next, progress: page.progress))
    case .attachment(let id, let bytes): .attachment(leaving(id), bytes)
    case .conversation(let conversation): .conversation(leaving(conversation))
    case .end(let conversation, let summary): .end(leaving(conversation), leaving(summary))
    case .earlier(let contact, let rows): .earlier(leaving(contact), rows.map { leaving($0) })
    case .agents(let agents): .agents(agents.map { leaving($0) })
    case .outcome(let outcome): .outcome(leaving(outcome))
    case .counts, .done: answer
    }
  }

  private static func query(of request: DeskRequest) -> QueueQuery? {
    switch request {
    case .queue(let query, _, _), .place(_, let query): query
    default: nil
    }
  }

  private static func search(of request: DeskRequest) -> SearchRequest? {
    if case .search(let search) = request { search } else { nil }
  }

  /// A draft as the console knows it.
  package func leaving(_ draft: StoredDraft) -> StoredDraft {
    var result = draft
    result.conversation = leaving(draft.conversation)
    result.parent = draft.parent.map { leaving($0) }
    result.seenUpTo = draft.seenUpTo.map { leaving($0) }
    result.held?.parent = draft.held?.parent.map { leaving($0) }
    result.access = draft.access.map { leaving($0) }
    result.held?.access = draft.held?.access.map { leaving($0) }
    return result
  }
}
