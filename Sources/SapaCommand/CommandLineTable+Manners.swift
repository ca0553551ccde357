/// The subcommands about the manners of languages.
extension CommandLineTable {
  static let address = VerbRow(
    .address, "how to address persons in their language, and why",
    """
    Says how a person is to be addressed, by the locale packs. In: one JSON object a line, in which every field may
    be absent; "age" is years, or minor, young, adult or older. Out: the address and the reason, or with --json
    objects; "kind" is greeting where there is no safe term and the address is a whole greeting. Without FILE it
    reads standard input. Exit code 1 when a line was refused.

      in   {"id","locale","full","given","family","patronymic","title","gender","age","role","sector","channel"}
      out  {"id","address","kind","why","pack","rule"}
    """,
    operand: .optionalFiles, options: [.json, .language],
    examples: [
      (#"echo '{"locale":"id","given":"Dewi"}' | sapa address"#, "Ask how to address somebody.")
    ],
    run: { AddressCommand($0).run() })

  static let localesList = VerbRow(
    .localesList, "list the locale packs",
    """
    Lists the packs, with their parents, the number of their rules, and whether a native speaker has read them.

      out with --json  {"locale","name","nativeName","parents":[…],"rules","reviewedBy"}
    """,
    options: [.json], run: { LocalesListCommand($0).run() })

  static let localesShow = VerbRow(
    .localesShow, "show a pack with all that it inherits, and where each rule comes from",
    "Shows the pack of a locale as it is resolved: each record with the pack it comes from, its status and sources.",
    operand: .locale, options: [.language],
    examples: [("sapa locales show es-MX", "Read what holds for customers in Mexico.")],
    run: { LocalesShowCommand($0).run() })

  static let localesCheck = VerbRow(
    .localesCheck, "find every fault of locale packs, with file, line and field",
    """
    Checks the packs named, or all: their files, those of the team and of the person among them; their examples; and
    whether each rule is proved by an example that would fail without it. Exit code 1 when anything is wrong.

      out with --json  {"file","line","field","message"} a fault of a file, {"locale","message"} one of the examples
    """,
    operand: .locales, options: [.json],
    examples: [("sapa locales check id", "Check one pack after a change.")],
    run: { LocalesCheckCommand($0).run() })
}
