import JSONText
import Testing

@Suite("JSON tree")
struct JSONValueTests {
  @Test("Objects keep their order; a key that stands twice is reported and the last value counts")
  func keepsOrderAndReportsDuplicates() throws {
    let document = try JSONDocument(Array("{\"b\":1,\"a\":2,\n\"b\":{\"c\":1,\"c\":2}}".utf8))
    #expect(document.root.members?.map { $0.key } == ["b", "a"])
    #expect(document.root["b"]?["c"]?.int == 2)
    #expect(document.duplicates.map { $0.key } == ["c", "b"])
    #expect(document.duplicates.last?.position.line == 2)
  }

  @Test("Each accessor answers its own kind only")
  func accessors() {
    let all: [JSONValue] = [
      .null, .bool(true), .number(JSONNumber(1)), .string("s"), .array([]), .object([]),
    ]
    #expect(all.compactMap { $0.bool }.count == 1)
    #expect(all.compactMap { $0.int }.count == 1)
    #expect(all.compactMap { $0.double }.count == 1)
    #expect(all.compactMap { $0.string }.count == 1)
    #expect(all.compactMap { $0.array }.count == 1)
    #expect(all.compactMap { $0.members }.count == 1)
    #expect(all.map { $0.kind.rawValue } == ["null", "bool", "number", "string", "array", "object"])
    #expect(JSONValue.string("x")["key"] == nil)
  }
}
