import JSONText
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Reads a string value, or gives the error's words.
  private func string(_ text: String, _ dialect: JSONDialect = .json) -> String {
    var reader = JSONReader(bytes(text), dialect: dialect)
    do {
      let result = try reader.string()
      try reader.finish()
      return result
    } catch {
      return error.description
    }
  }

  private func failure(_ text: String, _ dialect: JSONDialect = .json) -> String {
    do {
      _ = try JSONDocument(bytes(text), dialect: dialect)
      return "no error"
    } catch {
      return error.description
    }
  }

  @Test(
    "Strings are decoded with all escapes",
    arguments: [
      (#""""#, ""), (#""a b""#, "a b"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0041\u00e9\u20AC""#, "Aé€"), (#""\ud83d\ude00""#, "😀"), (#""привіт""#, "привіт"),
      (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"), (#""\ude00""#, "\u{FFFD}"),
      (#""\ud83d\u0041""#, "\u{FFFD}A"), (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
      (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\u0000""#, "\0"),
    ])
  func decodesStrings(text: String, expected: String) {
    #expect(string(text) == expected)
  }

  @Test("Ill-formed UTF-8 inside a string becomes U+FFFD")
  func repairsUTF8() throws {
    var reader = JSONReader([0x22, 0x61, 0xFF, 0xC3, 0x28, 0x22])
    #expect(try reader.string() == "a\u{FFFD}\u{FFFD}(")
  }

  @Test(
    "Errors name line, column, what was expected and what was found",
    arguments: [
      ("", "line 1, column 1: expected a value, found the end of the text"),
      ("[1,]", "line 1, column 4: expected a value, found \"]\""),
      ("[1 2]", "line 1, column 4: expected \",\" or \"]\", found \"2\""),
      ("{\n  \"a\": 1,\n  b: 2\n}", "line 3, column 3: expected a key in double quotes, found \"b\""),
      ("{\"a\" 1}", "line 1, column 6: expected \":\", found \"1\""),
      ("{\"a\":1", "line 1, column 7: expected \",\" or \"}\", found the end of the text"),
      ("{\"é\":x}", "line 1, column 6: expected a value, found \"x\""),
      ("\"abc", "line 1, column 1: expected a closing quote for this string, found the end of the text"),
      (
        "\"a\nb\"",
        "line 1, column 3: expected the closing quote of the string or an escape such as \\n, found the control character U+000A"
      ),
      ("\"\\x\"", "line 1, column 3: expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u, found \"x\""),
      ("\"\\u12G4\"", "line 1, column 4: expected four hexadecimal digits after \\u, found \"1\""),
      ("01", "line 1, column 1: expected no zero before other digits, found \"0\""),
      ("-", "line 1, column 2: expected a digit, found the end of the text"),
      ("1.", "line 1, column 3: expected a digit after the decimal point, found the end of the text"),
      ("1e+", "line 1, column 4: expected a digit in the exponent, found the end of the text"),
      ("1x", "line 1, column 2: expected the end of the number, found \"x\""),
      ("+1", "line 1, column 1: expected a value, found \"+\""),
      ("tru", "line 1, column 1: expected true or false, found \"t\""),
      ("truex", "line 1, column 1: expected true or false, found \"t\""),
      ("nul", "line 1, column 1: expected null, found \"n\""),
      ("1 1", "line 1, column 3: expected the end of the text, found \"1\""),
      ("// no", "line 1, column 1: expected a value, found \"/\""),
      ("'a'", "line 1, column 1: expected a value, found \"'\""),
    ])
  func namesErrors(text: String, expected: String) {
    #expect(failure(text) == expected)
  }

  @Test(
    "Numbers of any size are read",
    arguments: ["0", "-0", "12", "1.5e3", "123456789012345678901234567890", "1e999999"])
  func readsNumbers(text: String) throws {
    var reader = JSONReader(bytes(text))
    #expect(try reader.number().text == text)
  }

  @Test("Whole numbers are exact or nil")
  func wholeNumbers() {
    #expect(JSONNumber(text: "9223372036854775807").int == Int.max)
    #expect(JSONNumber(text: "9223372036854775808").int == nil)
    #expect(JSONNumber(text: "1e3").int == 1_000)
    #expect(JSONNumber(text: "1.5").int == nil)
    #expect(JSONNumber(text: "1e999").int == nil)
    #expect(JSONNumber(text: "1e999").double == .infinity)
  }

  @Test("Nesting up to 128 levels is read, beyond it is an error", arguments: [("[", "]"), ("{\"a\":", "}")])
  func limitsDepth(open: String, close: String) {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)
    }
    #expect(failure(nested(128)) == "no error")
    #expect(failure(nested(129)).contains("nesting of at most 128 levels"))
    #expect(failure(String(repeating: open, count: 100_000)).contains("nesting of at most 128 levels"))
  }

  @Test("A skipped value gives its bytes, and its grammar is checked")
  func skips() throws {
    let text = bytes(#"{"a": {"b":[1,"x\"]}",null]} , "c":true}"#)
    var reader = JSONReader(text)
    try reader.beginObject()
    #expect(try reader.nextKey() == "a")
    let range = try reader.skip()
    #expect(String(decoding: text[range], as: UTF8.self) == #"{"b":[1,"x\"]}",null]}"#)
    #expect(try reader.nextKey() == "c")
    #expect(try reader.bool())
    #expect(try reader.nextKey() == nil)
    try reader.finish()
  }

  @Test("A range is read as a text of its own")
  func readsRanges() throws {
    let text = bytes("xx\n[1,z]yy")
    var reader = JSONReader(text, range: 3..<8)
    do {
      try reader.skip()
      Issue.record("expected an error")
    } catch {
      #expect(error.position.line == 1)
      #expect(error.position.column == 4)
      #expect(error.position.offset == 3)
    }
    var outside = JSONReader(text, range: 8..<400)
    #expect(throws: JSONError.self) { try outside.skip() }
  }

  @Test("A byte order mark is skipped")
  func skipsByteOrderMark() throws {
    #expect(try JSONDocument([0xEF, 0xBB, 0xBF] + bytes("[]")).root == .array([]))
  }

  private static let samples: [(String, JSONDialect)] = [
    (#"{"a":[1,-2.5e+3,true,false,null,"x\u00e9\ud83d\ude00\n"],"b":{"c":{}},"é":"日本"}"#, .json),
    ("{a: 0xFF, 'b': [+1, .5, 2., Infinity, -NaN,], /* c */ $d: 'e\\\nf\\x41' // g\n }", .json5),
  ]

  @Test("No truncation and no changed byte makes it trap", arguments: samples)
  func survivesDamage(text: String, dialect: JSONDialect) {
    let whole = bytes(text)
    #expect(throws: Never.self) { try JSONDocument(whole, dialect: dialect) }
    var refused = 0
    for count in 0..<whole.count {
      do { _ = try JSONDocument(Array(whole[..<count]), dialect: dialect) } catch { refused += 1 }
    }
    #expect(refused == whole.count)
    var parsed = 0
    for index in whole.indices {
      for byte in [0x00, 0x22, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C, 0x2F, 0x2A, 0x65, 0x75, 0x80, 0xE2, 0xFF]
        as [UInt8]
      {
        var changed = whole
        changed[index] = byte
        if (try? JSONDocument(changed, dialect: dialect)) != nil { parsed += 1 }
      }
    }
    #expect(parsed > 0)
  }
}
