import DeskLink
import DeskModel
import Synchronization
import SystemCalls
import Testing

@testable import LocalDesk

@Suite("The journal as a stream of changes")
struct EmbeddedDeskFeedTests {
  private static let start = DeskFeedPlace(segment: 0, offset: 0)

  /// All events from a place on, in pages of so many lines.
  private static func all(
    _ desk: EmbeddedDesk, from place: DeskFeedPlace = start, lines: Int = 1_000, bytes: Int = 1 << 20
  ) throws -> [DeskFeedEvent] {
    var result: [DeskFeedEvent] = []
    var place = place
    while true {
      let page = try desk.events(from: place, lines: lines, bytes: bytes)
      #expect(page.events.count <= lines)
      result += page.events
      #expect(page.isAtEnd || page.next > place)
      place = page.next
      if page.isAtEnd { return result }
    }
  }

  private static func what(_ event: DeskFeedEvent) -> String {
    "\(event.conversation.rawValue) \(event.entry?.text ?? "-") \(event.clientKey?.rawValue ?? "-")"
  }

  @Test("every event comes once and in order, over segments, whatever the size of the pages")
  func pages() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open(options: EmbeddedDeskOptions(segmentLimit: 700))
    try desk.take(DeskFixture.line("c-1"), DeskFixture.line("c-2"))
    for number in 1...9 { _ = desk.say("say \(number)", key: ClientKey("k-\(number)")) }
    desk.perform(EmbeddedDeskStepsTests.steps(key: "several", in: "c-2"))
    desk.apply(.setStatus("resolved"), key: "k-last")
    #expect(desk.feedPlace.segment > 3)
    let expected =
      ["c-1 - -", "c-2 - -"] + (1...9).map { "c-1 say \($0) k-\($0)" } + [
        "c-2 hi several", "c-2 - several", "c-2 - several", "c-1 - k-last",
      ]
    for lines in [1, 2, 3, 1_000] { #expect(try Self.all(desk, lines: lines).map(Self.what) == expected) }
    #expect(try Self.all(desk, bytes: 1).map(Self.what) == expected)
    let other = try fixture.open()
    #expect(try Self.all(other) == Self.all(desk))
  }

  @Test("every place between two lines is known again, and no other")
  func marks() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open(options: EmbeddedDeskOptions(segmentLimit: 700))
    #expect(desk.feedMark(Self.start) == 0)
    let empty = desk.feedPlace
    let emptyMark = try #require(desk.feedMark(empty))
    try desk.take(DeskFixture.line("c-1"))
    for number in 1...5 { _ = desk.say("say \(number)", key: ClientKey("k-\(number)")) }
    let places = try Self.all(desk).map(\.next)
    let marks = places.map { desk.feedMark($0) }
    #expect(!marks.contains(nil) && Set(marks).count == marks.count)
    _ = desk.say("more", key: "k-6")
    let other = try fixture.open()
    #expect(places.map { other.feedMark($0) } == marks)
    #expect(other.feedMark(Self.start) == 0 && other.feedMark(empty) == emptyMark)
    let end = other.feedPlace
    for place in [
      DeskFeedPlace(segment: places[0].segment, offset: places[0].offset - 1),
      DeskFeedPlace(segment: end.segment, offset: end.offset + 1),
      DeskFeedPlace(segment: end.segment + 1, offset: 0), DeskFeedPlace(segment: 1, offset: -1),
      DeskFeedPlace(segment: -1, offset: 0), DeskFeedPlace(segment: 0, offset: 1),
    ] { #expect(other.feedMark(place) == nil, "\(place)") }
  }

  @Test("a place in another journal is not known, also where it is as long")
  func otherJournal() throws {
    let (one, two) = (try DeskFixture(), try DeskFixture())
    two.time.withLock { $0 += 5_000 }
    let desks = [try one.open(), try two.open()]
    for desk in desks {
      try desk.take(DeskFixture.line("c-1"))
      _ = desk.say("same", key: "k-1")
    }
    #expect(desks[0].feedPlace == desks[1].feedPlace)
    #expect(desks[0].feedMark(desks[0].feedPlace) != desks[1].feedMark(desks[0].feedPlace))
  }

  @Test("lines that the desk has skipped, and what a crash has left, are read over")
  func brokenLines() throws {
    let fixture = try DeskFixture()
    let desk = try fixture.open()
    try desk.take(DeskFixture.line("c-1"))
    let journal = try FileDescriptor(opening: fixture.folder + "/journal/000001.jsonl", .append)
    try journal.write(
      Array(
        ("garbage\n"
          + #"{"event":"change","at":"2026-03-01T09:00:00Z","by":{"id":"a","name":"A"},"key":"z","conversation":"c-9","status":"x"}"#
          + "\n{\"torn").utf8))
    _ = desk.say("after", key: "k-1")
    #expect(try Self.all(desk).map(Self.what) == ["c-1 - -", "c-1 after k-1"])
    #expect(desk.version(of: "c-1") == 2 && desk.version(of: "c-9") == nil)
  }
}
