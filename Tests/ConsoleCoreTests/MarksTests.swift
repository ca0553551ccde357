import ConsoleCore
import DeskModel
import TestSupport
import Testing

@Suite("Marks")
struct MarksTests {
  private static func rows(_ count: Int) -> [ConversationSummary] {
    Fixtures.many(count).map { ConversationSummary($0) }
  }

  @Test("marks keep their order, each once, and go one by one")
  func order() {
    var marks = Marks()
    let isAll = [marks.add(Self.rows(3).reversed()), marks.add(Self.rows(3))]
    #expect(isAll == [true, true])
    #expect(marks.summaries.map(\.id) == ["q-102", "q-101", "q-100"])
    marks.remove("q-101")
    marks.remove("absent")
    #expect(marks.summaries.map(\.id) == ["q-102", "q-100"])
    #expect(!marks.contains("q-101") && marks.contains("q-100"))
  }

  @Test("there is room for some, and what no longer fits is told")
  func limit() {
    var marks = Marks()
    let isAll = [marks.add(Self.rows(Marks.limit + 1)), marks.add(Self.rows(Marks.limit))]
    #expect(isAll == [false, true], "those that are marked need no room")
    #expect(marks.count == Marks.limit)
  }

  @Test("what the queue tells of a marked row is taken, of others not")
  func update() {
    var marks = Marks()
    var rows = Self.rows(2)
    marks.add([rows[0]])
    rows[0].tags = ["new"]
    marks.update(rows)
    #expect(marks.summaries.map(\.tags) == [["new"]])
  }
}
