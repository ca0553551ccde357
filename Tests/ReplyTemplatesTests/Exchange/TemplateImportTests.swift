import LocalePacks
import SeededRandom
import Testing

@testable import ReplyTemplates

@Suite struct TemplateImportTests {
  @Test(arguments: [
    (
      ExchangeFormat.chatwoot, #"[{"short_code":"a","content":"b"}"#,
      "f:1:34: expected \",\" or \"]\", found the end of the text"
    ),
    (.zendesk, "7", "f: the file must be an array, or an object with \"macros\", not a number"),
    (.zendesk, #"{"macros":7}"#, "f: macros must be an array, not a number"),
    (.zendeskContent, #"{"items":{}}"#, "f: items must be an array, not an object"),
    (.intercom, #"{"data":"x"}"#, "f: data must be an array, not a string"),
    (.helpScout, "\"x\"", "f: the file must be an array, or an object with \"saved-replies\", not a string"),
    (.zammad, "x", "f: the file must be a list, not a string"),
    (.espanso, "[]", "f: the file must be a map with \"matches\", not an array"),
    (.jsonLines, "x", "f:1:1: expected a value, found \"x\""),
    (.chatwoot, "a,b\n1,2", "f: no column holds texts (there are a, b); name one \"text\""),
    (.chatwoot, "[\u{1}]", "f:1:2: expected a value, found the control character U+0001"),
  ])
  func whatIsNoFileOfAFormatIsToldInOneSentence(format: ExchangeFormat, text: String, sentence: String) {
    #expect(Sample.failure(text, "f", format: format) == sentence)
  }

  @Test func bytesThatAreNoTextAreTold() {
    #expect(
      Sample.failure([0x61, 0x0A, 0xFF], "a.csv")
        == "a.csv:2: the text is not UTF-8; save the file as UTF-8 and import it again")
    let large = [UInt8](repeating: 0x20, count: TemplateImport.byteLimit + 1)
    #expect(
      Sample.failure(large, "a.csv")
        == "a.csv: 33554433 bytes are more than the 33554432 that are read; split the file")
  }

  @Test(arguments: ExchangeFormat.allCases)
  func nothingIsAFileWithoutAnswersOrAnError(format: ExchangeFormat) throws {
    for text in ["", "\n", "\u{FEFF}"] {
      if let set = try? Sample.read(text, format: format) { #expect(set.answers.isEmpty) }
    }
  }

  @Test(arguments: ExchangeFormat.allCases)
  func deepNestingIsAnErrorAndNoCrash(format: ExchangeFormat) {
    let deep = String(repeating: "[", count: 50_000) + String(repeating: "]", count: 50_000)
    let isRead = (try? Sample.read(deep, format: format))?.answers.isEmpty ?? true
    #expect(isRead || format == .csv)
  }

  @Test func controlCharactersAreKeptAsTheyAre() throws {
    let set = try Sample.read(#"[{"short_code":"a\u001b","content":"x\u001b[31m\u0000\u202ey"}]"#)
    #expect(set.sources == ["x\u{1B}[31m\0\u{202E}y"])
    #expect(set.answers[0].id.path == "a")
  }

  @Test(arguments: [ExchangeFormat.zendesk, .zammad])
  func aLineOfAMebibyteIsRead(format: ExchangeFormat) throws {
    let text = String(repeating: String(repeating: "a long line ", count: 170) + "& {{x}} {% y ", count: 512)
    let file: String =
      switch format {
      case .zendesk:
        #"{"macros":[{"title":"a","actions":[{"field":"comment_value_html","value":"\#(text)"}]}]}"#
      case .zammad: "- name: a\n  content: '\(text)'\n"
      case .jsonLines: #"{"replies":{"a":"\#(text)"}}"#
      default: #"[{"short_code":"a","content":"\#(text)"}]"#
      }
    let set = try Sample.read(file, format: format)
    #expect(set.sources.map { $0.utf8.count > 900_000 } == [true])
  }

  /// Parts of all formats, so that what is put together at random is often nearly right.
  private static let parts = [
    "{", "}", "[", "]", "\"", ":", ",", "\n", "- ", "  ", "a", "name", "content", "\"name\":", "\"text\":",
    "\"content\":\"", "{{", "}}", "{%",
    "%}", "#{", "if", "endif", "case", "|", "fallback:", ",fallback=", "<p>", "</p>", "<a href=\"", "&amp;",
    "<br>", "[[", "]]", "\\", "if ",
    "trigger: ", "replace: ", "matches:", "vars:", "'", "é", "\u{1B}", "\0", "#", "<!--", "title,text",
    "\r\n", "customer.given", " and ",
    "{\"macros\":[{\"title\":\"a\",\"actions\":[{\"field\":\"comment_value_html\",\"value\":\"", "\"}]}]}",
    "[{\"short_code\":\"a\",\"content\":\"", "\"}]", "{\"replies\":{\"a\":\"", "\"}}",
    "- name: x\n  content: '",
    "matches:\n  - trigger: x\n    replace: \"", "[{\"name\":\"a\",\"text\":\"",
    "[{\"name\":\"a\",\"body_text\":\"",
  ]

  @Test(arguments: ExchangeFormat.allCases, 0..<8)
  func whateverTheBytesAreEveryTextThatIsReadCanBeWritten(format: ExchangeFormat, seed: UInt64) throws {
    var random = SeededGenerator(seed)
    for _ in 0..<25 {
      let open: String =
        switch format {
        case .chatwoot: "[{\"short_code\":\"a\",\"content\":\""
        case .zendesk: "{\"macros\":[{\"title\":\"a\",\"actions\":[{\"field\":\"comment_value\",\"value\":\""
        case .zendeskContent: "{\"items\":[{\"name\":\"a\",\"variants\":[{\"locale_id\":8,\"content\":\""
        case .zammad: "- name: x\n  content: '"
        case .helpScout: "[{\"name\":\"a\",\"text\":\""
        case .intercom: "[{\"name\":\"a\",\"body_text\":\""
        case .espanso: "matches:\n  - trigger: x\n    form: \""
        case .csv: "title,text\n\"a\",\""
        case .jsonLines: "{\"replies\":{\"a\":\""
        }
      let close: String =
        switch format {
        case .chatwoot, .helpScout, .intercom: "\"}]"
        case .zendesk, .zendeskContent: "\"}]}]}"
        case .zammad: "'"
        case .espanso, .csv: "\""
        case .jsonLines: "\"}}"
        }
      let isWrapped = Bool.random(using: &random)
      let inner = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        Self.parts.randomElement(using: &random) ?? ""
      }
      .filter {
        !isWrapped
          || !($0.contains("\"") || $0.contains("\n") || $0.contains("\\") || $0.contains("\u{1B}")
            || $0.contains("\0") || $0.contains("'"))
      }
      .joined()
      let text = isWrapped ? open + inner + close : inner
      guard let set = try? Sample.read(text, format: format) else { continue }
      for variant in set.answers.flatMap({ $0.locales.values.flatMap(\.variants) }) {
        #expect(try TemplateBody(parsing: variant.source) == variant.body, "\(text)")
        #expect(!variant.body.pieces.isEmpty)
      }
      for answer in set.answers { #expect(AnswerID(checking: answer.id.path) != nil) }
      _ = TemplateExport.write(set.answers, format: format, locale: Sample.english, records: set.records)
    }
  }
}
