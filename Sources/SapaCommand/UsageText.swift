/// The words of the command line: usage, made from `CommandLineTable`, and what is wrong with a command line.
enum UsageText {
  /// The help for a subcommand, for those whose names begin with `words`, or for all.
  static func help(_ topic: Options.Verb?, words: [String] = []) -> String {
    switch topic {
    case nil where !words.isEmpty:
      CommandLineTable.rows.filter { $0.verb.words.starts(with: words) }.map(page).joined(separator: "\n")
    case nil, .console, .help: overview
    case .some(let verb): page(CommandLineTable.row(verb))
    }
  }

  private static var overview: String {
    let rows = CommandLineTable.rows
    return """
      sapa – a console for people who answer customers

      Usage
      \(table(rows.map { ($0.shortUsage, $0.summary) }))

      Options of the console
      \(table(CommandLineTable.row(.console).options.map { ($0.usage, $0.meaning) }))

      Options of every command
      \(table(OptionRow.everywhere.map { (names($0), $0.meaning) }))

      In the console, ? or F1 shows what works here and now, Ctrl-K finds any command by name.
      sapa help COMMAND tells the options of a command; man sapa has all of it, with the keys and the config.
      Exit code: 0 fine, 1 something was refused or found, 2 the command line is wrong.

      """
  }

  private static func page(_ row: VerbRow) -> String {
    let options = row.options.isEmpty ? "" : table(row.options.map { ($0.usage, $0.meaning) }) + "\n\n"
    return "\(folded(row.usage))\n\n\(row.details)\n\n\(options)"
  }

  /// A usage on lines of at most 100 columns, broken between its brackets.
  private static func folded(_ usage: String) -> String {
    var (lines, line) = ([String](), "")
    for part in usage.split(separator: "[") {
      let part = line.isEmpty && lines.isEmpty ? String(part) : "[" + part
      if line.count + part.count > 100 {
        lines.append(line)
        line = "    "
      }
      line += part
    }
    return (lines + [line]).map { line in
      line.last == " " ? String(line.dropLast()) : line
    }.joined(separator: "\n")
  }

  /// Two columns, indented by two.
  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \($0)\(String(repeating: " ", count: width - $0.count))   \($1)" }
      .joined(separator: "\n")
  }

  private static func names(_ row: OptionRow) -> String {
    (row.shortName.map { $0 + ", " } ?? "") + row.usage
  }

  /// The sentence for a wrong command line.
  static func sentence(_ error: UsageError) -> String {
    switch error {
    case .unknownVerb(let word): "There is no command \(quoted(word)). sapa help lists them."
    case .incompleteVerb(let words, let next):
      "sapa \(words) needs one word more: \(next.joined(separator: " or "))."
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
