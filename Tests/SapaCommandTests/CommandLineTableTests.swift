import SapaCommand
import Testing

@Suite("Command line table")
struct CommandLineTableTests {
  @Test("every subcommand has one row with words, and no option or example is there twice")
  func rows() {
    #expect(CommandLineTable.rows.map(\.verb) == Options.Verb.allCases)
    for row in CommandLineTable.rows {
      #expect(!row.summary.isEmpty && !row.summary.hasSuffix("."), "\(row.verb)")
      #expect(row.details.hasSuffix(".") || row.details.contains("\n  "), "\(row.verb)")
      #expect(!row.details.hasSuffix("\n"), "\(row.verb)")
      let options = row.options + OptionRow.everywhere
      let names = options.flatMap { [$0.name] + ($0.shortName.map { [$0] } ?? []) }
      #expect(Set(names).count == names.count, "\(row.verb)")
      for option in options {
        #expect(option.name.hasPrefix("--") && !option.meaning.hasSuffix("."), "\(option.name)")
      }
      for example in row.examples { #expect(example.line.contains("sapa") && example.meaning.hasSuffix(".")) }
    }
  }

  @Test("each option that a row names is understood, with a value where it takes one")
  func options() throws {
    let values: [ValueKind: String] = [
      .desk: "d", .file: "f", .size: "80x24", .time: "2026-03-02T09:24:00Z", .language: "en",
      .filter: "tag:billing", .number: "3", .conversation: "c-1", .program: "pass show desk",
      .checkGroup: "thread", .seconds: "3",
      .agent: "a-1=Nastya", .folder: "d", .locale: "id", .text: "plain", .fact: "order.number=4519",
      .exchangeFormat: "csv", .seat: "customer",
    ]
    for row in CommandLineTable.rows {
      for option in row.options {
        let value = try option.value.map { [try #require(values[$0])] } ?? []
        let parsed = try Options.parse(row.verb.words + [option.name] + value)
        var plain = Options()
        plain.verb = row.verb
        #expect(parsed.verb == row.verb)
        // The one value that is the default changes nothing.
        #expect(parsed != plain, "\(row.verb) \(option.name)")
      }
    }
  }

  @Test("usage shows options in brackets and values by their placeholders")
  func usage() {
    #expect(CommandLineTable.row(.import).usage == "sapa import FILE… [--desk NAME|DIR] [--json]")
    #expect(CommandLineTable.row(.console).shortUsage == "sapa")
    #expect(CommandLineTable.row(.check).shortUsage == "sapa check [FILE…]")
    #expect(CommandLineTable.row(.adapterList).usage == "sapa adapter list [--json]")
    // What would follow the command would be the command's.
    #expect(CommandLineTable.row(.adapterCheck).usage.hasSuffix(" [--json] -- COMMAND…"))
    #expect(CommandLineTable.row(.adapterCheck).usage.hasPrefix("sapa adapter check [--write ID] "))
  }
}
