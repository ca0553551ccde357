import SapaCommand
import Testing

@Suite("Doctor on the config")
struct DoctorConfigTests {
  private func lines(_ text: String) -> [String] {
    DoctorConfig.findings(Array(text.utf8), path: "/c").map { "\($0.level.rawValue): \($0.message)" }
  }

  @Test("every wrong key is told, not the first alone")
  func all() {
    let found = lines("{ x: 1, holdSeconds: -1, keys: { resolve: ['e'] }, y: 2, agent: 'me' }")
    #expect(
      found == [
        "problem: The config /c sets “x”, which does not exist. Known are \(known).",
        "problem: In the config /c, “holdSeconds” must be a number from 0 to 600.",
        "problem: The config /c sets “y”, which does not exist. Known are \(known).",
        "problem: In the config /c, “agent” must be { id: \"…\", name: \"…\" }.",
      ])
  }
  private var known: String {
    let names = ConfigKey.all.map(\.name)
    return names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
  }

  @Test("every command whose keys cannot be used is told: unknown, misspelt, reserved, clashing")
  func keys() {
    let found = lines("{ keys: { nothing: ['x'], resolve: ['Ctl-X'], note: ['Ctrl-S'], reply: ['t'] } }")
    #expect(found.count == 4 && found.allSatisfy { $0.hasPrefix("problem: ") }, "\(found)")
    for part in [
      "“nothing”, which is no command", "“Ctl-X”, which is no key", "key Ctrl-S, which screen",
      "the key t would",
    ] {
      #expect(found.contains { $0.contains(part) }, "\(part)")
    }
  }

  @Test("a wrong line is told by its number, a key that stands twice is a note, and a good file is fine")
  func lines() {
    #expect(lines("{\n  desk: ,\n}").first?.contains("line 2, column 9") == true)
    #expect(lines("[1]").first?.contains("must be an object") == true)
    #expect(
      lines("{ deskName: 'a',\n deskName: 'b' }") == [
        "note: The config sets “deskName” twice; line 2 counts.",
        "ok: The config /c can be read and sets 1 key.",
      ])
    #expect(lines("{}") == ["ok: The config /c can be read and sets 0 keys."])
    #expect(lines("").first?.hasPrefix("problem: ") == true)
  }

  @Test("a file that is not there is fine, a folder is not")
  func files() {
    #expect(DoctorConfig.findings(path: "/nonexistent/config.json5").map(\.level) == [.ok])
    #expect(DoctorConfig.findings(path: "/tmp").map(\.level) == [.problem])
    #expect(DoctorConfig.findings(path: "/dev/zero").map(\.level) == [.problem])
  }
}
