import ScreenKit
import SeededRandom
import Testing

@Suite("Grid")
struct GridTests {
  private static let wide = Cell(base: 0x6F22, columns: 2)
  private static let narrow = Cell(base: 0x61)

  private static func bases(_ grid: Grid, row: Int = 0) -> [UInt32] { grid.row(row).map(\.base) }

  @Test("whatever is written in whatever order, wide glyphs stay whole", arguments: 0..<60)
  func randomWrites(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let size = Size(
      columns: Int.random(in: 0...9, using: &random), rows: Int.random(in: 0...4, using: &random))
    var grid = Grid(size: size)
    for step in 0..<300 {
      let row = Int.random(in: -1...4, using: &random)
      let column = Int.random(in: -2...10, using: &random)
      switch Int.random(in: 0...5, using: &random) {
      case 0, 1: grid.put(Self.wide, row: row, column: column, limit: Int.random(in: 0...12, using: &random))
      case 2, 3:
        grid.put(Self.narrow, row: row, column: column, limit: Int.random(in: 0...12, using: &random))
      case 4:
        let rect = Rect(
          column: column, row: row, columns: Int.random(in: 0...6, using: &random),
          rows: Int.random(in: 0...3, using: &random))
        grid.fill(rect, with: Self.narrow)
      default:
        grid.restyle(Rect(column: column, row: row, columns: 3, rows: 2)) { $0.reversed }
      }
      #expect(grid.firstInvariantViolation() == nil, "step \(step)")
      guard grid.firstInvariantViolation() == nil else { return }
    }
  }

  @Test("a wide glyph without room for its right half becomes a blank")
  func noRoom() {
    var grid = Grid(size: Size(columns: 3, rows: 1))
    grid.put(Self.wide, row: 0, column: 2, limit: 3)
    grid.put(Self.wide, row: 0, column: 0, limit: 1)
    #expect(Self.bases(grid) == [0x20, 0x20, 0x20])
  }

  @Test("overwriting either half of a wide glyph blanks the other", arguments: [0, 1])
  func halves(_ column: Int) {
    var grid = Grid(size: Size(columns: 3, rows: 1))
    grid.put(Self.wide, row: 0, column: 0, limit: 3)
    grid.put(Self.narrow, row: 0, column: column, limit: 3)
    #expect(Self.bases(grid) == (column == 0 ? [0x61, 0x20, 0x20] : [0x20, 0x61, 0x20]))
    #expect(grid.firstInvariantViolation() == nil)
  }

  @Test("a wide glyph over two wide ones breaks both")
  func overTwo() {
    var grid = Grid(size: Size(columns: 4, rows: 1))
    grid.put(Self.wide, row: 0, column: 0, limit: 4)
    grid.put(Self.wide, row: 0, column: 2, limit: 4)
    grid.put(Self.wide, row: 0, column: 1, limit: 4)
    #expect(grid.row(0).map(\.columns) == [1, 2, 0, 1])
  }

  @Test("outside the grid nothing is written and blanks are read")
  func outside() {
    var grid = Grid(size: Size(columns: 2, rows: 2))
    let empty = grid
    for (row, column) in [(-1, 0), (2, 0), (0, -1), (0, 2)] {
      grid.put(Self.narrow, row: row, column: column, limit: 99)
      #expect(grid[row, column] == .blank)
    }
    #expect(grid == empty)
    #expect(grid.row(2).isEmpty)
  }
}
