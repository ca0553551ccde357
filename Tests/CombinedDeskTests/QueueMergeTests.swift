import DeskModel
import SeededRandom
import Synchronization
import Testing

@testable import CombinedDesk

@Suite("Windows of several sorted lists")
struct QueueMergeTests {
  private static func lists(_ sizes: [Int], _ generator: inout SeededGenerator) -> [[MergedRow]] {
    sizes.enumerated().map { list, size in
      (0..<size).map { number in
        MergedRow(
          CombinedDeskFixture.row("d\(list):\(number)", &generator), sort: .burning, vipAhead: 1_800)
      }.sorted()
    }
  }

  private static func merge(
    _ lists: [[MergedRow]], handful: Int = 32, questions: Box<Int> = Box(0)
  ) -> QueueMerge {
    QueueMerge(counts: lists.map(\.count), handful: handful) { list, offset, limit in
      questions.value.withLock { $0 += 1 }
      return Array(lists[list].dropFirst(offset).prefix(limit))
    }
  }

  @Test("each window, and each place, is that of all rows sorted together")
  func model() {
    var generator = SeededGenerator(seed: 21)
    for round in 0..<500 {
      let sizes = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        Int.random(in: 0...(round.isMultiple(of: 3) ? 5 : 120), using: &generator)
      }
      var lists = Self.lists(sizes, &generator)
      let all = lists.joined().sorted()
      // Sometimes a list stands as a whole before another one.
      if round.isMultiple(of: 5) {
        var rest = all[...]
        lists = sizes.map { size in
          defer { rest = rest.dropFirst(size) }
          return Array(rest.prefix(size))
        }
      }
      let merge = Self.merge(lists, handful: round.isMultiple(of: 2) ? 32 : 0)
      let offset = Int.random(in: 0...(all.count + 3), using: &generator)
      let limit = Int.random(in: 0...40, using: &generator)
      #expect(merge.window(offset: offset, limit: limit) == Array(all.dropFirst(offset).prefix(limit)))
      guard let row = all.randomElement(using: &generator) else { continue }
      let before = lists.indices.reduce(0) { $0 + merge.count(before: row, in: $1) }
      #expect(before == all.firstIndex(of: row))
    }
  }

  @Test(
    "few questions are asked, however long the lists are", arguments: [0, 1, 1_000, 9_000, 17_999, 18_000])
  func questions(offset: Int) {
    var generator = SeededGenerator(seed: 22)
    let lists = Self.lists([6_000, 6_000, 6_000], &generator)
    let questions = Box(0)
    _ = Self.merge(lists, questions: questions).window(offset: offset, limit: 50)
    // Thirteen halvings of each list, and a window of each.
    #expect(questions.value.withLock { $0 } <= 3 * 13 + 3)
  }

  @Test("lists that are shorter than they said, or in no order, end the search all the same")
  func wrongLists() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<200 {
      let sizes = (0..<3).map { _ in Int.random(in: 0...200, using: &generator) }
      let lists = Self.lists(sizes, &generator).map { $0.shuffled(using: &generator) }
      let merge = QueueMerge(counts: sizes.map { $0 + 100 }) { list, offset, limit in
        Array(lists[list].dropFirst(offset).prefix(limit))
      }
      let offset = Int.random(in: 0...900, using: &generator)
      let rows = merge.window(offset: offset, limit: 30)
      #expect(rows.count <= 30 && Set(rows).count == rows.count)
      if let row = rows.first { _ = lists.indices.map { merge.count(before: row, in: $0) } }
    }
  }
}
