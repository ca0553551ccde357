import Testing

@testable import TextLayout

/// Columns that a C library gives to scalars, recorded once.
struct RecordedWidthTable {
  static let shared = RecordedWidthTable()

  private let ranges: [(first: UInt32, last: UInt32, columns: Int)]

  private init() {
    ranges = RecordedWidths.text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: " ")
      guard parts.count == 3, let first = UInt32(parts[0], radix: 16),
        let last = UInt32(parts[1], radix: 16), let columns = Int(parts[2])
      else { return nil }
      return (first, last, columns)
    }
  }

  func columns(of scalar: UInt32) -> Int {
    var low = 0
    var high = ranges.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if ranges[middle].first <= scalar { low = middle } else { high = middle - 1 }
    }
    return ranges[low].columns
  }
}

@Suite("DisplayWidth")
struct DisplayWidthTests {
  @Test("The version of the tables is stated")
  func version() {
    #expect(DisplayWidth.unicodeVersion.hasPrefix("15."))
    #expect(Unicode.Scalar(0x1FAE8).map { ScalarRecord($0.value).isDisputed } == true)
  }

  static let widths: [(Unicode.Scalar, Int)] = [
    ("a", 1), ("é", 1), ("\u{301}", 0), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1100}", 2),
    ("\u{1161}", 0),
    ("\u{11A8}", 0), ("🙂", 2), ("❤", 1), ("\u{200B}", 0), ("\u{FE0F}", 0), ("ำ", 1), ("ี", 0), ("ि", 1),
    ("्", 0),
    ("\u{600}", 1), ("\u{AD}", 0), ("—", 1), ("\u{3000}", 2), ("🇺", 1), ("\u{20E3}", 0), ("\u{10FFFF}", 1),
  ]

  @Test("Columns of scalars", arguments: widths)
  func scalars(scalar: Unicode.Scalar, columns: Int) {
    #expect(DisplayWidth.columns(of: scalar) == columns)
  }

  @Test(
    "Columns of clusters",
    arguments: [("👨‍👩‍👧", 2), ("é", 1), ("ก\u{E33}", 2), ("क्षि", 3), ("🇺🇦", 2), ("1️⃣", 1), ("\t", 8)])
  func clusters(text: String, columns: Int) {
    #expect(text.reduce(0) { $0 + DisplayWidth.columns(of: $1) } == columns)
  }

  @Test("Drawn scalars have the columns of the C library, and only others are disputed")
  func agreesWithRecordedWidths() {
    let recorded = RecordedWidthTable.shared
    for value in UInt32(0)..<0x110000 {
      let record = ScalarRecord(value)
      guard record.safety == .plain else { continue }
      let isAgreed = record.columns == recorded.columns(of: value)
      if isAgreed == record.isDisputed {
        Issue.record("U+\(String(value, radix: 16)): \(record.columns), \(recorded.columns(of: value))")
      }
    }
  }
}
