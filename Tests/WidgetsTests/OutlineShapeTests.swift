import Testing

@testable import Widgets

@Suite("Outline shape")
struct OutlineShapeTests {
  static let cycles: [([Int], [Int])] = [
    ([], []), ([-1, 0, 1], [-1, 0, 1]), ([0], [-1]), ([1, 0], [-1, 0]),
    ([-1, 3, 1, 2, 2], [-1, -1, 1, 2, 2]),
    ([1, 2, 2], [1, 2, -1]),
  ]

  @Test("each circle is cut at its earliest node and nothing else changes", arguments: cycles)
  func cutsCycles(parents: [Int], expected: [Int]) {
    var parents = parents
    OutlineShape.breakCycles(in: &parents)
    #expect(parents == expected)
  }

  @Test("subtrees stand together in the order of the entries")
  func ordersSubtrees() {
    let shape = OutlineShape(parents: [-1, 0, -1, 0, 1])
    #expect(shape.preorder == [0, 1, 4, 3, 2])
    #expect(shape.depths == [0, 1, 0, 1, 2])
    #expect(shape.descendantCounts == [3, 1, 0, 0, 0])
    #expect(shape.nextSiblings == [2, 3, -1, -1, -1])
  }
}
