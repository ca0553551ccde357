import DeskLink
import DeskModel
import Synchronization
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("Import of what is there already")
struct ImportUpdateTests {
  private static func conversation(
    _ entries: [Entry] = [], status: String = "open", tags: [String] = [], snoozedUntil: Timestamp? = nil
  ) -> Conversation {
    Conversation(
      id: "c-1", status: status, tags: tags, contact: Contact(id: "u-1"), entries: entries,
      snoozedUntil: snoozedUntil, version: 1)
  }

  private static func entry(_ number: Int, _ kind: AuthorKind = .customer) -> Entry {
    Entry(
      id: EntryID("e-\(number)"), at: Timestamp(milliseconds: Int64(number)),
      author: Author(kind: kind, id: "x"),
      audience: .customer, text: "\(number)")
  }

  private static func update(
    _ incoming: Conversation, before: Conversation, current: Conversation? = nil
  ) -> ImportUpdate {
    ImportUpdate(incoming: incoming, before: ImportedState(before), current: current ?? before)
  }

  @Test("the same says nothing; new entries are said in order, known ones are left alone")
  func entries() {
    let before = Self.conversation([Self.entry(1)])
    #expect(Self.update(before, before: before).contents == [])
    let local = Self.conversation([Self.entry(1), Self.entry(9, .agent)])
    let incoming = Self.conversation([Self.entry(1), Self.entry(2), Self.entry(9, .agent), Self.entry(3)])
    #expect(
      Self.update(incoming, before: before, current: local).contents == [
        .said(Self.entry(2)), .said(Self.entry(3)),
      ])
  }

  @Test("what was changed on the desk stays, unless the line says something else than the line before")
  func fields() {
    let before = Self.conversation(tags: ["a", "b"])
    var current = Self.conversation(status: "pending", tags: ["b", "mine"])
    #expect(Self.update(before, before: before, current: current).contents == [])
    let incoming = Self.conversation(
      status: "solved", tags: ["b", "c"], snoozedUntil: Timestamp(milliseconds: 5))
    let update = Self.update(incoming, before: before, current: current)
    #expect(
      update.contents == [
        .changed(.status("solved")), .changed(.tags(add: ["c"], remove: ["a"])),
        .changed(.snoozed(until: Timestamp(milliseconds: 5))),
      ])
    #expect(update.isVisible)
    current.status = "solved"
    let confirming = Self.update(
      Self.conversation(status: "solved", tags: ["b", "a"]), before: before, current: current)
    #expect(confirming.contents == [.changed(.status("solved"))])
    #expect(!confirming.isVisible)
  }

  @Test("somebody outside who writes wakes and opens; what the backend keeps resolved stays resolved")
  func wakes() {
    let asleep = Self.conversation([Self.entry(1)], snoozedUntil: .untilWoken)
    let woken = Self.update(
      Self.conversation([Self.entry(1), Self.entry(2)], snoozedUntil: .untilWoken), before: asleep)
    #expect(woken.contents == [.said(Self.entry(2))])
    let done = Self.conversation([Self.entry(1)], status: "closed")
    #expect(
      Self.update(Self.conversation([Self.entry(1), Self.entry(2)], status: "closed"), before: done).contents
        == [.said(Self.entry(2)), .changed(.status("closed"))])
    // Resolved here, open there: a new message opens it here, too.
    let open = Self.conversation([Self.entry(1)])
    #expect(
      Self.update(Self.conversation([Self.entry(1), Self.entry(2)]), before: open, current: done).contents
        == [.said(Self.entry(2))])
  }

  private static let first = DeskFixture.line("c-1", extra: #","raw":{"k":1}"#)
  private static let second = first.replacing(#""status":"open""#, with: #""status":"pending""#)
    .replacing(
      "}],",
      with:
        #"},{"id":"e-2","at":"2026-03-01T10:00:00Z","author":{"kind":"customer","mood":"cross"},"audience":"customer","text":"hm?","x":[1, 2]}],"#
    )

  @Test("A desk is fed line after line: entries and changes come in, the same again is unchanged")
  func feed() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    let other = try fixture.open(me: DeskFixture.budi)
    try desk.take(Self.first)
    desk.apply(.snooze(until: .untilWoken), key: "k-1")
    desk.apply(.tag(add: ["mine"], remove: []), key: "k-2")
    #expect(desk.ids(.snoozed) == ["c-1"])
    var report = try desk.take(Self.second, DeskFixture.line("c-2"))
    #expect((report.taken, report.updated, report.unchanged, report.refusedCount) == (1, 1, 0, 0))
    let updated = try #require(desk.read())
    #expect(updated.entries.map(\.text) == ["hello 0", "hm?"])
    #expect(updated.entries[1].author == Author(kind: .customer, id: "u-1"))
    #expect(updated.status == "pending" && updated.tags == ["mine"])
    #expect(desk.ids(.all).contains("c-1"), "a message from outside wakes it")
    for line in [Self.second, "  \(Self.second) "] {
      report = try desk.take(line)
      #expect((report.taken, report.updated, report.unchanged, report.refusedCount) == (0, 0, 1, 0))
    }
    // What is changed here stays until the line says something new.
    desk.apply(.setStatus("open"), key: "k-3")
    report = try desk.take(Self.second.replacing(#""raw":{"k":1}"#, with: #""raw":{"k":2}"#))
    #expect(report.unchanged == 1 && desk.read()?.status == "open")
    report = try desk.take(Self.first)
    #expect(report.updated == 0 && report.unchanged == 1, "open there, open here")
    report = try desk.take(Self.second)
    #expect(report.updated == 1 && desk.read()?.status == "pending")
    other.refresh()
    other.settle()
    #expect(other.read() == desk.read())
    #expect(other.rows(.all) == desk.rows(.all))
    #expect(try other.take(Self.second).unchanged == 1)
    #expect(desk.ask(.agents) == .success(.agents([DeskFixture.nastya])), "customers are no agents")
    let whole = try #require(desk.read())
    desk.close()
    other.close()
    try FileSystem.remove(fixture.folder + "/index/conversations.index")
    let rebuilt = try fixture.open()
    #expect(rebuilt.read() == whole && rebuilt.repairs == [])
    #expect(try rebuilt.take(Self.second).unchanged == 1)
  }

  @Test("An export after an update has all of it, unknown keys of new entries too, and can be imported again")
  func export() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(Self.first, DeskFixture.line("c-2"))
    try desk.take(Self.second)
    _ = desk.say("answer", key: "k-1")
    let lines = try desk.exported(fixture).split(separator: "\n").map(String.init)
    let answer = #",{"id":"n-1","at":"#
    let end = try #require(lines[0].ranges(of: answer).first)
    #expect(
      String(lines[0][..<end.lowerBound]) + String(lines[0].suffix(#"],"raw":{"k":1}}"#.count)) == Self.second
    )
    #expect(lines[1] == DeskFixture.line("c-2"))
    let before = desk.read()
    let report = try desk.take(lines[0], lines[1])
    #expect(report.unchanged == 2)
    #expect(desk.read()?.entries == before?.entries)
    let copy = try DeskFixture()
    let otherDesk = try copy.open()
    try otherDesk.take(lines[0])
    #expect(otherDesk.read()?.entries == before?.entries)
    #expect(otherDesk.read()?.status == before?.status)
  }

  @Test("Deadlines of the backend go on with its lines")
  func deadlines() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    func line(_ time: String) -> String {
      DeskFixture.line("c-1", extra: #","deadlines":{"nextReply":"2026-03-02T\#(time):00Z"}"#)
    }
    try desk.take(line("10:00"))
    #expect(try desk.take(line("11:00")).updated == 1)
    #expect(desk.rows(.all).first?.due == Timestamp(rfc3339: "2026-03-02T11:00:00Z"))
    #expect(try desk.exported(fixture) == line("11:00") + "\n")
    #expect(try desk.take(DeskFixture.line("c-1")).updated == 1)
    #expect(desk.rows(.all).first?.due == nil)
  }

  @Test("An id that another line of the same import has is refused, in whichever batch it comes")
  func twice() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open(options: EmbeddedDeskOptions(importBatch: 10))
    let report = try desk.take(Self.first, DeskFixture.line("c-2"), Self.second, Self.first)
    #expect(report.taken == 2)
    #expect(
      report.refused.map(\.description)
        == [3, 4].map {
          "line \($0): id: expected an id that no other line has, found \"c-1\" again"
        })
  }

  @Test("A crash in an update leaves a desk that the same import completes")
  func crash() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(Self.first)
    let size = try FileSystem.status(fixture.folder + "/journal/000001.jsonl").size
    try desk.take(Self.second)
    let entries = try #require(desk.read()).entries
    desk.close()
    let whole = try FileSystem.contents(of: fixture.folder + "/journal/000001.jsonl")
    let path = try fixture.snapshot("torn")
    for count in stride(from: size, to: whole.count, by: 31) {
      try FileDescriptor(opening: path + "/journal/000001.jsonl", .truncate).write(Array(whole[..<count]))
      let survivor = try fixture.open(folder: path)
      #expect(try survivor.take(Self.second).updated == 1)
      #expect(survivor.read()?.entries == entries)
      #expect(survivor.read()?.status == "pending")
      #expect(try survivor.take(Self.second).unchanged == 1)
      survivor.close()
    }
  }

  @Test("A small import tells which conversations changed, a large one that all may have")
  func notices() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-0"))
    let notices = Mutex<[DeskNotice]>([])
    desk.observe { notice in notices.withLock { $0.append(notice) } }
    try desk.take(DeskFixture.line("c-0", status: "new"), DeskFixture.line("c-1"))
    #expect(notices.withLock { $0 } == [.changed(["c-1", "c-0"])])
    #expect(desk.ids(.all) == ["c-0", "c-1"])
    let lines = (0..<300).map { DeskFixture.line("d-\($0)", minutes: [$0 % 60]) + "\n" }
    var reader = LineReader(Array(lines.joined().utf8))
    #expect(try desk.importLines(from: &reader).taken == 300)
    #expect(notices.withLock { $0 }.count == 2 && notices.withLock { $0.last } == .reset)
    #expect(desk.rows(.all).count == 302)
    let other = try fixture.open(me: DeskFixture.budi)
    #expect(other.rows(.all) == desk.rows(.all))
  }
}
