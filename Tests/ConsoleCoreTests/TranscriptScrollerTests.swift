import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("TranscriptScroller")
struct TranscriptScrollerTests {
  private struct Place: Equatable, Comparable {
    var item: Int
    var row: Int
    static func < (left: Place, right: Place) -> Bool {
      left.item != right.item ? left.item < right.item : left.row < right.row
    }
  }

  /// A conversation of random entries, laid out.
  private static func layout(_ seed: UInt64, entries count: Int? = nil, columns: Int = 40) throws
    -> TranscriptLayout
  {
    var random = SeededGenerator(seed)
    var conversation = Fixtures.dialog
    let number = count ?? Int.random(in: 0..<30, using: &random)
    var minutes: Int64 = 20_000
    conversation.entries = (0..<number).map { place in
      minutes -= Int64.random(in: 0..<400, using: &random)
      let words = Int.random(in: 0...2, using: &random) == 0 ? 120 : Int.random(in: 0...12, using: &random)
      let text = (0..<words).map { $0 % 9 == 8 ? "word\n" : "word" }.joined(separator: " ")
      var entry = Fixtures.customer(EntryID("e-\(place)"), text, minutesAgo: minutes)
      if place % 5 == 4 { entry.kind = .event }
      return entry
    }
    let composer = Composer(for: .dialog, parent: nil)
    let open = OpenConversation(conversation, composer: composer)
    return TranscriptLayout(open, in: try Fixtures.state(), columns: columns)
  }

  /// All rows of all items laid out at once, in order: what the scroller must never need.
  private struct NaiveLayout {
    var places: [Place] = []
    var firstRows: [Int] = []
    var heights: [Int] = []

    init(_ layout: TranscriptLayout) {
      for item in layout.items.indices {
        let height = layout.height(of: item)
        firstRows.append(places.count)
        heights.append(height)
        places += (0..<height).map { Place(item: item, row: $0) }
      }
    }

    var count: Int { places.count }

    /// The row that stands at the top of the screen.
    func top(_ layout: TranscriptLayout, _ scroll: TranscriptScroll, _ rows: Int) -> Int {
      let top = TranscriptScroller(layout, scroll, rows: rows).top
      guard firstRows.indices.contains(top.item), top.row < heights[top.item] else { return -1 }
      return firstRows[top.item] + top.row
    }
  }

  @Test("scrolling is the same as moving over all rows laid out at once", arguments: 0..<16)
  func equalsNaiveLayout(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let layout = try Self.layout(UInt64(seed), columns: [20, 40, 90].randomElement(using: &random) ?? 40)
    let rows = Int.random(in: 1..<25, using: &random)
    let naive = NaiveLayout(layout)
    let total = naive.count
    let end = max(0, total - rows)
    var scroll = TranscriptScroll.following
    var expected = end
    for _ in 0..<40 {
      let distance = Int.random(in: -2 * rows...2 * rows, using: &random)
      scroll = TranscriptScroller(layout, scroll, rows: rows).scrolled(byRows: distance)
      expected = min(max(0, expected + distance), end)
      guard total > 0 else {
        #expect(scroll == .following)
        continue
      }
      #expect(naive.top(layout, scroll, rows) == expected, "by \(distance) on \(rows) rows")
      #expect((scroll == .following) == (expected == end))
    }
  }

  @Test("down and up by the same number of rows comes back", arguments: 0..<8)
  func thereAndBack(seed: Int) throws {
    let layout = try Self.layout(UInt64(seed) &+ 100, entries: 25)
    let rows = 7
    let start = TranscriptScroller(layout, .following, rows: rows).scrolled(byRows: -60)
    for distance in stride(from: 1, to: 50, by: 3) {
      let away = TranscriptScroller(layout, start, rows: rows).scrolled(byRows: distance)
      let isAtEnd = away == .following
      let back = TranscriptScroller(layout, away, rows: rows).scrolled(byRows: -distance)
      if !isAtEnd { #expect(back == start, "by \(distance)") }
    }
  }

  @Test(
    "an item that is asked for can be seen whole, or from its first row when it is too tall",
    arguments: 0..<8)
  func showsItems(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let layout = try Self.layout(UInt64(seed) &+ 200, entries: 20)
    let rows = Int.random(in: 2..<20, using: &random)
    let naive = NaiveLayout(layout)
    var scroll = TranscriptScroll.following
    for _ in 0..<25 {
      let item = Int.random(in: layout.items.indices, using: &random)
      scroll = TranscriptScroller(layout, scroll, rows: rows).scrollToShow(item)
      let top = naive.top(layout, scroll, rows)
      let first = naive.firstRows[item]
      let height = naive.heights[item]
      let isWhole = first >= top && first + height <= top + rows
      #expect(isWhole || (height >= rows && (first == top || top == max(0, naive.count - rows))), "\(item)")
    }
  }

  @Test("an item that is in sight already does not move the screen")
  func movesAsLittleAsPossible() throws {
    let layout = try Self.layout(3, entries: 20)
    let scroll = TranscriptScroller(layout, .following, rows: 30).scrolled(byRows: -10)
    let scroller = TranscriptScroller(layout, scroll, rows: 30)
    let last = scroller.itemAtEdge(of: scroll, bottom: true)
    #expect(scroller.scrollToShow(last - 1) == scroll)
  }

  @Test("an item taller than the screen is gone through row by row, and then left")
  func tallItem() throws {
    var conversation = Fixtures.dialog
    conversation.entries = [
      conversation.entries[0], Fixtures.customer("t", String(repeating: "line\n", count: 50), minutesAgo: 1),
      Fixtures.customer("u", "end", minutesAgo: 0),
    ]
    let open = OpenConversation(conversation, composer: Composer(for: .dialog, parent: nil))
    let layout = TranscriptLayout(open, in: try Fixtures.state(), columns: 40)
    var scroll = TranscriptScroller(layout, .at(item: 0, row: 0), rows: 10).scrollToShow(1)
    #expect(scroll == .at(item: 1, row: 0))
    var steps = 0
    while let next = TranscriptScroller(layout, scroll, rows: 10).scrollToSeeMore(of: 1, down: true) {
      scroll = next
      steps += 1
      guard steps < 200 else { break }
    }
    #expect(steps == layout.height(of: 1) - 10)
    var back = 0
    while let next = TranscriptScroller(layout, scroll, rows: 10).scrollToSeeMore(of: 1, down: false) {
      scroll = next
      back += 1
      guard back < 200 else { break }
    }
    #expect(back == steps)
  }

  @Test("there is no more to see of an item that is not on the screen")
  func offScreen() throws {
    let layout = try Self.layout(8, entries: 20)
    let scroller = TranscriptScroller(layout, .following, rows: 5)
    #expect(scroller.scrollToSeeMore(of: 0, down: true) == nil)
    #expect(scroller.scrollToSeeMore(of: 0, down: false) == nil)
  }

  @Test("no items, no rows, one row: nothing breaks", arguments: [0, 1, 2], [-3, 0, 1])
  func edges(entries: Int, rows: Int) throws {
    let layout = try Self.layout(1, entries: entries)
    let scroller = TranscriptScroller(layout, .at(item: 9, row: 9), rows: rows)
    #expect(scroller.top.item >= 0)
    for distance in [-5, 0, 5] { _ = scroller.scrolled(byRows: distance) }
    for item in layout.items.indices { _ = scroller.scrollToShow(item) }
    #expect(scroller.itemAtEdge(of: .following, bottom: true) >= 0)
  }

  @Test("on a screen that has become taller the end is not left half empty")
  func tallerScreen() throws {
    let layout = try Self.layout(4, entries: 20)
    let naive = NaiveLayout(layout)
    let total = naive.count
    let scroll = TranscriptScroller(layout, .following, rows: 5).scrolled(byRows: -1)
    #expect(naive.top(layout, scroll, 20) == total - 20)
  }

  @Test("5,000 entries: the end and a page above it are those of the naive layout")
  func large() throws {
    let layout = try Self.layout(9, entries: 5_000)
    let rows = 30
    var places: [Place] = []
    for item in layout.items.indices.suffix(60) {
      places += (0..<layout.height(of: item)).map { Place(item: item, row: $0) }
    }
    var scroll = TranscriptScroll.following
    for page in 1...3 {
      let top = TranscriptScroller(layout, scroll, rows: rows).top
      #expect(places[places.count - page * rows] == Place(item: top.item, row: top.row))
      scroll = TranscriptScroller(layout, scroll, rows: rows).scrolled(byRows: -rows)
    }
    #expect(TranscriptScroller(layout, scroll, rows: rows).scrolled(byRows: 3 * rows) == .following)
  }
}
