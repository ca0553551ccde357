package import DeskModel
package import ScreenKit

/// What was asked for on the command line.
package struct Options: Sendable, Hashable {
  /// The subcommand, in the order of help; `CommandLineTable` has a row of each.
  package enum Verb: String, Sendable, Hashable, CaseIterable {
    case console, `import`, export, search, check, doctor, completions, help, version
  }

  /// What to do.
  package var verb = Verb.console
  /// Files named, `-` for standard input.
  package var files: [String] = []
  /// What is searched for; several words are one search.
  package var text = ""
  /// Which conversations are searched.
  package var filter = QueueFilter()
  /// The most results of a search; nil for all.
  package var limit: Int?
  /// The desk's folder; nil for the one in the config, or the default.
  package var desk: String?
  /// The language of the words; nil for the one in the config.
  package var language: String?
  /// Whether results are JSON Lines.
  package var isJSON = false
  /// The script to play instead of a terminal.
  package var script: String?
  /// The screen of a script.
  package var size = Size(columns: 120, rows: 40)
  /// The moment at which a script's clock starts; nil for that of the sample desk.
  package var now: Timestamp?
  /// What help was asked about; nil for all.
  package var helpTopic: Verb?
  /// Whether help is to be the manual page.
  package var isManPage = false
  /// What `sapa completions` prints; nil when nothing was named.
  package var completions: CompletionsRequest?

  /// Makes the options of a bare `sapa`.
  package init() {}
}

/// Why a command line cannot be understood.
///
/// Exit code 2.
package enum UsageError: Error, Sendable, Hashable {
  /// No subcommand has this name.
  case unknownVerb(String)
  /// The subcommand has no such option.
  case unknownOption(String, verb: Options.Verb)
  /// The option needs a value after it.
  case missingValue(option: String)
  /// The value is not one that the option takes.
  case badValue(option: String, value: String, expected: String)
  /// The subcommand takes no files.
  case unexpectedFile(String, verb: Options.Verb)
}

extension Options {
  /// Reads a command line without the program's name, by `CommandLineTable`.
  ///
  /// - Complexity: O(arguments).
  package static func parse(_ arguments: [String]) throws(UsageError) -> Options {
    var options = Options()
    var rest = arguments[...]
    if let first = rest.first, !first.hasPrefix("-") {
      guard let verb = Verb(rawValue: first), verb != .console else { throw .unknownVerb(first) }
      options.verb = verb
      rest.removeFirst()
    }
    while let argument = rest.popFirst() {
      if argument == "--" {
        // What follows is no option, whatever it begins with.
        while let operand = rest.popFirst() { try options.take(operand: operand) }
      } else if argument == "-" || !argument.hasPrefix("-") {
        try options.take(operand: argument)
      } else {
        try options.take(option: argument, &rest)
      }
    }
    return options
  }

  private mutating func take(operand: String) throws(UsageError) {
    guard let row = CommandLineTable.row(verb).operand else { throw .unexpectedFile(operand, verb: verb) }
    try row.take(&self, operand)
  }

  private mutating func take(option: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    let rows = OptionRow.everywhere + CommandLineTable.row(verb).options
    guard let row = rows.first(where: { $0.name == option || $0.shortName == option }) else {
      throw .unknownOption(option, verb: verb)
    }
    guard row.value != nil else { return try row.take(&self, "") }
    guard let value = rest.popFirst() else { throw .missingValue(option: option) }
    try row.take(&self, value)
  }
}
