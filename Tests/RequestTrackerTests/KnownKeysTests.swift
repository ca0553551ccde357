import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Keys of intents")
struct KnownKeysTests {
  private let keys = KnownKeys()

  private func intent(_ key: ClientKey, _ text: String = "hi", in conversation: ConversationID = "7")
    -> BackendIntent
  {
    BackendIntent(
      clientKey: key, conversation: conversation, by: Agent(id: "a", name: "A"),
      steps: [.say(Saying(text, audience: .customer))])
  }

  private func begin(_ intent: BackendIntent) -> KnownKeys.Verdict { keys.begin(intent, now: Played.now) }

  @Test("What was done is not done again")
  func done() {
    let outcomes: [ApplyOutcome] = [
      .applied(AppliedFacts(entry: "9")), .accepted, .partial([], AppliedFacts(entry: "10")),
    ]
    for (number, outcome) in outcomes.enumerated() {
      let intent = intent(ClientKey("k\(number)"))
      #expect(begin(intent) == .begin)
      keys.end(intent.clientKey, outcome)
      #expect(begin(intent) == .done(outcome))
      #expect(keys.outcome(intent.clientKey) == outcome)
    }
    #expect(keys.entries(besides: "k0") == ["10"])
  }

  @Test("What was not done is begun anew, and what nobody knows is looked for")
  func notDone() {
    let outcomes: [ApplyOutcome] = [
      .conflict(newer: [], version: nil), .denied(reason: ""), .invalid(field: "", reason: ""),
      .moved(to: "8"),
      .failed(reason: ""), .busy(retryAfterSeconds: 1),
    ]
    for (number, outcome) in outcomes.enumerated() {
      let intent = intent(ClientKey("k\(number)"))
      _ = begin(intent)
      keys.end(intent.clientKey, outcome)
      #expect(begin(intent) == .begin)
    }
    _ = begin(intent("u"))
    keys.end("u", .unknown(reason: ""))
    #expect(keys.begin(intent("u"), now: Played.now.adding(seconds: 99)) == .look(since: Played.now))
    // What came to nothing is over: doubt is counted from the attempt that it is about.
    keys.beginAnew("u", now: Played.now.adding(seconds: 100))
    keys.end("u", .unknown(reason: ""))
    #expect(begin(intent("u")) == .look(since: Played.now.adding(seconds: 100)))
    keys.end("u", .failed(reason: ""))
    #expect(keys.begin(intent("u"), now: Played.now.adding(seconds: 200)) == .begin)
    keys.end("u", .unknown(reason: ""))
    #expect(begin(intent("u")) == .look(since: Played.now.adding(seconds: 200)))
  }

  @Test("A key is of one intent, and one is done at a time")
  func mixedUp() {
    #expect(begin(intent("k")) == .begin)
    #expect(begin(intent("k")) == .running)
    #expect(begin(intent("k", "other")) == .mixedUp)
    #expect(begin(intent("k", in: "8")) == .mixedUp)
    #expect(keys.outcome("k") == nil)
  }

  @Test("Old keys are forgotten, so that the memory has an end")
  func limit() {
    for number in 0...KnownKeys.limit {
      let key = ClientKey("k\(number)")
      _ = begin(intent(key))
      keys.end(key, .accepted)
    }
    #expect(keys.outcome("k0") == nil)
    #expect(keys.outcome("k1") == .accepted)
  }
}
