import CombinedDesk
import DeskLink
import DeskModel
import Dispatch
import LocalDesk
import Synchronization
import SystemCalls
import TestSupport
import Testing

@Suite("Local desks as one")
struct CombinedDeskTests {
  private static let me = Agent(id: "a-1", name: "Nastya")
  private static let now = Timestamp(milliseconds: 1_772_443_440_000)

  /// Two local desks on which the same ids mean different conversations.
  private struct Desks {
    let scratch: ScratchFolder
    let all: [EmbeddedDesk]
    let combined: CombinedDesk

    init() throws {
      let scratch = try ScratchFolder()
      let ids = Box(0)
      all = try ["one", "two"].map { name in
        try EmbeddedDesk(
          folder: scratch.path + "/" + name, me: me, clock: { now },
          makeID: {
            ids.value.withLock { count in
              count += 1
              return "n-\(count)"
            }
          })
      }
      for (number, desk) in all.enumerated() {
        let file = scratch.path + "/lines-\(number)"
        let lines = (0..<40).map { Self.line($0, subject: "desk \(number + 1), number \($0)", desk: number) }
        try FileSystem.replace(file, with: Array((lines.joined(separator: "\n") + "\n").utf8))
        var reader = LineReader(try FileDescriptor(opening: file, .read))
        #expect(try desk.importLines(from: &reader).refusedCount == 0)
      }
      combined = CombinedDesk(
        zip(["one", "two"], all).map { name, desk in
          DeskMember(name: name, adapter: desk, vipAhead: { desk.vipAhead })
        }, me: me, now: { now })
      self.scratch = scratch
    }

    private static func line(_ number: Int, subject: String, desk: Int) -> String {
      let minute = 10 + (number * 7 + desk) % 50
      let vip = number.isMultiple(of: 5) ? #","vip":true"# : ""
      return
        #"{"id":"c-\#(number)","subject":"\#(subject)","contact":{"id":"u-\#(number % 3)","full":"Dewi"\#(vip)},"entries":[{"id":"e-1","at":"2026-03-02T08:\#(minute):00Z","author":{"kind":"customer","id":"u-\#(number % 3)"},"audience":"customer","text":"hello \#(number)"}]}"#
    }

    func ask(_ request: DeskRequest) -> Result<DeskAnswer, DeskError>? {
      CombinedDeskFixture.ask(combined, request)
    }

    /// The answer, however long it takes.
    func wait(_ request: DeskRequest) -> Result<DeskAnswer, DeskError>? {
      let box = Box<Result<DeskAnswer, DeskError>?>(nil)
      let done = DispatchSemaphore(value: 0)
      combined.handle(request) { answer in
        box.value.withLock { $0 = answer }
        done.signal()
      }
      done.wait()
      return box.value.withLock { $0 }
    }
  }

  @Test("the queue is that of both desks, sorted together, and is there before `handle` returns")
  func queue() throws {
    let desks = try Desks()
    defer { desks.combined.close() }
    for sort in QueueSort.allCases {
      let query = QueueQuery(.all, sort: sort)
      guard
        case .success(.queue(query, 0, let rows, let counts))? = desks.ask(
          .queue(query, offset: 0, limit: 200))
      else {
        Issue.record("no rows at once")
        return
      }
      #expect(rows.count == 80 && counts.rows(of: .all) == 80 && counts[.unassigned] == 80)
      #expect(rows == rows.sorted { sort.precedes($0, $1) })
      #expect(Set(rows.map { $0.id.rawValue.prefix(4) }) == ["one:", "two:"])
      for place in [0, 41, 79] {
        #expect(
          desks.ask(.place(of: rows[place].id, in: query)) == .success(.place(rows[place].id, query, place)))
        #expect(
          desks.ask(.queue(query, offset: place, limit: 2))
            == .success(
              .queue(query, offset: place, rows: Array(rows.dropFirst(place).prefix(2)), counts: counts)))
      }
    }
  }

  @Test("a policy of one desk that puts VIPs elsewhere keeps that desk's own order")
  func policy() throws {
    let desks = try Desks()
    defer { desks.combined.close() }
    try FileSystem.replace(
      desks.scratch.path + "/two/policy.json5", with: Array(#"{ vipAhead: "12h" }"#.utf8))
    desks.all[1].refresh()
    desks.all[1].settle()
    #expect(desks.all[1].vipAhead == 43_200)
    guard
      case .success(.queue(_, _, let rows, _))? = desks.ask(.queue(QueueQuery(.all), offset: 0, limit: 200)),
      case .success(.queue(_, _, let own, _))? = CombinedDeskFixture.ask(
        desks.all[1], .queue(QueueQuery(.all), offset: 0, limit: 200))
    else {
      Issue.record("no rows at once")
      return
    }
    #expect(
      rows.filter { $0.id.rawValue.hasPrefix("two:") }.map(\.id.rawValue)
        == own.map { "two:" + $0.id.rawValue })
    #expect(rows.prefix(8).allSatisfy { $0.isVIP && $0.id.rawValue.hasPrefix("two:") })
  }

  @Test("what is read of a conversation, said, and taken back from the journal is that of its own desk")
  func apply() throws {
    let desks = try Desks()
    defer { desks.combined.close() }
    guard case .success(.conversation(let before))? = desks.ask(.conversation("two:c-3")) else {
      Issue.record("no conversation at once")
      return
    }
    #expect(
      before.id == "two:c-3" && before.subject == "desk 2, number 3"
        && before.entries.map(\.id) == ["two:e-1"])
    #expect(before.entries[0].author.id == before.contact.id.rawValue && before.contact.id == "two:u-0")
    let intent = Intent(
      clientKey: "k-1", conversation: before.id, basedOn: before.version, by: Self.me,
      action: .say(text: "Halo", kind: .message, audience: .customer, parent: "two:e-1"))
    guard case .success(.outcome(.applied(let entry?, .customer, 2)))? = desks.wait(.apply(intent)) else {
      Issue.record("not applied")
      return
    }
    #expect(entry.rawValue.hasPrefix("two:n-"))
    guard case .success(.conversation(let after))? = desks.ask(.conversation("two:c-3")),
      case .success(.conversation(let other))? = desks.ask(.conversation("one:c-3"))
    else {
      Issue.record("no conversation at once")
      return
    }
    #expect(after.entries.last?.text == "Halo" && after.entries.last?.parent == "two:e-1")
    #expect(after.entries.last?.author.id == Self.me.id.rawValue)
    #expect(other.entries.count == 1)
    #expect(
      desks.wait(.reconcile("k-1"))
        == .success(.outcome(.applied(entry: entry, audience: .customer, version: 2))))
  }

  @Test("other conversations of a customer are those on the same desk")
  func earlier() throws {
    let desks = try Desks()
    defer { desks.combined.close() }
    guard
      case .success(.earlier("one:u-0", let rows))? = desks.ask(
        .earlier(with: "one:u-0", except: "one:c-0", limit: 100))
    else {
      Issue.record("no rows at once")
      return
    }
    #expect(
      rows.count == 13 && rows.allSatisfy { $0.id.rawValue.hasPrefix("one:") && $0.contactID == "one:u-0" })
  }

  @Test("a search finds what stands on either desk, and files and searches wait for no one")
  func search() throws {
    let desks = try Desks()
    defer { desks.combined.close() }
    var request = SearchRequest("hello 7", limit: 10)
    var found: [ConversationID] = []
    repeat {
      guard case .success(.search(_, let page))? = desks.wait(.search(request)) else {
        Issue.record("no page")
        return
      }
      found += page.hits.map(\.summary.id)
      request.after = page.next
    } while request.after != nil
    #expect(Set(found).isSuperset(of: ["one:c-7", "two:c-7"]))
  }

  @Test("closing closes all desks, with what was begun on them")
  func close() throws {
    let desks = try Desks()
    let answers = Box(0)
    for name in ["one", "two"] {
      let intent = Intent(
        clientKey: ClientKey("k-" + name), conversation: ConversationID(name + ":c-1"), by: Self.me,
        action: .setStatus("solved"))
      desks.combined.handle(.apply(intent)) { answer in
        if case .success(.outcome(.applied)) = answer { answers.value.withLock { $0 += 1 } }
      }
    }
    desks.combined.close()
    #expect(answers.value.withLock { $0 } == 2)
    guard case .failure(.away)? = desks.ask(.queue(QueueQuery(.all), offset: 0, limit: 1)) else {
      Issue.record("a closed desk answers")
      return
    }
  }

  @Test("a desk's own view shows it alone")
  func views() throws {
    let desks = try Desks()
    defer { desks.combined.close() }
    let view = DeskView(desk: "two", title: "Second desk")
    #expect(view.name == "Second desk" && view.filterText == "desk:two")
    #expect(try QueueFilter(parsing: view.filterText) == view.query.filter)
    guard
      case .success(.queue(_, _, let rows, let counts))? = desks.ask(.queue(view.query, offset: 0, limit: 99))
    else {
      Issue.record("no rows at once")
      return
    }
    #expect(rows.count == 40 && counts.total == 40 && counts[.all] == 80)
    #expect(rows.allSatisfy { $0.id.rawValue.hasPrefix("two:") })
  }
}
