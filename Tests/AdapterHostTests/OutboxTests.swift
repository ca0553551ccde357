import AdapterHost
import AdapterProtocol
import DeskModel
import Testing

private let me = Agent(id: "me", name: "Me")
private let start = Timestamp(milliseconds: 1_000_000_000_000)

private func rules(
  _ idempotency: Idempotency = .readBack, canReconcile: Bool = true, readsBeforeSaying: Bool = false
) -> OutboxRules {
  OutboxRules(
    me: me.id, idempotency: idempotency, canReconcile: canReconcile, readsBeforeSaying: readsBeforeSaying)
}

private func answer(
  _ key: ClientKey = "k", in conversation: ConversationID = "c", _ text: String = "hello"
) -> BackendIntent {
  BackendIntent(
    clientKey: key, conversation: conversation, basedOn: SeenState(entry: "e-1"), by: me,
    steps: [.say(Saying(text, audience: .customer))])
}

private func status(_ key: ClientKey, in conversation: ConversationID = "c") -> BackendIntent {
  BackendIntent(clientKey: key, conversation: conversation, by: me, steps: [.status("resolved")])
}

private func entry(
  _ id: EntryID, _ text: String = "hello", by author: String = "me", _ audience: Audience = .customer,
  key: ClientKey? = nil
) -> EntryRecord {
  let kind: AuthorKind = author == "customer" ? .customer : .agent
  return EntryRecord(
    Entry(id: id, at: start, author: Author(kind: kind, id: author), audience: audience, text: text),
    clientKey: key)
}

/// An outbox with what it does, in short words.
private struct Played {
  var outbox: Outbox
  var words: [String] = []

  init(_ rules: OutboxRules? = rules()) {
    outbox = Outbox()
    if let rules { take(.deskUp(rules)) }
  }

  mutating func take(_ event: OutboxEvent, after seconds: Int64 = 0) {
    words = outbox.handle(event, at: start.adding(seconds: seconds)).map { effect in
      switch effect {
      case .persist(let item): "persist \(item.key.rawValue) \(Self.word(item.state))"
      case .apply(let item): "apply \(item.key.rawValue) \(item.attempts)"
      case .reconcile(let intent, let moment):
        "reconcile \(intent.clientKey.rawValue) \(moment.seconds(since: start))"
      case .readBack(let intent, let purpose): "read \(intent.clientKey.rawValue) \(purpose)"
      case .wake(let moment): "wake \(moment.seconds(since: start))"
      case .tell(let item): "tell \(item.key.rawValue)"
      }
    }
  }

  static func word(_ state: OutboxState) -> String {
    switch state {
    case .queued(let notBefore?): "queued until \(notBefore.seconds(since: start))"
    case .queued(nil): "queued"
    case .sending: "sending"
    case .uncertain: "uncertain"
    case .accepted: "accepted"
    case .applied(_, let isConfirmed): isConfirmed ? "applied" : "unconfirmed"
    case .failed(let failure): "failed \(Self.word(failure))"
    case .discarded: "discarded"
    }
  }

  static func word(_ failure: OutboxFailure) -> String {
    switch failure {
    case .refused(.conflict(let newer, _)):
      "conflict \(newer.map(\.entry.id.rawValue).joined(separator: " "))"
    case .refused(.denied(let reason)): "denied \(reason)"
    case .refused(.partial): "partial"
    case .refused: "refused"
    case .wrongAudience(let stored): "wrongAudience \(stored)"
    case .vanished: "vanished"
    case .gaveUp: "gaveUp"
    case .cannotTell: "cannotTell"
    case .earlierNotDone(let key): "after \(key.rawValue)"
    }
  }

  func state(_ key: ClientKey = "k") -> String { outbox[key].map { Self.word($0.state) } ?? "none" }
}

struct OutboxTests {
  @Test func `An answer is noted before it is acknowledged, and its attempt before it is sent`() {
    var played = Played()
    played.take(.add(answer(), files: []))
    #expect(
      played.words == ["persist k queued", "tell k", "persist k sending", "tell k", "apply k 1"])
  }

  @Test func `While the desk is away an answer waits, and goes when it is back`() {
    var played = Played(nil)
    played.take(.add(answer(), files: []))
    #expect(played.words == ["persist k queued", "tell k"])
    played.take(.deskUp(rules()), after: 3_600)
    #expect(played.words == ["persist k sending", "tell k", "apply k 1"])
  }

  @Test func `What was said is looked for before it counts as said`() {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(
      .answered("k", attempt: 1, .success(.applied(AppliedFacts(entry: "e-2", audience: .customer)))))
    #expect(played.words == ["persist k unconfirmed", "tell k", "read k confirming"])
    played.take(.readBack("k", .confirming, .success([entry("e-1"), entry("e-2")])))
    #expect(played.words == ["persist k applied", "tell k"])
    #expect(played.outbox.open.isEmpty)
  }

  @Test
  func
    `What is said to be done and is nowhere to be found is told loudly, and not before it was looked for again`()
  {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(.answered("k", attempt: 1, .success(.applied(AppliedFacts(entry: "e-2")))))
    var seconds: Int64 = 0
    var looks = 1
    while played.state() == "unconfirmed", looks < 20 {
      played.take(.readBack("k", .confirming, .success([entry("e-1", "other")])), after: seconds)
      guard let word = played.words.last, word.hasPrefix("wake ") else { break }
      seconds = Int64(word.dropFirst(5)) ?? 0
      played.take(.tick, after: seconds)
      #expect(played.words == ["read k confirming"])
      looks += 1
    }
    #expect(played.state() == "failed vanished")
    #expect(looks == 5)
  }

  @Test(arguments: [
    (ApplyOutcome.denied(reason: "no"), "failed denied no"),
    (.conflict(newer: [entry("e-2")], version: nil), "failed conflict e-2"),
    (.invalid(field: "steps", reason: "long"), "failed refused"), (.moved(to: "c-2"), "failed refused"),
    (.partial([StepReport(step: 0, .failed, reason: "x")], AppliedFacts()), "failed partial"),
    (.applied(AppliedFacts(entry: "e-2", audience: .world)), "failed wrongAudience world"),
    (
      .partial([StepReport(step: 0, .applied)], AppliedFacts(entry: "e-2", audience: .internal)),
      "failed wrongAudience internal"
    ),
    (.failed(reason: "locked"), "queued until 1"), (.busy(retryAfterSeconds: 30), "queued until 30"),
    (.unknown(reason: "500"), "uncertain"), (.accepted, "accepted"),
  ])
  func `Each outcome leads to its state`(outcome: ApplyOutcome, state: String) {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(.answered("k", attempt: 1, .success(outcome)))
    #expect(played.state() == state)
  }

  @Test(arguments: [
    (CallFailure.notSent(.closed), "queued until 1"), (.fault(.unauthorized(reason: "x")), "queued until 1"),
    (.fault(.away(reason: "x", retryAfterSeconds: nil)), "queued until 1"),
    (.fault(.busy(retryAfterSeconds: 5)), "queued until 5"),
    (.fault(.denied(reason: "no")), "failed denied no"),
    (.fault(.moved(to: "c-2")), "failed refused"), (.tooLong(.tooLong(limit: 1)), "failed refused"),
    (.fault(.internalFailure(reason: "x")), "uncertain"), (.fault(.other(code: 7, reason: "x")), "uncertain"),
    (.unreadable(.encoding), "uncertain"), (.overdue(milliseconds: 1), "uncertain"),
    (.interrupted(.exited(code: 1)), "uncertain"),
  ])
  func `A failed call is taken for undone only where that is certain`(failure: CallFailure, state: String) {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(.answered("k", attempt: 1, .failure(failure)))
    #expect(played.state() == state)
  }

  @Test func `An uncertain answer is asked about, looked for, and only then sent again`() {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(.answered("k", attempt: 1, .failure(.overdue(milliseconds: 1))), after: 2)
    #expect(played.words == ["persist k uncertain", "tell k", "reconcile k 0"])
    played.take(.reconciled("k", .success(.nothing)), after: 3)
    #expect(played.words == ["persist k queued", "tell k", "read k beforeRetry"])
    played.take(.readBack("k", .beforeRetry, .success([entry("e-1", "other")])), after: 4)
    #expect(played.words == ["persist k sending", "tell k", "apply k 2"])
  }

  /// A backend that says `nothing` once enough time has passed must not count from an attempt that is long over.
  @Test(arguments: [ApplyOutcome.failed(reason: "down"), .busy(retryAfterSeconds: 1), nil])
  func `A backend is asked about the attempt that is in doubt, not about an earlier one that came to nothing`(
    first: ApplyOutcome?
  ) {
    var played = Played()
    played.take(.add(answer(), files: []))
    if let first {
      played.take(.answered("k", attempt: 1, .success(first)), after: 1)
    } else {
      played.take(.answered("k", attempt: 1, .failure(.overdue(milliseconds: 1))), after: 1)
      played.take(.reconciled("k", .success(.nothing)), after: 80)
    }
    played.take(.tick, after: 90)
    played.take(.readBack("k", .beforeRetry, .success([])), after: 100)
    #expect(played.words.last == "apply k 2")
    played.take(.answered("k", attempt: 2, .failure(.overdue(milliseconds: 1))), after: 110)
    #expect(played.words.last == "reconcile k 100")
    // As long as the doubt lasts, it is counted from its beginning.
    played.take(.reconciled("k", .success(.known(.unknown(reason: "")))), after: 111)
    played.take(.tick, after: 115)
    #expect(played.words.last == "reconcile k 100")
  }

  @Test func `An answer that arrived although nobody knew is found and not sent again`() {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(.answered("k", attempt: 1, .success(.failed(reason: "it says"))))
    played.take(.tick, after: 1)
    #expect(played.words == ["read k beforeRetry"])
    played.take(
      .readBack("k", .beforeRetry, .success([entry("e-1", "other"), entry("e-2", "hello\n")])), after: 2)
    #expect(played.words == ["persist k applied", "tell k"])
  }

  @Test func `A backend that cannot tell leaves the decision to a person`() {
    var played = Played(rules(.none, canReconcile: false))
    played.take(.add(answer(), files: []))
    played.take(.answered("k", attempt: 1, .failure(.interrupted(.exited(code: 1)))))
    #expect(played.words == ["persist k uncertain", "tell k", "read k beforeRetry"])
    for seconds in [Int64(0), 10, 20] {
      played.take(.tick, after: seconds)
      played.take(.readBack("k", .beforeRetry, .success([])), after: seconds)
    }
    #expect(played.state() == "failed cannotTell")
    #expect(!played.words.contains { $0.hasPrefix("apply") })
  }

  @Test func `Where nobody else would notice, the thread is read before something is said`() {
    var played = Played(rules(.none, canReconcile: false, readsBeforeSaying: true))
    played.take(.add(answer(), files: []))
    #expect(played.words == ["persist k queued", "tell k", "read k beforeSaying"])
    let thread = [
      entry("e-1"), entry("e-2", "me again", by: "customer"), entry("e-3", "note", by: "bob", .internal),
    ]
    played.take(.readBack("k", .beforeSaying, .success(thread)))
    #expect(played.state() == "failed conflict e-2")
    played.take(.retry("k", basedOn: SeenState(entry: "e-3")))
    played.take(.readBack("k", .beforeSaying, .success(thread)))
    #expect(played.words == ["persist k sending", "tell k", "apply k 1"])
  }

  @Test func `Within a conversation one follows the other, and others do not wait`() {
    var played = Played()
    played.take(.add(answer("k1"), files: []))
    played.take(.add(answer("k2"), files: []))
    #expect(played.words == ["persist k2 queued", "tell k2"])
    played.take(.add(answer("k3", in: "d"), files: []))
    #expect(played.words.last == "apply k3 1")
    played.take(
      .answered("k1", attempt: 1, .success(.applied(AppliedFacts(entry: "e-2", audience: .customer)))))
    played.take(.readBack("k1", .confirming, .success([entry("e-2")])))
    #expect(played.words.last == "apply k2 1")
  }

  @Test func `What would close a conversation does not follow an answer that has not gone, a tag does`() {
    var played = Played()
    let tag = BackendIntent(clientKey: "t", conversation: "c", by: me, steps: [.tag(add: ["x"], remove: [])])
    for intent in [answer("k"), status("s"), tag, status("s2", in: "d")] {
      played.take(.add(intent, files: []))
    }
    played.take(.answered("k", attempt: 1, .success(.denied(reason: "no"))))
    #expect(
      ["k", "s", "t", "s2"].map { played.state(ClientKey($0)) } == [
        "failed denied no", "failed after k", "sending", "sending",
      ])
  }

  @Test func `A backend that is busy is left alone for as long as it wants, in all conversations`() {
    var played = Played()
    played.take(.add(answer("k1"), files: []))
    played.take(.answered("k1", attempt: 1, .success(.busy(retryAfterSeconds: 30))))
    played.take(.add(answer("k2", in: "d"), files: []), after: 1)
    #expect(played.words == ["persist k2 queued", "tell k2", "wake 30"])
    played.take(.tick, after: 30)
    #expect(played.words == ["read k1 beforeRetry", "persist k2 sending", "tell k2", "apply k2 1"])
  }

  @Test func `The same key twice is one answer`() {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(.add(answer(), files: []))
    #expect(played.words == ["tell k"])
  }

  @Test func `An answer to an older attempt is not taken for one to the newer`() {
    var played = Played(rules(.clientKey))
    played.take(.add(status("k"), files: []))
    played.take(.answered("k", attempt: 1, .success(.failed(reason: "locked"))))
    played.take(.tick, after: 1)
    #expect(played.words.last == "apply k 2")
    played.take(.answered("k", attempt: 1, .success(.denied(reason: "late"))), after: 2)
    #expect(played.state() == "sending")
  }

  @Test func `A person may give up what waits or has failed, not what is on its way`() {
    var played = Played()
    played.take(.add(answer(), files: []))
    played.take(.discard("k"))
    #expect(played.state() == "sending")
    played.take(.answered("k", attempt: 1, .success(.denied(reason: "no"))))
    played.take(.discard("k"))
    #expect(played.words == ["persist k discarded", "tell k"])
    played.take(.retry("k", basedOn: nil))
    #expect(played.state() == "discarded")
  }

  @Test func `After a crash in mid-attempt an answer is uncertain`() {
    var played = Played()
    played.take(.add(answer(), files: []))
    guard let item = played.outbox["k"] else { return }
    played.outbox = Outbox([item])
    #expect(played.state() == "uncertain")
    played.take(.deskUp(rules()), after: 9)
    #expect(played.words == ["reconcile k 0"])
  }

  @Test func `One that is tried again waits for a younger one that is on its way`() {
    var played = Played()
    for key in [ClientKey("k1"), "k2"] { played.take(.add(answer(key), files: [])) }
    played.take(.answered("k1", attempt: 1, .success(.denied(reason: "no"))))
    #expect(played.words.last == "apply k2 1")
    played.take(.retry("k1", basedOn: nil))
    #expect(played.words == ["persist k1 queued", "tell k1"])
    played.take(
      .answered("k2", attempt: 1, .success(.applied(AppliedFacts(entry: "e-2", audience: .customer)))))
    played.take(.readBack("k2", .confirming, .success([entry("e-2")])))
    #expect(played.words.last == "read k1 beforeRetry")
    // The same words, and yet another answer.
    played.take(.readBack("k1", .beforeRetry, .success([entry("e-2")])))
    #expect(played.words.last == "apply k1 2")
  }

  @Test func `One that a person tries again is looked for from where it was begun`() {
    var played = Played(rules(.clientKey))
    played.take(.add(answer(), files: []))
    played.take(.answered("k", attempt: 1, .success(.denied(reason: "it says"))))
    played.take(.retry("k", basedOn: SeenState(entry: "e-3")))
    let thread = [entry("e-1", "other"), entry("e-2"), entry("e-3", "and?", by: "customer")]
    played.take(.readBack("k", .beforeRetry, .success(thread)))
    #expect(played.state() == "applied")
  }

  @Test func `An entry that another answer has made does not count for one with the same words`() {
    var played = Played()
    for key in [ClientKey("k1"), "k2"] { played.take(.add(answer(key), files: [])) }
    played.take(
      .answered("k1", attempt: 1, .success(.applied(AppliedFacts(entry: "e-2", audience: .customer)))))
    played.take(.readBack("k1", .confirming, .success([entry("e-2")])))
    played.take(.answered("k2", attempt: 1, .failure(.overdue(milliseconds: 1))))
    played.take(
      .reconciled("k2", .success(.known(.applied(AppliedFacts(entry: "e-2", audience: .customer))))))
    #expect(played.words == ["persist k2 queued", "tell k2", "read k2 beforeRetry"])
    played.take(.readBack("k2", .beforeRetry, .success([entry("e-2")])))
    #expect(played.words.last == "apply k2 2")
  }

  @Test func `A second answer to the same state is based on the first, once that was said`() {
    var played = Played()
    for key in [ClientKey("k1"), "k2", "k3"] { played.take(.add(answer(key), files: [])) }
    for (key, entry) in [(ClientKey("k1"), EntryID("e-2")), ("k2", "e-3")] {
      let facts = AppliedFacts(entry: entry, audience: .customer, version: VersionTag(entry.rawValue))
      played.take(.answered(key, attempt: 1, .success(.applied(facts))))
      played.take(.readBack(key, .confirming, .success([Self.said(entry)])))
    }
    #expect(played.outbox["k1"]?.intent.basedOn == SeenState(entry: "e-1"))
    #expect(played.outbox["k2"]?.intent.basedOn?.entry == "e-2")
    #expect(played.outbox["k3"]?.intent.basedOn?.entry == "e-3")
  }

  private static func said(_ id: EntryID) -> EntryRecord { entry(id) }

  @Test func `Trying again ends after a while`() {
    var played = Played(rules(.clientKey))
    played.take(.add(status("k"), files: []))
    var seconds: Int64 = 0
    for attempt in 1...8 {
      played.take(.answered("k", attempt: attempt, .success(.failed(reason: "locked"))), after: seconds)
      seconds += 100
      played.take(.tick, after: seconds)
    }
    #expect(played.state() == "failed gaveUp")
  }
}
