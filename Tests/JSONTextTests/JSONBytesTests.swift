import JSONText
import Testing

@Suite("JSON bytes")
struct JSONBytesTests {
  @Test("White space outside strings goes, inside it stays")
  func minifies() throws {
    let text = "{\n  \"a b\" : [ 1 ,\t\"c \\\" d\" ],\r\n \"e\\\\\" : { } }\n"
    #expect(
      String(decoding: try JSONBytes.minified(Array(text.utf8)), as: UTF8.self)
        == #"{"a b":[1,"c \" d"],"e\\":{}}"#)
  }

  @Test("Two values are not minified")
  func refusesTwoValues() {
    #expect(throws: JSONError.self) { try JSONBytes.minified(Array("{} {}".utf8)) }
  }

  @Test(
    "Ill-formed UTF-8 is found and repaired",
    arguments: [
      ([0x61, 0xC3, 0xA9], true, "aé"), ([0x61, 0xC3], false, "a\u{FFFD}"),
      ([0xED, 0xA0, 0x80], false, "\u{FFFD}\u{FFFD}\u{FFFD}"),
      ([0xC0, 0xAF], false, "\u{FFFD}\u{FFFD}"), ([0xF5, 0x61], false, "\u{FFFD}a"), ([], true, ""),
    ] as [([UInt8], Bool, String)])
  func repairs(bytes: [UInt8], isValid: Bool, repaired: String) {
    #expect(JSONBytes.isValidUTF8(bytes, range: 0..<bytes.count) == isValid)
    #expect(String(decoding: JSONBytes.repairedUTF8(bytes[...]), as: UTF8.self) == repaired)
  }
}
