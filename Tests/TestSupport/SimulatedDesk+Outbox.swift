package import DeskLink
package import DeskModel
import Synchronization

/// The desk as one behind an adapter: it can be away, and keeps what is sent meanwhile.
extension SimulatedDesk {
  private static let name = "Support"

  /// What is in its outbox, oldest first.
  package var pending: [PendingIntent] { content.withLock { $0.pending } }

  /// Goes away; what is sent from now on waits in its outbox.
  package func goAway(_ reason: AwayReason = .unreachable(reason: "connection refused")) {
    let status = DeskStatus(name: Self.name, away: reason, since: now())
    content.withLock { $0.status = status }
    tell(.desks([status]))
  }

  /// Comes back and does what has waited, as long as nobody was faster.
  package func comeBack() {
    let status = DeskStatus(name: Self.name, away: nil, since: now())
    content.withLock { $0.status = status }
    tell(.desks([status]))
    var done: Set<ClientKey> = []
    while let key = pending.first(where: { !$0.needsPerson && !done.contains($0.intent.clientKey) })?.intent
      .clientKey
    {
      done.insert(key)
      notify(content.withLock { attempt(key, &$0) })
    }
  }

  /// Gives something in the outbox another state, and tells that.
  package func settle(_ key: ClientKey, _ state: PendingState) {
    notify(
      content.withLock { content in
        guard let place = content.pending.firstIndex(where: { $0.intent.clientKey == key }) else { return [] }
        content.pending[place].state = state
        return [.outbox(content.pending)]
      })
  }

  private func notify(_ notices: [DeskNotice]) { for notice in notices { tell(notice) } }

  /// Takes what concerns the outbox; nil when the desk is to answer itself.
  func keep(
    _ request: DeskRequest, _ content: inout Content
  ) -> (Result<DeskAnswer, DeskError>, [DeskNotice])? {
    guard content.status != nil else { return nil }
    switch request {
    case .apply(let intent):
      guard content.status?.away != nil else { return nil }
      content.pending.append(PendingIntent(intent, .waiting(until: nil), addedAt: now()))
      if case .say(let text, let kind, let audience, let parent, _) = intent.action {
        edit(intent.conversation, &content) { conversation in
          conversation.entries.append(
            Entry(
              id: Self.entry(of: intent.clientKey), at: now(),
              author: Author(kind: .agent, id: intent.by.id.rawValue, name: intent.by.name),
              audience: audience, kind: kind, text: text, parent: parent, state: .queued))
        }
      }
      return (
        .success(.outcome(.queued)), [.outbox(content.pending), .changed([intent.conversation])]
      )
    case .reconcile(let key) where content.pending.contains { $0.intent.clientKey == key }:
      return (.success(.outcome(.queued)), [])
    case .retry(let key, let basedOn):
      guard let place = content.pending.firstIndex(where: { $0.intent.clientKey == key }) else { break }
      content.pending[place].state = .waiting(until: nil)
      if let basedOn { content.pending[place].intent.basedOn = basedOn }
      let isAway = content.status?.away != nil
      return (.success(.done), isAway ? [.outbox(content.pending)] : attempt(key, &content))
    case .discard(let key):
      guard let place = content.pending.firstIndex(where: { $0.intent.clientKey == key }) else { break }
      let item = content.pending[place]
      guard item.state != .sending else { return (.success(.done), []) }
      content.pending.remove(at: place)
      dropEntry(of: item, &content)
      return (.success(.done), [.outbox(content.pending), .changed([item.intent.conversation])])
    default: return nil
    }
    return (.success(.done), [])
  }

  /// Does what has waited, or says who was faster.
  private func attempt(_ key: ClientKey, _ content: inout Content) -> [DeskNotice] {
    guard let place = content.pending.firstIndex(where: { $0.intent.clientKey == key }) else { return [] }
    content.pending[place].attempts += 1
    let item = content.pending[place]
    let conversation = content.conversations.first { $0.id == item.intent.conversation }
    let newer = (conversation?.entries ?? []).filter { entry in
      entry.at > item.addedAt && entry.author.id != item.intent.by.id.rawValue
    }
    if let basedOn = item.intent.basedOn, basedOn < conversation?.version ?? 0, !newer.isEmpty {
      content.pending[place].state = .failed(.conflict(newer: newer))
      edit(item.intent.conversation, &content) { conversation in
        for index in conversation.entries.indices
        where conversation.entries[index].id == Self.entry(of: item.intent.clientKey) {
          conversation.entries[index].state = .failed
        }
      }
      return [.changed([item.intent.conversation]), .outbox(content.pending)]
    }
    content.pending.remove(at: place)
    dropEntry(of: item, &content)
    let (_, notice) = apply(item.intent, &content)
    return [notice].compactMap { $0 } + [.outbox(content.pending)]
  }

  private static func entry(of key: ClientKey) -> EntryID { EntryID("pending-" + key.rawValue) }

  private func dropEntry(of item: PendingIntent, _ content: inout Content) {
    edit(item.intent.conversation, &content) { conversation in
      conversation.entries.removeAll { $0.id == Self.entry(of: item.intent.clientKey) }
    }
  }

  private func edit(
    _ id: ConversationID, _ content: inout Content, _ change: (inout Conversation) -> Void
  ) {
    guard let place = content.conversations.firstIndex(where: { $0.id == id }) else { return }
    change(&content.conversations[place])
  }
}
