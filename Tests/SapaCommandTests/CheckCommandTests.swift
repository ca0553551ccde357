import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sapa check", .serialized)
struct CheckCommandTests {
  private static func said(
    _ number: Int, _ kind: String, _ audience: String = "customer", _ more: String = ""
  ) -> String {
    #"{"id":"e-\#(number)","at":"2026-03-01T09:0\#(number):00Z","author":{"kind":"\#(kind)","id":"x-\#(number)","name":"Olena"},"audience":"\#(audience)","text":"x"\#(more)}"#
  }

  /// A draft for each rule, with severity, start and end in UTF-8 bytes.
  static let rules: [(String, String, String, Int, Int)] = [
    (#"{"text":"  "}"#, "text.empty", "error", 0, 2),
    (#"{"text":"Доброго дня {{name}}!"}"#, "placeholder.unfilled", "error", 22, 30),
    (#"{"text":"Сума %amount% грн"}"#, "placeholder.unfilled", "warn", 9, 17),
    (#"{"text":"Ось:\nHello , that is it"}"#, "placeholder.address", "warn", 8, 15),
    (#"{"text":"日本\u200b語"}"#, "text.invisible", "warn", 6, 9),
    (#"{"text":"a\u202eb"}"#, "text.invisible", "warn", 1, 4),
    (
      #"{"text":"Так","basedOn":"e-1","thread":[\#(said(1, "customer")),\#(said(2, "customer"))]}"#,
      "thread.movedOn", "warn", 0, 0
    ),
    (
      #"{"text":"Так","basedOn":"e-1","thread":[\#(said(1, "customer")),\#(said(2, "agent"))]}"#,
      "thread.answered", "warn", 0, 0
    ),
    (
      #"{"text":"Так","basedOn":"e-1","thread":[\#(said(1, "customer")),\#(said(2, "agent", "internal", #","kind":"note""#))]}"#,
      "thread.noted", "hint", 0, 0
    ),
    (#"{"text":"Є.\nКолеги, гляньте"}"#, "audience.mismatch", "hint", 4, 17),
  ]

  @Test("each rule fires once, with its weight and its place in UTF-8 bytes", arguments: rules)
  func rule(line: String, rule: String, severity: String, start: Int, end: Int) throws {
    let home = try Home()
    let result = try home.run(["check", "--json"], input: line + "\n")
    #expect(result.code == 1 && result.error.isEmpty)
    let root = try JSONDocument(Array(result.out.utf8)).root
    let findings = root["findings"]?.array ?? []
    #expect(findings.count == 1, "\(result.out)")
    let finding = findings.first
    #expect(finding?["rule"]?.string == rule && finding?["severity"]?.string == severity, "\(result.out)")
    #expect(finding?["start"]?.int == start && finding?["end"]?.int == end, "\(result.out)")
    #expect(finding?["message"]?.string?.isEmpty == false)
    // As text: one line with the same facts.
    let text = try home.run(["check"], input: line + "\n")
    #expect(text.code == 1)
    #expect(text.out.hasPrefix("1: \(severity) \(rule) at \(start): "), "\(text.out)")
    #expect(text.out.split(separator: "\n").count == 1)
  }

  @Test("clean drafts are silent as text, and told with an empty list as JSON")
  func clean() throws {
    let home = try Home()
    let input =
      #"{"id":"d-1","text":"Доброго дня, Олено! Гроші вже у вас."}"# + "\n\n"
      + #"{"text":"Fine.","unknown":[{}]}"#
    let text = try home.run(["check"], input: input)
    #expect(text.code == 0 && text.out.isEmpty && text.error.isEmpty)
    let json = try home.run(["check", "--json", "-"], input: input)
    #expect(json.code == 0)
    #expect(json.out == "{\"id\":\"d-1\",\"findings\":[]}\n{\"findings\":[]}\n")
  }

  @Test("findings come errors first, under the draft's id")
  func order() throws {
    let home = try Home()
    let result = try home.run(
      ["check"], input: #"{"id":"d-7","text":"Hello , {{name}} a\u200bb\nteam: look"}"#)
    let rules = result.out.split(separator: "\n").map {
      $0.split(separator: " ").prefix(3).joined(separator: " ")
    }
    #expect(
      rules == [
        "d-7: error placeholder.unfilled", "d-7: warn placeholder.address", "d-7: warn text.invisible",
        "d-7: hint audience.mismatch",
      ])
  }

  @Test(
    "a bad line is told with its number and field, and the others are judged",
    arguments: [
      ("{}", "text: expected a string, found nothing"),
      (#"{"text":1}"#, "text: expected a string, found a number"),
      (#"{"text":"x","audience":"all"}"#, "audience: expected one of customer, internal, world, found “all”"),
      (#"{"text":"x","thread":[{}]}"#, "id: expected a string, found nothing"),
      (#"{"text":"x","contact":[]}"#, "expected an object, found an array"),
      ("nonsense", "not JSON at column 1: expected"),
      (#"{"text":"x"} y"#, "not JSON at column 14: expected the end of the text"),
    ])
  func badLine(line: String, complaint: String) throws {
    let home = try Home()
    let result = try home.run(
      ["check", "--json"],
      input: #"{"id":"a","text":"Fine."}"# + "\n" + line + "\n" + #"{"id":"b","text":""}"# + "\n")
    #expect(result.code == 1)
    #expect(result.error.hasPrefix("sapa: -, line 2: "))
    #expect(result.error.contains(complaint), "\(result.error)")
    #expect(result.out.split(separator: "\n").count == 2)
    #expect(result.out.contains(#""id":"b""#))
  }

  @Test("files are judged in order, a missing one is told, and the exit code is 1")
  func files() throws {
    let home = try Home()
    let first = try home.write(#"{"id":"a","text":"Fine."}"#, to: "a.jsonl")
    let second = try home.write(#"{"id":"b","text":"Good."}"# + "\n", to: "b.jsonl")
    let both = try home.run(["check", "--json", first, second])
    #expect(both.code == 0 && both.out == "{\"id\":\"a\",\"findings\":[]}\n{\"id\":\"b\",\"findings\":[]}\n")
    let missing = try home.run(["check", first, "/nonexistent", second])
    #expect(missing.code == 1)
    #expect(missing.error == "sapa: /nonexistent cannot be read: No such file or directory.\n")
    #expect(try home.run(["check"], input: "").code == 0)
  }

  @Test("a check touches no desk")
  func noDesk() throws {
    let home = try Home()
    _ = try home.run(["check"], input: #"{"text":"Fine."}"#)
    #expect(!FileManager.default.fileExists(atPath: home.desk.path))
  }
}
