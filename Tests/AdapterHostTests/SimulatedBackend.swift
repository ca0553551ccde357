import AdapterHost
import AdapterProtocol
import DeskModel
import SeededRandom

/// What may go wrong on the way to a backend and back.
enum SimulatedFault: CaseIterable {
  case none, cutBefore, cutAfter, overdueBefore, overdueAfter, errorAfter, unknownBefore, unreadableAfter
  case refusedForNow, busy, away, notSent, accepted, conflict, denied, invalid
}

/// What a backend may say although it is not so.
enum SimulatedLie: CaseIterable {
  case failedThoughDone, busyThoughDone, doneThoughNot, nothingThoughDone, knownThoughNot
}

/// A backend in memory that fails, and perhaps lies, as a seed wants.
struct SimulatedBackend {
  var idempotency: Idempotency
  var canReconcile: Bool
  var lies: [SimulatedLie]
  /// From then on nothing goes wrong any more.
  var isCalm = false
  private(set) var entries: [ConversationID: [EntryRecord]] = [:]
  private(set) var done: [ClientKey: ApplyOutcome] = [:]
  private var pending: [BackendIntent] = []
  private var count = 0
  let me = Agent(id: "me", name: "Me")

  init(_ random: inout SeededGenerator) {
    idempotency = Idempotency.allCases.randomElement(using: &random) ?? .none
    canReconcile = idempotency == .readBack || Bool.random(using: &random)
    lies =
      Bool.random(using: &random) ? [] : SimulatedLie.allCases.filter { _ in Bool.random(using: &random) }
  }

  var rules: OutboxRules {
    OutboxRules(
      me: me.id, idempotency: idempotency, canReconcile: canReconcile, readsBeforeSaying: idempotency == .none
    )
  }

  private func lies(_ lie: SimulatedLie, _ random: inout SeededGenerator) -> Bool {
    !isCalm && lies.contains(lie) && Int.random(in: 0..<3, using: &random) == 0
  }

  mutating func apply(
    _ intent: BackendIntent, at now: Timestamp, _ random: inout SeededGenerator
  ) -> Result<ApplyOutcome, CallFailure> {
    let faults = SimulatedFault.allCases
    let fault =
      isCalm || Bool.random(using: &random)
      ? .none : faults.randomElement(using: &random) ?? SimulatedFault.none
    switch fault {
    case .cutBefore: return .failure(.interrupted(.killed(signal: 9)))
    case .overdueBefore: return .failure(.overdue(milliseconds: 30_000))
    case .unknownBefore: return .success(.unknown(reason: "the connection broke"))
    case .refusedForNow: return .success(.failed(reason: "the database is locked"))
    case .busy: return .success(.busy(retryAfterSeconds: 3))
    case .away: return .failure(.fault(.away(reason: "no route", retryAfterSeconds: nil)))
    case .notSent: return .failure(.notSent(.exited(code: 1)))
    case .denied: return .success(.denied(reason: "not yours"))
    case .invalid: return .success(.invalid(field: "steps[0].text", reason: "too long"))
    case .conflict:
      guard let saying = intent.saying, saying.audience == .customer else { break }
      let newer = add("meanwhile", by: "colleague", key: nil, .customer, to: intent.conversation, now)
      return .success(.conflict(newer: [newer], version: nil))
    case .accepted:
      guard idempotency == .readBack else { break }
      pending.append(intent)
      return .success(.accepted)
    case .none, .cutAfter, .overdueAfter, .errorAfter, .unreadableAfter: break
    }
    if lies(.doneThoughNot, &random) {
      return .success(.applied(AppliedFacts(entry: "e-none", audience: intent.saying?.audience)))
    }
    let outcome = carryOut(intent, now)
    if lies(.failedThoughDone, &random) { return .success(.failed(reason: "something went wrong")) }
    if lies(.busyThoughDone, &random) { return .success(.busy(retryAfterSeconds: 2)) }
    switch fault {
    case .cutAfter: return .failure(.interrupted(.exited(code: 1)))
    case .overdueAfter: return .failure(.overdue(milliseconds: 30_000))
    case .errorAfter: return .success(.unknown(reason: "500 Internal Server Error"))
    case .unreadableAfter: return .failure(.unreadable(.encoding))
    default: return .success(outcome)
    }
  }

  mutating func reconcile(
    _ intent: BackendIntent, at now: Timestamp, _ random: inout SeededGenerator
  ) -> Result<Reconciliation, CallFailure> {
    if !isCalm, Int.random(in: 0..<4, using: &random) == 0 {
      return .failure(.interrupted(.killed(signal: 15)))
    }
    if let place = pending.firstIndex(where: { $0.clientKey == intent.clientKey }) {
      if Bool.random(using: &random), !isCalm { return .success(.known(.accepted)) }
      _ = carryOut(pending.remove(at: place), now)
    }
    guard let outcome = done[intent.clientKey] else {
      if lies(.knownThoughNot, &random) { return .success(.known(.applied(AppliedFacts(entry: "e-none")))) }
      return .success(.nothing)
    }
    return lies(.nothingThoughDone, &random) ? .success(.nothing) : .success(.known(outcome))
  }

  mutating func thread(
    of conversation: ConversationID, _ random: inout SeededGenerator
  ) -> Result<[EntryRecord], CallFailure> {
    if !isCalm, Int.random(in: 0..<5, using: &random) == 0 { return .failure(.overdue(milliseconds: 1)) }
    return .success(entries[conversation] ?? [])
  }

  /// Somebody else writes.
  mutating func write(in conversation: ConversationID, _ now: Timestamp) {
    _ = add("hello?", by: "customer", key: nil, .customer, to: conversation, now)
  }

  private mutating func carryOut(_ intent: BackendIntent, _ now: Timestamp) -> ApplyOutcome {
    // Only a backend that keeps keys knows a second one.
    if idempotency == .clientKey, let before = done[intent.clientKey] { return before }
    var facts = AppliedFacts()
    if let saying = intent.saying {
      let key = idempotency == .clientKey ? intent.clientKey : nil
      let entry = add(saying.text + "\n", by: "me", key: key, saying.audience, to: intent.conversation, now)
      facts = AppliedFacts(entry: entry.entry.id, audience: saying.audience)
    }
    done[intent.clientKey] = .applied(facts)
    return .applied(facts)
  }

  private mutating func add(
    _ text: String, by author: String, key: ClientKey?, _ audience: Audience,
    to conversation: ConversationID, _ now: Timestamp
  ) -> EntryRecord {
    count += 1
    let record = EntryRecord(
      Entry(
        id: EntryID("e-\(count)"), at: now,
        author: Author(kind: author == "customer" ? .customer : .agent, id: author), audience: audience,
        text: text), clientKey: key)
    entries[conversation, default: []].append(record)
    return record
  }
}
