/// The words of the command line: usage, and what is wrong with it.
enum UsageText {
  /// The version of the program.
  static let version = "0.1.0"

  /// The help for a subcommand, or for all.
  static func help(_ topic: Options.Verb?) -> String {
    switch topic {
    case .import: importHelp
    case .export: exportHelp
    case .check: checkHelp
    default: overview
    }
  }

  private static let overview = """
    sapa – a console for people who answer customers

    Usage
      sapa [--desk DIR]                the console; a first start opens the sample desk
      sapa import FILE… [--desk DIR]   take conversations in (one JSON object a line; - for standard input)
      sapa export [--desk DIR]         write all conversations to standard output
      sapa check [--json] [FILE…]      the last look at drafts, without a screen
      sapa --script FILE [--size 120x40] [--now TIME]
                                       play keys and print screens, for tests and bug reports
      sapa help [COMMAND], --version

    In the console, ? or F1 shows what works here and now, Ctrl-K finds any command by name.
    Exit code: 0 fine, 1 something was refused or found, 2 the command line is wrong.

    """

  private static let importHelp = """
    sapa import FILE… [--desk DIR] [--json]

    Takes conversations in: JSON Lines, one conversation a line, in the interchange format. A line that
    cannot be taken is refused with its number, the field and what was expected; the rest goes in. A line of a
    conversation that is on the desk already updates it: entries that are new come in, and status, assignee,
    tags, snooze, follow-up and deadlines where they are not what its line before said. Exit code 1 when anything
    was refused.

      --desk DIR   the desk's folder (default: $XDG_DATA_HOME/sapa/desk)
      --json       print the report as one JSON object

    """

  private static let exportHelp = """
    sapa export [--desk DIR]

    Writes every conversation to standard output in the interchange format, one a line. What was imported
    and not changed since is written byte for byte as it came; that is why it does not write to a terminal.

    """

  private static let checkHelp = """
    sapa check [--json] [FILE…]

    Judges drafts as the console does between Enter and the wire. In: one JSON object a line,
    {"id","text","locale","channel","audience","kind","contact":{…},"thread":[entries],"basedOn"}; only "text" is
    needed. Out with --json: {"id","findings":[{"rule","severity","start","end","message","suggestion"}]}, offsets in
    UTF-8 bytes; else sentences. Without FILE it reads standard input. Exit code 1 when there are findings.

    """

  /// The sentence for a wrong command line.
  static func sentence(_ error: UsageError) -> String {
    switch error {
    case .unknownVerb(let word): "There is no command \(quoted(word)). sapa help lists them."
    case .unknownOption(let option, let verb):
      "\(name(verb)) has no option \(quoted(option)). \(name(verb)) --help lists its options."
    case .missingValue(let option): "\(option) needs a value after it."
    case .badValue(let option, let value, let expected):
      "\(option) was given \(quoted(value)); it takes \(expected)."
    case .unexpectedFile(let file, let verb):
      "\(name(verb)) takes no files, but was given \(quoted(file)). Did you mean sapa import?"
    }
  }

  private static func name(_ verb: Options.Verb) -> String {
    verb == .console ? "sapa" : "sapa \(verb.rawValue)"
  }

  private static func quoted(_ text: String) -> String { "“\(Printed.line(text))”" }
}
