package import SystemCalls

/// An option: from its row come parsing, help, man page and completions.
package struct OptionRow: Sendable {
  /// The name with its dashes.
  package let name: String
  /// A second, short name.
  package let shortName: String?
  /// What its value is; nil when it takes none.
  package let value: ValueKind?
  /// What it does, in a few words.
  package let meaning: String
  /// Writes the option, with its value (empty when it takes none), into what was asked for.
  package let take: @Sendable (inout Options, String) throws(UsageError) -> Void

  /// Makes a row.
  package init(
    _ name: String, short: String? = nil, value: ValueKind? = nil, _ meaning: String,
    take: @escaping @Sendable (inout Options, String) throws(UsageError) -> Void
  ) {
    self.name = name
    shortName = short
    self.value = value
    self.meaning = meaning
    self.take = take
  }

  /// The name with the value's placeholder, such as `--desk DIR`.
  package var usage: String { value.map { "\(name) \($0.placeholder)" } ?? name }
}

/// What stands behind a subcommand and its options: files, or a word.
package struct OperandRow: Sendable {
  /// What it is.
  package let kind: ValueKind
  /// How help shows it, such as `FILE…` or `[FILE…]`.
  package let usage: String
  /// Whether all that stands behind the first one belongs to it, options too.
  package let takesRest: Bool
  /// Writes one into what was asked for.
  package let take: @Sendable (inout Options, String) throws(UsageError) -> Void

  init(
    kind: ValueKind, usage: String, takesRest: Bool = false,
    take: @escaping @Sendable (inout Options, String) throws(UsageError) -> Void
  ) {
    self.kind = kind
    self.usage = usage
    self.takesRest = takesRest
    self.take = take
  }
}

/// A subcommand: its words, its options, and what it runs.
package struct VerbRow: Sendable {
  /// Which one.
  package let verb: Options.Verb
  /// What it does, in a few words.
  package let summary: String
  /// What its help says, in paragraphs; lines have at most 100 columns.
  package let details: String
  /// What may stand behind it; nil for nothing.
  package let operand: OperandRow?
  /// Its options, beside those of every subcommand.
  package let options: [OptionRow]
  /// Command lines for the man page, and what each does.
  package let examples: [(line: String, meaning: String)]
  /// Runs it.
  package let run: @Sendable (Options) -> ExitCode

  /// Makes a row.
  package init(
    _ verb: Options.Verb, _ summary: String, _ details: String, operand: OperandRow? = nil,
    options: [OptionRow] = [], examples: [(line: String, meaning: String)] = [],
    run: @escaping @Sendable (Options) -> ExitCode
  ) {
    self.verb = verb
    self.summary = summary
    self.details = details
    self.operand = operand
    self.options = options
    self.examples = examples
    self.run = run
  }

  /// The subcommand with its operand, such as `sapa import FILE…`.
  package var shortUsage: String {
    (verb == .console ? "sapa" : "sapa \(verb.rawValue)") + (operand.map { " " + $0.usage } ?? "")
  }

  /// The subcommand with its operand and its options.
  package var usage: String {
    let options = options.map { " [\($0.usage)]" }.joined()
    guard let operand, operand.takesRest else { return shortUsage + options }
    return "sapa \(verb.rawValue)\(options) \(operand.usage)"
  }
}
