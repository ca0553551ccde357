import AdapterProtocol
import SeededRandom
import Testing

@Suite("Lines of a stream")
struct LineFramerTests {
  private func lines(_ texts: String...) -> [FramedLine] { texts.map { .line(Array($0.utf8)) } }

  @Test("Lines come when their end has come, wherever the stream was cut")
  func cuts() {
    var framer = LineFramer(limit: 10)
    #expect(framer.append("ab".utf8) == [])
    #expect(!framer.isBetweenLines)
    #expect(framer.append("c\nde\n\nf".utf8) == lines("abc", "de", ""))
    #expect(framer.append("\n".utf8) == lines("f"))
    #expect(framer.isBetweenLines)
  }

  @Test(
    "A line of exactly the limit is read; a longer one is told once and thrown away, and the next is read")
  func limit() {
    var framer = LineFramer(limit: 3)
    #expect(framer.append("abc\nabcd\nx\n".utf8) == [.line(Array("abc".utf8)), .tooLong, .line([0x78])])
    #expect(framer.append("abc".utf8) == [])
    #expect(framer.append("d".utf8) == [.tooLong])
    #expect(!framer.isBetweenLines)
    #expect(framer.append(String(repeating: "e", count: 100).utf8) == [])
    #expect(framer.append("\nok\n".utf8) == lines("ok"))
  }

  @Test("Whatever the cuts are, the lines are the same")
  func property() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      let bytes = (0..<60).map { _ in
        [UInt8](arrayLiteral: 0x61, 0x62, 0x0A).randomElement(using: &random) ?? 0
      }
      var whole = LineFramer(limit: 4)
      let expected = whole.append(bytes)
      var cut = LineFramer(limit: 4)
      var found: [FramedLine] = []
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...7, using: &random))
        found += cut.append(piece)
        rest = rest.dropFirst(piece.count)
      }
      #expect(found == expected)
    }
  }
}
