import AdapterProtocol
import Testing

@Suite("What a backend said")
struct RawJSONTests {
  @Test(
    "It is kept as it is, but for white space outside of strings",
    arguments: [
      (#" { "a" : [ 1.50 , "x \" y" ] } "#, #"{"a":[1.50,"x \" y"]}"#), ("1e400", "1e400"), ("null", "null"),
      (#"{"a":1,"a":2}"#, #"{"a":1,"a":2}"#), ("[\n]", "[]"),
      (
        "\"\u{7F}\u{80}\u{9F}\u{A0}é\u{2027}\u{2028}\u{2029}\u{202A}\"",
        "\"\\u007f\\u0080\\u009f\u{A0}é\u{2027}\\u2028\\u2029\u{202A}\""
      ),
    ])
  func kept(_ text: String, _ expected: String) throws {
    #expect(try RawJSON(Array(text.utf8)).bytes == Array(expected.utf8))
  }

  @Test("What is no JSON, no UTF-8, or nested too deep is refused", arguments: ["", "{", "1 2", "nul"])
  func refused(_ text: String) {
    #expect(throws: ProtocolError.self) { try RawJSON(Array(text.utf8)) }
    #expect(throws: ProtocolError.encoding) { try RawJSON([0x22, 0xFF, 0x22]) }
  }

  @Test("Brackets count where they nest, not in strings")
  func depth() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: Never.self) { try RawJSON(nested(64)) }
    #expect(throws: ProtocolError.self) { try RawJSON(nested(65)) }
    #expect(throws: Never.self) { try RawJSON(Array(#"["\#(String(repeating: "[\\\"", count: 99))"]"#.utf8)) }
  }

  @Test("Only an object is one")
  func objects() throws {
    #expect(RawJSON.emptyObject.isObject)
    #expect(try !RawJSON(Array("[{}]".utf8)).isObject)
  }
}
