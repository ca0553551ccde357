package import DeskLink
package import DeskModel
import Dispatch
import Synchronization

/// Several desks as one.
///
/// - Ids that leave have their desk's name before them (`DeskScope`); what comes in goes to the desk of its conversation and
///   nowhere else (`DeskRouter`).
/// - The queue holds the rows of all desks in one order (`QueueMerge`). Desks are asked for windows, never for all rows.
/// - A desk that fails, or does not answer a question for rows before `handle` returns, is left out of the answer, and
///   `DeskNotice.desks` says so. When all are left out, the answer is the first one's error.
/// - A search, and the list of agents, wait for all desks.
/// - A filter's conditions on desks (`desk:rt`) choose whom is asked.
package final class CombinedDesk: Adapter, Sendable {
  let members: [DeskMember]
  let router: DeskRouter
  let board: NoticeBoard
  private let keys = Mutex(KeyBook())
  /// Which desks were told last that nothing is open.
  private let hasAnnouncedNothing: Mutex<[Bool]>

  var scopes: [DeskScope] { router.scopes }

  /// Combines desks.
  ///
  /// - Parameters:
  ///   - members: The desks, in the order in which equals are shown; each name is unique and `DeskMember.isName`.
  ///   - me: The person in the console. Their id does not begin with a desk's name and a colon.
  ///   - now: What time it is.
  package init(_ members: [DeskMember], me: Agent, now: @escaping @Sendable () -> Timestamp) {
    precondition(Set(members.map(\.name)).count == members.count, "two desks have the same name")
    precondition(members.allSatisfy { DeskMember.isName($0.name) }, "a desk's name is no name")
    self.members = members
    router = DeskRouter(members.map { DeskScope($0.name, me: me, there: $0.me) })
    board = NoticeBoard(members.map(\.name), now: now)
    hasAnnouncedNothing = Mutex(members.map { _ in false })
  }

  // MARK: - Adapter

  /// Answers one request: what is read, before it returns.
  package func handle(
    _ request: DeskRequest, reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    switch router.route(request) {
    case .answered(let answer): reply(answer)
    case .one(let place, let own): forward(own, to: place, as: request, reply)
    case .holder(let key): ask(holderOf: key, request, reply)
    case .all:
      switch request {
      case .queue(let query, let offset, let limit): reply(queue(query, offset: offset, limit: limit))
      case .place(let id, let query): reply(place(of: id, in: query))
      case .counts(let queries): reply(counts(queries))
      case .agents: agents(reply)
      case .search(let search): self.search(search, reply)
      case .announce(let conversation, let activity, let holding):
        announce(conversation, activity, holding, reply)
      case .countQueues:
        for member in members { member.adapter.handle(request) { _ in } }
        reply(.success(.done))
      case .attachment, .conversation, .end, .earlier, .apply, .reconcile, .retry, .discard:
        reply(.failure(.unsupported("asking all desks at once")))
      }
    }
  }

  /// Calls `listener` with what any desk tells; first, which desks there are.
  package func observe(_ listener: @escaping @Sendable (DeskNotice) -> Void) {
    board.listen(listener)
    for place in members.indices {
      let scope = scopes[place]
      members[place].adapter.observe { [weak self] notice in
        guard let self else { return }
        if case .outbox(let pending) = notice {
          keys.withLock { $0.note(outbox: pending.map(\.intent.clientKey), at: place) }
        }
        board.take(scope.leaving(notice), from: place)
      }
    }
  }

  /// Closes all desks at the same time, and waits for all.
  package func close() {
    DispatchQueue.concurrentPerform(iterations: members.count) { members[$0].adapter.close() }
    board.listen(nil)
  }

  // MARK: - Keys

  /// Remembers which desk an unsent reply is for, so that what became of it is asked there alone.
  package func expect(_ key: ClientKey, on conversation: ConversationID) {
    guard let place = router.place(of: conversation) else { return }
    keys.withLock { $0.note(key, at: place) }
  }

  /// Asks the desk that has an intent; where nobody remembers which one that is, all are asked what became of it.
  private func ask(
    holderOf key: ClientKey, _ request: DeskRequest,
    _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    if let place = keys.withLock({ $0.place(of: key) }) {
      return forward(request, to: place, as: request, reply)
    }
    guard case .reconcile = request else {
      return reply(.failure(.unsupported("no desk has this on its way any more")))
    }
    let gathering = Gathering(members.count, isEnough: Self.isKnown) { [self] answers in
      if let place = answers.firstIndex(where: { $0.map(Self.isKnown) ?? false }), let answer = answers[place]
      {
        keys.withLock { $0.note(key, at: place) }
        return reply(scopes[place].leaving(answer, to: request))
      }
      // One that is away may have it: nobody can tell.
      let failure = answers.lazy.compactMap { $0 }.first { if case .failure = $0 { true } else { false } }
      reply(failure ?? .success(.outcome(.unknown)))
    }
    for place in members.indices {
      members[place].adapter.handle(request) { gathering.take($0, to: place) }
    }
  }

  private static func isKnown(_ answer: Result<DeskAnswer, DeskError>) -> Bool {
    if case .success(.outcome(let outcome)) = answer { outcome != .unknown } else { false }
  }

  // MARK: - Asking

  /// Gives a desk a request of its own, and the console the answer to its request.
  private func forward(
    _ own: DeskRequest, to place: Int, as request: DeskRequest,
    _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    if case .apply(let intent) = own {
      let other = keys.withLock { keys in
        let known = keys.place(of: intent.clientKey)
        if known == nil { keys.note(intent.clientKey, at: place) }
        return known == place ? nil : known
      }
      if let other {
        let reason = "it was used on the desk \(members[other].name) before"
        return reply(.success(.outcome(.invalid(field: "clientKey", reason: reason))))
      }
    }
    let scope = scopes[place]
    members[place].adapter.handle(own) { reply(scope.leaving($0, to: request)) }
  }

  /// What a desk answers before `handle` returns; nil for nothing or an error, which is told as the desk's state.
  func answerNow(
    of place: Int, to request: DeskRequest
  ) -> Result<DeskAnswer, DeskError> {
    let slot = AnswerSlot()
    members[place].adapter.handle(request) { [board] answer in
      if !slot.put(answer) { board.noteLateAnswer(of: place) }
    }
    guard let answer = slot.close() else {
      board.note(.late, of: place)
      return .failure(.away(reason: "\(members[place].name) has not answered yet"))
    }
    switch answer {
    case .success: board.note(.answered, of: place)
    case .failure(let error): board.note(.failed(reason: Self.reason(error)), of: place)
    }
    return answer
  }

  private static func reason(_ error: DeskError) -> String {
    switch error {
    case .away(let reason), .cannotWrite(let reason): reason
    case .unsupported(let what): "it does not support \(what)"
    case .unknownConversation(let id): "it has no conversation \(id.rawValue)"
    }
  }

  private func agents(_ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void) {
    let gathering = Gathering(members.count) { [self] answers in
      var all: [AgentID: Agent] = [:]
      var failure: DeskError?
      var isAnswered = answers.isEmpty
      for (place, answer) in answers.enumerated() {
        switch answer {
        case .success(.agents(let agents))?:
          isAnswered = true
          for agent in agents.map({ scopes[place].leaving($0) }) where all[agent.id] == nil {
            all[agent.id] = agent
          }
        case .failure(let error)?: failure = failure ?? scopes[place].leaving(error)
        case .success?, nil: break
        }
      }
      if let failure, !isAnswered { return reply(.failure(failure)) }
      let sorted = all.values.sorted { ($0.name, $0.id.rawValue) < ($1.name, $1.id.rawValue) }
      reply(.success(.agents(sorted)))
    }
    for place in members.indices {
      members[place].adapter.handle(.agents) { gathering.take($0, to: place) }
    }
  }

  /// Tells the desk of a conversation what the person does there, and the others that nothing is open, once.
  private func announce(
    _ conversation: ConversationID?, _ activity: PresenceActivity, _ holding: [String],
    _ reply: @escaping @Sendable (Result<DeskAnswer, DeskError>) -> Void
  ) {
    guard let requests = router.announcements(conversation, activity, holding: holding) else {
      return reply(.failure(conversation.map { .unknownConversation($0) } ?? .unsupported("announce")))
    }
    let toTell = hasAnnouncedNothing.withLock { known in
      requests.indices.filter { place in
        let isNothing = if case .announce(nil, _, _) = requests[place] { true } else { false }
        defer { known[place] = isNothing }
        return !isNothing || !known[place]
      }
    }
    let gathering = Gathering(toTell.count) { [self] answers in
      let failure = answers.indices.lazy.compactMap { [self] number -> DeskError? in
        guard case .failure(let error)? = answers[number] else { return nil }
        return scopes[toTell[number]].leaving(error)
      }.first
      reply(failure.map { .failure($0) } ?? .success(.done))
    }
    for (number, place) in toTell.enumerated() {
      members[place].adapter.handle(requests[place]) { gathering.take($0, to: number) }
    }
  }
}

extension DeskScope {
  func leaving(
    _ result: Result<DeskAnswer, DeskError>, to request: DeskRequest
  ) -> Result<DeskAnswer, DeskError> {
    switch result {
    case .success(let answer): .success(leaving(answer, to: request))
    case .failure(let error): .failure(leaving(error))
    }
  }

  func leaving(_ notice: DeskNotice) -> DeskNotice {
    switch notice {
    case .changed(let ids): .changed(ids.map { leaving($0) })
    case .presence(let all): .presence(all.map { leaving($0) })
    case .outbox(let all): .outbox(all.map { leaving($0) })
    case .queues(let all): .queues(all.map { leaving($0) })
    case .reset, .desks: notice
    }
  }
}
