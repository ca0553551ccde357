import AdapterProtocol
import DeskModel
import Testing

@testable import AdapterHost

struct EntriesMeanwhileTests {
  private static func record(_ id: String, _ at: Int64, _ text: String = "") -> EntryRecord {
    EntryRecord(
      Entry(
        id: EntryID(id), at: Timestamp(milliseconds: at), author: Author(kind: .customer, id: "u"),
        audience: .customer, text: text))
  }

  @Test func `Only what is told while a thread is read is kept, until the last reading of it has ended`() {
    var meanwhile = EntriesMeanwhile()
    meanwhile.note([Self.record("early", 1)], in: "a")
    meanwhile.begin("a")
    meanwhile.note([Self.record("x", 2)], in: "a")
    meanwhile.note([Self.record("other", 2)], in: "b")
    meanwhile.begin("a")
    meanwhile.note([Self.record("y", 3)], in: "a")
    let first = meanwhile.end("a").map(\.entry.id)
    let second = meanwhile.end("a").map(\.entry.id)
    meanwhile.note([Self.record("late", 4)], in: "a")
    let third = meanwhile.end("a")
    #expect(first == ["x", "y"] && second == ["x", "y"] && third.isEmpty)
  }

  @Test(arguments: [
    // A page that was made before the change.
    (["a", "b"], true, ["d"], ["a", "b", "d"]),
    // One that was made after it.
    (["a", "b", "d"], true, ["d"], ["a", "b", "d"]),
    // Something between, and before all.
    (["b", "d"], true, ["c", "a"], ["a", "b", "c", "d"]),
    // Of a part, what is older stands elsewhere.
    (["b", "d"], false, ["a", "c", "e"], ["b", "c", "d", "e"]),
    ([], true, ["a"], ["a"]),
    ([], false, ["a"], []),
  ])
  func `What was told stands where its time is`(
    read: [String], isWhole: Bool, told: [String], expected: [String]
  ) {
    func records(_ ids: [String]) -> [EntryRecord] {
      ids.map { Self.record($0, Int64($0.unicodeScalars.first?.value ?? 0)) }
    }
    let joined = EntriesMeanwhile.joined(records(read), isWhole: isWhole, records(told))
    #expect(joined.map(\.entry.id.rawValue) == expected)
  }

  @Test func `An edit that was told counts for more than the page`() {
    let joined = EntriesMeanwhile.joined(
      [Self.record("a", 1, "before")], isWhole: true, [Self.record("a", 1, "after")])
    #expect(joined.map(\.entry.text) == ["after"])
  }
}
