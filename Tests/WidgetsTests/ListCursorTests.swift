import SeededRandom
import Testing

@testable import Widgets

@Suite("List cursor")
struct ListCursorTests {
  @Test("the window stands still inside and jumps by a page at the edge, with a row of context")
  func jumpsByPage() {
    var cursor = ListCursor(count: 30, height: 10)
    var tops: [Int] = []
    for _ in 0..<20 {
      cursor.move(.down)
      tops.append(cursor.top)
    }
    #expect(tops == Array(repeating: 0, count: 9) + Array(repeating: 9, count: 9) + [18, 18])
    #expect(cursor.selected == 20)
    for _ in 0..<3 { cursor.move(.up) }
    #expect(cursor.selected == 17)
    #expect(cursor.visible == 9..<19)
  }

  @Test("pages, home and end stop at the ends and show whole windows")
  func movesByPage() {
    var cursor = ListCursor(count: 25, height: 10)
    cursor.move(.pageDown)
    #expect(cursor.selected == 9)
    cursor.move(.end)
    #expect(cursor.selected == 24)
    #expect(cursor.visible == 15..<25)
    #expect(cursor.hidden == (above: 15, below: 0))
    let isMoved = cursor.move(.pageDown)
    #expect(!isMoved)
    cursor.move(.home)
    #expect(cursor.visible == 0..<10)
    let isMovedUp = cursor.move(.up)
    #expect(!isMovedUp)
  }

  @Test("an item keeps its line of the screen when rows come in above it")
  func keepsLine() {
    var cursor = ListCursor(count: 100, height: 10)
    cursor.select(44)
    let line = 44 - cursor.top
    cursor.resize(count: 103, height: 10, selecting: 47)
    #expect(cursor.selected == 47)
    #expect(47 - cursor.top == line)
  }

  @Test("a list that shrinks selects its last row and leaves no blank lines")
  func shrinks() {
    var cursor = ListCursor(count: 100, height: 10)
    cursor.move(.end)
    cursor.resize(count: 12, height: 10)
    #expect(cursor.selected == 11)
    #expect(cursor.visible == 2..<12)
    cursor.resize(count: 0, height: 10)
    #expect(cursor.selected == nil)
    #expect(cursor.visible.isEmpty)
    cursor.resize(count: 3, height: 10)
    #expect(cursor.selected == 0)
  }

  @Test("whatever happens, the selection is in the list and in sight", arguments: UInt64(1)...20)
  func holdsInvariants(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var cursor = ListCursor(count: Int(seed) % 7, height: Int(seed) % 5)
    for _ in 0..<300 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        cursor.resize(
          count: Int.random(in: -1...40, using: &random), height: Int.random(in: -1...9, using: &random))
      case 1: cursor.select(Int.random(in: -9...60, using: &random))
      default: ListMove.allCases.randomElement(using: &random).map { _ = cursor.move($0) }
      }
      #expect(cursor.firstInvariantViolation() == nil)
    }
  }
}
