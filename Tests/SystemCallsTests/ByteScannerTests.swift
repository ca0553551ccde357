import SeededRandom
import SystemCalls
import Testing

@Suite("Byte scanner")
struct ByteScannerTests {
  private func stands(_ pattern: [[UInt8]], _ bytes: [UInt8], _ start: Int) -> Bool {
    start + pattern.count <= bytes.count
      && pattern.indices.allSatisfy { pattern[$0].contains(bytes[start + $0]) }
  }

  @Test("It finds what a naive search finds, from the end to the start, wherever pieces begin and end")
  func againstNaive() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let alphabet = UInt8.random(in: 2...6, using: &random)
      let bytes = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        UInt8.random(in: 0..<alphabet, using: &random)
      }
      let patterns = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...5, using: &random)).map { _ in
          Array(
            Set(
              (0..<Int.random(in: 1...3, using: &random)).map { _ in
                UInt8.random(in: 0..<alphabet, using: &random)
              }))
        }
      }
      let lower = Int.random(in: 0...bytes.count, using: &random)
      let upper = Int.random(in: 0...bytes.count, using: &random)
      let scanner = ByteScanner(patterns, frequencies: ByteScanner.histogram(bytes.span))
      var scan = ByteScan(scanner, from: lower)
      var found: [Int] = []
      var end = upper
      while let place = scan.last(before: end, in: bytes.span) {
        found.append(place)
        end = place
      }
      let expected = (0..<bytes.count).filter { start in
        start >= lower && start < upper && patterns.contains { stands($0, bytes, start) }
      }
      #expect(found == expected.reversed())
    }
  }

  @Test("No patterns, empty patterns and empty bytes find nothing")
  func empty() {
    let bytes = Array("abc".utf8)
    for patterns in [[], [[]], [[[]]]] as [[[[UInt8]]]] {
      var scan = ByteScan(ByteScanner(patterns, frequencies: []), from: 0)
      #expect(scan.last(before: 3, in: bytes.span) == nil)
    }
    let none: [UInt8] = []
    var scan = ByteScan(ByteScanner([[[1]]], frequencies: []), from: 0)
    #expect(scan.last(before: 9, in: none.span) == nil)
    #expect(ByteScanner.histogram(none.span) == [UInt64](repeating: 0, count: 256))
  }

  @Test("Quotes count unless a backslash escapes them")
  func quotes() {
    let bytes = Array(#"a"b\"c\\"d\\\"e"#.utf8)
    #expect(bytes.span.quote(before: bytes.count) == 8)
    #expect(bytes.span.quote(before: 8) == 1)
    #expect(bytes.span.quote(before: 1) == nil)
    #expect(bytes.span.quote(from: 2) == 8)
    #expect(bytes.span.quote(from: 9) == nil)
    #expect(bytes.span.quote(from: 99) == nil && bytes.span.quote(before: 0) == nil)
  }

  @Test("Line ends on both sides")
  func lines() {
    let bytes = Array("ab\ncd\n".utf8)
    #expect(bytes.span.lineFeed(before: 5) == 2 && bytes.span.lineFeed(before: 2) == nil)
    #expect(bytes.span.lineFeed(from: 3) == 5 && bytes.span.lineFeed(from: 6) == nil)
    #expect(bytes.span.array(3..<99) == Array("cd\n".utf8))
  }

  @Test("A histogram counts small data whole")
  func histogram() {
    let counts = ByteScanner.histogram(Array("aab".utf8).span)
    #expect(counts[0x61] == 2 && counts[0x62] == 1 && counts.reduce(0, +) == 3)
  }
}
