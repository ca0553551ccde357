/// The subcommands about answers and their variants.
extension CommandLineTable {
  static let templatesList = VerbRow(
    .templatesList, "list the answers, with their locales and variants",
    """
    Lists the answers of all layers (what ships, the team's folder, your own), with the number of variants in each
    locale. What is wrong with a file is said on standard error.

      out with --json  {"answer","title","layers":[…],"tags":[…],"shortcuts":[…],"locales":{"en":7}}
    """,
    options: [.templates, .locales, .json], run: { TemplatesListCommand($0).run() })

  static let templatesShow = VerbRow(
    .templatesShow, "read an answer: when to use it, and its variants, locales side by side",
    """
    Shows what about.md says of an answer, and its variants as they stand in the files. Two or three locales stand side
    by side, as wide as COLUMNS says (default: 120).
    """,
    operand: .answer, options: [.templates, .locales],
    examples: [
      ("sapa templates show delivery-late --locale en --locale uk", "Compare two locales of an answer.")
    ],
    run: { TemplatesShowCommand($0).run() })

  static let templatesRender = VerbRow(
    .templatesRender, "fill in an answer for a customer, as the console would",
    """
    Fills in the variants that fit: for a customer of a desk with --conversation, otherwise for a sample one. What the
    agent would have to fill in stands as {{order.number}}, unless --fact gives it; a variant that would not be offered
    is named with the fact that it lacks. Exit code 1 when nothing can be offered.

      out with --json  {"answer","locale","variant","text","toFill":[…],"missing":[…]}
    """,
    operand: .answer,
    options: [.templates, .locales, .variant, .fact, .public, .channel, .conversation, .desk, .json],
    examples: [
      (
        "sapa templates render delivery-late --locale id --fact order.number=4519",
        "Read an answer as a customer would."
      )
    ],
    run: { TemplatesRenderCommand($0).run() })

  static let templatesPick = VerbRow(
    .templatesPick, "tell which answers fit a conversation, and which of their variants to take first",
    """
    Picks answers as the console does, without what a team's habits teach. In: one JSON object a line, all of it
    optional; "query" is what the agent has typed, without it the customer's words since our last reply count. Out: the
    answers, best first, each with the variant to take first, filled in, and the reasons. "typical" is false when what the
    customer wrote is like nothing that the answers are for: better write by hand. What our side said in the thread is not
    offered again as long as something else fits; "repeat" says that nothing does. Exit code 1 when for some line
    nothing fits.

      in               {"id","locale","channel","audience","subject","tags":[…],"contact":{…},"thread":[entries],"query"}
      out with --json  {"id","typical","answers":[{"answer","title","locale","why":[…],"variant","text","toFill":[…],
                       "variantWhy":[…],"repeat","usedUp","others":[…]}]}
    """,
    operand: .optionalFiles, options: [.templates, .answersLimit, .json, .language, .now],
    examples: [
      ("sapa templates pick --json < conversations.jsonl", "Have answers picked by a program.")
    ],
    run: { TemplatesPickCommand($0).run() })

  static let templatesReplay = VerbRow(
    .templatesReplay, "play a desk's own past replies through the picker, and tell how often it was right",
    """
    Goes through the conversations of a desk in the order in which they began. For each reply that was made from an
    answer the picker ranks the answers, knowing only what came earlier, and then learns what was picked. What was picked
    is what the reply says itself; else what another system said of it ("raw" of an imported entry: {"picked":NAME,
    "draft":what was typed}, where NAME is an answer or the last part of its name); else the answer of which it is
    nearly a copy. Where a conversation has tags that answers have, only these can be picked. Exit code 1 when no reply
    is known to be made from an answer.

      out with --json  {"conversations","repeatingConversations","picks","absent","freehand","top1","top3","mrr",
                       "offers","repeatsOffered","usedUp"}
    """,
    options: [.desk, .templates, .conversationsLimit, .json],
    examples: [
      ("sapa templates replay --desk /srv/support/desk", "See whether the picker would serve this team well.")
    ],
    run: { TemplatesReplayCommand($0).run() })

  static let templatesLint = VerbRow(
    .templatesLint, "read the answers as a strict colleague would, and say what to mend",
    """
    Reads all answers, or those of one folder, and finds what would be sent wrong, what cannot be offered, texts that are
    too alike, missing languages, dead links and much more; the page Lint of the documentation lists the rules. A line a
    finding, as editors and hooks read it. Exit code 1 when there are errors, with --strict on warnings too.

      out              path:line:column: severity rule: message
      out with --json  {"file","line","column","severity","rule","message","answer","locale","variant"}
    """,
    options: [.strict, .templates, .json],
    examples: [
      ("sapa templates lint --strict --templates Templates", "Check a team's set in a hook, or on a server.")
    ],
    run: { TemplatesLintCommand($0).run() })

  static let templatesStats = VerbRow(
    .templatesStats, "count what became of the replies that were made from answers",
    """
    Counts the replies on a desk that were made from answers: how often each text was sent, how often it was edited
    before, whether the customer wrote again, whether it was solved, how it was rated, each with the interval in which
    the truth may lie. What is counted, and of what, stands above the numbers. Texts that agents mostly rewrite come
    first; then the answers, the most used first; then trials, in their answers; last what nobody used for 90 days. A
    reply that does not say from what it was made counts where it is nearly a copy of a text. Nothing is counted by
    agent. Exit code 1 when there is no such reply.

      out with --json  {"kind":"answer","answer","gone","sent","kept","edited":{"count","of","low","high","few"},
                       "wroteAgain","solved","rated","trial"}, likewise "variant" with "older", and "mend";
                       {"kind":"unused","answer","last"}
    """,
    operand: .optionalAnswer, options: [.desk, .templates, .locales, .json, .now],
    examples: [
      ("sapa templates stats --desk /srv/support/desk delivery-late", "See which texts of an answer work.")
    ],
    run: { TemplatesStatsCommand($0).run() })

  static let templatesDiff = VerbRow(
    .templatesDiff, "tell what changed between two versions of a set of answers",
    """
    Compares an older version of a set with a newer one: a folder, or a revision of the git repository in which the answers
    lie, such as HEAD~5. It tells the answers that came, went, were renamed or changed; what about.md says otherwise;
    variants, with what was taken out of their texts and what was put in; fragments and scripts; and locales that stayed as
    they were while others changed: translations that may be out of date. A folder is one with replies in it, or with
    Templates. Without NEW the newer version is what agents have now, and OLD stands for the team's folder; where the config
    names none, a revision stands for the person's own folder, and a folder for all. Exit code 1 when something changed, as
    that of diff.

      out              [-taken out-] and {+put in+}
      out with --json  {"kind":"answer","answer","change":"added|removed|renamed|changed","from","leftBehind":[…]},
                       {"kind":"about","answer","key","old","new"}, {"kind":"variant","variant","change","difference"},
                       {"kind":"ask"}, {"kind":"fragment"}, {"kind":"script"}
    """,
    operand: .versions, options: [.json],
    examples: [
      ("sapa templates diff HEAD~5", "See what the last five commits did to the answers.")
    ],
    run: { TemplatesDiffCommand($0).run() })

  static let templatesImport = VerbRow(
    .templatesImport, "take the replies of another program in, each as a folder with its texts",
    """
    Reads canned responses of Chatwoot, macros and dynamic content of Zendesk, text modules of Zammad, saved replies of
    Help Scout and FreeScout, macros of Intercom, matches of espanso, tables (CSV) and JSON Lines, and writes each as an
    answer into DIR/replies (default: your own Templates). What cannot be mapped is said on standard error, line by line,
    and nothing is dropped without a word. An answer that is there already stays as it is. Texts of a file that names no
    locale are taken to be in that of --locale. Exit code 1 when something was not taken.
    """,
    operand: .files, options: [.exchangeFormat, .locales, .templates],
    examples: [
      (
        "sapa templates import macros.json --locale de --templates team/Templates",
        "Begin with what a team has."
      )
    ],
    run: { TemplatesImportCommand($0).run() })

  static let templatesExport = VerbRow(
    .templatesExport, "write answers in the form of another program, to standard output",
    """
    Writes all answers, or one, in the form in which another program takes them in. What it cannot express is said on
    standard error. --locale says in which language a program is written to that knows only one.
    """,
    operand: .optionalAnswer, options: [.exchangeFormat, .locales, .templates],
    examples: [
      (
        "sapa templates export --format chatwoot --locale id > canned.json",
        "Give the answers to another helpdesk."
      )
    ],
    run: { TemplatesExportCommand($0).run() })
}
