import JSONText
import Testing

@Suite("JSON5")
struct JSON5Tests {
  private func read(_ text: String) throws(JSONError) -> JSONValue {
    try JSONDocument(Array(text.utf8), dialect: .json5).root
  }

  @Test("A configuration with everything that JSON5 allows is read")
  func readsConfiguration() throws {
    let value = try read(
      """
      // desks
      {
        desks: [ { name: 'main', path: "/x" }, ],  /* block
        comment */
        $hold_1: +10, 'quoted': .5, "double": 2.,
        hex: 0xFf, negative: -0x10, big: 1e3, none: null, on: true,
        text: 'it\\'s \\x41 \\u00e9 \\
      joined', ключ: 1,
      }
      """)
    #expect(value["desks"]?.array?.first?["name"]?.string == "main")
    #expect(value["$hold_1"]?.int == 10)
    #expect(value["quoted"]?.double == 0.5)
    #expect(value["double"]?.int == 2)
    #expect(value["hex"]?.int == 255)
    #expect(value["negative"]?.int == -16)
    #expect(value["big"]?.int == 1_000)
    #expect(value["none"] == .null)
    #expect(value["on"]?.bool == true)
    #expect(value["text"]?.string == "it's A é joined")
    #expect(value["ключ"]?.int == 1)
  }

  @Test(
    "Special numbers are read",
    arguments: [("Infinity", Double.infinity), ("-Infinity", -.infinity), ("+Infinity", .infinity)])
  func readsInfinity(text: String, expected: Double) throws {
    #expect(try read(text).double == expected)
  }

  @Test("Not a number is read")
  func readsNaN() throws {
    #expect(try read("NaN").double?.isNaN == true)
  }

  @Test("White space beyond ASCII separates")
  func skipsWideBlanks() throws {
    #expect(
      try read("\u{FEFF}[\u{A0}1,\u{2028}2\u{3000},{k\u{A0}:true\u{3000}}]\u{2003}").array?[2]["k"]
        == .bool(true))
  }

  @Test(
    "Errors have line and column",
    arguments: [
      ("{\n a: 1\n b: 2\n}", "line 3, column 2: expected \",\" or \"}\", found \"b\""),
      ("{a: /* x", "line 1, column 5: expected \"*/\" after this \"/*\", found the end of the text"),
      ("{1a: 2}", "line 1, column 2: expected a key or \"}\", found \"1\""),
      ("[,]", "line 1, column 2: expected a value, found \",\""),
      ("[1,,]", "line 1, column 4: expected a value, found \",\""),
      ("0x", "line 1, column 2: expected the end of the number, found \"x\""),
      (".", "line 1, column 2: expected a digit after the decimal point, found the end of the text"),
      ("'\\1'", "line 1, column 3: expected an escape other than a digit, found \"1\""),
      ("{a: 1} /", "line 1, column 8: expected a value or a comment, found \"/\""),
      ("{a: yes}", "line 1, column 5: expected a value, found \"y\""),
    ])
  func namesErrors(text: String, expected: String) {
    do {
      _ = try read(text)
      Issue.record("expected an error for \(text)")
    } catch {
      #expect(error.description == expected)
    }
  }
}
