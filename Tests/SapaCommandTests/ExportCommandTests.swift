import Foundation
import TestSupport
import Testing

@Suite("sapa export", .serialized)
struct ExportCommandTests {
  /// Lines as odd as JSON allows: spaces, escapes, unknown keys, numbers that no Double holds.
  private static let lines = [
    #"{"id":"a","contact":{"id":"u"}}"#,
    #"  { "contact" : { "id":"u" , "x":[1e400, -0.0, 12345678901234567890123] }, "id":"b" ,"unknown":{"\u0041":null} }  "#,
    #"{"id":"c","contact":{"id":"u","full":"\u041e\ud83d\ude00"},"entries":[{"text":"\/\u0000","audience":"world","author":{"kind":"stranger"},"at":"2026-03-01T09:12:00.123+02:00","id":"e","extra":1}]}"#,
    #"{"id":"d","contact":{"id":"u","full":"漢字 ไทย עברית"},"tags":["x","x"],"status":"weird"}"#,
  ]

  @Test("what was imported and not changed is exported byte for byte")
  func roundTrip() throws {
    let home = try Home()
    let text = Self.lines.joined(separator: "\n") + "\n"
    #expect(try home.run(["import", "-"], input: text).code == 0)
    let result = try home.run(["export"])
    #expect(result.code == 0 && result.error.isEmpty)
    #expect(result.out == text)
    // And once more round.
    #expect(try home.run(["import", "-", "--desk", home.url.path + "/second"], input: result.out).code == 0)
    #expect(try home.run(["export", "--desk", home.url.path + "/second"]).out == text)
  }

  @Test("what was changed keeps all other bytes")
  func changed() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    #expect(try home.run(["import", "-"], input: Self.lines[1] + "\n" + Self.lines[0]).code == 0)
    let script =
      "command viewAll\ncommand openConversation\ncommand resolve\ntype Hello.\nkey Enter\nwait 1s\nframe\n"
    #expect(try home.run(["--desk", home.desk.path, "--script", "-"], input: script).code == 0)
    let lines = try home.run(["export"]).out.split(separator: "\n").map(String.init)
    #expect(lines.count == 2)
    let changed = lines.filter { $0.contains("Hello.") }
    #expect(changed.count == 1)
    #expect(changed.first?.contains("\"status\":\"resolved\"") == true)
    let original = changed.first?.contains("unknown") == true ? Self.lines[1] : Self.lines[0]
    #expect(
      changed.first?.hasPrefix(original.trimmingCharacters(in: .whitespaces).dropLast(2)) == true
        || changed.first?.contains(original.trimmingCharacters(in: .whitespaces).dropLast(2)) == true)
    #expect(!lines.filter { !$0.contains("Hello.") }.isEmpty)
  }

  @Test("a desk that does not exist is told, and none is made")
  func missing() throws {
    let home = try Home()
    let folder = home.url.path + "/none"
    let result = try home.run(["export", "--desk", folder])
    #expect(result.code == 1 && result.out.isEmpty)
    #expect(result.error == "sapa: there is no desk in \(folder)\n")
    #expect(!FileManager.default.fileExists(atPath: folder))
    let byDefault = try home.run(["export"])
    #expect(byDefault.code == 1 && !FileManager.default.fileExists(atPath: home.desk.path))
  }

  @Test("an empty desk exports nothing")
  func empty() throws {
    let home = try Home()
    #expect(try home.run(["import", "-"], input: "").code == 0)
    let result = try home.run(["export"])
    #expect(result.code == 0 && result.out.isEmpty && result.error.isEmpty)
  }

  @Test("a conversation that cannot be read any more is told, and the exit code is 1")
  func damaged() throws {
    let home = try Home()
    #expect(
      try home.run(["import", "-"], input: Self.lines.prefix(1).joined() + "\n" + Self.lines[3]).code == 0)
    // Something is said, so that the line has to be understood again; then a byte of it goes bad.
    let script = "command viewAll\ncommand openConversation\ntype Hello.\nkey Enter\nwait 20s\nframe\n"
    #expect(try home.run(["--desk", home.desk.path, "--script", "-"], input: script).out.contains("Hello."))
    let journal = home.desk.appending(path: "journal")
    let names = try FileManager.default.contentsOfDirectory(atPath: journal.path)
    for name in names {
      let file = journal.appending(path: name)
      var data = try Data(contentsOf: file)
      for id in ["\"id\":\"a\",\"contact\"", "\"id\":\"d\",\"contact\""] {
        if let range = data.range(of: Data(id.utf8)) { data[range.lowerBound] = UInt8(ascii: "}") }
      }
      try data.write(to: file)
    }
    let result = try home.run(["export"])
    #expect(result.code == 1, "\(result)")
    #expect(!result.error.isEmpty)
  }
}
