import DeskModel
import Foundation
import JSONText
import ReplyTemplates
import Testing

@testable import SapaCommand

@Suite("sapa templates lint")
struct TemplatesLintCommandTests {
  private static func finding(_ severity: Severity, message: String = "Mend it.") -> LintFinding {
    LintFinding(
      file: "/home/a/set/replies/late/en.md", line: 7, column: 3, rule: "text.markdown", severity: severity,
      answer: AnswerID("late"), locale: nil, variant: "plain", message: message)
  }

  @Test(
    "errors are no clean set, warnings when strict, hints never; nothing read is not clean",
    arguments: [
      ([], 1, true, true), ([.hint], 1, true, true), ([.warn], 1, true, false),
      ([.error], 1, false, false), ([.hint, .warn, .error], 1, false, false), ([], 0, false, false),
    ] as [([Severity], Int, Bool, Bool)])
  func clean(severities: [Severity], answers: Int, isClean: Bool, isStrictlyClean: Bool) {
    let report = LintReport(severities.map { Self.finding($0) }, unreadable: [], answers: answers)
    #expect(report.isClean(strict: false) == isClean)
    #expect(report.isClean(strict: true) == isStrictlyClean)
  }

  @Test("a file that cannot be read is an error, and stands first")
  func unreadable() {
    let report = LintReport(
      [Self.finding(.hint)], unreadable: [UnreadablePath(path: "/x/en.md", reason: "no such thing")],
      answers: 1)
    #expect(!report.isClean(strict: false))
    #expect(
      LintReport.line(report.findings[0], below: "/y")
        == "/x/en.md:1:1: error format.unreadable: It cannot be read: no such thing.\n")
    #expect(report.summary == "1 error, 0 warnings, 1 hint in 1 answer.")
  }

  @Test(
    "paths are written from the folder in which one is, where they lie below it",
    arguments: [
      ("/a/b/c.md", "/a", "b/c.md"), ("/a/b/c.md", "/a/", "b/c.md"), ("/ab/c.md", "/a", "/ab/c.md"),
      ("b/c.md", "/a", "b/c.md"), ("/a", "/a", "/a"), ("/a/b", "/", "a/b"),
    ])
  func paths(path: String, folder: String, written: String) {
    #expect(LintReport.path(path, below: folder) == written)
  }

  @Test("a finding is one harmless line, or an object with the same")
  func forms() throws {
    let finding = Self.finding(.warn, message: "“\u{1B}[2J\nx” is bad.")
    let line = LintReport.line(finding, below: "/home/a")
    #expect(line.hasPrefix("set/replies/late/en.md:7:3: warn text.markdown: “"))
    #expect(line.dropLast().unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F })
    let root = try JSONDocument(Array(LintReport.json(finding, below: "/home/a").utf8)).root
    #expect(root["file"]?.string == "set/replies/late/en.md")
    #expect(root["line"]?.int == 7 && root["column"]?.int == 3)
    #expect(root["severity"]?.string == "warn" && root["rule"]?.string == "text.markdown")
    #expect(root["answer"]?.string == "late" && root["variant"]?.string == "plain")
    #expect(root["locale"] == nil)
  }

  @Test("the program reads one folder, and its exit code says whether something is to be mended")
  func program() throws {
    let home = try Home()
    func write(_ text: String, _ name: String) throws {
      try home.makeFolder("set/replies/late")
      _ = try home.write(text, to: "set/replies/late/" + name)
    }
    try write("# In private\n\n## plain\nIt is {{order.numer}}.\n", "en.md")
    try write(
      "# Late\n\n## Facts\n- order.number: its number\n\n## Settings\n- attach: form.pdf\n", "about.md")
    let result = try home.run(["templates", "lint", "--templates", home.url.path + "/set"])
    #expect(result.code == 1)
    #expect(result.out.contains("/set/replies/late/en.md:4:7: error placeholder.unknown: "))
    #expect(result.out.contains(" error attach.missing: "))
    #expect(result.error.hasPrefix("sapa: ") && result.error.hasSuffix(" in 1 answer.\n"))
    // What changed since, and what nobody can compare with.
    try home.makeFolder("new/replies/late")
    _ = try home.write("# In private\n\n## plain\nIt is {{order.number}}.\n", to: "new/replies/late/en.md")
    let (old, new) = (home.url.path + "/set", home.url.path + "/new")
    let changed = try home.run(["templates", "diff", old, new])
    #expect(changed.code == 1 && changed.error.isEmpty)
    #expect(changed.out.contains("    │ It is [-{{order.numer}}.-]{+{{order.number}}.+}\n"))
    #expect(try home.run(["templates", "diff", old, old]).code == 0)
    #expect(try home.run(["templates", "diff"]).code == 2)
    #expect(try home.run(["templates", "diff", old, new + "er"]).code == 1)
  }
}
