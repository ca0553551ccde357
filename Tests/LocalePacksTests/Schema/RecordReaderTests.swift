import JSONText
import Testing

@testable import LocalePacks

@Suite("Reading the fields of a record")
struct RecordReaderTests {
  private enum Colour: String, CaseIterable {
    case red, blue
  }

  private static func reader(_ text: String) throws -> RecordReader {
    RecordReader(try JSONDocument(Array(text.utf8), dialect: .json5).root, at: FieldPath().key("top"))
  }

  private static func notes(_ reader: RecordReader) -> [String] {
    reader.notes.map { "\($0.path): \($0.message)" }
  }

  @Test(
    "takes a text, and notes any other value",
    arguments: [
      ("{a: \"x\"}", "x", []), ("{}", nil, []), ("{a: null}", nil, []),
      ("{a: \"\"}", nil, ["top.a: must not be empty"]),
      ("{a: 5}", nil, ["top.a: must be a text, not a number"]),
      ("{a: []}", nil, ["top.a: must be a text, not an array"]),
    ] as [(String, String?, [String])])
  func string(_ text: String, _ value: String?, _ notes: [String]) throws {
    var reader = try Self.reader(text)
    #expect(reader.string("a") == value)
    #expect(Self.notes(reader) == notes)
    #expect(reader.isFine == notes.isEmpty)
  }

  @Test("takes an empty text where one may stand, and notes a missing one where none may")
  func emptyAndRequired() throws {
    var reader = try Self.reader("{a: \"\", b: 5}")
    #expect(reader.text("a") == "")
    #expect(reader.text("b") == nil)
    #expect(reader.text("c") == nil)
    #expect(reader.required("a") == "")
    #expect(reader.required("d") == "")
    #expect(
      Self.notes(reader) == [
        "top.b: must be a text, not a number", "top.a: must not be empty", "top.d: is missing",
      ])
  }

  @Test(
    "takes one text for a list of one, and leaves out what is no text",
    arguments: [
      ("{a: \"x\"}", ["x"], []), ("{a: [\"x\", \"y\"]}", ["x", "y"], []), ("{}", [], []), ("{a: []}", [], []),
      (
        "{a: [\"x\", 5, \"\"]}", ["x"],
        [
          "top.a[1]: must be a text that is not empty", "top.a[2]: must be a text that is not empty",
        ]
      ),
      ("{a: {}}", [], ["top.a: must be a text or a list of texts, not an object"]),
    ])
  func strings(_ text: String, _ values: [String], _ notes: [String]) throws {
    var reader = try Self.reader(text)
    #expect(reader.strings("a") == values)
    #expect(Self.notes(reader) == notes)
  }

  @Test(
    "takes whole numbers of a range only",
    arguments: [
      ("{a: 1}", 1), ("{a: 9}", 9), ("{a: 0}", nil), ("{a: 10}", nil), ("{a: 1.5}", nil), ("{a: \"1\"}", nil),
      ("{a: 1e400}", nil),
    ] as [(String, Int?)])
  func int(_ text: String, _ value: Int?) throws {
    var reader = try Self.reader(text)
    #expect(reader.int("a", in: 1...9) == value)
    #expect(Self.notes(reader) == (value == nil ? ["top.a: must be a whole number from 1 to 9"] : []))
  }

  @Test("takes true and false, and no words for them")
  func bool() throws {
    var reader = try Self.reader("{a: true, b: false, c: \"true\", d: 1}")
    #expect(["a", "b", "c", "d", "e"].map { reader.bool($0) } == [true, false, nil, nil, nil])
    #expect(
      Self.notes(reader) == [
        "top.c: must be true or false, not a string", "top.d: must be true or false, not a number",
      ])
  }

  @Test("takes the names of an enum, one or several, and says which there are")
  func choices() throws {
    var reader = try Self.reader(
      "{a: \"red\", b: \"green\", c: [\"red\", \"green\", \"blue\"], d: \"blue\", e: 5}")
    #expect(reader.choice("a", Colour.self) == .red)
    #expect(reader.choice("b", Colour.self) == nil)
    #expect(reader.choice("none", Colour.self) == nil)
    #expect(reader.choice("e", Colour.self) == nil)
    #expect(reader.choices("c", Colour.self) == [.red, .blue])
    #expect(reader.choices("d", Colour.self) == [.blue])
    #expect(reader.choices("none", Colour.self) == nil)
    #expect(
      Self.notes(reader) == [
        "top.b: must be one of red, blue", "top.e: must be one of red, blue",
        "top.c: “green” must be one of red, blue",
      ])
  }

  @Test("takes an object of texts in its order")
  func texts() throws {
    var reader = try Self.reader("{a: {y: \"1\", x: \"2\", z: 3}, b: []}")
    #expect(reader.texts("a").map { $0.key + $0.text } == ["y1", "x2"])
    #expect(reader.texts("b").isEmpty)
    #expect(
      Self.notes(reader) == ["top.a.z: must be a text", "top.b: must be an object of texts, not an array"])
  }

  @Test("leaves out records with anything wrong in them, and keeps the others")
  func records() throws {
    var reader = try Self.reader("{a: [{n: \"x\"}, {n: 5}, {n: \"y\", m: 1}, 7, \"z\"], b: {}}")
    #expect(reader.records("a", whereTexts: "n") { $0.string("n") } == ["x", "z"])
    #expect(reader.records("b") { $0.string("n") } == [])
    #expect(
      Self.notes(reader) == [
        "top.a[1].n: must be a text, not a number", "top.a[2].m: is not a field here; known are n",
        "top.a[3]: must be an object, not a number", "top.b: must be a list, not an object",
      ])
  }

  @Test("takes no bare text for a record where none may stand")
  func bareText() throws {
    var reader = try Self.reader("{a: [\"z\"]}")
    #expect(reader.records("a") { $0.string("n") } == [])
    #expect(Self.notes(reader) == ["top.a[0]: must be an object, not a string"])
  }

  @Test("reads objects inside, and the members of one by their keys")
  func objects() throws {
    var reader = try Self.reader("{a: {n: \"x\", o: 1}, b: {K: {n: \"y\"}, L: 5}, c: \"no\"}")
    #expect(reader.object("a") { $0.string("n") } == "x")
    #expect(reader.object("none") { $0.string("n") } == nil)
    #expect(reader.keyed("b") { "\($0) \($1.string("n") ?? "-")" } == ["K y", "L -"])
    #expect(reader.keyed("c") { key, _ in key } == [])
    #expect(
      Self.notes(reader) == [
        "top.a.o: is not a field here; known are n", "top.b.L: must be an object, not a number",
        "top.c: must be an object, not a string",
      ])
  }

  @Test("in the end notes the fields that nobody asked for, and what is no object at all")
  func finish() throws {
    var reader = try Self.reader("{a: 1, b: null, c: 2}")
    _ = reader.int("c", in: 1...9)
    _ = reader.choices("z", Colour.self)
    reader.finish()
    #expect(
      Self.notes(reader) == [
        "top.a: is not a field here; known are c, z", "top.b: is not a field here; known are c, z",
      ])
    #expect(Self.notes(try Self.reader("[]")) == ["top: must be an object, not an array"])
  }

  @Test("knows a field with null as absent")
  func has() throws {
    let reader = try Self.reader("{a: null, b: \"x\", c: 1}")
    #expect(["a", "b", "c", "d"].map(reader.has) == [false, true, true, false])
    #expect(["a", "b", "c", "d"].map(reader.isText) == [false, true, false, false])
  }

  @Test(
    "reads a time of day as minutes since midnight",
    arguments: [
      ("00:00", 0), ("07:30", 450), ("23:59", 1_439), ("24:00", 0), ("24:01", nil), ("7:30", nil),
      ("07:60", nil),
      ("07.30", nil), ("+7:30", nil), ("07:30:00", nil), ("", nil), ("-1:00", nil), ("07:-1", nil),
      ("07:+1", nil),
    ] as [(String, Int?)])
  func time(_ text: String, _ minutes: Int?) throws {
    var reader = try Self.reader("{a: \"\(text)\"}")
    #expect(reader.time("a") == minutes)
    #expect(reader.isFine == (minutes != nil))
  }
}
