import JSONText
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "Control characters and line separators are escaped, nothing else is",
    arguments: [
      ("a/<b>&'", #""a/<b>&'""#), ("\"\\", #""\"\\""#), ("\u{8}\u{C}\n\r\t", #""\b\f\n\r\t""#),
      ("\0\u{1F}\u{7F}", #""\u0000\u001f\u007f""#),
      ("\u{80}\u{9B}\u{9F}\u{A0}", "\"\\u0080\\u009b\\u009f\u{A0}\""),
      ("\u{2027}\u{2028}\u{2029}\u{202A}", "\"\u{2027}\\u2028\\u2029\u{202A}\""), ("日本 😀", "\"日本 😀\""),
    ])
  func escapes(text: String, expected: String) {
    #expect(written { $0.string(text) } == expected)
  }

  @Test("Commas stand where they must")
  func separates() {
    let text = written { writer in
      writer.beginObject()
      writer.member("a", "x")
      writer.member("skipped", ifPresent: nil)
      writer.key("b")
      writer.beginArray()
      writer.int(1)
      writer.double(0.5)
      writer.double(.nan)
      writer.bool(false)
      writer.null()
      writer.beginArray()
      writer.endArray()
      writer.beginObject()
      writer.endObject()
      writer.raw("[7]".utf8)
      writer.endArray()
      writer.key("c")
      writer.beginObject()
      writer.endObject()
      writer.endObject()
    }
    #expect(text == #"{"a":"x","b":[1,0.5,null,false,null,[],{},[7]],"c":{}}"#)
  }

  @Test("What is written is read back the same")
  func roundTrip() throws {
    let text = #"{"a":[1,-2.50,1e40,"\u0000é😀\u2028"],"b":{"":null,"c":[true,false,{}]}}"#
    var writer = JSONWriter()
    writer.value(try JSONDocument(Array(text.utf8)).root)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == text)
  }

  @Test("Every scalar below U+3000 survives a round trip")
  func roundTripOfScalars() throws {
    var all = ""
    for value in 0..<UInt32(0x3000) {
      if let scalar = Unicode.Scalar(value) { all.unicodeScalars.append(scalar) }
    }
    var writer = JSONWriter()
    writer.string(all)
    var reader = JSONReader(writer.bytes)
    #expect(try reader.string() == all)
  }

  @Test("A writer goes on behind bytes already there")
  func appends() {
    var writer = JSONWriter(appendingTo: [0x23])
    writer.bool(true)
    #expect(writer.bytes == Array("#true".utf8))
  }
}
