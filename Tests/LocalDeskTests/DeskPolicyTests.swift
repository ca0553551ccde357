import DeskLink
import DeskModel
import LocalDesk
import Synchronization
import SystemCalls
import Testing

@Suite("A desk's policy")
struct DeskPolicyTests {
  private static func write(_ text: String, _ fixture: DeskFixture) throws {
    try FileSystem.makeFolder(fixture.folder)
    try FileSystem.replace(fixture.folder + "/policy.json5", with: Array(text.utf8))
  }

  private static func fill(_ desk: EmbeddedDesk) throws {
    let vip = DeskFixture.line("vip", contact: "u-2", minutes: [30])
      .replacing(#""id":"u-2","full""#, with: #""id":"u-2","vip":true,"full""#)
    try desk.take(
      DeskFixture.line("first", minutes: [20]), vip,
      DeskFixture.line(
        "backend", minutes: [40], extra: #","deadlines":{"firstReply":"2026-03-01T09:50:00Z"}"#),
      DeskFixture.line("done", status: "closed", minutes: [1]))
  }

  private static func due(_ desk: EmbeddedDesk) -> [String] {
    desk.rows(.all).map { "\($0.id.rawValue) \($0.due?.rfc3339.dropFirst(11).dropLast(4) ?? "-")" }
  }

  @Test("Deadlines come from the policy where the backend sets none, and VIPs stand ahead")
  func deadlines() throws {
    let fixture = try DeskFixture()
    try Self.write(#"{ targets: { firstReply: "1h" } }"#, fixture)
    let desk = try fixture.open()
    try Self.fill(desk)
    #expect(Self.due(desk) == ["backend 09:50", "vip 10:30", "first 10:20"])
    #expect(desk.rows(.all).map { $0.dueKind } == [.firstReply, .firstReply, .firstReply])
    _ = desk.say("hello", in: "first", key: "k-1")
    #expect(Self.due(desk) == ["backend 09:50", "vip 10:30", "first -"])
    let other = try fixture.open(me: DeskFixture.budi)
    #expect(other.rows(.all) == desk.rows(.all))
  }

  @Test("A changed policy reorders without the journal, with an index and in a console that is running")
  func changes() throws {
    let fixture = try DeskFixture()
    let running = try fixture.open()
    try Self.fill(running)
    #expect(Self.due(running) == ["backend 09:50", "vip -", "first -"])
    try Self.write(#"{ targets: { firstReply: "1h", vip: { firstReply: "10m" } }, vipAhead: "0m" }"#, fixture)
    let second = try fixture.open(me: DeskFixture.budi)
    let expected = ["vip 09:40", "backend 09:50", "first 10:20"]
    #expect(Self.due(second) == expected)
    let notices = Mutex<[DeskNotice]>([])
    running.observe { notice in notices.withLock { $0.append(notice) } }
    running.refresh()
    running.settle()
    #expect(Self.due(running) == expected)
    #expect(notices.withLock { $0 } == [.reset])
    running.refresh()
    running.settle()
    #expect(notices.withLock { $0 } == [.reset])
    // The index that the second one wrote is of the new policy: a third console finds it as it must be.
    second.close()
    running.close()
    #expect(Self.due(try fixture.open(options: EmbeddedDeskOptions(access: .readOnly))) == expected)
    try FileSystem.remove(fixture.folder + "/policy.json5")
    #expect(Self.due(try fixture.open()) == ["backend 09:50", "vip -", "first -"])
  }

  @Test("A broken policy is told and ignored; the desk opens all the same")
  func broken() throws {
    let fixture = try DeskFixture()
    try Self.write("{\n  target: 1 }", fixture)
    let desk = try fixture.open()
    try Self.fill(desk)
    #expect(Self.due(desk) == ["backend 09:50", "vip -", "first -"])
    #expect(
      desk.repairs == [
        "The policy was ignored: \(fixture.folder)/policy.json5, line 2: target: there is no such setting; known here are targets, vipAhead and hours. Correct it and open the desk again."
      ])
  }

  @Test("What is late is counted by the deadline, not by the place of a VIP")
  func late() throws {
    let fixture = try DeskFixture()
    try Self.write(#"{ targets: { firstReply: "1d" }, vipAhead: "6h" }"#, fixture)
    let desk = try fixture.open()
    try Self.fill(desk)
    func late(at moment: String) -> Int {
      fixture.time.withLock { $0 = Timestamp(rfc3339: moment)?.milliseconds ?? 0 }
      guard
        case .success(.queue(_, _, _, let counts)) = desk.ask(.queue(QueueQuery(.all), offset: 0, limit: 9))
      else {
        return -1
      }
      return counts.late
    }
    #expect(late(at: "2026-03-01T09:49:00Z") == 0)
    #expect(late(at: "2026-03-02T09:00:00Z") == 1)
    #expect(late(at: "2026-03-02T09:25:00Z") == 2)
    #expect(late(at: "2026-03-02T09:31:00Z") == 3)
  }

  @Test("A follow-up wakes a sleeping conversation; putting it to sleep again after that lets it sleep")
  func followUp() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let start = fixture.time.withLock { $0 }
    func at(_ minutes: Int64) -> Timestamp { Timestamp(milliseconds: start + minutes * 60_000) }
    desk.apply(.snooze(until: .untilWoken), key: "k-1")
    desk.apply(.followUp(FollowUp(at: at(30), text: "call")), key: "k-2")
    #expect(desk.ids(.snoozed) == ["c-1"])
    #expect(desk.rows(.snoozed).first?.dueKind == .followUp)
    fixture.time.withLock { $0 = start + 31 * 60_000 }
    #expect(desk.ids(.all) == ["c-1"] && desk.ids(.snoozed) == [])
    desk.apply(.snooze(until: at(60)), key: "k-3")
    #expect(desk.ids(.snoozed) == ["c-1"])
    #expect(try fixture.open(me: DeskFixture.budi).ids(.snoozed) == ["c-1"])
    fixture.time.withLock { $0 = start + 61 * 60_000 }
    #expect(desk.ids(.all) == ["c-1"])
    desk.apply(.followUp(nil), key: "k-4")
    #expect(desk.rows(.all).first?.due == nil)
  }
}
