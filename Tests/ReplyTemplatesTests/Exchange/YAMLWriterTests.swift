import JSONText
import SeededRandom
import Testing

@testable import ReplyTemplates

@Suite struct YAMLWriterTests {
  @Test(arguments: [
    ("plain words", "plain words"), ("", "''"), ("it's", "it's"), ("'q", "'''q'"), ("a: b", "'a: b'"),
    ("a #b", "'a #b'"),
    ("true", "'true'"), ("1", "'1'"), ("a\nb", "|-\n  a\n  b"), ("a\n", "|\n  a"), ("a\n\n", "|+\n  a\n"),
    ("\na", "\"\\na\""), ("a\u{1B}b", "\"a\\x1Bb\""), (" a", "' a'"), ("a ", "'a '"), (":late", "':late'"),
  ])
  func textsHaveOneFormEach(text: String, yaml: String) {
    let bytes = YAMLWriter.bytes(.object([JSONMember(key: "k", value: .string(text))]))
    #expect(String(decoding: bytes, as: UTF8.self) == "k: " + yaml + "\n")
  }

  @Test(arguments: 0..<150)
  func whateverIsWrittenIsReadAgain(seed: UInt64) throws {
    var random = SeededGenerator(seed)
    let value = Self.value(&random, depth: 0)
    let bytes = YAMLWriter.bytes(value)
    #expect(try YAMLReader.node(bytes).json == value, "\(String(decoding: bytes, as: UTF8.self))")
  }

  private static let pieces = [
    "a", "word", " ", "  ", "\n", "\n\n", "#", ":", ": ", "'", "\"", "-", "- ", "[", "]", "{", "}", ",", "&",
    "*", "!",
    "|", ">", "%", "@", "`", "é", "日本", "\t", "\r", "\u{85}", "\u{A0}", "\u{2028}", "\u{FEFF}", "\0", "true",
    "null", "1",
    "~", "\\", "...", "---", "?", "<p>", "👍",
  ]

  private static func value(_ random: inout SeededGenerator, depth: Int) -> JSONValue {
    switch Int.random(in: 0..<(depth < 4 ? 10 : 7), using: &random) {
    case 0: return .null
    case 1: return .bool(Bool.random(using: &random))
    case 2: return .number(JSONNumber(Int.random(in: -99...99, using: &random)))
    case 3...6: return .string(text(&random))
    case 7:
      return .array((0..<Int.random(in: 0...3, using: &random)).map { _ in value(&random, depth: depth + 1) })
    default:
      var keys: Set<String> = []
      var members: [JSONMember] = []
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let key = text(&random)
        if keys.insert(key).inserted {
          members.append(JSONMember(key: key, value: value(&random, depth: depth + 1)))
        }
      }
      return .object(members)
    }
  }

  private static func text(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...5, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined()
  }
}
