import AdapterProtocol
import DeskModel
import OddServer
import SystemCalls
import Testing

@Suite("Integration: what breaks on the way to a real RT", .enabled(if: RealRT.isExpected, RealRT.hint))
struct TrustIntegrationTests {
  private static var now: Timestamp { Timestamp(milliseconds: SystemClock.milliseconds()) }

  private func reconcile(
    _ adapter: AdapterProcess, _ intent: BackendIntent, attemptedAt: Timestamp
  ) throws -> Reconciliation {
    guard
      case .reconcile(let found) = try adapter.call(
        .reconcile(ReconcileParams(intent, attemptedAt: attemptedAt))
      ).get()
    else { throw AdapterProcess.Refused() }
    return found
  }

  @Test(
    "A reply whose answer is cut off is unknown, is found, and is never sent again",
    arguments: [Audience.customer, .internal])
  func cut(audience: Audience) throws {
    let rt = try RealRT()
    let id = try rt.ticket()
    let between = try OddServer(upstream: rt.url)
    let adapter = try AdapterProcess(between.url, token: rt.token("alice"))
    let seen = SeenState(
      version: try adapter.conversation(id).version, entry: try adapter.thread(id).last?.entry.id)
    let saying = Saying(
      "only once, please", kind: audience == .internal ? .note : .message, audience: audience)
    let intent = AdapterProcess.intent(id, [.say(saying)], key: AdapterProcess.newKey(), basedOn: seen)
    let attempt = Self.now
    guard case .apply(.unknown) = try adapter.call(.apply(intent)).get() else {
      Issue.record("nobody can know")
      return
    }
    #expect(try rt.messages(id, saying: "only once, please").count == 1)
    // The same process, asked to do it again, looks first.
    guard case .apply(.applied(let again)) = try adapter.call(.apply(intent)).get() else {
      Issue.record("it was not found")
      return
    }
    #expect(again.audience == audience)
    // Another process knows nothing of the key, and reads the history.
    let other = try rt.adapter()
    guard case .known(.applied(let facts)) = try reconcile(other, intent, attemptedAt: attempt) else {
      Issue.record("it was not found")
      return
    }
    #expect(facts.entry == again.entry && facts.audience == audience)
    #expect(try rt.messages(id, saying: "only once, please").count == 1)
  }

  @Test("What was never sent is told as nothing, but not while it may still be on its way")
  func nothing() throws {
    let rt = try RealRT()
    let id = try rt.ticket()
    let adapter = try rt.adapter()
    let seen = SeenState(entry: try adapter.thread(id).last?.entry.id)
    let step = IntentStep.say(Saying("never sent", audience: .customer))
    let intent = AdapterProcess.intent(id, [step], key: AdapterProcess.newKey(), basedOn: seen)
    #expect(try reconcile(adapter, intent, attemptedAt: Self.now.adding(seconds: -600)) == .nothing)
    guard case .known(.unknown) = try reconcile(adapter, intent, attemptedAt: Self.now) else {
      Issue.record("it may still come")
      return
    }
    // The same words for other readers, and by somebody else, are something else.
    _ = try adapter.say(id, "never sent", .internal)
    _ = try rt.adapter("bob").say(id, "never sent", .customer)
    #expect(try reconcile(adapter, intent, attemptedAt: Self.now.adding(seconds: -600)) == .nothing)
  }

  @Test("Changes go on behind a restart of the adapter, each once, with nothing lost")
  func changes() throws {
    let rt = try RealRT()
    let (first, second, third) = (try rt.ticket("one"), try rt.ticket("two"), try rt.ticket("three"))
    let before = try rt.adapter()
    let start = try before.changes(after: nil)
    #expect(start.changes.isEmpty && start.askAgainAfterSeconds == 15)
    try rt.ask("POST", "/ticket/\(first)/comment", #"{"Content":"x","ContentType":"text/plain"}"#)
    let page = try before.changes(after: start.next)
    #expect(
      page.changes.contains { change in
        if case .conversation(let id, _?) = change { id.rawValue == first } else { false }
      })
    #expect(try before.end().code == 0)

    try rt.ask("PUT", "/ticket/\(second)", #"{"Status":"stalled"}"#)
    try rt.ask("PUT", "/ticket/\(third)", #"{"MergeInto":\#(first)}"#)
    // More hidden rows than a page holds.
    for number in 1...3 { try rt.ask("PUT", "/ticket/1", #"{"Priority":\#(number)}"#) }
    let after = try rt.adapter()
    var told: [DeskChange] = []
    var cursor = page.next
    repeat {
      let page = try after.changes(after: cursor, limit: 2)
      told += page.changes
      cursor = page.next
      if page.askAgainAfterSeconds != 0 { break }
    } while true
    let ids = told.map { change in
      switch change {
      case .conversation(let id, _): "changed \(id.rawValue)"
      case .gone(let id, let target): "gone \(id.rawValue) \(target?.rawValue ?? "")"
      default: "other"
      }
    }
    #expect(ids.contains("changed \(second)") && ids.contains("gone \(third) \(first)"))
    #expect(!ids.contains("changed 1"), "the board's queue is not ours")
    #expect(try after.changes(after: cursor).changes.allSatisfy { !told.contains($0) })
  }

  @Test("Changes are found behind more hidden rows than a page holds")
  func hiddenRows() throws {
    let rt = try RealRT()
    let adapter = try rt.adapter()
    // From the very beginning: the seed has made 131 changes that nobody of the agents sees before the first ticket.
    var cursor: ChangeCursor = "tx:0:"
    var told: Set<String> = []
    repeat {
      let page = try adapter.changes(after: cursor, limit: 1_000)
      for case .conversation(let id, _) in page.changes { told.insert(id.rawValue) }
      cursor = page.next
      if page.askAgainAfterSeconds != 0 { break }
    } while true
    #expect(Set((2...32).map(String.init)).isSubset(of: told))
    #expect(!told.contains("1"))
  }

  @Test("A token that has expired is told as that, and a new one goes on")
  func expired() throws {
    let rt = try RealRT()
    let adapter = try AdapterProcess()
    for token in [try rt.token("expired"), "1-99999-abc", "nonsense"] {
      guard case .failure(.unauthorized(let reason)) = try adapter.initialize(rt.url, token: token) else {
        Issue.record("the token was taken")
        return
      }
      #expect(!reason.contains(token))
    }
    guard case .success(.initialize) = try adapter.initialize(rt.url, token: rt.token("alice")) else {
      Issue.record("the good token was not taken")
      return
    }
    #expect(try adapter.conversation("2").conversation.id == "2")
    let ended = try adapter.end()
    #expect(ended.code == 0)
    #expect(try !ended.log.contains(rt.token("alice")))
  }

  @Test("RT's start page in the place of its interface is noticed, and so is nobody at all")
  func wrongAddress() throws {
    let rt = try RealRT()
    let adapter = try AdapterProcess()
    let odd = try OddServer()
    for url in ["\(rt.url)/NoAuth", odd.url, "http://127.0.0.1:1"] {
      guard case .failure(let fault) = try adapter.initialize(url, token: rt.token("alice")) else {
        Issue.record("\(url) is no RT")
        return
      }
      #expect([-32_003, -32_004, -32_006].contains(fault.code), "\(url): \(fault)")
      #expect(!fault.message.isEmpty)
    }
  }
}
