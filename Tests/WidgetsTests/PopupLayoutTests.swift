import ScreenKit
import SeededRandom
import Testing

@testable import Widgets

@Suite("Popup layout")
struct PopupLayoutTests {
  private static let screen = Rect(column: 0, row: 0, columns: 80, rows: 24)
  static let cases: [(Size, Rect, PopupPlacement, Rect)] = [
    (
      Size(columns: 40, rows: 10), screen, .centred,
      Rect(column: 20, row: 7, columns: 40, rows: 10)
    ),
    (
      Size(columns: 200, rows: 90), screen, .centred,
      Rect(column: 0, row: 0, columns: 80, rows: 24)
    ),
    (
      Size(columns: 30, rows: 8), screen, .above(Rect(column: 4, row: 18, columns: 50, rows: 4)),
      Rect(column: 4, row: 10, columns: 30, rows: 8)
    ),
    // Too wide for its left edge: moved left. Too high: shrunk to what is above.
    (
      Size(columns: 78, rows: 30), screen, .above(Rect(column: 4, row: 18, columns: 50, rows: 4)),
      Rect(column: 2, row: 0, columns: 78, rows: 18)
    ),
    // No room above: in the middle instead.
    (
      Size(columns: 30, rows: 8), screen, .above(Rect(column: 0, row: 2, columns: 80, rows: 20)),
      Rect(column: 25, row: 8, columns: 30, rows: 8)
    ),
    (
      Size(columns: 30, rows: 1), screen, .above(Rect(column: 0, row: 2, columns: 80, rows: 20)),
      Rect(column: 0, row: 1, columns: 30, rows: 1)
    ),
    (
      Size(columns: 5, rows: 5), Rect(column: 3, row: 3, columns: 0, rows: 0), .centred,
      Rect(column: 3, row: 3, columns: 0, rows: 0)
    ),
  ]

  @Test("a popup stands where it is wished, inside the screen", arguments: cases)
  func placesPopup(wished: Size, screen: Rect, placement: PopupPlacement, expected: Rect) {
    #expect(PopupLayout.place(wished, in: screen, placement) == expected)
  }

  @Test("a popup never leaves the screen", arguments: UInt64(1)...10)
  func staysInside(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let values = (0..<10).map { _ in Int.random(in: 0...60, using: &random) }
      let screen = Rect(column: values[0] % 9, row: values[1] % 9, columns: values[2], rows: values[3])
      let part = Rect(column: values[4], row: values[5], columns: values[6], rows: values[7])
      let wished = Size(columns: values[8], rows: values[9])
      for placement in [PopupPlacement.centred, .above(part)] {
        let place = PopupLayout.place(wished, in: screen, placement)
        #expect(place.column >= screen.column && place.endColumn <= screen.endColumn)
        #expect(place.row >= screen.row && place.endRow <= screen.endRow)
        #expect(place.columns <= wished.columns && place.rows <= wished.rows)
      }
    }
  }
}
