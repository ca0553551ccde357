import DeskLink
import DeskModel
import SeededRandom
import Synchronization
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("Filtered and sorted queries")
struct QueryCacheTests {
  private static let filters = [
    "", "tag:t1", "-tag:t1", "tag:T2 is:unread", "who:me", "who:nobody", "-who:me", "who:bud", "who:a-2",
    "is:mine", "is:vip",
    "is:late", "-is:late", "is:waiting", "is:due", "is:public", "waiting>30m", "waiting<2h", "-waiting>30m",
    "due<90m", "due>-1h",
    "quiet>45m", "from:lestari", "from:u-2", "from:дмитро", "status:open", "status:pending", "status:solved",
    "channel:mail",
    "channel:chat", "lang:id", "-lang:id", "hello 1", "ТЕКСТ", "text waiting>10m who:me",
  ]

  private static func line(_ name: String, _ generator: inout SeededGenerator) -> String {
    func pick(_ all: [String]) -> String { all.randomElement(using: &generator) ?? "" }
    let contact = pick([
      #"{"id":"u-1","full":"Dewi Lestari"}"#, #"{"id":"u-2","full":"Дмитро","vip":true}"#,
      #"{"id":"u-3","locale":"id-ID"}"#,
    ])
    let deadlines = pick([
      "", #","deadlines":{"nextReply":"2026-03-02T0\#(Int.random(in: 8...9, using: &generator)):30:00Z"}"#,
    ])
    let asleep = pick([
      "", "", #","snoozedUntil":"2026-03-02T10:00:00Z""#, #","followUp":{"at":"2026-03-02T09:40:00Z"}"#,
    ])
    let minute = Int.random(in: 10...59, using: &generator)
    return
      #"{"id":"\#(name)","shape":"\#(pick(["dialog", "publicThread"]))","channel":"\#(pick(["chat", "mail"]))","subject":"\#(pick(["", "text", "Мій текст"]))","status":"\#(pick(["open", "new", "pending", "solved"]))","tags":\#(pick(["[]", #"["t1"]"#, #"["t2","t1"]"#])),"contact":\#(contact),"entries":[{"id":"e-1","at":"2026-03-02T08:\#(minute):00Z","author":{"kind":"\#(pick(["customer", "agent"]))"},"audience":"customer","text":"hello \#(minute)"}]\#(deadlines)\#(asleep)}"#
  }

  private static func action(_ generator: inout SeededGenerator) -> IntentAction {
    let now: Int64 = 1_772_443_440_000
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: return .setStatus(["open", "solved", "pending"].randomElement(using: &generator) ?? "open")
    case 1:
      return .assign([DeskFixture.nastya, DeskFixture.budi, nil].randomElement(using: &generator) ?? nil)
    case 2: return .tag(add: ["t\(Int.random(in: 1...2, using: &generator))"], remove: ["t1"])
    case 3:
      return .snooze(until: Timestamp(milliseconds: now + Int64.random(in: 0..<3_600_000, using: &generator)))
    case 4:
      return .followUp(
        FollowUp(at: Timestamp(milliseconds: now + Int64.random(in: 0..<3_600_000, using: &generator))))
    case 5:
      let at = Timestamp(milliseconds: now + Int64.random(in: 0..<3_600_000, using: &generator))
      let access = AccessRequest(askedAt: at, askedBy: DeskFixture.nastya, until: at)
      return .access(Bool.random(using: &generator) ? access.answered(.access, at: at) : nil)
    default: return .say(text: "text", kind: .message, audience: .customer, parent: nil)
    }
  }

  /// What a query must give, the slow way.
  private func expected(_ query: QueueQuery, _ desk: EmbeddedDesk, _ moment: Int64) -> [ConversationSummary] {
    let now = Timestamp(milliseconds: moment)
    return desk.rows(query.view).filter { query.filter.matches($0, me: "a-1", now: now) }
      .sorted { query.sort.precedes($0, $1) }
  }

  @Test("What is kept while rows change is what a look at all rows gives", arguments: 1...4)
  func keptEqualsNaive(seed: Int) throws {
    let fixture = try DeskFixture()
    var generator = SeededGenerator(seed: UInt64(seed))
    var desk = try fixture.open(options: EmbeddedDeskOptions(tailLimit: 30))
    var names: [String] = []
    for step in 0..<40 {
      if step % 4 == 0 {
        let name = "c-\(step)"
        try desk.take(Self.line(name, &generator))
        names.append(name)
      }
      for number in 0..<3 {
        desk.apply(
          Self.action(&generator), to: ConversationID(names.randomElement(using: &generator) ?? ""),
          key: ClientKey("k-\(step)-\(number)"))
      }
      if Int.random(in: 0..<12, using: &generator) == 0 {
        desk.close()
        desk = try fixture.open(options: EmbeddedDeskOptions(tailLimit: 30))
      }
      if Bool.random(using: &generator) {
        fixture.time.withLock { $0 += Int64.random(in: 0..<400_000, using: &generator) }
      }
      // Few enough that most of them are kept, and all of them in the end.
      for place in 0..<8 {
        let filter = try QueueFilter(parsing: Self.filters[(step / 10 * 8 + place) % Self.filters.count])
        let sort = QueueSort.allCases[(place + step / 20) % QueueSort.allCases.count]
        let query = QueueQuery(QueueView.allCases[(place / 2 + step / 10) % 5], filter: filter, sort: sort)
        // A filter that depends on time is looked at once a minute of the clock.
        if filter.terms.contains(where: { $0.dependsOnTime }) {
          fixture.time.withLock { $0 = ($0 / 60_000 + 1) * 60_000 - 500 }
        }
        let rows = expected(query, desk, fixture.time.withLock { $0 } + 1_500)
        guard
          case .success(.queue(_, _, let found, let counts)) = desk.ask(.queue(query, offset: 0, limit: 999))
        else {
          Issue.record("no answer")
          return
        }
        #expect(found.map(\.id) == rows.map(\.id), "\(query)")
        #expect(found == rows)
        if query.isPlain { continue }
        #expect(counts.total == rows.count)
        let window = desk.ask(.queue(query, offset: 1, limit: 2))
        if case .success(.queue(_, 1, let part, _)) = window {
          #expect(part == Array(rows.dropFirst().prefix(2)))
        }
        #expect(desk.ask(.counts([query])) == .success(.counts([query: rows.count])))
        for (index, row) in rows.enumerated() {
          #expect(desk.ask(.place(of: row.id, in: query)) == .success(.place(row.id, query, index)))
        }
        #expect(desk.ask(.place(of: "missing", in: query)) == .success(.place("missing", query, nil)))
      }
    }
  }

  @Test("A row that stops fitting leaves, one that begins to fit comes, and time alone does both")
  func patched() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2", minutes: [5]))
    func ids(_ text: String) throws -> [String] {
      let query = QueueQuery(.all, filter: try QueueFilter(parsing: text), sort: .newest)
      guard case .success(.queue(_, _, let rows, _)) = desk.ask(.queue(query, offset: 0, limit: 9)) else {
        return ["?"]
      }
      return rows.map(\.id.rawValue)
    }
    #expect(try ids("tag:a") == [] && ids("-tag:a") == ["c-2", "c-1"])
    desk.apply(.tag(add: ["a"], remove: []), to: "c-1", key: "k-1")
    #expect(try ids("tag:a") == ["c-1"] && ids("-tag:a") == ["c-2"])
    desk.apply(.setStatus("solved"), to: "c-1", key: "k-2")
    #expect(try ids("tag:a") == [])
    fixture.time.withLock { $0 = Timestamp(rfc3339: "2026-03-01T10:00:00Z")?.milliseconds ?? 0 }
    #expect(try ids("waiting>1h") == [])
    fixture.time.withLock { $0 += 6 * 60_000 }
    #expect(try ids("waiting>1h") == ["c-2"])
  }

  @Test("Only so many results are kept")
  func limited() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    for number in 0..<40 {
      let query = QueueQuery(.all, filter: QueueFilter(terms: [.not(.tag("\(number)"))]))
      #expect(desk.ask(.counts([query])) == .success(.counts([query: 1])))
    }
    #expect(desk.state.withLock { $0.queries.results.count } == QueryCache.limit)
  }

  @Test("A damaged index is filtered without a trap")
  func damaged() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2", contact: "u-2"))
    desk.close()
    let path = fixture.folder + "/index/conversations.index"
    let whole = try FileSystem.contents(of: path)
    for place in stride(from: 512, to: min(whole.count, 1_400), by: 5) {
      var changed = whole
      changed[place] ^= 0xFF
      try FileSystem.replace(path, with: changed)
      let damaged = try fixture.open(options: EmbeddedDeskOptions(access: .readOnly))
      for text in ["tag:t1 hello", "who:me", "waiting>1h due<1h", "status:open"] {
        _ = damaged.ask(
          .queue(QueueQuery(.all, filter: try QueueFilter(parsing: text), sort: .newest), offset: 0, limit: 9)
        )
      }
    }
  }
}
