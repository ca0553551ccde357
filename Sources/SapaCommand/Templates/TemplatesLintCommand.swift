import DeskModel
import JSONText
import LocalePacks
import ReplyTemplates
import SystemCalls

/// `sapa templates lint`: what is to be mended in a set of answers.
struct TemplatesLintCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let folders = setup.templateFolders(options)
      let shelf = try setup.templateShelf(options)
      let (files, unreadable) = folders.files()
      let today = CivilTime(options.now ?? Setup.systemNow(), offsetSeconds: 0).daysSinceEpoch
      let report = LintReport(
        shelf.lint(files, attachments: folders.attachments(), today: today), unreadable: unreadable,
        answers: shelf.set.answers.count)
      let here = ProcessContext.workingFolder
      for finding in report.findings {
        Printed.out(
          options.isJSON ? LintReport.json(finding, below: here) : LintReport.line(finding, below: here))
      }
      Printed.error(report.summary)
      return report.isClean(strict: options.isStrict) ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}

/// All that `sapa templates lint` has to say.
struct LintReport: Sendable {
  /// What was found, files that cannot be read first.
  let findings: [LintFinding]
  /// How many answers were read.
  let answers: Int

  init(_ findings: [LintFinding], unreadable: [UnreadablePath], answers: Int) {
    self.findings =
      unreadable.map { problem in
        LintFinding(
          file: problem.path, rule: "format.unreadable", severity: .error,
          message: "It cannot be read: \(problem.reason).")
      } + findings
    self.answers = answers
  }

  /// Whether nothing is to be mended: no errors, and when strict no warnings; nothing read is not clean.
  func isClean(strict: Bool) -> Bool {
    answers > 0
      && !findings.contains { $0.severity == .error || strict && $0.severity == .warn }
  }

  /// How much was found, in a sentence.
  var summary: String {
    if answers == 0 { return "There are no answers here. They belong into the folder replies of a set." }
    func count(_ severity: Severity, _ one: String) -> String {
      Self.counted(findings.count { $0.severity == severity }, one)
    }
    return
      "\(count(.error, "error")), \(count(.warn, "warning")), \(count(.hint, "hint")) in \(Self.counted(answers, "answer"))."
  }

  private static func counted(_ count: Int, _ one: String) -> String {
    "\(count) \(one)\(count == 1 ? "" : "s")"
  }

  /// `path:line:column: severity rule: message`, one harmless line.
  static func line(_ finding: LintFinding, below folder: String) -> String {
    var finding = finding
    finding.file = path(finding.file, below: folder)
    return Printed.line(finding.description) + "\n"
  }

  /// An object with the same.
  static func json(_ finding: LintFinding, below folder: String) -> String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("file", Printed.line(path(finding.file, below: folder)))
    writer.key("line")
    writer.int(finding.line)
    writer.key("column")
    writer.int(finding.column)
    writer.member("severity", finding.severity.rawValue)
    writer.member("rule", finding.rule)
    writer.member("message", Printed.line(finding.message))
    writer.member("answer", ifPresent: finding.answer?.path)
    writer.member("locale", ifPresent: finding.locale?.description)
    writer.member("variant", ifPresent: finding.variant.map(Printed.line))
    writer.endObject()
    return String(decoding: writer.bytes, as: UTF8.self) + "\n"
  }

  /// A path as it is written from a folder; whole where it lies elsewhere.
  static func path(_ path: String, below folder: String) -> String {
    let folder = folder.hasSuffix("/") ? folder : folder + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }
}
