import ScreenKit
import SeededRandom
import Testing

@Suite("Geometry")
struct GeometryTests {
  @Test("negative extents become 0")
  func negative() {
    #expect(Size(columns: -1, rows: -5) == Size(columns: 0, rows: 0))
    #expect(Rect(column: 1, row: 1, columns: -4, rows: 2).isEmpty)
  }

  @Test("taking more than there is takes all, and less than nothing takes nothing")
  func overTaking() {
    var rest = Rect(column: 2, row: 3, columns: 10, rows: 4)
    #expect(rest.takeTop(-1).isEmpty)
    #expect(rest.takeBottom(99) == Rect(column: 2, row: 3, columns: 10, rows: 4))
    #expect(rest.isEmpty)
    #expect(rest.takeLeft(1) == Rect(column: 2, row: 3, columns: 1, rows: 0))
  }

  @Test("cutting a rectangle up loses no cell and doubles none", arguments: 0..<30)
  func partition(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let size = Size(
      columns: Int.random(in: 0...20, using: &random), rows: Int.random(in: 0...12, using: &random))
    var rest = Rect(size)
    var parts: [Rect] = []
    for _ in 0..<6 {
      let count = Int.random(in: -1...8, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: parts.append(rest.takeTop(count))
      case 1: parts.append(rest.takeBottom(count))
      case 2: parts.append(rest.takeLeft(count))
      default: parts.append(rest.takeRight(count))
      }
    }
    parts.append(rest)
    #expect(parts.reduce(0) { $0 + $1.columns * $1.rows } == size.columns * size.rows)
    for (index, part) in parts.enumerated() {
      #expect(part.isEmpty || part.intersection(Rect(size)) == part)
      for other in parts[(index + 1)...] { #expect(part.intersection(other).isEmpty) }
    }
  }

  @Test("rectangles that only touch share nothing")
  func touching() {
    let left = Rect(column: 0, row: 0, columns: 4, rows: 4)
    #expect(left.intersection(Rect(column: 4, row: 0, columns: 4, rows: 4)).isEmpty)
    #expect(
      left.intersection(Rect(column: 3, row: 3, columns: 4, rows: 4))
        == Rect(column: 3, row: 3, columns: 1, rows: 1))
  }
}
