import Foundation
import JSONText
import TestSupport
import Testing

@Suite("sapa import", .serialized)
struct ImportCommandTests {
  private static let good = [
    #"{"id":"c-1","contact":{"id":"u-1"}}"#,
    #"{"id":"c-2","contact":{"id":"u-2","full":"Оксана"},"entries":[{"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"customer"},"audience":"customer","text":"Добрий день"}]}"#,
  ]

  @Test("good lines are new, again they are unchanged, changed ones update, and an id twice is refused")
  func again() throws {
    let home = try Home()
    let file = try home.write(Self.good.joined(separator: "\n") + "\n", to: "in.jsonl")
    let first = try home.run(["import", file])
    #expect(first.code == 0 && first.error.isEmpty)
    #expect(first.out == "\(file): 2 new, 0 updated, 0 unchanged, 0 refused\n")
    let second = try home.run(["import", file])
    #expect(second.code == 0)
    #expect(second.out == "\(file): 0 new, 0 updated, 2 unchanged, 0 refused\n")
    let changed = #"{"id":"c-1","status":"pending","contact":{"id":"u-1"}}"#
    let third = try home.run(["import", "-"], input: changed + "\n" + changed)
    #expect(third.code == 1)
    #expect(
      third.out == """
        -: refused line 2: id: expected an id that no other line has, found "c-1" again
        -: 0 new, 1 updated, 0 unchanged, 1 refused

        """)
    let fourth = try home.run(["import", "-"], input: changed)
    #expect(fourth.code == 0 && fourth.out == "-: 0 new, 0 updated, 1 unchanged, 0 refused\n")
  }

  private static func entry(_ fields: String) -> String {
    #"{"id":"c","contact":{"id":"u"},"entries":[{"id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"bot"},"audience":"customer","text":"x"},{\#(fields)}]}"#
  }
  private static let time = "expected an RFC 3339 time such as 2026-03-01T09:12:00Z"

  static let badLines: [(String, String)] = [
    ("{1}", "not JSON at column 2: expected a key in double quotes or \"}\", found \"1\""),
    ("[]", "expected an object, found an array"),
    ("{}", "id: expected a string, found nothing"),
    (#"{"id":"c"}"#, "contact: expected an object, found nothing"),
    (#"{"id":"","contact":{"id":"u"}}"#, #"id: expected a string that is not empty, found """#),
    (#"{"id":7,"contact":{"id":"u"}}"#, "id: expected a string, found a number"),
    (#"{"id":"c","contact":{}}"#, "contact.id: expected a string, found nothing"),
    (#"{"id":"c","contact":[]}"#, "contact: expected an object, found an array"),
    (
      #"{"id":"c","contact":{"id":"u"},"shape":"forum"}"#,
      #"shape: expected dialog, ticket or publicThread, found "forum""#
    ),
    (
      #"{"id":"c","contact":{"id":"u"},"snoozedUntil":"tomorrow"}"#,
      #"snoozedUntil: \#(time), found "tomorrow""#
    ),
    (#"{"id":"c","contact":{"id":"u"},"tags":["a",1]}"#, "tags[1]: expected a string, found a number"),
    (
      #"{"id":"c","contact":{"id":"u"},"assignee":{"name":"x"}}"#,
      "assignee.id: expected a string, found nothing"
    ),
    (#"{"id":"c","contact":{"id":"u","vip":"yes"}}"#, "contact.vip: expected true or false, found a string"),
    (#"{"id":"c","id":"d","contact":{"id":"u"}}"#, "id: expected this key once, found it twice"),
    (
      #"{"id":"c","contact":{"id":"u","fields":{"plan":{}}}}"#,
      "contact.fields.plan: expected a string, a number, true, false or an array of those, found an object"
    ),
    (#"{"id":"c","contact":{"id":"u"},"links":[{}]}"#, "links[0].id: expected a string, found nothing"),
    (
      entry(#""id":"f","at":"2026-03-01T09:12:00Z","author":{"kind":"bot"},"audience":"public","text":"x""#),
      #"entries[1].audience: expected customer, internal or world, found "public""#
    ),
    (
      entry(#""id":"e","at":"2026-03-01T09:12:00Z","author":{"kind":"bot"},"audience":"world","text":"x""#),
      #"entries[1].id: expected an id that no other entry has, found "e""#
    ),
    (
      entry(#""id":"f","at":"2026-02-30T09:12:00Z","author":{"kind":"bot"},"audience":"world","text":"x""#),
      #"entries[1].at: \#(time), found "2026-02-30T09:12:00Z""#
    ),
    (
      entry(#""id":"f","at":"2026-03-01T09:12:00Z","author":{"kind":"boss"},"audience":"world","text":"x""#),
      #"entries[1].author.kind: expected customer, agent, bot, system or stranger, found "boss""#
    ),
    (
      entry(#""id":"f","at":"2026-03-01T09:12:00Z","author":{"kind":"bot"},"audience":"world""#),
      "entries[1].text: expected a string, found nothing"
    ),
    (
      #"{"id":"c","contact":{"id":"u"}} x"#,
      #"not JSON at column 33: expected the end of the text, found "x""#
    ),
  ]

  @Test(
    "a bad line is refused with its number, field, what was expected and found; the rest goes in",
    arguments: badLines)
  func badLine(line: String, complaint: String) throws {
    let home = try Home()
    let input = Self.good[0] + "\n\n" + line + "\n" + Self.good[1] + "\n"
    let result = try home.run(["import", "-"], input: input)
    #expect(result.code == 1)
    #expect(result.out == "-: refused line 3: \(complaint)\n-: 2 new, 0 updated, 0 unchanged, 1 refused\n")
    #expect(try home.run(["export"]).out == Self.good.joined(separator: "\n") + "\n")
  }

  @Test("the report as JSON holds line, field and complaint")
  func json() throws {
    let home = try Home()
    let result = try home.run(["import", "--json", "-"], input: Self.good[0] + "\n{}\n{1\n")
    #expect(result.code == 1)
    #expect(
      result.out == #"{"file":"-","new":1,"updated":0,"unchanged":0,"refused":2,"masked":0,"refusals":["#
        + #"{"line":2,"field":"id","complaint":"expected a string, found nothing"},"#
        + #"{"line":3,"complaint":"not JSON at column 2: expected a key in double quotes or \"}\", found \"1\""}],"warnings":[]}"#
        + "\n")
  }

  @Test("ill-formed UTF-8 is repaired with a note, a byte order mark and CRLF are no matter")
  func repaired() throws {
    let home = try Home()
    let file = home.url.appending(path: "in.jsonl")
    var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]
    bytes += Array((Self.good[0] + "\r\n" + #"{"id":"c-3","contact":{"id":"u","full":""#).utf8)
    bytes += [0xC0, 0x80, 0xED, 0xA0, 0x80, 0xFF] + Array("\"}}\r\n".utf8)
    try Data(bytes).write(to: file)
    let result = try home.run(["import", file.path])
    #expect(result.code == 0)
    #expect(
      result.out
        == "\(file.path): note on line 2: ill-formed UTF-8 was replaced by U+FFFD\n\(file.path): 2 new, 0 updated, 0 unchanged, 0 refused\n"
    )
    let exported = try home.run(["export"]).out
    #expect(exported.hasPrefix(Self.good[0] + "\n"))
    #expect(exported.contains("\u{FFFD}"))
  }

  @Test("of many refusals a hundred are listed and the rest is counted")
  func many() throws {
    let home = try Home()
    let result = try home.run(["import", "-"], input: String(repeating: "{}\n", count: 150))
    let lines = result.out.split(separator: "\n")
    #expect(result.code == 1 && lines.count == 102)
    #expect(
      lines.suffix(2) == ["… and 50 more lines refused", "-: 0 new, 0 updated, 0 unchanged, 150 refused"])
  }

  @Test("a missing file and a folder are told, the other files go in, and the exit code is 1")
  func missing() throws {
    let home = try Home()
    let file = try home.write(Self.good[0] + "\n", to: "in.jsonl")
    let result = try home.run(["import", "/nonexistent", file, "/"])
    #expect(result.code == 1)
    #expect(result.out == "\(file): 1 new, 0 updated, 0 unchanged, 0 refused\n")
    #expect(
      result.error
        == "sapa: /nonexistent cannot be read: No such file or directory.\nsapa: read /: Is a directory\n")
  }

  @Test("an empty file takes nothing and is no error")
  func empty() throws {
    let home = try Home()
    for input in ["", "\n\n", "  \r\n"] {
      let result = try home.run(["import", "-"], input: input)
      #expect(result.code == 0 && result.out == "-: 0 new, 0 updated, 0 unchanged, 0 refused\n")
    }
  }

  @Test(
    "a folder with other files, a newer desk and a broken one are left alone",
    arguments: [
      ("notes.txt", "hello", "is not a desk: it holds notes.txt and no desk.json; choose an empty folder"),
      ("desk.json", #"{"format":99}"#, "has format 99, this program knows up to"),
      ("desk.json", "{", "desk.json cannot be understood: "),
    ])
  func foreign(name: String, content: String, sentence: String) throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      at: home.url.appending(path: "d"), withIntermediateDirectories: true)
    _ = try home.write(content, to: "d/" + name)
    for arguments in [["import", "-"], ["export"], ["--script", "-"]] {
      let result = try home.run(arguments + ["--desk", home.url.path + "/d"], input: "")
      #expect(result.code == 1 && result.error.contains(sentence), "\(result.error)")
    }
    #expect(try String(contentsOf: home.url.appending(path: "d/" + name), encoding: .utf8) == content)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.url.path + "/d") == [name])
  }
}
