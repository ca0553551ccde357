import JSONText
import Testing

@Suite("The validator of the tests")
struct SchemaValidatorTests {
  @Test(
    "Each keyword holds for one value and refuses another",
    arguments: [
      (#"{"type":"string"}"#, #""a""#, "1"), (#"{"type":"integer"}"#, "2.0", "2.5"),
      (#"{"type":"boolean"}"#, "true", #""true""#), (#"{"type":["string","null"]}"#, "null", "[]"),
      (#"{"type":"object"}"#, "{}", "[]"), (#"{"const":1}"#, "1.0", "2"),
      (#"{"enum":["a","b"]}"#, #""b""#, #""c""#),
      (#"{"not":{"type":"null"}}"#, "1", "null"), (#"{"anyOf":[{"const":1},{"const":2}]}"#, "2", "3"),
      (#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, "2", "3"), (#"{"minimum":-1}"#, "-1", "-2"),
      (#"{"required":["a"]}"#, #"{"a":1}"#, #"{"b":1}"#),
      (#"{"properties":{"a":{"type":"string"}}}"#, #"{"a":"","b":1}"#, #"{"a":1}"#),
      (#"{"properties":{"a":false}}"#, "{}", #"{"a":1}"#),
      (
        #"{"properties":{"a":true},"additionalProperties":{"type":"string"}}"#, #"{"a":1,"b":""}"#,
        #"{"b":1}"#
      ), (#"{"dependentRequired":{"a":["b"]}}"#, #"{"b":1}"#, #"{"a":1}"#),
      (#"{"items":{"type":"string"}}"#, #"["a"]"#, #"["a",1]"#), (#"{"minItems":1}"#, "[1]", "[]"),
      (#"{"maxItems":1}"#, "[1]", "[1,2]"), (#"{"contains":{"const":1}}"#, "[2,1]", "[2]"),
      (#"{"minLength":1}"#, #""é""#, #""""#), (#"{"maxLength":1}"#, #""é""#, #""ab""#),
      (#"{"pattern":"^a+$"}"#, #""aa""#, #""ab""#),
      (##"{"$defs":{"x":{"const":1}},"$ref":"#/$defs/x"}"##, "1", "2"),
    ])
  func keywords(_ schema: String, _ good: String, _ bad: String) throws {
    let validator = try SchemaValidator(Array(schema.utf8))
    #expect(try validator.problems(in: Array(good.utf8)).isEmpty)
    #expect(try !validator.problems(in: Array(bad.utf8)).isEmpty)
  }

  @Test("A keyword that is not known, and a reference that leads nowhere, are told")
  func unknown() throws {
    for schema in [#"{"oneOf":[true]}"#, ##"{"$ref":"#/$defs/none"}"##] {
      #expect(try !SchemaValidator(Array(schema.utf8)).problems(in: Array("1".utf8)).isEmpty)
    }
  }
}
