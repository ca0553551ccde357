/// What a value on the command line is: decides how it is named in help and what a shell offers for it.
package enum ValueKind: Sendable, Hashable, CaseIterable {
  /// A desk: its name in the config, or its folder.
  case desk
  /// A file, or `-` for a standard stream.
  case file
  /// Columns and rows.
  case size
  /// A moment, by RFC 3339.
  case time
  /// Words that are looked for.
  case text
  /// Conditions for conversations.
  case filter
  /// A whole number.
  case number
  /// A folder of `Locales`.
  case language
  /// A locale that has a pack.
  case locale
  /// An agent, by id and name.
  case agent
  /// A subcommand.
  case verb
  /// A shell that has completions.
  case shell
  /// A program and its arguments.
  case program
  /// The id of a conversation.
  case conversation
  /// A group of an adapter's checks.
  case checkGroup
  /// A whole number of seconds.
  case seconds
  /// A folder.
  case folder
  /// A fact's name and its value.
  case fact
  /// The name of an answer.
  case answer
  /// The name of a scenario.
  case scenario
  /// The customer or the agent.
  case seat
  /// The form in which a program keeps its replies.
  case exchangeFormat

  /// How the value is named in help.
  package var placeholder: String {
    switch self {
    case .scenario: "NAME"
    case .seat: "customer|agent"
    case .desk: "NAME|DIR"
    case .file: "FILE"
    case .size: "COLUMNSxROWS"
    case .time: "TIME"
    case .text: "TEXT"
    case .filter: "FILTER"
    case .number: "N"
    case .language, .locale: "TAG"
    case .agent: "ID=NAME"
    case .verb: "COMMAND"
    case .shell: "SHELL"
    case .program: "COMMAND"
    case .conversation: "ID"
    case .checkGroup: "GROUP"
    case .seconds: "SECONDS"
    case .folder: "DIR"
    case .fact: "NAME=VALUE"
    case .answer: "ANSWER"
    case .exchangeFormat: "FORMAT"
    }
  }
}
