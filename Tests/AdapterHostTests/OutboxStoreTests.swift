import AdapterHost
import AdapterProtocol
import DeskModel
import SystemCalls
import TestSupport
import Testing

private let now = Timestamp(milliseconds: 1_760_000_000_000)

private func item(
  _ key: ClientKey, _ state: OutboxState = .queued(notBefore: nil), at moment: Timestamp = now
) -> OutboxItem {
  var item = OutboxItem(
    BackendIntent(
      clientKey: key, conversation: "c", basedOn: SeenState(version: "7", entry: "e-1"),
      by: Agent(id: "a", name: "Наstya \u{1B}[2J"),
      steps: [.say(Saying("two\nlines\u{2028}", audience: .customer, uploads: ["k-0"])), .status("open")]),
    files: [OutboxFile(path: "/x/1/files/k-0", name: "bill\n.pdf", byteCount: 7)], addedAt: moment)
  item.state = state
  return item
}

/// Every state that can stand in a file.
private let states: [OutboxState] = [
  .queued(notBefore: nil), .queued(notBefore: now), .sending, .uncertain(reason: "\"500\"\n"), .accepted,
  .applied(AppliedFacts(entry: "e-2", audience: .customer, version: "8"), isConfirmed: false),
  .applied(AppliedFacts(), isConfirmed: true), .discarded, .failed(.vanished), .failed(.gaveUp(reason: "x")),
  .failed(.cannotTell(reason: "y")), .failed(.earlierNotDone("k-0")), .failed(.wrongAudience(stored: .world)),
  .failed(.refused(.denied(reason: "no"))),
  .failed(
    .refused(
      .partial([StepReport(step: 0, .applied), StepReport(step: 1, .failed, reason: "z")], AppliedFacts()))),
  .failed(
    .refused(
      .conflict(
        newer: [
          EntryRecord(
            Entry(
              id: "e-9", at: now, author: Author(kind: .customer, id: "u", name: "Dewi"), audience: .customer,
              text: "halo"))
        ], version: "9"))),
]

struct OutboxStoreTests {
  @Test(arguments: states)
  func `An item comes back from its line as it was`(state: OutboxState) throws {
    var item = item("k", state)
    item.attempts = 3
    item.firstAttempt = now
    item.unsureSince = now.adding(seconds: 1)
    #expect(item.line.last == UInt8(ascii: "\n"))
    #expect(item.line.count { $0 < 0x20 } == 1)
    #expect(try OutboxItem(line: item.line.dropLast()) == item)
  }

  @Test(arguments: [
    "", "[]", "{}", "{\"key\":7}", "{\"key\":\"k\",\"addedAt\":\"yesterday\",\"attempts\":0}",
    "{\"key\":\"k\",\"addedAt\":\"2026-01-01T00:00:00Z\",\"attempts\":0,\"state\":\"queued\",\"intent\":{}}",
  ])
  func `A line that holds no item is refused`(text: String) {
    #expect(throws: OutboxLineError.self) { try OutboxItem(line: Array(text.utf8)) }
  }

  @Test func `The last line of a key counts, in the order in which the keys came`() throws {
    let folder = try ScratchFolder()
    do {
      var store = try OutboxStore(claimingIn: folder.path, now: now)
      for (key, state) in [("k1", states[0]), ("k2", states[0]), ("k1", states[2])] {
        try store.persist(item(ClientKey(key), state))
      }
    }
    let store = try OutboxStore(claimingIn: folder.path, now: now)
    #expect(store.items == [item("k1", .sending), item("k2")])
    #expect(store.problems.isEmpty)
  }

  @Test func `A torn last line is cut, and what comes after it is whole`() throws {
    let folder = try ScratchFolder()
    do {
      var store = try OutboxStore(claimingIn: folder.path, now: now)
      try store.persist(item("k1"))
      try store.persist(item("k2"))
    }
    let path = folder.path + "/1/outbox.jsonl"
    let bytes = try FileSystem.contents(of: path)
    for cut in [1, 20, 200] {
      try FileSystem.replace(path, with: bytes.dropLast(cut))
      do {
        var store = try OutboxStore(claimingIn: folder.path, now: now)
        #expect(store.items.map(\.key) == ["k1"])
        try store.persist(item("k3"))
      }
      #expect(try OutboxStore(claimingIn: folder.path, now: now).items.map(\.key) == ["k1", "k3"])
    }
  }

  @Test func `A broken line is told, kept, and costs no other`() throws {
    let folder = try ScratchFolder()
    try FileSystem.makeFolder(folder.path + "/1")
    let path = folder.path + "/1/outbox.jsonl"
    try FileSystem.replace(path, with: item("k1").line + Array("nonsense\n".utf8) + item("k2").line)
    let store = try OutboxStore(claimingIn: folder.path, now: now)
    #expect(store.items.map(\.key) == ["k1", "k2"])
    #expect(store.problems.count == 1 && store.problems[0].hasPrefix("Line 2 of "))
    #expect(try FileSystem.contents(of: path).count > 2 * item("k1").line.count)
  }

  @Test func `Two consoles have an outbox each, and what one leaves the next one goes on with`() throws {
    let folder = try ScratchFolder()
    var first: OutboxStore? = try OutboxStore(claimingIn: folder.path, now: now)
    do {
      var second = try OutboxStore(claimingIn: folder.path, now: now)
      try first?.persist(item("k1"))
      try second.persist(item("k2"))
      #expect(second.items.isEmpty)
      #expect(second.filesFolder.hasSuffix("/2/files"))
    }
    first = nil
    var both = try OutboxStore(claimingIn: folder.path, now: now)
    #expect(both.items.map(\.key) == ["k1", "k2"])
    try both.persist(item("k2", .discarded))
    // It stays where it was: nothing is ever in two places.
    #expect(try FileSystem.contents(of: folder.path + "/2/outbox.jsonl").split(separator: 10).count == 2)
    #expect(try FileSystem.contents(of: folder.path + "/1/outbox.jsonl").split(separator: 10).count == 1)
  }

  @Test func `What a console leaves while another one runs is taken on by that`() throws {
    let folder = try ScratchFolder()
    var first: OutboxStore? = try OutboxStore(claimingIn: folder.path, now: now)
    var second = try OutboxStore(claimingIn: folder.path, now: now)
    try first?.persist(item("k1"))
    let early = second.adoptAbandoned(now: now)
    first = nil
    let late = second.adoptAbandoned(now: now)
    let again = second.adoptAbandoned(now: now)
    #expect(early.isEmpty && late.map(\.key) == ["k1"] && again.isEmpty)
    try second.persist(item("k1", .discarded))
    #expect(try FileSystem.contents(of: folder.path + "/1/outbox.jsonl").split(separator: 10).count == 2)
  }

  @Test func `What is done is forgotten after a week, and a long file is written anew`() throws {
    let folder = try ScratchFolder()
    let old = now.adding(seconds: -8 * 86_400)
    do {
      var store = try OutboxStore(claimingIn: folder.path, now: now)
      for number in 0..<150 { try store.persist(item(ClientKey("d\(number)"), .discarded, at: old)) }
      try store.persist(item("failed", .failed(.vanished), at: old))
      try store.persist(item("new", .applied(AppliedFacts(), isConfirmed: true)))
    }
    let store = try OutboxStore(claimingIn: folder.path, now: now)
    #expect(store.items.map(\.key) == ["failed", "new"])
    #expect(try FileSystem.contents(of: folder.path + "/1/outbox.jsonl").split(separator: 10).count == 2)
  }
}
