import SeededRandom
import Testing

@testable import ReplyTemplates

@Suite struct CSVReaderTests {
  @Test(arguments: [
    ("", []), ("a", [["a"]]), ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
    ("a,\n,b", [["a", ""], ["", "b"]]),
    ("\"a\"\"b\",\"c\r\nd\"\n", [["a\"b", "c\r\nd"]]), ("a\n\n\nb", [["a"], ["b"]]),
    ("\"\"\na", [[""], ["a"]]),
    ("\u{FEFF}a,b", [["a", "b"]]), ("a\"b,c", [["a\"b", "c"]]), ("\"a\"", [["a"]]), ("a\r", [["a"]]),
  ])
  func rowsAreReadAsTheStandardSays(text: String, rows: [[String]]) throws {
    #expect(try CSVText.rows(Array(text.utf8)).map(\.fields) == rows)
  }

  @Test func linesOfRowsCountWhatIsQuoted() throws {
    #expect(try CSVText.rows(Array("a\n\"b\nc\"\nd".utf8)).map(\.line) == [1, 2, 4])
  }

  @Test func faultsAreToldWithTheirLine() {
    #expect(throws: CSVError(line: 2, problem: "a quote is opened here and never closed")) {
      try CSVText.rows(Array("a\n\"b\nc".utf8))
    }
    #expect(throws: CSVError.self) { try CSVText.rows(Array("\"a\"b".utf8)) }
  }

  @Test(arguments: 0..<80)
  func whateverIsWrittenIsReadAgain(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let pieces = ["a", ",", "\"", "\n", "\r", "\r\n", ";", " ", "é"]
    let rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 0...4, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
          .joined()
      }
    }
    #expect(try CSVText.rows(CSVText.bytes(rows)).map(\.fields) == rows)
  }
}
