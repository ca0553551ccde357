import DeskLink
package import DeskModel

/// Ids that come in, without the desk's name: nil for one that is not of this desk.
extension DeskScope {
  /// The desk's own id.
  ///
  /// - Complexity: O(bytes).
  package func arriving<Kind>(_ id: Identifier<Kind>) -> Identifier<Kind>? {
    // By bytes: a mark that combines with the colon makes another character of it.
    let bytes = id.rawValue.utf8
    guard bytes.starts(with: name.utf8) else { return nil }
    let rest = bytes.dropFirst(name.utf8.count)
    guard rest.first == UInt8(ascii: ":") else { return nil }
    return Identifier(String(Substring(rest.dropFirst())))
  }

  /// The agent as the desk knows them.
  func arriving(_ agent: Agent) -> Agent? {
    if agent.id == here.id { return there }
    return arriving(agent.id).map { Agent(id: $0, name: agent.name) }
  }

  /// A query without its conditions on desks, and without a queue of another desk, which the caller has looked at.
  func arriving(_ query: QueueQuery) -> QueueQuery {
    QueueQuery(
      query.view, filter: arriving(query.filter), sort: query.sort,
      queue: query.queue.flatMap { arriving($0) })
  }

  /// Whether rows of this desk can stand in a query: its filter and its queue let them.
  func admits(_ query: QueueQuery) -> Bool {
    query.filter.admits(desk: name) && query.queue.map { arriving($0) != nil } ?? true
  }

  /// A filter without its conditions on desks; an id of this desk that was typed with the desk's name loses it.
  func arriving(_ filter: QueueFilter) -> QueueFilter {
    QueueFilter(terms: filter.terms.map { arriving($0) })
  }

  private func arriving(_ term: QueueTerm) -> QueueTerm {
    switch term {
    case .customer(let text): .customer(arriving(ContactID(text))?.rawValue ?? text)
    case .assignee(let text): .assignee(arriving(AgentID(text))?.rawValue ?? text)
    case .not(let term): .not(arriving(term))
    case .tag, .language, .channel, .status, .state, .waiting, .due, .quiet, .text: term
    }
  }

  /// Why an intent cannot be one of this desk.
  struct Refusal: Error, Hashable {
    /// The field of the intent.
    var field: String
    /// Why, for a person.
    var reason: String

    var outcome: Outcome { .invalid(field: field, reason: reason) }
  }

  /// An intent as the desk knows it; nil when its conversation is not of this desk.
  ///
  /// Throws when anything else in it is of another desk.
  func arriving(_ intent: Intent) throws(Refusal) -> Intent? {
    guard let conversation = arriving(intent.conversation) else { return nil }
    guard let by = arriving(intent.by) else {
      throw Refusal(field: "by", reason: "\(intent.by.name) does not work on the desk \(name)")
    }
    return Intent(
      clientKey: intent.clientKey, conversation: conversation, basedOn: intent.basedOn, by: by,
      action: try arriving(intent.action))
  }

  private func arriving(_ action: IntentAction) throws(Refusal) -> IntentAction {
    switch action {
    case .say(let text, let kind, let audience, let parent?, let attachments):
      return .say(
        text: text, kind: kind, audience: audience, parent: try arriving(parent, "parent"),
        attachments: attachments)
    case .assign(let agent?):
      guard let own = arriving(agent) else {
        let other = Self.desk(of: agent.id.rawValue)
        throw Refusal(
          field: "assignee",
          reason: "\(agent.name) works on \(other.map { "the desk \($0)" } ?? "another desk"), not on \(name)"
        )
      }
      return .assign(own)
    case .markRead(let entry): return .markRead(upTo: try arriving(entry, "upTo"))
    case .access(let access?):
      guard let own = arriving(access) else {
        throw Refusal(field: "access", reason: "\(access.askedBy.name) works on another desk, not on \(name)")
      }
      return .access(own)
    case .say, .assign, .setStatus, .tag, .snooze, .followUp, .access: return action
    }
  }

  /// Access that was asked for as the desk knows it; nil where agents of another desk are named in it.
  func arriving(_ access: AccessRequest) -> AccessRequest? {
    var result = access
    guard let asker = arriving(access.askedBy) else { return nil }
    result.askedBy = asker
    if let agent = access.closedBy {
      guard let closer = arriving(agent) else { return nil }
      result.closedBy = closer
    }
    return result
  }

  private func arriving(_ entry: EntryID, _ field: String) throws(Refusal) -> EntryID {
    guard let own = arriving(entry) else {
      throw Refusal(field: field, reason: "the desk \(name) has no entry \(entry.rawValue)")
    }
    return own
  }

  /// A draft as it is kept with the desk; nil for one of another desk.
  ///
  /// What a draft answers or has seen on another desk is left out: the words are worth more.
  package func arriving(_ draft: StoredDraft) -> StoredDraft? {
    guard let conversation = arriving(draft.conversation) else { return nil }
    var result = draft
    result.conversation = conversation
    result.parent = draft.parent.flatMap { arriving($0) }
    result.seenUpTo = draft.seenUpTo.flatMap { arriving($0) }
    result.held?.parent = draft.held?.parent.flatMap { arriving($0) }
    result.access = draft.access.flatMap { arriving($0) }
    result.held?.access = draft.held?.access.flatMap { arriving($0) }
    return result
  }
}
