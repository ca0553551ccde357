import AdapterConformance
import ConsoleCore
import ConsoleRuntime
import DeskModel
import LocalePacks
import ReplyTemplates

/// The options, each once; the rows of `CommandLineTable` say which subcommand has which.
extension OptionRow {
  /// The options of every subcommand.
  package static let everywhere: [OptionRow] = [
    OptionRow("--help", short: "-h", "tell what the command does, and its options") { (options, _) in
      options.helpTopic = options.verb == .help ? nil : options.verb
      options.verb = .help
    },
    OptionRow("--version", "print the version of the program and of its Unicode tables") { (options, _) in
      options.verb = .version
    },
  ]

  static let desk = OptionRow(
    "--desk", value: .desk,
    "the desk: its name in the config, or its folder (default: $XDG_DATA_HOME/sapa/desk)"
  ) { $0.desk = $1 }

  static let json = OptionRow("--json", "print JSON Lines instead of sentences") { (options, _) in
    options.isJSON = true
  }

  static let filter = OptionRow(
    "--filter", value: .filter, "look only at conversations that pass, such as 'tag:billing lang:id'"
  ) { (options, text) throws(UsageError) in
    do throws(QueueFilterError) { options.filter = try QueueFilter(parsing: text) } catch {
      throw .badValue(option: "--filter", value: text, expected: "a filter: " + error.description)
    }
  }

  static let limit = OptionRow("--limit", value: .number, "at most so many results (default: all)") {
    (options, text) throws(UsageError) in
    guard let limit = Int(text), limit > 0 else {
      throw .badValue(option: "--limit", value: text, expected: "a number from 1")
    }
    options.limit = limit
  }

  static let answersLimit = OptionRow("--limit", value: .number, "at most so many answers (default: 5)") {
    (options, text) throws(UsageError) in try limit.take(&options, text)
  }

  static let conversationsLimit = OptionRow(
    "--limit", value: .number, "only so many conversations, the earliest (default: all)"
  ) { (options, text) throws(UsageError) in try limit.take(&options, text) }

  static let strict = OptionRow("--strict", "take warnings for errors") { (options, _) in
    options.isStrict = true
  }

  static let language = OptionRow(
    "--language", value: .language,
    "the language of the words, a folder of Locales (default: from the config)"
  ) { (options, text) throws(UsageError) in
    guard Config.isLanguage(text) else {
      throw .badValue(option: "--language", value: text, expected: "a language tag, such as en or pt-BR")
    }
    options.language = text
  }

  static let script = OptionRow(
    "--script", value: .file, "play keys from a file on the console and print screens, without a terminal"
  ) { $0.script = $1 }

  static let size = OptionRow("--size", value: .size, "the screen of a script (default: 120x40)") {
    (options, text) throws(UsageError) in
    guard let size = Script.size(text) else {
      throw .badValue(option: "--size", value: text, expected: "COLUMNSxROWS, such as 120x40")
    }
    options.size = size
  }

  static let now = OptionRow(
    "--now", value: .time, "the moment at which a script's clock starts (default: the sample desk's)"
  ) { (options, text) throws(UsageError) in
    guard let moment = Timestamp(rfc3339: text) else {
      throw .badValue(option: "--now", value: text, expected: "a time such as 2026-03-02T09:24:00Z")
    }
    options.now = moment
  }

  static let actsAs = OptionRow(
    "--as", value: .agent, "who acts here (default: the agent of the config, or your login's name)"
  ) { (options, text) throws(UsageError) in
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map {
      String($0)
    }
    guard let id = parts.first, !id.isEmpty, parts.last?.isEmpty == false else {
      throw .badValue(option: "--as", value: text, expected: "an id and a name, such as a-olena=Olena")
    }
    options.actsAs = Agent(id: AgentID(id), name: parts.last ?? id)
  }

  static let seat = OptionRow(
    "--as", value: .seat,
    "join the rehearsal that waits: as its customer, or as the agent whose console has ended"
  ) { (options, text) throws(UsageError) in
    guard let seat = RehearsalRoom.Seat(rawValue: text) else {
      throw .badValue(option: "--as", value: text, expected: "customer or agent")
    }
    options.seat = seat
  }

  static let role = OptionRow("--as", value: .seat, "whose lines are read here (default: both)") {
    (options, text) throws(UsageError) in try seat.take(&options, text)
  }

  static let withColleague = OptionRow(
    "--with-colleague", "a colleague plays the customer, from a second terminal"
  ) { (options, _) in options.isWithColleague = true }

  static let voices = OptionRow("--voices", "let a voice read each line: espeak-ng, or spd-say") {
    (options, _) in
    options.isAloud = true
  }

  static let again = OptionRow("--again", "begin anew, on a fresh sheet; the notes of the last time are kept")
  {
    (options, _) in options.startsOver = true
  }

  static let readOnly = OptionRow("--read-only", "let the desk be read, and write nothing") {
    (options, _) in options.isReadOnly = true
  }

  static let trustAgents = OptionRow(
    "--trust-agents", "act in the name of whomever the other side names: for programs that speak for several"
  ) { (options, _) in options.trustsAgents = true }

  static let man = OptionRow("--man", "print the manual page, for man -l") { (options, _) in
    options.isManPage = true
  }

  static let write = OptionRow(
    "--write", value: .conversation, "a conversation that may be written into; may be given several times"
  ) { $0.writable.append($1) }

  static let settings = OptionRow(
    "--settings", value: .file, "what the adapter is given as its settings, a JSON object"
  ) { $0.settingsFile = $1 }

  static let tokenFile = OptionRow(
    "--token-file", value: .file, "the file with the adapter's token, which it reads from descriptor 3"
  ) { $0.tokenFile = $1 }

  static let tokenCommand = OptionRow(
    "--token-command", value: .program,
    "the program that prints the token, with its arguments after blanks, such as 'pass show desk'"
  ) { (options, text) throws(UsageError) in
    options.tokenCommand = text.split(separator: " ").map(String.init)
    if options.tokenCommand.isEmpty {
      throw .badValue(option: "--token-command", value: text, expected: "a program and its arguments")
    }
  }

  static let only = OptionRow(
    "--only", value: .checkGroup, "a group of checks, or one by its id; may be given several times"
  ) { (options, text) throws(UsageError) in
    guard ConformanceTable.groups.contains(text) || ConformanceTable.checks.contains(where: { $0.id == text })
    else {
      let known = ConformanceTable.groups.joined(separator: ", ")
      throw .badValue(option: "--only", value: text, expected: "the id of a check, or one of \(known)")
    }
    options.only.append(text)
  }

  static let templates = OptionRow(
    "--templates", value: .folder, "a folder with replies, fragments and scripts, instead of all layers"
  ) { $0.templatesFolder = $1 }

  static let locales = OptionRow("--locale", value: .locale, "a locale; may be given several times") {
    (options, text) throws(UsageError) in
    guard LocaleTag(text) != nil else {
      throw .badValue(option: "--locale", value: text, expected: "a language tag, such as id or es-MX")
    }
    options.locales.append(text)
  }

  static let exchangeFormat = OptionRow(
    "--format", value: .exchangeFormat, "whose form it is (default for an import: found out from the file)"
  ) { (options, text) throws(UsageError) in
    guard let format = ExchangeFormat(rawValue: text) else {
      let known = ExchangeFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badValue(option: "--format", value: text, expected: "one of \(known)")
    }
    options.exchangeFormat = format
  }

  static let variant = OptionRow("--variant", value: .text, "a variant by its name (default: all that fit)") {
    $0.variant = $1
  }

  static let fact = OptionRow(
    "--fact", value: .fact, "the value of a fact, such as order.number=4519; may be given several times"
  ) { (options, text) throws(UsageError) in
    guard let equals = text.firstIndex(of: "="), equals > text.startIndex else {
      throw .badValue(option: "--fact", value: text, expected: "NAME=VALUE, such as order.number=4519")
    }
    options.facts[String(text[..<equals])] = String(text[text.index(after: equals)...])
  }

  static let `public` = OptionRow("--public", "what the world reads, instead of what only the customer reads")
  {
    (options, _) in options.isPublic = true
  }

  static let channel = OptionRow(
    "--channel", value: .text, "the channel, such as chat, mail or facebook (default: chat)"
  ) {
    $0.channel = $1
  }

  static let conversation = OptionRow(
    "--conversation", value: .conversation, "a conversation of the desk, for whose customer it is written"
  ) { $0.conversation = $1 }

  static let timeout = OptionRow(
    "--timeout", value: .seconds, "how long an answer may take, 1 to 3600 seconds (default: 10)"
  ) { (options, text) throws(UsageError) in
    guard let seconds = Int(text), (1...3_600).contains(seconds) else {
      throw .badValue(option: "--timeout", value: text, expected: "seconds from 1 to 3600")
    }
    options.timeout = seconds
  }
}

extension OperandRow {
  static let answer = OperandRow(kind: .answer, usage: "ANSWER") { (options, word) throws(UsageError) in
    guard options.answer == nil else { throw .unexpectedFile(word, verb: options.verb) }
    options.answer = word
  }

  static let scenario = OperandRow(kind: .scenario, usage: "[NAME]", take: answer.take)
  static let made = OperandRow(kind: .conversation, usage: "ID", take: answer.take)
  static let dialogue = OperandRow(kind: .conversation, usage: "ID|FILE", take: answer.take)
  static let trainee = OperandRow(kind: .text, usage: "[WHO]", take: answer.take)

  static let optionalAnswer = OperandRow(kind: .answer, usage: "[ANSWER]", take: answer.take)

  static let versions = OperandRow(kind: .folder, usage: "OLD [NEW]") {
    (options, word) throws(UsageError) in
    guard options.files.count < 2 else { throw .unexpectedFile(word, verb: options.verb) }
    options.files.append(word)
  }

  static let files = OperandRow(kind: .file, usage: "FILE…") { $0.files.append($1) }

  static let text = OperandRow(kind: .text, usage: "TEXT") { (options, word) in
    options.text += (options.text.isEmpty ? "" : " ") + word
  }

  static let optionalFiles = OperandRow(kind: .file, usage: "[FILE…]") { $0.files.append($1) }

  static let topic = OperandRow(kind: .verb, usage: "[COMMAND]") { (options, word) throws(UsageError) in
    options.helpWords.append(word)
    options.helpTopic = Options.Verb(rawValue: options.helpWords.joined(separator: " "))
    guard options.helpTopic != nil || !Options.Verb.next(after: options.helpWords).isEmpty else {
      throw .unknownVerb(options.helpWords.joined(separator: " "))
    }
  }

  static let locale = OperandRow(kind: .locale, usage: "TAG") { (options, word) throws(UsageError) in
    guard options.locales.isEmpty else { throw .unexpectedFile(word, verb: options.verb) }
    options.locales.append(word)
  }

  static let locales = OperandRow(kind: .locale, usage: "[TAG…]") { $0.locales.append($1) }

  static let program = OperandRow(kind: .program, usage: "-- COMMAND…", takesRest: true) {
    $0.command.append($1)
  }

  static let shell = OperandRow(kind: .shell, usage: "SHELL") { (options, word) throws(UsageError) in
    guard let wanted = CompletionsRequest(rawValue: word) else {
      let known = CompletionsRequest.allCases.map(\.rawValue).joined(separator: ", ")
      throw .badValue(option: "sapa completions", value: word, expected: "one of \(known)")
    }
    options.completions = wanted
  }
}
