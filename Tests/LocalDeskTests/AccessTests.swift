import DeskLink
import DeskModel
import Synchronization
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("Access on a desk")
struct AccessTests {
  private static let start = Timestamp(milliseconds: 1_772_443_440_000)
  private static let asked = AccessRequest(
    askedAt: start, askedBy: DeskFixture.nastya, kind: .company, why: "The invoice \"fails\".",
    what: "orders page", untilWords: "fri 18:00", until: start.adding(seconds: 3_600))

  private static let full = asked.answered(.access, at: start.adding(seconds: 60))
    .closed(at: start.adding(seconds: 120), by: DeskFixture.budi)

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  @Test("is written with a conversation and read back, whole or as little as there is")
  func interchange() throws {
    var conversation = Conversation(id: "c", contact: Contact(id: "u"), version: 1)
    for access in [
      Self.asked, Self.full, Self.asked.answered(.declined, at: Self.start),
      AccessRequest(askedAt: Self.start, askedBy: DeskFixture.nastya),
    ] {
      conversation.access = access
      #expect(try InterchangeReader.conversation(InterchangeWriter.line(conversation)) == conversation)
    }
    #expect(
      text(InterchangeWriter.line(conversation)).contains(
        #""access":{"askedAt":"2026-03-02T09:24:00Z","askedBy":{"id":"a-1","name":"Nastya"}}"#))
    conversation.access = nil
    #expect(!text(InterchangeWriter.line(conversation)).contains("access"))
  }

  @Test(
    "that cannot be understood is refused with its place",
    arguments: [
      (#"{}"#, "access.askedAt: expected an RFC 3339 time such as 2026-03-01T09:12:00Z, found nothing"),
      (
        #"{"askedAt":"2026-03-01T09:12:00Z"}"#, "access.askedBy: expected an object, found nothing"
      ),
      (
        #"{"askedAt":"2026-03-01T09:12:00Z","askedBy":{"id":"a"},"answer":"maybe"}"#,
        "access.answer: expected access, guide, call or declined, found \"maybe\""
      ), (#"{"askedBy":{}}"#, "access.askedBy.id: expected a string, found nothing"),
      (#"{"what":"x","what":"y"}"#, "access.what: expected this key once, found it twice"),
    ])
  func refused(_ access: String, _ complaint: String) {
    let line = #"{"id":"c","contact":{"id":"u"},"access":\#(access)}"#
    do {
      _ = try InterchangeReader.conversation(Array(line.utf8))
      Issue.record("\(access) was read")
    } catch { #expect(error.description == complaint) }
  }

  @Test("unknown keys are read over, and a null is none")
  func tolerant() throws {
    let line =
      #"{"id":"c","contact":{"id":"u"},"access":{"askedAt":"2026-03-01T09:12:00Z","askedBy":{"id":"a"},"by":{"x":1},"kind":null}}"#
    let access = try InterchangeReader.conversation(Array(line.utf8)).access
    #expect(access?.askedBy == Agent(id: "a", name: "a") && access?.kind == .personal)
    let none = #"{"id":"c","contact":{"id":"u"},"access":null}"#
    #expect(try InterchangeReader.conversation(Array(none.utf8)).access == nil)
  }

  @Test("a line that was imported keeps all it had and gets what became of the access")
  func patch() throws {
    let line = #"{"id":"c","contact":{"id":"u"},"odd":[1]}"#
    let before = try InterchangeReader.conversation(Array(line.utf8))
    var after = before
    after.access = AccessRequest(askedAt: Self.start, askedBy: DeskFixture.nastya)
    let patched = try InterchangePatch.line(Array(line.utf8), before: before, after: after)
    #expect(
      text(patched)
        == #"{"id":"c","contact":{"id":"u"},"odd":[1],"access":{"askedAt":"2026-03-02T09:24:00Z","askedBy":{"id":"a-1","name":"Nastya"}}}"#
    )
    var gone = after
    gone.access = nil
    #expect(
      text(try InterchangePatch.line(patched, before: after, after: gone)).hasSuffix(#""access":null}"#))
  }

  @Test("is an event of the journal; a null takes it off the record")
  func journal() throws {
    for access in [Self.full, nil] {
      let event = JournalEvent(
        at: Self.start, by: DeskFixture.nastya, key: "k", conversation: "c-1",
        content: .changed(.access(access)))
      let line = event.line
      #expect(try JournalEvent(reading: line, range: 0..<line.count - 1) == event)
    }
  }

  @Test("is kept over a restart with its journal, its index and its export, and goes in again by an import")
  func roundTrip() throws {
    let fixture = try DeskFixture()
    var desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1", extra: #","raw":{"k":1}"#), DeskFixture.line("c-2"))
    let wanted = IntentAction.access(Self.full)
    guard case .success(.outcome(.applied)) = desk.apply(wanted, key: "k-1") else {
      Issue.record("not applied")
      return
    }
    #expect(desk.read()?.access == Self.full && desk.read("c-2")?.access == nil)
    desk.close()
    desk = try fixture.open()
    #expect(desk.read()?.access == Self.full)
    let exported = try desk.exported(fixture)
    #expect(exported.contains(#""raw":{"k":1},"access":{"askedAt""#))
    let other = try DeskFixture()
    let copy = try other.open()
    let lines = exported.split(separator: "\n").map(String.init)
    #expect(try copy.take(lines[0], lines[1]).taken == 2)
    #expect(copy.read()?.access == Self.full)
    // The same again says nothing; without it, the line takes it off.
    #expect(try copy.take(lines[0]).unchanged == 1)
    #expect(try copy.take(DeskFixture.line("c-1", extra: #","raw":{"k":1}"#)).updated == 1)
    #expect(copy.read()?.access == nil)
  }

  @Test("an import leaves alone what was noted on the desk, as long as the line says nothing of it")
  func importUpdate() throws {
    let before = Conversation(id: "c-1", contact: Contact(id: "u-1"), version: 1)
    var current = before
    current.access = Self.asked
    #expect(
      ImportUpdate(incoming: before, before: ImportedState(before), current: current).contents == [])
    var incoming = before
    incoming.access = Self.full
    let update = ImportUpdate(incoming: incoming, before: ImportedState(before), current: current)
    #expect(update.contents == [.changed(.access(Self.full))] && update.isVisible)
  }

  @Test("a mirror writes what is other, and nothing when nothing is")
  func mirror() {
    let none = Conversation(id: "c-1", contact: Contact(id: "u-1"), version: 1)
    var noted = none
    noted.access = Self.asked
    #expect(MirrorUpdate(from: none, to: noted).contents == [.changed(.access(Self.asked))])
    #expect(MirrorUpdate(from: noted, to: none).contents == [.changed(.access(nil))])
    noted.sleepsThroughAccess = true
    var same = noted
    same.sleepsThroughAccess = false
    #expect(MirrorUpdate(from: noted, to: same).contents == [], "what only we keep is no difference")
  }

  @Test(
    "keeps a resolved conversation in sight, by itself and from the index, and lets it go when it has ended")
  func resolved() throws {
    let fixture = try DeskFixture()
    var desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2", status: "closed"))
    desk.apply(.assign(DeskFixture.nastya), key: "k-0")
    let start = fixture.time.withLock { $0 }
    let now = Timestamp(milliseconds: start)
    let given = AccessRequest(askedAt: now, askedBy: DeskFixture.nastya).answered(.access, at: now)
    desk.apply(.access(given), key: "k-1")
    #expect(desk.rows(.all).first { $0.id == "c-1" }?.dueKind != .access, "no end was named")
    desk.apply(.followUp(FollowUp(at: now, text: "ask")), key: "k-2")
    desk.apply(.setStatus("resolved"), key: "k-3")
    for isReopened in [false, true] {
      if isReopened {
        desk.close()
        desk = try fixture.open(options: EmbeddedDeskOptions(tailLimit: 1))
      }
      #expect(desk.ids(.all) == ["c-1"] && desk.ids(.mine) == ["c-1"] && desk.ids(.resolved) == ["c-2"])
      let row = try #require(desk.rows(.all).first)
      #expect(row.dueKind == .access && row.due == now && row.statusCategory == .resolved)
    }
    guard
      case .success(.queue(_, _, _, let counts)) = desk.ask(.queue(QueueQuery(.all), offset: 0, limit: 9))
    else { return }
    #expect(counts.late == 1)
    desk.apply(.snooze(until: .untilWoken), key: "k-4")
    #expect(desk.ids(.snoozed) == ["c-1"] && desk.ids(.all) == [])
    desk.apply(.snooze(until: nil), key: "k-5")
    desk.apply(.access(given.closed(at: now, by: DeskFixture.nastya)), key: "k-6")
    #expect(desk.ids(.all) == [] && Set(desk.ids(.resolved)) == ["c-1", "c-2"])
    #expect(desk.rows(.resolved).allSatisfy { $0.due == nil })
  }

  @Test("wakes a sleeping conversation at its end; put to sleep again after that, it sleeps")
  func wakes() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let start = fixture.time.withLock { $0 }
    func at(_ minutes: Int64) -> Timestamp { Timestamp(milliseconds: start + minutes * 60_000) }
    var access = AccessRequest(askedAt: at(0), askedBy: DeskFixture.nastya).answered(.access, at: at(0))
    access.until = at(30)
    desk.apply(.snooze(until: .untilWoken), key: "k-1")
    desk.apply(.access(access), key: "k-2")
    #expect(desk.ids(.snoozed) == ["c-1"] && desk.rows(.snoozed).first?.dueKind == .access)
    fixture.time.withLock { $0 = start + 31 * 60_000 }
    #expect(desk.ids(.all) == ["c-1"] && desk.rows(.all).first?.due == at(30))
    desk.apply(.snooze(until: at(60)), key: "k-3")
    #expect(desk.ids(.snoozed) == ["c-1"])
    #expect(try fixture.open(me: DeskFixture.budi).ids(.snoozed) == ["c-1"])
  }

  @Test("an agent without an id is refused")
  func noAgent() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let nobody = AccessRequest(askedAt: Self.start, askedBy: Agent(id: "", name: "x"))
    let result = desk.apply(.access(nobody), key: "k-1")
    #expect(result == .success(.outcome(.invalid(field: "access", reason: "an agent must have an id"))))
  }

  @Test("a draft and a held reply keep what they ask for; a damaged record does not cost the words")
  func drafts() throws {
    let fixture = try DeskFixture()
    let store = DraftStore(desk: fixture.folder, agent: "a-1")
    let draft = StoredDraft(
      conversation: "c-1", text: "could you", cursor: 0, kind: .message, audience: .customer, parent: nil,
      seenUpTo: nil,
      held: HeldReply(
        clientKey: "k", text: "held", kind: .message, audience: .customer, parent: nil, basedOn: 1,
        until: Timestamp(milliseconds: 5_000), access: Self.full),
      updatedAt: Timestamp(milliseconds: 1), access: Self.asked)
    try store.save(draft)
    #expect(try store.load("c-1") == draft)
    let text = String(decoding: draft.json, as: UTF8.self)
    let damaged = text.replacing(#""askedAt":"2026-03-02T09:24:00Z","#, with: "")
    let read = try #require(StoredDraft(json: Array(damaged.utf8)))
    #expect(read.text == "could you" && read.access == nil && read.held?.text == "held")
    #expect(read.held?.access == nil)
  }
}
