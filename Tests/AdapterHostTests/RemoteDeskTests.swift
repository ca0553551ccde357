import AdapterHost
import AdapterProtocol
import DeskLink
import DeskModel
import SystemCalls
import TestSupport
import Testing

/// A desk behind a real adapter process, and what the console sees of it.
struct RemoteDeskTests {
  @Test func `Conversations are paged in, and a thread is read when somebody looks`() throws {
    let backend = try BackendFixture(conversations: 120)
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    #expect(desk.rows().count == 120)
    let row = try #require(desk.rows().first { $0.id == "c-7" })
    #expect(row.preview == "halo 7" && row.contactName == "Dewi Lestari" && row.waitingSince != nil)
    #expect(desk.open("c-7")?.entries.map(\.text) == ["halo 7"])
  }

  @Test func `What happens there appears here by itself`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    _ = desk.open()
    try backend.write("apa kabar?")
    desk.wait("the news") { desk.texts() == ["halo 1", "apa kabar?"] }
    // One that was never opened shows it in its row.
    try backend.write("saya lagi", in: "c-2")
    desk.wait("the row") { desk.rows().first { $0.id == "c-2" }?.preview == "saya lagi" }
  }

  @Test func `What is told while a thread is read stays, although the page was made before it`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    try backend.fail("thread stale")
    _ = desk.open()
    desk.wait("both") { desk.texts() == ["halo 1", "sambil dibaca"] }
  }

  @Test(arguments: [
    "conversation nonsense", "conversation die-before", "thread nonsense", "thread die-before",
  ])
  func `News that cannot be read when they are told are read later, though nobody opens them`(fault: String)
    throws
  {
    let backend = try BackendFixture(tellsEntries: false)
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    try backend.fail(fault)
    try backend.write("saya lagi", in: "c-2")
    desk.wait("the row") { desk.rows().first { $0.id == "c-2" }?.preview == "saya lagi" }
  }

  @Test func `An answer stands on the backend once, and in the thread here`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    let version = desk.open()?.version
    guard
      case .applied(let entry?, .customer?, _) = desk.apply(backend.answer("Baik, Kak.", basedOn: version))
    else {
      Issue.record("it was not sent")
      return
    }
    #expect(try backend.thread() == ["u-7: halo 1 (customer)", "a-1: Baik, Kak. (customer)"])
    desk.wait("the thread") { desk.read()?.entries.contains { $0.id == entry } ?? false }
    desk.wait("an empty outbox") { desk.outbox.isEmpty }
    #expect(desk.texts() == ["halo 1", "Baik, Kak."])
  }

  @Test func `While the desk is away it is read from what is here, and what is sent goes later`() throws {
    let backend = try BackendFixture()
    do {
      let desk = WatchedDesk(try backend.open())
      desk.waitUntilUp()
      _ = desk.open()
      desk.desk.close()
    }
    try backend.setAway(true)
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.wait("the desk to be away") { if case .ended? = desk.status?.away { true } else { false } }
    #expect(desk.rows().count == 2)
    #expect(desk.texts() == ["halo 1"])
    #expect(desk.apply(backend.answer("Baik, Kak.")) == .queued)
    #expect(desk.read()?.entries.last?.state == .queued)
    #expect(desk.outbox.map(\.state) == [.waiting(until: nil)])
    try backend.setAway(false)
    desk.wait("the answer") { try! backend.thread().last == "a-1: Baik, Kak. (customer)" }
    desk.wait("an empty outbox") { desk.outbox.isEmpty }
    #expect(try backend.thread().count == 2)
  }

  @Test func `What waits in the outbox when the console dies goes at the next start`() throws {
    let backend = try BackendFixture()
    try backend.setAway(true)
    do {
      let desk = WatchedDesk(try backend.open())
      // Nothing is known of the desk yet, and still nothing is lost.
      #expect(desk.apply(backend.answer("Baik, Kak.")) == .queued)
      desk.desk.close()
    }
    try backend.setAway(false)
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.wait("an empty outbox") {
      desk.status?.away == nil && desk.outbox.isEmpty && (try! backend.thread().count) == 2
    }
    #expect(try backend.thread().last == "a-1: Baik, Kak. (customer)")
  }

  private static let faults: [(String, Idempotency)] =
    [
      "apply die-before", "apply die-after", "apply nonsense", "apply unknown-after", "apply unknown-before",
      "apply busy", "apply failed", "apply die-after\nreconcile die-before", "apply die-after\nthread hang",
      "apply hang", "apply unknown-after\nreconcile nonsense\nreconcile hang", "thread die-before",
      "changes die-before",
    ].map { ($0, .readBack) }
    + ["apply die-after", "apply nonsense", "apply failed", "apply hang"].map { ($0, .clientKey) }

  @Test(arguments: faults)
  func `Whatever fails, the answer stands there exactly once`(faults: String, idempotency: Idempotency) throws
  {
    let backend = try BackendFixture(idempotency: idempotency)
    let desk = WatchedDesk(try backend.open(limits: SessionLimits(deadline: 2_000, grace: 100)))
    defer { desk.desk.close() }
    desk.waitUntilUp()
    _ = desk.open()
    try backend.fail(faults)
    _ = desk.apply(backend.answer("Baik, Kak."))
    desk.wait("an empty outbox") { desk.outbox.isEmpty && (try! backend.thread().count) > 1 }
    #expect(try backend.thread() == ["u-7: halo 1 (customer)", "a-1: Baik, Kak. (customer)"])
  }

  @Test func `When somebody was faster, nothing is sent and what is new comes back`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    let version = desk.open()?.version
    try backend.write("Saya sudah jawab", by: "a-2")
    guard case .conflict(let newer, _)? = desk.apply(backend.answer("Baik, Kak.", basedOn: version)) else {
      Issue.record("it went all the same")
      return
    }
    #expect(newer.map(\.text) == ["Saya sudah jawab"])
    desk.wait("an empty outbox") { desk.outbox.isEmpty }
    #expect(try backend.thread().count == 2)
  }

  @Test func `A conflict that shows only later waits in the outbox for a person`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open(patience: 0))
    defer { desk.desk.close() }
    desk.waitUntilUp()
    let version = desk.open()?.version
    try backend.fail("apply busy")
    #expect(desk.apply(backend.answer("Baik, Kak.", basedOn: version)) == .queued)
    try backend.write("Saya sudah jawab", by: "a-2")
    desk.wait("a decision to make") { desk.outbox.first?.needsPerson ?? false }
    guard case .failed(.conflict(let newer))? = desk.outbox.first?.state else {
      Issue.record("\(desk.outbox)")
      return
    }
    #expect(newer.map(\.text) == ["Saya sudah jawab"])
    let key = try #require(desk.outbox.first?.intent.clientKey)
    #expect(desk.ask(.retry(key, basedOn: desk.read()?.version)) == .success(.done))
    desk.wait("an empty outbox") { desk.outbox.isEmpty }
    #expect(try backend.thread().last == "a-1: Baik, Kak. (customer)")
  }

  @Test func `Given up is given up`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open(patience: 0))
    defer { desk.desk.close() }
    desk.waitUntilUp()
    try backend.fail("apply denied")
    _ = desk.apply(backend.answer("Baik, Kak."))
    desk.wait("a decision to make") { desk.outbox.first?.needsPerson ?? desk.outbox.isEmpty }
    if let key = desk.outbox.first?.intent.clientKey { #expect(desk.ask(.discard(key)) == .success(.done)) }
    desk.wait("an empty outbox") { desk.outbox.isEmpty }
    #expect(try backend.thread().count == 1)
  }

  @Test func `What was stored for other readers is told loudly`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    try backend.fail("apply wrong-audience")
    guard case .applied(_, .internal?, _)? = desk.apply(backend.answer("Baik, Kak.")) else {
      Issue.record("nobody said so")
      return
    }
  }

  @Test func `The console's words for statuses become the backend's`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    for (word, theirs) in [("pending", "waiting for parts"), ("resolved", "closed"), ("open", "open")] {
      let outcome = desk.apply(backend.intent(.setStatus(word)))
      guard case .applied? = outcome else {
        Issue.record("\(word) was not set: \(String(describing: outcome))")
        continue
      }
      #expect(try backend.status() == theirs)
      desk.wait("the row") {
        desk.read()?.statusCategory == StatusCategory(backendStatus: word)
      }
    }
  }

  @Test func `What the backend does not keep is kept here, what it cannot do is refused`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    _ = desk.open()
    let until = Timestamp(milliseconds: SystemClock.milliseconds()).adding(seconds: 3_600)
    guard case .applied? = desk.apply(backend.intent(.snooze(until: until))) else {
      Issue.record("it was not put to sleep")
      return
    }
    #expect(desk.read()?.snoozedUntil == until)
    let world = backend.intent(.say(text: "x", kind: .comment, audience: .world, parent: nil))
    guard case .invalid("audience", _)? = desk.apply(world) else {
      Issue.record("the world was told")
      return
    }
    // Reading it anew does not wake it.
    try backend.write("halo?", by: "a-2")
    desk.wait("the news") { desk.texts().count == 2 }
    #expect(desk.read()?.snoozedUntil == until)
  }

  @Test func `Files go with an answer and come back as they were`() throws {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    _ = desk.open()
    let scratch = try ScratchFolder()
    let bytes = (0..<12_345).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try FileSystem.replace(scratch.path + "/a", with: bytes)
    let outcome = desk.apply(
      backend.answer("See the file", files: [AttachmentUpload(path: scratch.path + "/a", name: "bill.pdf")]))
    guard case .applied? = outcome else {
      Issue.record("\(String(describing: outcome))")
      return
    }
    desk.wait("the file") {
      desk.read()?.entries.last?.attachments.first?.name == "bill.pdf" && desk.outbox.isEmpty
    }
    let file = try #require(desk.read()?.entries.last?.attachments.first)
    #expect(desk.ask(.attachment("c-1", file.id)) == .success(.attachment(file.id, bytes)))
    #expect(try FileSystem.list(desk.desk.options.folder + "/outbox/1/files").isEmpty)
  }

  @Test func `A search finds what is here, then what only the backend has, and nothing twice`() throws {
    let backend = try BackendFixture(conversations: 5)
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    _ = desk.open("c-2")
    var found: [String] = []
    var request = SearchRequest("halo", limit: 10)
    for _ in 0..<20 {
      guard case .success(.search(let asked, let page)) = desk.ask(.search(request)) else {
        Issue.record("no page")
        return
      }
      #expect(asked == request && (page.next == nil) == (page.progress == 1_000))
      found += page.hits.map { $0.summary.id.rawValue }
      guard let next = page.next else { break }
      request.after = next
    }
    #expect(found.first == "c-2" && found.sorted() == ["c-1", "c-2", "c-3", "c-4", "c-5"])
  }

  @Test
  func
    `A key that is on its way does not come back as a conflict, and one that was given up is not taken for sent`()
    throws
  {
    let backend = try BackendFixture()
    let desk = WatchedDesk(try backend.open())
    defer { desk.desk.close() }
    desk.waitUntilUp()
    let intent = backend.answer("Baik, Kak.", basedOn: desk.open()?.version)
    guard case .applied? = desk.apply(intent) else {
      Issue.record("it was not sent")
      return
    }
    try backend.write("apa kabar?")
    desk.wait("the news") { desk.texts().last == "apa kabar?" }
    guard case .applied? = desk.apply(intent) else {
      Issue.record("it came back")
      return
    }
    #expect(try backend.thread().count == 3)
    let other = backend.answer("Saya lagi", basedOn: desk.read()?.version)
    try backend.fail("apply denied")
    #expect(desk.apply(other) == .denied(reason: "not yours"))
    desk.wait("an empty outbox") { desk.outbox.isEmpty }
    #expect(desk.apply(other) == .unknown)
  }

  @Test func `What one console leaves another one sends that still runs`() throws {
    let backend = try BackendFixture()
    try backend.setAway(true)
    let one = WatchedDesk(try backend.open())
    let two = WatchedDesk(try backend.open())
    defer { two.desk.close() }
    #expect(one.apply(backend.answer("from one")) == .queued)
    one.desk.close()
    try backend.setAway(false)
    two.wait("the answer of the other") { (try! backend.thread()).last == "a-1: from one (customer)" }
    two.wait("an empty outbox") { two.outbox.isEmpty }
    #expect(try backend.thread().count == 2)
  }

  @Test func `Two consoles on one desk see each other's answers and do not send each other's`() throws {
    let backend = try BackendFixture()
    let one = WatchedDesk(try backend.open())
    let two = WatchedDesk(try backend.open())
    defer {
      one.desk.close()
      two.desk.close()
    }
    for desk in [one, two] {
      desk.waitUntilUp()
      _ = desk.open()
    }
    _ = one.apply(backend.answer("from one"))
    _ = two.apply(backend.answer("from two"))
    for desk in [one, two] {
      desk.wait("both answers") { Set(desk.texts()) == ["halo 1", "from one", "from two"] }
    }
    #expect(try backend.thread().count == 3)
  }
}
