import SystemCalls

/// The one table of subcommands: from it come parsing, `--help`, the man page and the shells' completions.
///
/// A new subcommand is a case of `Options.Verb`, a row here and a file with its command.
package enum CommandLineTable {
  /// All rows, in the order in which help lists them.
  package static var rows: [VerbRow] { Options.Verb.allCases.map(row) }

  /// The row of a subcommand.
  package static func row(_ verb: Options.Verb) -> VerbRow {
    switch verb {
    case .console: console
    case .import: importing
    case .export: exporting
    case .search: search
    case .serve: serve
    case .check: check
    case .mask: mask
    case .address: address
    case .localesList: localesList
    case .localesShow: localesShow
    case .localesCheck: localesCheck
    case .templatesList: templatesList
    case .templatesShow: templatesShow
    case .templatesPick: templatesPick
    case .templatesRender: templatesRender
    case .templatesReplay: templatesReplay
    case .templatesLint: templatesLint
    case .templatesStats: templatesStats
    case .templatesDiff: templatesDiff
    case .templatesImport: templatesImport
    case .templatesExport: templatesExport
    case .rehearse: rehearse
    case .rehearsalsList: rehearsalsList
    case .rehearsalsCheck: rehearsalsCheck
    case .rehearsalsProgress: rehearsalsProgress
    case .rehearsalsMake: rehearsalsMake
    case .read: read
    case .doctor: doctor
    case .adapterCheck: adapterCheck
    case .adapterList: adapterList
    case .completions: completions
    case .help: help
    case .version: version
    }
  }

  private static let console = VerbRow(
    .console, "open the console; a first start opens the sample desk",
    """
    The console: queue, conversation, thread and customer side by side. ? or F1 shows what works here and
    now, Ctrl-K finds any command by name. With --script it plays keys without a terminal and prints
    screens, for tests and bug reports; the clock then goes only where the script says so.
    """,
    options: [.desk, .language, .script, .size, .now],
    examples: [
      ("sapa", "Open the console on the default desk."),
      ("sapa --desk /srv/support/desk", "Open a desk that a team shares on this machine."),
      (
        "sapa --script keys.txt --size 120x40",
        "Play the keys of a file and print the screens that it asks for."
      ),
    ],
    run: { $0.script == nil ? ConsoleCommand($0).run() : ScriptCommand($0).run() })

  private static let importing = VerbRow(
    .import, "take conversations in (one JSON object a line; - for standard input)",
    """
    Takes conversations in: JSON Lines, one conversation a line, in the interchange format. A line that
    cannot be taken is refused with its number, the field and what was expected; the rest goes in. A line of a
    conversation that is on the desk already updates it: entries that are new come in, and status, assignee,
    tags, snooze, follow-up and deadlines where they are not what its line before said. Exit code 1 when anything
    was refused.
    """,
    operand: .files, options: [.desk, .json],
    examples: [("zcat old-desk.jsonl.gz | sapa import -", "Take conversations in from another program.")],
    run: { ImportCommand($0).run() })

  private static let exporting = VerbRow(
    .export, "write all conversations to standard output",
    """
    Writes every conversation to standard output in the interchange format, one a line. What was imported
    and not changed since is written byte for byte as it came; that is why it does not write to a terminal.
    """,
    options: [.desk], examples: [("sapa export > all.jsonl", "Write all conversations to a file.")],
    run: { ExportCommand($0).run() })

  private static let search = VerbRow(
    .search, "what was said, and subjects, names and tags, on the whole desk",
    """
    Finds entries in which all words of TEXT stand, and conversations in whose subject, customer's name and tags
    they stand. Case does not matter; a word is found within a longer one. Latest first. A TEXT that begins
    with - goes behind --. Exit code 1 when nothing was found.

      out with --json  {"conversation","entry","at","author","excerpt","matches":[[start,end]]}, offsets in UTF-8
                       bytes of the excerpt; no "entry" where a subject, a name or a tag was found
    """,
    operand: .text, options: [.filter, .limit, .desk, .json],
    examples: [
      ("sapa search refund --filter 'tag:billing lang:id'", "Look for a word in some of the conversations.")
    ],
    run: { SearchCommand($0).run() })

  private static let serve = VerbRow(
    .serve, "offer the desk to a console elsewhere, over the adapter protocol",
    """
    Speaks the adapter protocol on standard input and output, so that ssh HOST sapa serve is a team desk: a
    console starts it as its adapter. Any number of them and of consoles can work on one desk. Words for people
    go to standard error. It ends with its input, with exit code 0; 1 when the desk could not be opened.

    Whoever may start it may read the desk, and write it without --read-only. All that is done is done in one
    name, that of --as, whatever the other side says; so a key of ssh can be tied to a name, in the file
    authorized_keys of the account that owns the desk, a line for each person:

      restrict,command="sapa serve --desk /srv/desk --as a-olena=Olena" ssh-ed25519 AAAA…

    With --trust-agents the other side says in whose name it acts: only for a program that has looked itself
    who is who. What the other side sends as settings is not looked at.
    """,
    options: [.desk, .actsAs, .readOnly, .trustAgents],
    examples: [
      ("ssh support@desk.example.org sapa serve", "Reach a desk on another machine, as an adapter.")
    ],
    run: { ServeCommand($0).run() })

  private static let check = VerbRow(
    .check, "the last look at drafts, without a screen",
    """
    Judges drafts as the console does between Enter and the wire. In: one JSON object a line, of which only
    "text" is needed. Out: sentences, or with --json objects with offsets in UTF-8 bytes. Without FILE it reads
    standard input. Exit code 1 when there are findings.

      in   {"id","text","locale","channel","audience","kind","contact":{…},"thread":[entries],"basedOn"}
      out  {"id","findings":[{"rule","severity","start","end","message","suggestion","replacement"}]}
    """,
    operand: .optionalFiles, options: [.json, .language, .now],
    examples: [("sapa check --json < drafts.jsonl", "Judge drafts as the console does before a send.")],
    run: { CheckCommand($0).run() })

  private static let mask = VerbRow(
    .mask, "texts with the passwords, codes, card numbers and keys in them masked",
    """
    Masks the secrets in what customers write, in any language: passwords, PINs, codes, numbers of cards and
    accounts, keys, links that open once. A mark says what stood there, never how long it was. Lines go in and
    come out, each read with the three before it; a text of several lines goes in as JSON. Without FILE it reads
    standard input. Exit code 1 when something could not be read.

      in with --json   {"id","text","context":["what was said before","…"]}, of which only "text" is needed
      out with --json  {"id","text","spans":[{"kind","start","end"}]}: the masked text, and where the secrets stood
                       in the text that went in, in UTF-8 bytes
    """,
    operand: .optionalFiles, options: [.json],
    examples: [("sapa mask < chat.txt", "Show a conversation without its secrets.")],
    run: { MaskCommand($0).run() })

  private static let doctor = VerbRow(
    .doctor, "look for what is wrong with terminal, config, content and desk, and say what to do",
    """
    Looks at the terminal, the locale, the folders, the config, what ships with the program, the desk and the
    drafts. Each line begins with ok, note or problem; a problem says what to do. Nothing is changed, and a
    desk that another program has locked is looked at all the same. Exit code 1 when there are problems.

      out with --json  {"area","level","message","advice"}
    """,
    options: [.desk, .json, .language],
    examples: [("sapa doctor --json | grep '\"problem\"'", "Show the problems of this machine alone.")],
    run: { DoctorCommand($0).run() })

  private static let adapterCheck = VerbRow(
    .adapterCheck, "see whether a program speaks the adapter protocol, check by check",
    """
    Starts the program behind -- as the console would, several times, and looks at what the pages of the adapter
    protocol say, one thing after the other. A check is ok, FAIL, – (the adapter does not offer it) or skip; for
    each failure it tells what was sent, what came, what was expected and on which page that stands.

    It only reads, unless --write names a conversation: into that one it writes some dozens of texts that say that
    they are tests, sets its status, tags and assignee and sets them back. Name one that nobody needs. Exit code 1
    when a check failed, or when the program cannot be started.

      out with --json  {"check","title","verdict","reason","sent","came","expected","page","heading"} a check, then
                       {"passed","failed","notApplicable","skipped"}
    """,
    operand: .program,
    options: [.write, .settings, .tokenFile, .tokenCommand, .only, .timeout, .json],
    examples: [
      ("sapa adapter check -- ./my-adapter", "See what a new adapter does not do yet, without writing."),
      (
        "sapa adapter check --write 4711 --token-file token.txt -- sapa-adapter-rt",
        "Check an adapter whole, on a test ticket."
      ),
    ],
    run: { AdapterCheckCommand($0).run() })

  private static let adapterList = VerbRow(
    .adapterList, "list the adapters that are installed, and where",
    """
    Lists the programs whose names begin with sapa-adapter-, beside sapa itself and along PATH; of those with the
    same name the first. Exit code 1 when there are none.

      out with --json  {"name","path"}
    """,
    options: [.json], run: { AdapterListCommand($0).run() })

  private static let completions = VerbRow(
    .completions, "print what completes sapa's command lines in bash, zsh or fish",
    """
    Prints the completions for a shell (bash, zsh or fish), or the languages that there are, one a line, which
    the completions ask for. A Debian package has them installed; else:

      bash  source <(sapa completions bash)                      in ~/.bashrc
      zsh   source <(sapa completions zsh)                       in ~/.zshrc, after compinit
      fish  sapa completions fish | source                       in ~/.config/fish/config.fish
    """,
    operand: .shell, examples: [("source <(sapa completions bash)", "Complete sapa in this bash.")],
    run: { CompletionsCommand($0).run() })

  private static let help = VerbRow(
    .help, "tell about a command, or print the manual page",
    "Tells what there is, or what one command does and which options it takes.",
    operand: .topic, options: [.man],
    examples: [("sapa help --man | man -l -", "Read this page without its file.")],
    run: { HelpCommand($0).run() })

  private static let version = VerbRow(
    .version, "print the version of the program and of its Unicode tables",
    "Prints the version of the program, then that of the Unicode files that its tables were made from.",
    run: { _ in
      Printed.out(Version.line + "\n")
      return .fine
    })
}
