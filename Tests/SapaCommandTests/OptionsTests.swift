import DeskModel
import SapaCommand
import ScreenKit
import Testing

@Suite("Options")
struct OptionsTests {
  private func options(_ change: (inout Options) -> Void) -> Options {
    var options = Options()
    change(&options)
    return options
  }

  @Test("nothing at all is the console, on 120 by 40 where no terminal says otherwise")
  func bare() throws {
    let options = try Options.parse([])
    #expect(options == Options())
    #expect(options.verb == .console && options.size == Size(columns: 120, rows: 40))
    #expect(
      options.desk == nil && options.script == nil && options.now == nil && !options.isJSON
        && options.files.isEmpty)
  }

  @Test("each command takes its options in any order")
  func commands() throws {
    func expect(
      _ arguments: [String], _ change: (inout Options) -> Void, _ location: SourceLocation = #_sourceLocation
    ) throws {
      #expect(try Options.parse(arguments) == options(change), sourceLocation: location)
    }
    try expect(["--desk", "d"]) { $0.desk = "d" }
    try expect(["--script", "s", "--size", "80x24", "--now", "1970-01-01T00:00:01Z"]) {
      ($0.script, $0.size, $0.now) = ("s", Size(columns: 80, rows: 24), Timestamp(milliseconds: 1_000))
    }
    try expect(["--now", "1970-01-01T02:00:00+02:00", "--size", "1x1000", "--script", "-"]) {
      ($0.script, $0.size, $0.now) = ("-", Size(columns: 1, rows: 1_000), Timestamp(milliseconds: 0))
    }
    try expect(["import", "a", "-", "b", "--json", "--desk", "d"]) {
      ($0.verb, $0.files, $0.isJSON, $0.desk) = (.import, ["a", "-", "b"], true, "d")
    }
    try expect(["import", "--desk", "d", "a"]) { ($0.verb, $0.files, $0.desk) = (.import, ["a"], "d") }
    try expect(["import"]) { $0.verb = .import }
    try expect(["export", "--desk", "d"]) { ($0.verb, $0.desk) = (.export, "d") }
    try expect(["search", "two", "words", "--limit", "3", "--json"]) {
      ($0.verb, $0.text, $0.limit, $0.isJSON) = (.search, "two words", 3, true)
    }
    try expect(["search", "--desk", "d", "--", "--json", "-x"]) {
      ($0.verb, $0.text, $0.desk) = (.search, "--json -x", "d")
    }
    try expect(["check", "--json", "a"]) { ($0.verb, $0.files, $0.isJSON) = (.check, ["a"], true) }
    try expect(["check"]) { $0.verb = .check }
    try expect(["doctor", "--json", "--desk", "d", "--language", "id"]) {
      ($0.verb, $0.isJSON, $0.desk, $0.language) = (.doctor, true, "d", "id")
    }
    try expect(["completions", "zsh"]) { ($0.verb, $0.completions) = (.completions, .zsh) }
    try expect(["completions"]) { $0.verb = .completions }
    try expect([
      "adapter", "check", "--write", "7", "--write", "8", "--only", "say", "--", "a", "--json", "--",
    ]) {
      ($0.verb, $0.writable, $0.only, $0.command) = (
        .adapterCheck, ["7", "8"], ["say"], ["a", "--json", "--"]
      )
    }
    // Behind the program all is the program's, without -- too.
    try expect(["adapter", "check", "--timeout", "5", "./a", "--write", "x"]) {
      ($0.verb, $0.timeout, $0.command) = (.adapterCheck, 5, ["./a", "--write", "x"])
    }
    try expect(["adapter", "check", "--settings", "s", "--token-file", "t", "--only", "say.text"]) {
      ($0.verb, $0.settingsFile, $0.tokenFile, $0.only) = (.adapterCheck, "s", "t", ["say.text"])
    }
    try expect(["adapter", "check", "--token-command", "pass show  desk", "--json"]) {
      ($0.verb, $0.tokenCommand, $0.isJSON) = (.adapterCheck, ["pass", "show", "desk"], true)
    }
    try expect(["adapter", "list", "--json"]) { ($0.verb, $0.isJSON) = (.adapterList, true) }
    try expect(["help", "--man"]) { ($0.verb, $0.isManPage) = (.help, true) }
    try expect(["--language", "pt-BR"]) { $0.language = "pt-BR" }
    try expect(["version"]) { $0.verb = .version }
    try expect(["--version"]) { $0.verb = .version }
    try expect(["help"]) { $0.verb = .help }
    // The last of two counts.
    try expect(["--desk", "a", "--desk", "b"]) { $0.desk = "b" }
    // A value may look like an option.
    try expect(["--desk", "--json"]) { $0.desk = "--json" }
  }

  @Test("help knows what it was asked about", arguments: Options.Verb.allCases)
  func help(verb: Options.Verb) throws {
    #expect(try Options.parse(["help"] + (verb == .console ? ["console"] : verb.words)).helpTopic == verb)
    guard verb != .console, verb != .help else { return }
    for flag in ["--help", "-h"] {
      let options = try Options.parse(verb.words + [flag])
      #expect(options.verb == .help && options.helpTopic == verb)
    }
  }

  @Test(
    "help without a topic is help about all", arguments: [["help", "--help"], ["help"], ["help", "-h"]])
  func plainHelp(arguments: [String]) throws {
    #expect(try Options.parse(arguments).helpTopic == nil)
  }

  static let errors: [([String], UsageError)] = [
    (["nonsense"], .unknownVerb("nonsense")), ([""], .unknownVerb("")),
    (["console"], .unknownVerb("console")),
    (["IMPORT"], .unknownVerb("IMPORT")), (["help", "nonsense"], .unknownVerb("nonsense")),
    (["--nonsense"], .unknownOption("--nonsense", verb: .console)),
    (["-x"], .unknownOption("-x", verb: .console)),
    (["--", "a"], .unexpectedFile("a", verb: .console)),
    (["--json"], .unknownOption("--json", verb: .console)),
    (["--desk=d"], .unknownOption("--desk=d", verb: .console)),
    (["check", "--desk", "d"], .unknownOption("--desk", verb: .check)),
    (["export", "--json"], .unknownOption("--json", verb: .export)),
    (["import", "--script", "s"], .unknownOption("--script", verb: .import)),
    (["import", "--size", "1x1"], .unknownOption("--size", verb: .import)),
    (["export", "--now", "t"], .unknownOption("--now", verb: .export)),
    (["--desk"], .missingValue(option: "--desk")),
    (["import", "a", "--desk"], .missingValue(option: "--desk")),
    (["--script"], .missingValue(option: "--script")), (["--size"], .missingValue(option: "--size")),
    (["--now"], .missingValue(option: "--now")),
    (["doctor", "a"], .unexpectedFile("a", verb: .doctor)),
    (["doctor", "--script", "s"], .unknownOption("--script", verb: .doctor)),
    (["import", "--man"], .unknownOption("--man", verb: .import)),
    (["--language"], .missingValue(option: "--language")),
    (
      ["--language", "../en"],
      .badValue(option: "--language", value: "../en", expected: "a language tag, such as en or pt-BR")
    ),
    (
      ["completions", "tcsh"],
      .badValue(
        option: "sapa completions", value: "tcsh", expected: "one of bash, zsh, fish, languages, locales")
    ),
    (
      ["--now", "09:24"],
      .badValue(option: "--now", value: "09:24", expected: "a time such as 2026-03-02T09:24:00Z")
    ),
    (["export", "a"], .unexpectedFile("a", verb: .export)),
    (["--desk", "d", "a"], .unexpectedFile("a", verb: .console)),
    (["version", "a"], .unexpectedFile("a", verb: .version)),
    (["export", "-"], .unexpectedFile("-", verb: .export)),
    (["adapter"], .incompleteVerb("adapter", next: ["check", "list"])),
    (["adapter", "--json"], .incompleteVerb("adapter", next: ["check", "list"])),
    (["adapter", "nonsense"], .incompleteVerb("adapter", next: ["check", "list"])),
    (["adapter check"], .unknownVerb("adapter check")), (["list"], .unknownVerb("list")),
    (["help", "adapter", "nonsense"], .unknownVerb("adapter nonsense")),
    (["help", "adapter", "check", "x"], .unknownVerb("adapter check x")),
    (["adapter", "list", "a"], .unexpectedFile("a", verb: .adapterList)),
    (["adapter", "check", "--write"], .missingValue(option: "--write")),
    (
      ["adapter", "check", "--timeout", "0"],
      .badValue(option: "--timeout", value: "0", expected: "seconds from 1 to 3600")
    ),
    (
      ["adapter", "check", "--token-command", " "],
      .badValue(option: "--token-command", value: " ", expected: "a program and its arguments")
    ),
  ]

  @Test("what is wrong with a command line is told exactly", arguments: errors)
  func error(arguments: [String], error: UsageError) {
    #expect(throws: error) { try Options.parse(arguments) }
  }

  @Test(
    "a size is columns and rows from 1 to 1000",
    arguments: [
      "", "x", "80", "80x", "x24", "0x24", "80x0", "1001x1", "1x1001", "-1x24", "80x24x1", "80 x 24", "٨٠x24",
      "80X24",
      "99999999999999999999x1",
    ])
  func size(text: String) {
    #expect(
      throws: UsageError.badValue(option: "--size", value: text, expected: "COLUMNSxROWS, such as 120x40")
    ) {
      try Options.parse(["--size", text])
    }
  }
}

@Suite("Usage of the program", .serialized)
struct UsageTests {
  @Test(
    "a wrong command line is told in one sentence, with exit code 2",
    arguments: [
      (["nonsense"], "There is no command “nonsense”. sapa help lists them."),
      (["export", "a"], "sapa export takes no files, but was given “a”. Did you mean sapa import?"),
      (["--desk"], "--desk needs a value after it."),
      (["check", "--desk", "d"], "sapa check has no option “--desk”. sapa check --help lists its options."),
      (["--wrong"], "sapa has no option “--wrong”. sapa --help lists its options."),
      (["--size", "big"], "--size was given “big”; it takes COLUMNSxROWS, such as 120x40."),
      (["completions"], "Name the shell: sapa completions bash, zsh or fish."),
      (
        ["completions", "x"],
        "sapa completions was given “x”; it takes one of bash, zsh, fish, languages, locales."
      ),
      (["import"], "Name the files to import, or - for standard input: sapa import FILE…"),
      (
        ["--now", "soon", "--script", "-"],
        "--now was given “soon”; it takes a time such as 2026-03-02T09:24:00Z."
      ),
    ])
  func sentences(arguments: [String], sentence: String) throws {
    let result = try Home().run(arguments)
    #expect(result.error == "sapa: \(sentence)\n")
    #expect(result.code == 2)
    #expect(result.out.isEmpty)
  }

  @Test(
    "every option of a command is in its help, and help is on standard output",
    arguments: Options.Verb.allCases.filter { ![.console, .help].contains($0) })
  func help(verb: Options.Verb) throws {
    let home = try Home()
    let row = CommandLineTable.row(verb)
    let page = try home.run(["help"] + verb.words)
    #expect(page.code == 0 && page.error.isEmpty)
    // A long usage goes over several lines.
    let usage = page.out.firstRange(of: "\n\n" + row.details).map { page.out[..<$0.lowerBound] }
    #expect(usage?.split { $0.isWhitespace }.joined(separator: " ") == row.usage)
    for option in row.options { #expect(page.out.contains("  \(option.usage)  "), "\(option.name)") }
    #expect(try home.run(verb.words + ["--help"]).out == page.out)
    #expect(page.out.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test("help about the first of two words tells of all that begin with it")
  func family() throws {
    let page = try Home().run(["help", "adapter"])
    #expect(page.code == 0)
    for verb in [Options.Verb.adapterCheck, .adapterList] {
      #expect(page.out.contains(CommandLineTable.row(verb).details))
    }
    #expect(!page.out.contains(CommandLineTable.row(.doctor).details))
  }

  @Test("the overview has every command, the console's options and those of all")
  func overview() throws {
    let home = try Home()
    let all = try home.run(["--help"])
    for row in CommandLineTable.rows {
      #expect(all.out.contains("  \(row.shortUsage) ") && all.out.contains(row.summary), "\(row.verb)")
    }
    for option in CommandLineTable.row(.console).options + OptionRow.everywhere {
      #expect(all.out.contains(option.usage + "  ") && all.out.contains(option.meaning), "\(option.name)")
    }
    for arguments in [["help"], ["-h"], ["help", "help"], ["help", "console"], ["help", "--help"]] {
      #expect(try home.run(arguments).out == all.out, "\(arguments)")
    }
    #expect(all.code == 0 && all.out.contains("Exit code"))
    #expect(all.out.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  @Test("the version is one line")
  func version() throws {
    let home = try Home()
    let result = try home.run(["--version"])
    #expect(result.code == 0 && result.error.isEmpty)
    #expect(result.out.wholeMatch(of: /sapa \d+\.\d+\.\d+, Unicode \d+\.\d+\.\d+\n/) != nil)
    #expect(try home.run(["version"]).out == result.out)
  }
}
