import AdapterConformance
import ConsoleCore
import ReplyTemplates
import SystemCalls

/// What `sapa completions` can print.
package enum CompletionsRequest: String, Sendable, Hashable, CaseIterable {
  case bash, zsh, fish
  /// The languages that the program has words in, for the scripts to ask.
  case languages
  /// The locales that ship with packs, for the scripts to ask.
  case locales
}

/// `sapa completions`: what completes sapa's command lines in a shell.
struct CompletionsCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    switch options.completions {
    case nil:
      Printed.error("Name the shell: sapa completions bash, zsh or fish.")
      return .usage
    case .bash: Printed.out(BashCompletions.script)
    case .zsh: Printed.out(ZshCompletions.script)
    case .fish: Printed.out(FishCompletions.script)
    case .languages:
      guard let content = ShippedContent.find() else {
        Printed.error(SetupError.noContent.sentence)
        return .findings
      }
      for language in content.languages { Printed.out(Printed.line(language) + "\n") }
    case .locales:
      guard let content = ShippedContent.find() else {
        Printed.error(SetupError.noContent.sentence)
        return .findings
      }
      for locale in content.locales { Printed.out(Printed.line(locale) + "\n") }
    }
    return .fine
  }
}

/// What the scripts of all shells share.
enum Completions {
  /// The command that lists the languages; a program that is not there lists none.
  static let languagesCommand = "sapa completions languages 2>/dev/null"
  /// The command that lists the locales that have a pack.
  static let localesCommand = "sapa completions locales 2>/dev/null"

  /// The words that can stand for a kind of value; nil where files, folders or anything can.
  static func words(_ kind: ValueKind) -> [String]? {
    switch kind {
    case .verb: unique(CommandLineTable.rows.compactMap(\.verb.words.first))
    case .shell: ["bash", "zsh", "fish"]
    case .checkGroup: ConformanceTable.groups
    case .seat: RehearsalRoom.Seat.allCases.map(\.rawValue)
    case .exchangeFormat: ExchangeFormat.allCases.map(\.rawValue)
    case .desk, .file, .size, .time, .text, .filter, .number, .language, .program, .conversation, .seconds,
      .folder, .fact, .answer, .scenario,
      .agent, .locale:
      nil
    }
  }

  /// First words that have second ones, each with its subcommands.
  static var families: [(first: String, rows: [VerbRow])] {
    let rows = CommandLineTable.rows.filter { $0.verb.words.count > 1 }
    return unique(rows.map { $0.verb.words[0] }).map { first in
      (first, rows.filter { $0.verb.words[0] == first })
    }
  }

  private static func unique(_ words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.filter { seen.insert($0).inserted }
  }

  /// All options of a subcommand.
  static func options(_ row: VerbRow) -> [OptionRow] { row.options + OptionRow.everywhere }

  /// First words, and what is said of them.
  static var firstWords: [(word: String, meaning: String)] {
    CommandLineTable.rows.filter { $0.verb.words.count == 1 }.map { ($0.verb.rawValue, $0.summary) }
      + families.map { family in
        (family.first, family.rows.map { $0.verb.words[1] }.joined(separator: ", "))
      }
  }

  /// All options that take a value, each once.
  static var valued: [OptionRow] {
    var seen: Set<String> = []
    return CommandLineTable.rows.flatMap(\.options).filter {
      $0.value != nil && seen.insert($0.name).inserted
    }
  }

  /// A text between single quotes, for a shell of the Bourne family.
  static func quoted(_ text: String) -> String { "'" + replacing("'", by: "'\\''", in: text) + "'" }

  /// A text with each of a character replaced.
  ///
  /// Not `replacing(_:with:)`: that would be the console's only use of a whole library of the toolchain's.
  static func replacing(_ character: Character, by other: String, in text: String) -> String {
    text.split(separator: character, omittingEmptySubsequences: false).joined(separator: other)
  }
}
