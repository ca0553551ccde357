import DeskLink
import DeskModel

/// Says which desk a request is for: the only place that decides it.
///
/// A request reaches a desk only as a `Route.one`, which holds ids that this desk's scope has taken its own name off. An id
/// of another desk in it refuses the request, so that no wish can arrive anywhere but where its conversation lives.
struct DeskRouter: Sendable {
  let scopes: [DeskScope]
  private let places: [String: Int]

  /// Where a request goes.
  enum Route: Hashable {
    /// To one desk, as that desk is asked.
    case one(Int, DeskRequest)
    /// To nobody: this is the answer.
    case answered(Result<DeskAnswer, DeskError>)
    /// To all desks, whose answers are put together.
    case all
    /// To whichever desk has the key.
    case holder(of: ClientKey)
  }

  /// Makes a router; names are unique.
  init(_ scopes: [DeskScope]) {
    self.scopes = scopes
    places = Dictionary(scopes.enumerated().map { ($1.name, $0) }) { first, _ in first }
  }

  /// The place of the desk that an id is of; nil for none.
  func place<Kind>(of id: Identifier<Kind>) -> Int? {
    DeskScope.desk(of: id.rawValue).flatMap { places[$0] }
  }

  func route(_ request: DeskRequest) -> Route {
    switch request {
    case .queue, .counts, .search, .agents, .place, .announce, .countQueues: .all
    case .reconcile(let key), .retry(let key, _), .discard(let key): .holder(of: key)
    case .conversation(let id): one(id) { scope in scope.arriving(id).map { .conversation($0) } }
    case .end(let id): one(id) { scope in scope.arriving(id).map { .end(of: $0) } }
    case .attachment(let id, let file):
      one(id) { scope in
        guard let id = scope.arriving(id), let file = scope.arriving(file) else { return nil }
        return .attachment(id, file)
      }
    case .earlier(let contact, let except, let limit):
      one(except) { scope in
        guard let contact = scope.arriving(contact), let except = scope.arriving(except) else { return nil }
        return .earlier(with: contact, except: except, limit: limit)
      }
    case .apply(let intent): apply(intent)
    }
  }

  /// Each desk's part of an announcement: the one that has the conversation is told of it, the others of nothing.
  ///
  /// - Returns: nil when no desk has it.
  func announcements(
    _ conversation: ConversationID?, _ activity: PresenceActivity, holding: [String]
  ) -> [DeskRequest]? {
    guard let conversation else { return scopes.map { _ in .announce(nil, activity) } }
    guard place(of: conversation) != nil else { return nil }
    return scopes.map { scope in
      let here = scope.arriving(conversation)
      return .announce(here, activity, holding: here == nil ? [] : holding)
    }
  }

  private func one(_ conversation: ConversationID, _ ask: (DeskScope) -> DeskRequest?) -> Route {
    guard let place = place(of: conversation), let request = ask(scopes[place]) else {
      return .answered(.failure(.unknownConversation(conversation)))
    }
    return .one(place, request)
  }

  private func apply(_ intent: Intent) -> Route {
    guard let place = place(of: intent.conversation) else {
      return .answered(.failure(.unknownConversation(intent.conversation)))
    }
    do throws(DeskScope.Refusal) {
      guard let own = try scopes[place].arriving(intent) else {
        return .answered(.failure(.unknownConversation(intent.conversation)))
      }
      return .one(place, .apply(own))
    } catch {
      return .answered(.success(.outcome(error.outcome)))
    }
  }
}
