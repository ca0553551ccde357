import DeskModel
import LocalePacks

/// A set with all that rules look up.
struct LintContext: Sendable {
  let set: TemplateSet
  let environment: LintEnvironment
  /// Manners, writers and dates of the set's locales.
  let manners: [LocaleTag: Manners]
  let writers: [LocaleTag: FactWriter]
  let dates: [LocaleTag: DateStyle]
  /// The lines of each file, by path.
  private let lines: [String: [Substring]]

  init(_ set: TemplateSet, _ environment: LintEnvironment) {
    self.set = set
    self.environment = environment
    func all<T>(_ make: (LocaleTag) -> T?) -> [LocaleTag: T] {
      Dictionary(uniqueKeysWithValues: set.locales.compactMap { tag in make(tag).map { (tag, $0) } })
    }
    manners = all(environment.manners)
    writers = all(environment.writer)
    dates = all(environment.dates)
    lines = Dictionary(
      environment.files.map { ($0.path, MarkdownLines(String(decoding: $0.bytes, as: UTF8.self)).lines) }
    ) { $1 }
  }

  /// The lines of a file; empty when it is not there.
  func lines(of file: String) -> [Substring] { lines[file] ?? [] }

  /// The first line, from 1, that satisfies a condition; nil when none does.
  func line(in file: String, from first: Int = 1, where condition: (Substring) -> Bool) -> Int? {
    let lines = lines(of: file)
    return (first...max(first, lines.count)).first { $0 <= lines.count && condition(lines[$0 - 1]) }
  }

  /// The line of a setting in an `about.md`; 1 when it is not found.
  func line(ofSetting key: String, in file: String) -> Int {
    line(in: file) { line in
      guard case .item(let text) = MarkdownLine(line) else { return false }
      return text.lowercased().hasPrefix(key + ":")
    } ?? 1
  }

  /// A finding about an answer as such, in its `about.md`, or in its first file where there is none.
  func finding(
    _ rule: String, _ severity: Severity, about answer: Answer, line: Int = 1, _ message: String
  ) -> LintFinding {
    LintFinding(
      file: Self.file(of: answer), line: max(line, 1), rule: rule, severity: severity, answer: answer.id,
      message: message)
  }

  /// A finding about the file of a locale.
  func finding(
    _ rule: String, _ severity: Severity, _ answer: Answer, _ locale: LocaleTag, line: Int = 1,
    _ message: String
  ) -> LintFinding {
    LintFinding(
      file: answer.locales[locale]?.file ?? Self.file(of: answer), line: max(line, 1), rule: rule,
      severity: severity, answer: answer.id, locale: locale, message: message)
  }

  private static func file(of answer: Answer) -> String {
    answer.about?.file ?? answer.locales.sorted { "\($0.key)" < "\($1.key)" }.first?.value.file ?? ""
  }
}
