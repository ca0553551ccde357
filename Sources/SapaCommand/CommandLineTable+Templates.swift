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
}
