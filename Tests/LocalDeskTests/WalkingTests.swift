import DeskLink
import DeskModel
import LocalDesk
import Testing

@Suite("Reading a desk from its first conversation to its last")
struct WalkingTests {
  private static func line(_ id: String, minute: Int?, raw: String = "") -> String {
    let entry = minute.map {
      #"{"id":"e-1","at":"2026-03-01T09:\#($0 < 10 ? "0" : "")\#($0):00Z","author":{"kind":"agent","id":"a"},"audience":"customer","text":"hi"\#(raw)}"#
    }
    return #"{"id":"\#(id)","contact":{"id":"u"},"entries":[\#(entry ?? "")],"raw":{"own":1}}"#
  }

  private static func walk(
    _ desk: EmbeddedDesk, _ order: WalkOrder, limit: Int = .max
  ) -> (ids: [String], places: [[Int]]) {
    var ids: [String] = []
    var places: [[Int]] = []
    let problems = desk.walk(order, limit: limit) { stored, done, total in
      ids.append(stored.conversation.id.rawValue)
      places.append([done, total])
    }
    #expect(problems == [])
    return (ids, places)
  }

  @Test("goes by import, or by the first entry with ties by import and without empty conversations")
  func order() throws {
    let desk = try DeskFixture().open()
    try desk.take(
      Self.line("late", minute: 30), Self.line("empty", minute: nil), Self.line("tie", minute: 10),
      Self.line("tie too", minute: 10), Self.line("early", minute: 5))
    #expect(Self.walk(desk, .imported).ids == ["late", "empty", "tie", "tie too", "early"])
    let started = Self.walk(desk, .started)
    #expect(started.ids == ["early", "tie", "tie too", "late"])
    #expect(started.places == [[1, 4], [2, 4], [3, 4], [4, 4]])
    #expect(Self.walk(desk, .started, limit: 2).ids == ["early", "tie"])
    #expect(Self.walk(desk, .imported, limit: 0).ids == [])
    desk.close()
  }

  @Test("gives back what was imported in “raw” of an entry, also of one that came later, and no other raw")
  func raws() throws {
    let desk = try DeskFixture().open()
    try desk.take(Self.line("c", minute: 1, raw: #","raw":{"picked":"hello", "n":[1]}"#))
    try desk.take(
      #"{"id":"c","contact":{"id":"u"},"entries":[{"id":"e-1","at":"2026-03-01T09:01:00Z","author":{"kind":"agent","id":"a"},"audience":"customer","text":"hi","raw":{"picked":"hello", "n":[1]}},{"raw":{"picked":"bye"},"id":"e-2","at":"2026-03-01T09:02:00Z","author":{"kind":"agent","id":"a"},"audience":"customer","text":"bye"},{"id":"e-3","raw":"text","at":"2026-03-01T09:03:00Z","author":{"kind":"agent","id":"a"},"audience":"customer","text":"x"}]}"#
    )
    var raws: [EntryID: String] = [:]
    _ = desk.walk(.started, withRaws: true) { stored, _, _ in
      #expect(stored.conversation.entries.count == 3)
      raws = stored.raws.mapValues { String(decoding: $0, as: UTF8.self) }
    }
    #expect(raws == ["e-1": #"{"picked":"hello", "n":[1]}"#, "e-2": #"{"picked":"bye"}"#])
    _ = desk.walk(.imported) { stored, _, _ in #expect(stored.raws.isEmpty) }
    desk.close()
  }
}
