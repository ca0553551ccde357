import AdapterProtocol
import DeskModel
import Synchronization

/// Remembers what became of intents, so that a key is never done twice as long as the process lives.
///
/// RT keeps no keys: what an earlier process has done is found by `reconcile`.
final class KnownKeys: Sendable {
  /// What to do with an intent that comes.
  enum Verdict: Sendable, Hashable {
    /// It is new, or nothing was done of it: do it.
    case begin
    /// It was done: this was the outcome.
    case done(ApplyOutcome)
    /// Nobody knows what became of it since it was first attempted: look before doing anything.
    case look(since: Timestamp)
    /// It is being done now.
    case running
    /// The key belongs to something else.
    case mixedUp
  }

  private enum State: Sendable, Hashable {
    case running
    case ended(ApplyOutcome)
  }

  private struct Record: Sendable {
    var conversation: ConversationID
    var steps: [IntentStep]
    var attemptedAt: Timestamp
    var state: State
  }

  private struct Store {
    var records: [ClientKey: Record] = [:]
    var order: [ClientKey] = []
  }

  private let store = Mutex(Store())
  /// Keys that are remembered at most; the oldest are forgotten.
  static let limit = 10_000

  /// Takes an intent in; after `begin` and `look`, `end` must follow.
  func begin(_ intent: BackendIntent, now: Timestamp) -> Verdict {
    store.withLock { store in
      guard var record = store.records[intent.clientKey] else {
        store.records[intent.clientKey] = Record(
          conversation: intent.conversation, steps: intent.steps, attemptedAt: now, state: .running)
        store.order.append(intent.clientKey)
        if store.order.count > Self.limit { store.records[store.order.removeFirst()] = nil }
        return .begin
      }
      guard record.steps == intent.steps, record.conversation == intent.conversation else { return .mixedUp }
      guard case .ended(let outcome) = record.state else { return .running }
      let verdict: Verdict =
        switch outcome {
        case .applied, .accepted, .partial: .done(outcome)
        case .unknown: .look(since: record.attemptedAt)
        case .conflict, .denied, .invalid, .moved, .failed, .busy: .begin
        }
      if case .done = verdict { return verdict }
      record.state = .running
      if verdict == .begin { record.attemptedAt = now }
      store.records[intent.clientKey] = record
      return verdict
    }
  }

  /// Notes that nothing of an earlier attempt is there, and that it is begun anew.
  func beginAnew(_ key: ClientKey, now: Timestamp) {
    store.withLock { $0.records[key]?.attemptedAt = now }
  }

  /// Notes what became of an intent.
  func end(_ key: ClientKey, _ outcome: ApplyOutcome) {
    store.withLock { $0.records[key]?.state = .ended(outcome) }
  }

  /// What became of a key in this process; nil when that is not known.
  func outcome(_ key: ClientKey) -> ApplyOutcome? {
    store.withLock { store in
      guard case .ended(let outcome)? = store.records[key]?.state else { return nil }
      return outcome
    }
  }

  /// Entries that belong to other keys, and so are not what a key is looked for.
  func entries(besides key: ClientKey) -> Set<EntryID> {
    store.withLock { store in
      var result: Set<EntryID> = []
      for (other, record) in store.records where other != key {
        switch record.state {
        case .ended(.applied(let facts)), .ended(.partial(_, let facts)):
          if let entry = facts.entry { result.insert(entry) }
        case .running, .ended: break
        }
      }
      return result
    }
  }
}
