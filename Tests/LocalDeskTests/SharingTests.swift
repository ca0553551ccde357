import DeskLink
import DeskModel
import LocalDesk
import Synchronization
import SystemCalls
import Testing

@Suite("Two consoles on one desk")
struct SharingTests {
  private final class Notices: Sendable {
    let all = Mutex<[DeskNotice]>([])
    func take(_ notice: DeskNotice) { all.withLock { $0.append(notice) } }
  }

  @Test("Each sees what the other writes, and is told")
  func seeEachOther() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    let two = try fixture.open(me: DeskFixture.budi)
    let notices = Notices()
    two.observe { notices.take($0) }
    try one.take(DeskFixture.line("c-1"))
    _ = one.say("from one", key: "k-1")
    #expect(two.count == 0)
    two.refresh()
    two.settle()
    #expect(two.read()?.entries.last?.text == "from one")
    #expect(notices.all.withLock { $0 } == [.changed(["c-1"])] || notices.all.withLock { $0 }.count == 1)
    _ = two.say("from two", key: "k-2", by: DeskFixture.budi)
    one.refresh()
    one.settle()
    #expect(one.read() == two.read())
    #expect(one.rows(.all) == two.rows(.all))
    #expect(try #require(one.watchDescriptor) > 2)
  }

  @Test("The same key from two consoles is applied once")
  func sameKey() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    try one.take(DeskFixture.line("c-1"))
    let two = try fixture.open()
    let first = one.say("hello", key: "k")
    #expect(two.say("hello", key: "k") == first)
    #expect(two.read()?.entries.count == 2)
  }

  @Test("An answer of the other console that has not been seen yet is a conflict")
  func conflict() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    try one.take(DeskFixture.line("c-1"))
    let two = try fixture.open(me: DeskFixture.budi)
    _ = one.say("hello", key: "k-1")
    guard case .conflict(let newer, 2) = two.say("hello, too", key: "k-2", basedOn: 1, by: DeskFixture.budi)
    else {
      Issue.record("expected a conflict")
      return
    }
    #expect(newer.map { $0.text } == ["hello"])
  }

  @Test("Many writers at once lose and double nothing")
  func manyWriters() throws {
    let fixture = try DeskFixture()
    let first = try fixture.open()
    try first.take(DeskFixture.line("c-1"))
    let desks = try (0..<3).map { _ in try fixture.open(options: EmbeddedDeskOptions(segmentLimit: 2_000)) }
    for round in 0..<12 {
      for (number, desk) in desks.enumerated() {
        // Asked without waiting, so that the three queues run at the same time.
        desk.handle(
          .apply(
            Intent(
              clientKey: ClientKey("k-\(number)-\(round)"), conversation: "c-1", by: DeskFixture.nastya,
              action: .say(text: "\(number)-\(round)", kind: .message, audience: .customer, parent: nil)))
        ) { _ in }
      }
    }
    for desk in desks { desk.settle() }
    for desk in desks {
      desk.refresh()
      desk.settle()
    }
    let said = try #require(desks[0].read()).entries.dropFirst().map { $0.text }
    #expect(said.count == 36)
    #expect(Set(said).count == 36)
    for number in 0..<3 {
      #expect(said.filter { $0.hasPrefix("\(number)-") } == (0..<12).map { "\(number)-\($0)" })
    }
    #expect(desks.allSatisfy { $0.read() == desks[0].read() && $0.repairs == [] })
    first.refresh()
    first.settle()
    #expect(first.read() == desks[0].read())
  }

  @Test("Reading does not wait for a writer who holds the lock")
  func readsWithoutLock() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    try one.take(DeskFixture.line("c-1"))
    let lock = try FileDescriptor(opening: fixture.folder + "/lock", .readWrite)
    try lock.lock()
    let two = try fixture.open()
    #expect(two.ids(.all) == ["c-1"])
    #expect(two.read()?.entries.count == 1)
    lock.unlock()
  }

  @Test("A broken line in the middle is skipped and reported with segment and line")
  func brokenLines() throws {
    let fixture = try DeskFixture()
    let one = try fixture.open()
    try one.take(DeskFixture.line("c-1"))
    let journal = try FileDescriptor(opening: fixture.folder + "/journal/000001.jsonl", .append)
    try journal.write(
      Array(
        (#"garbage"# + "\n" + #"{"event":"jump","at":"2026-03-01T09:00:00Z","by":{"id":"a"}}"# + "\n"
          + #"{"event":"change","at":"2026-03-01T09:00:00Z","by":{"id":"a"},"key":"z","conversation":"c-9","status":"x"}"#
          + "\n")
          .utf8))
    _ = one.say("after", key: "k-1")
    #expect(one.read()?.entries.last?.text == "after")
    let expected = [
      "Line 2 of segment 1 was skipped: not JSON at column 1: expected an object, found \"g\".",
      "Line 3 of segment 1 was skipped: event: expected import, mirror, say or change, found \"jump\".",
      "Line 4 of segment 1 was skipped: there is no conversation c-9.",
    ]
    #expect(one.repairs == expected)
    #expect(one.skippedLines == 3)
    let two = try fixture.open()
    #expect(two.repairs == expected)
    #expect(two.read() == one.read())
  }
}
