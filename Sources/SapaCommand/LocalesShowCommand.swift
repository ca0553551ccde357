import LocalePacks
import SystemCalls
import TextLayout

/// `sapa locales show TAG`: a pack as it is resolved, each record with its origin, status and sources.
struct LocalesShowCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let shelf = try Setup(options).shelf()
      guard let name = options.locales.first, let tag = LocaleTag(name) else {
        Printed.error("Say which locale: sapa locales show id.")
        return .usage
      }
      let pack = shelf.library.resolve(tag).pack
      if pack.chain.first == .root {
        Printed.error("There is no pack for “\(Printed.line(name))”: the root serves it.")
      }
      for line in PackText.lines(pack, language: options.language ?? "en") {
        Printed.out(Printed.line(line) + "\n")
      }
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  /// A pack in lines for a person.
  enum PackText {
    static func lines(_ pack: LocalePack, language: String) -> [String] {
      var lines = [
        "\(pack.name) (\(pack.nativeName)), \(pack.tag), from \(pack.chain.map(\.description).joined(separator: " → "))",
        pack.reviewedBy.map { "read by \($0)" } ?? "not read by a native speaker yet", "",
        "address: the first that fits",
      ]
      lines += pack.addressRules.map { rule in
        "  \(rule.form): \(rule.why.text(in: language))\(mark(rule.provenance))"
      }
      for section in LocalePack.SectionedRule.Section.allCases {
        let rules = pack.rules(in: section)
        guard !rules.isEmpty else { continue }
        lines += ["", "\(section.rawValue):"]
        lines += rules.map { rule in
          let why = rule.why.map { " – " + $0.text(in: language) } ?? ""
          let kind = rule.kind.isEmpty ? "" : rule.kind + ": "
          return "  \(kind)\(rule.forms.joined(separator: ", "))\(why)\(mark(rule.provenance))"
        }
      }
      if !pack.greetings.isEmpty { lines += ["", "greetings:"] }
      lines += pack.greetings.map { "  \(clock($0.from))–\(clock($0.to)) \($0.text)\(mark($0.provenance))" }
      if !pack.holidays.isEmpty { lines += ["", "holidays:"] }
      lines += pack.holidays.map { rule in
        "  \(rule.id): \(rule.tone.rawValue)\(rule.greeting.map { ", “\($0)”" } ?? "")\(mark(rule.provenance))"
      }
      lines += ["", "sources:"]
      lines += pack.sources.map { "  \($0.id): \($0.reference)\($0.licence.map { " (\($0))" } ?? "")" }
      return lines
    }

    private static func mark(_ provenance: Provenance) -> String {
      let sources = provenance.sources.isEmpty ? "" : " " + provenance.sources.joined(separator: " ")
      return " [\(provenance.origin), \(provenance.status.rawValue)\(sources)]"
    }

    private static func clock(_ minute: Int) -> String {
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      return "\(two(minute / 60)):\(two(minute % 60))"
    }
  }
}
