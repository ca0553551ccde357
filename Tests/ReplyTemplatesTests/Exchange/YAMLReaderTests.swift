import JSONText
import Testing

@testable import ReplyTemplates

@Suite struct YAMLReaderTests {
  private func json(_ text: String) throws -> String {
    var writer = JSONWriter()
    writer.value(try YAMLReader.node(Array(text.utf8)).json)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("", "null"), ("# nothing\n", "null"), ("---\n...\n", "null"), ("a", #""a""#), ("--- a", #""a""#),
    (
      "a: 1\nb: true\nc: ~\nd:\ne: 007\nf: 1.5\ng: -x\nh: no",
      #"{"a":1,"b":true,"c":null,"d":null,"e":"007","f":1.5,"g":"-x","h":"no"}"#
    ),
    ("- a\n- - b\n  - c\n-\n  d: e\n- f: g\n  h: i\n", #"["a",["b","c"],{"d":"e"},{"f":"g","h":"i"}]"#),
    ("a:\n- b\n- c\nd: e", #"{"a":["b","c"],"d":"e"}"#),
    ("a:\n    b\n    c\n\n    d\ne: f", #"{"a":"b c\nd","e":"f"}"#),
    ("a: b\n  c # not this\nd: e#f", #"{"a":"b c","d":"e#f"}"#),
    ("a: 'it''s # one'\n\"b c\" : \"x\\n\\u00e9\\x41\\\n  y\"", #"{"a":"it's # one","b c":"x\né"# + #"Ay"}"#),
    ("a: 'one\n  two\n\n  three'", #"{"a":"one two\nthree"}"#),
    (
      "a: |\n  x\n   y\n\n  z\nb: >-\n  one\n  two\n\n  three\n    kept\n  end\n",
      #"{"a":"x\n y\n\nz\n","b":"one two\nthree\n  kept\nend"}"#
    ),
    ("a: |-\n  x\n\n", #"{"a":"x"}"#), ("a: |+\n  x\n\n", #"{"a":"x\n\n"}"#),
    ("a: |2\n    x\n", #"{"a":"  x\n"}"#),
    ("a: |\nb: >\n\n", #"{"a":"","b":""}"#),
    ("a: [x, 'y, z', {b: c, d: }, [],\n  1] # end", #"{"a":["x","y, z",{"b":"c","d":null},[],1]}"#),
    ("{a: b}", #"{"a":"b"}"#), ("a: http://x.example/?a=b:c", #"{"a":"http://x.example/?a=b:c"}"#),
    ("\u{FEFF}a: b\r\nc: |\r\n  d\r\n  e\r\n", #"{"a":"b","c":"d\ne\n"}"#),
    ("a:\n  - b: c\n    d: e\n\n  # between\n  - f\n", #"{"a":[{"b":"c","d":"e"},"f"]}"#),
  ])
  func theFormsOfValuesAreRead(yaml: String, expected: String) throws {
    #expect(try json(yaml) == expected)
  }

  @Test(arguments: [
    ("a: &x b", 1, "an anchor (&) is not read"), ("a: *x", 1, "an alias (*) is not read"),
    ("a: !!str b", 1, "a tag (!) is not read"), ("%YAML 1.2\n---\na", 1, "directives are not read"),
    ("? a\n: b", 1, "a complex key (?) is not read"),
    ("a\n---\nb", 2, "a second document, or a line that belongs to nothing"),
    ("a:\n\tb: c", 2, "a tab stands where spaces must indent"),
    ("a: b: c", 1, "a colon within a text without quotes; put the text in quotes"),
    ("a: 1\na: 2", 2, "the key a stands here a second time"),
    ("a: \"x", 1, "a quote is opened here and never closed"),
    ("a: [b", 1, "a bracket is opened here and never closed"),
    ("a: [b c: d]", 1, "a colon that follows no key"),
    ("a: {b}", 1, "a key without a value in { }"), ("a: ]", 1, "] closes nothing"),
    ("a: [,]", 1, "a value is missing"),
    ("a: - b", 1, "a list must begin on a line of its own"),
    ("a: \"\\q\"", 1, "\\q means nothing in double quotes"),
    ("a: \"\\uD800\"", 1, "an escape that names no character"),
    ("a: | x", 1, "a text begins on the line below | or >, not beside it"),
    ("a: 'b' c", 1, "there is more on the line than a value"),
    ("- a\nb: c", 2, "a second document, or a line that belongs to nothing"),
    ("a:\n  b: 'c'\n    d: e", 3, "the line is indented further than the one it belongs to"),
    ("a: @x", 1, "a text that begins with @ is not read"),
  ])
  func whatIsNotReadIsToldWithItsLine(yaml: String, line: Int, problem: String) {
    #expect(throws: YAMLError(line: line, problem: problem)) { try YAMLReader.node(Array(yaml.utf8)) }
  }

  @Test func deepNestingIsAnErrorAndNoCrash() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: YAMLError(line: 1, problem: "nesting deeper than 64 levels is not read")) {
      try YAMLReader.node(Array(deep.utf8))
    }
    let lists = String(repeating: "- ", count: 10_000)
    #expect(throws: YAMLError.self) { try YAMLReader.node(Array(lists.utf8)) }
  }

  @Test func linesAreKnown() throws {
    let node = try YAMLReader.node(Array("# x\n\n- a\n- b: c\n".utf8))
    guard case .list(let nodes) = node.value else { return #expect(Bool(false)) }
    #expect(nodes.map(\.line) == [3, 4])
  }
}
