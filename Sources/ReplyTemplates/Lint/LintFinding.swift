package import DeskModel
package import LocalePacks

/// Something that lint has to say about a template set, in words for the person who keeps it.
package struct LintFinding: Sendable, Hashable, CustomStringConvertible {
  /// The path of the file, as the set was given it.
  package var file: String
  /// The line, from 1.
  package var line: Int
  /// The place in the line in characters, from 1.
  package var column: Int
  /// The rule's name, `group.rule`.
  package var rule: String
  /// How much it weighs.
  package var severity: Severity
  /// The answer; nil when it is about none alone.
  package var answer: AnswerID?
  /// The locale; nil when it is about all.
  package var locale: LocaleTag?
  /// The variant's name; nil when it is about the whole file.
  package var variant: String?
  /// One or two sentences: what is wrong, and what to do.
  package var message: String

  /// Makes a finding.
  package init(
    file: String, line: Int = 1, column: Int = 1, rule: String, severity: Severity, answer: AnswerID? = nil,
    locale: LocaleTag? = nil, variant: String? = nil, message: String
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.rule = rule
    self.severity = severity
    self.answer = answer
    self.locale = locale
    self.variant = variant
    self.message = message
  }

  /// `path:line:column: severity rule: message`, which editors and hooks can read.
  package var description: String {
    "\(file):\(line):\(column): \(severity.rawValue) \(rule): \(message)"
  }
}
