import Testing

@testable import TextLayout

@Suite("RawBytes")
struct RawBytesTests {
  @Test("A row has offset, bytes and what is printable")
  func rows() {
    let view = RawBytes(Array("Hi \u{1B}[31mé and more".utf8), columns: 43)
    #expect(view.bytesPerRow == 8)
    #expect(view.rowCount == 3)
    #expect(view.row(0).string == "00000000  48 69 20 1b 5b 33 31 6d  Hi ·[31m")
    #expect(view.row(1).string == "00000008  c3 a9 20 61 6e 64 20 6d  ·· and m")
    #expect(view.row(2).string == "00000010  6f 72 65                 ore")
  }

  @Test("Rows fit at every width", arguments: -1...160)
  func widths(columns: Int) {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0) }
    let view = RawBytes(bytes, columns: columns)
    #expect(view.bytesPerRow * view.rowCount >= 300)
    for row in 0..<min(view.rowCount, 4) { #expect(view.row(row).columns <= max(0, columns)) }
    #expect(columns < 15 || view.row(0).string.hasPrefix("00000000  00"))
  }

  @Test("Outside of the bytes there is nothing", arguments: [-1, 0, 1])
  func outside(row: Int) {
    #expect(RawBytes([], columns: 80).row(row).isEmpty)
    #expect(RawBytes([], columns: 80).rowCount == 0)
  }
}
