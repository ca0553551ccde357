import ConsoleRuntime
package import DeskModel
package import ScreenKit

/// What was asked for on the command line.
package struct Options: Sendable, Hashable {
  /// The subcommand.
  package enum Verb: String, Sendable, Hashable, CaseIterable {
    case console, `import`, export, check, help, version
  }

  /// What to do.
  package var verb = Verb.console
  /// Files named, `-` for standard input.
  package var files: [String] = []
  /// The desk's folder; nil for the one in the config, or the default.
  package var desk: String?
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
  /// Reads a command line without the program's name.
  package static func parse(_ arguments: [String]) throws(UsageError) -> Options {
    var options = Options()
    var rest = arguments[...]
    if let first = rest.first, !first.hasPrefix("-") {
      guard let verb = Verb(rawValue: first), verb != .console else { throw .unknownVerb(first) }
      options.verb = verb
      rest.removeFirst()
    }
    while let argument = rest.popFirst() {
      if argument == "-" || !argument.hasPrefix("-") {
        try options.take(file: argument)
      } else {
        try options.take(option: argument, &rest)
      }
    }
    return options
  }

  private mutating func take(file: String) throws(UsageError) {
    switch verb {
    case .import, .check: files.append(file)
    case .help:
      guard let topic = Verb(rawValue: file) else { throw .unknownVerb(file) }
      helpTopic = topic
    default: throw .unexpectedFile(file, verb: verb)
    }
  }

  private mutating func take(option: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
    func value() throws(UsageError) -> String {
      guard let value = rest.popFirst() else { throw .missingValue(option: option) }
      return value
    }
    switch option {
    case "--help", "-h":
      helpTopic = verb == .help ? nil : verb
      verb = .help
    case "--version": verb = .version
    case "--desk" where verb != .check: desk = try value()
    case "--json" where [.import, .check].contains(verb): isJSON = true
    case "--script" where verb == .console: script = try value()
    case "--size" where verb == .console:
      let text = try value()
      guard let size = Script.size(text) else {
        throw .badValue(option: option, value: text, expected: "COLUMNSxROWS, such as 120x40")
      }
      self.size = size
    case "--now" where verb == .console:
      let text = try value()
      guard let moment = Timestamp(rfc3339: text) else {
        throw .badValue(option: option, value: text, expected: "a time such as 2026-03-02T09:24:00Z")
      }
      now = moment
    default: throw .unknownOption(option, verb: verb)
    }
  }
}
