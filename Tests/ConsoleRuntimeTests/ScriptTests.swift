import ConsoleCore
import ScreenKit
import Testing

@testable import ConsoleRuntime

@Suite("Script")
struct ScriptTests {
  private static func keys(_ text: String) -> ScriptStep {
    .input(text.map { .key(KeyPress(.character($0))) })
  }

  @Test(
    "each step",
    arguments: [
      ("type hi", [keys("hi")]), ("type  a ", [keys(" a ")]), ("type key Enter", [keys("key Enter")]),
      ("type é👍", [keys("é👍")]),
      ("key Ctrl-J Enter", [.input([.key(KeyPress(.character("j"), .control)), .key(KeyPress(.enter))])]),
      ("key   Tab  ", [.input([.key(KeyPress(.tab))])]),
      ("paste one\\ntwo\\t\\\\\\x41\\x1b", [.input([.paste("one\ntwo\t\\A\u{1B}")])]),
      ("paste ", [.input([.paste("")])]),
      ("size 80x24", [.input([.resize(Size(columns: 80, rows: 24))])]), ("wait 300ms", [.advance(300)]),
      ("wait 8s", [.advance(8_000)]), ("wait 5m", [.advance(300_000)]), ("wait 2h", [.advance(7_200_000)]),
      ("command resolve", [.command(.resolve)]), ("frame start", [.frame("start")]), ("frame", [.frame("")]),
      ("styles", [.styles]), ("", []), ("# type hi", []), ("  # note", []),
      ("\t  key Tab", [.input([.key(KeyPress(.tab))])]),
      ("\n\n", []),
    ] as [(String, [ScriptStep])])
  func steps(text: String, expected: [ScriptStep]) throws {
    #expect(try Script.parse(text) == expected)
  }

  @Test("steps stand in the order of their lines")
  func order() throws {
    #expect(try Script.parse("frame a\n# x\n\nframe b\nframe c") == [.frame("a"), .frame("b"), .frame("c")])
  }

  @Test(
    "what cannot be understood is told with its line",
    arguments: [
      ("fly", 1, "fly"), ("frame a\n\n# x\nTYPE hi", 4, "TYPE"), ("frames", 1, "frames"),
      ("key\tEnter", 1, "key\tEnter"),
    ])
  func unknownStep(text: String, line: Int, word: String) {
    #expect(throws: ScriptError.unknownStep(line: line, word: word)) { try Script.parse(text) }
  }

  @Test(
    "an argument that cannot be understood is told with its line and text",
    arguments: [
      "key Hyper-X", "key Enter F99", "paste a\\", "paste \\q", "paste \\x4", "paste \\xZZ", "size 80",
      "size 80x",
      "size x24", "size 0x24", "size 80x1001", "size -1x5", "size 80x24x3", "size 80 x 24", "wait", "wait 8",
      "wait s",
      "wait 8d", "wait -8s", "wait 1.5s", "wait 1000001s", "wait 99999999999999999999s", "command fly",
      "command",
      "command Resolve",
    ])
  func badArgument(line: String) {
    #expect {
      try Script.parse("frame a\n" + line)
    } throws: { error in
      guard case ScriptError.badArgument(line: 2, let text, let expected)? = error as? ScriptError else {
        return false
      }
      return !expected.isEmpty && line.hasSuffix(text)
    }
  }

  @Test("only the first bad line is told")
  func firstOnly() {
    #expect(throws: ScriptError.unknownStep(line: 1, word: "a")) { try Script.parse("a\nb") }
  }

  @Test("a script with CRLF line ends is the same script")
  func crlf() {
    let steps = try? Script.parse("frame a\r\nkey Tab\r\n")
    #expect(steps == [.frame("a"), .input([.key(KeyPress(.tab))])])
  }

  @Test("a line of keys without keys is a mistake")
  func noKeys() {
    #expect(throws: ScriptError.self) { try Script.parse("key") }
  }

  @Test("sizes", arguments: [("1x1", 1, 1), ("1000x1000", 1_000, 1_000), ("120x40", 120, 40)])
  func sizes(text: String, columns: Int, rows: Int) {
    #expect(Script.size(text) == Size(columns: columns, rows: rows))
  }
}
