package import ConsoleCore
package import DeskModel
package import ReplyTemplates
package import ScreenKit

/// What was asked for on the command line.
package struct Options: Sendable, Hashable {
  /// The subcommand, in the order of help; `CommandLineTable` has a row of each.
  package enum Verb: String, Sendable, Hashable, CaseIterable {
    case console, `import`, export, search, serve, check, mask, address
    case localesList = "locales list"
    case localesShow = "locales show"
    case localesCheck = "locales check"
    case templatesList = "templates list"
    case templatesShow = "templates show"
    case templatesPick = "templates pick"
    case templatesRender = "templates render"
    case templatesReplay = "templates replay"
    case templatesLint = "templates lint"
    case templatesStats = "templates stats"
    case templatesDiff = "templates diff"
    case templatesImport = "templates import"
    case templatesExport = "templates export"
    case rehearse
    case rehearsalsList = "rehearsals list"
    case rehearsalsCheck = "rehearsals check"
    case rehearsalsProgress = "rehearsals progress"
    case rehearsalsMake = "rehearsals make"
    case read
    case doctor
    case adapterCheck = "adapter check"
    case adapterList = "adapter list"
    case completions, help, version

    /// The words that name it; none for the console.
    package var words: [String] { self == .console ? [] : rawValue.split(separator: " ").map(String.init) }

    /// What can stand behind words that begin a name, in the order of help.
    static func next(after words: [String]) -> [String] {
      allCases.map(\.words).filter { $0.count > words.count && Array($0.prefix(words.count)) == words }
        .map { $0[words.count] }
    }
  }

  /// What to do.
  package var verb = Verb.console
  /// Files named, `-` for standard input.
  package var files: [String] = []
  /// What is searched for; several words are one search.
  package var text = ""
  /// Which conversations are searched.
  package var filter = QueueFilter()
  /// The most results, or the most conversations that are looked at; nil for all, or as many as is usual.
  package var limit: Int?
  /// The desk's name in the config or its folder; nil for those in the config, or the default.
  package var desk: String?
  /// The language of the words; nil for the one in the config.
  package var language: String?
  /// Whether warnings count as errors do.
  package var isStrict = false
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
  /// In whose name `sapa serve` acts; nil for the agent of the config, or the login's name.
  package var actsAs: Agent?
  /// Who sits at a console that is a room; nil for the agent of the config.
  var consoleAgent: Agent?
  /// The seat that is taken in a rehearsal, or whose lines are read; nil for none.
  package var seat: RehearsalRoom.Seat?
  /// Whether a colleague plays the customer.
  package var isWithColleague = false
  /// Whether a voice reads.
  package var isAloud = false
  /// Whether a reading is begun anew.
  package var startsOver = false
  /// Whether `sapa serve` writes nothing.
  package var isReadOnly = false
  /// Whether `sapa serve` acts in the name of whomever an intent names.
  package var trustsAgents = false
  /// Whether help is to be the manual page.
  package var isManPage = false
  /// The words that help was asked about, until they name a subcommand.
  var helpWords: [String] = []
  /// The program of an adapter, and its arguments.
  package var command: [String] = []
  /// What an adapter is given as `settings`, a file.
  package var settingsFile: String?
  /// Where an adapter's token stands.
  package var tokenFile: String?
  /// The program that prints an adapter's token, and its arguments.
  package var tokenCommand: [String] = []
  /// The conversations that checks may write into.
  package var writable: [String] = []
  /// Groups or ids of checks; empty for all.
  package var only: [String] = []
  /// The locales whose packs are meant; empty for all.
  package var locales: [String] = []
  /// The answer that is meant, by its name.
  package var answer: String?
  /// The folder whose answers alone are meant; nil for those of all layers.
  package var templatesFolder: String?
  /// The variant that is meant, by its name.
  package var variant: String?
  /// The form in which another program keeps its replies; nil to find it out.
  package var exchangeFormat: ExchangeFormat?
  /// What facts are given, by name.
  package var facts: [String: String] = [:]
  /// Whether what the world reads is meant.
  package var isPublic = false
  /// The channel that is meant.
  package var channel: String?
  /// The conversation that is meant.
  package var conversation: String?
  /// Seconds that an answer of an adapter may take.
  package var timeout = 10
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
  /// The name of a subcommand has a second word.
  case incompleteVerb(String, next: [String])
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
      options.verb = try verb(first, &rest)
    }
    while let argument = rest.popFirst() {
      if argument == "--" {
        // What follows is no option, whatever it begins with.
        while let operand = rest.popFirst() { try options.take(operand: operand) }
      } else if argument == "-" || !argument.hasPrefix("-") {
        try options.take(operand: argument)
        // The arguments of another program are its own.
        if CommandLineTable.row(options.verb).operand?.takesRest == true {
          while let operand = rest.popFirst() { try options.take(operand: operand) }
        }
      } else {
        try options.take(option: argument, &rest)
      }
    }
    return options
  }

  /// Takes the words of a subcommand's name off a command line.
  private static func verb(_ first: String, _ rest: inout ArraySlice<String>) throws(UsageError) -> Verb {
    var words: [String] = []
    while let word = rest.first, !word.hasPrefix("-"), Verb.next(after: words).contains(word) {
      words.append(word)
      rest.removeFirst()
      if let verb = Verb.allCases.first(where: { $0.words == words }) { return verb }
    }
    guard !words.isEmpty else { throw .unknownVerb(first) }
    throw .incompleteVerb(words.joined(separator: " "), next: Verb.next(after: words))
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
