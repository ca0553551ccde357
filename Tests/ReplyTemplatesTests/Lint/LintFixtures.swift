import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls

/// Sets made of a few texts, read by lint with the packs of this checkout.
enum LintFixtures {
  private static let library: PackLibrary = {
    let root = TemplateFixtures.root + "/Locales"
    let files = ((try? FileSystem.list(root)) ?? []).sorted().compactMap { name -> PackFile? in
      guard let tag = LocaleTag(name),
        let bytes = try? FileSystem.contents(of: "\(root)/\(name)/pack.json5", limit: 4 << 20)
      else { return nil }
      return PackFile(tag: tag, layer: "shipped", path: "\(name)/pack.json5", bytes: bytes)
    }
    return PackLibrary(files, family: TemplateFixtures.family)
  }()

  private static let languages = LanguageIdentifier(library)

  private static let dates = TemplateFixtures.cldr.flatMap { cldr in
    try? CLDRDates(
      FileSystem.contents(of: TemplateFixtures.root + "/Locales/cldr/dates.json5", limit: 1 << 20),
      file: "dates.json5", family: cldr.family)
  }

  /// Reading a pack takes longer than most tests.
  private static let usual = Dictionary(
    uniqueKeysWithValues: ["en", "de", "ru", "uk", "id", "ja", "es", "fr"].compactMap { name in
      let tag = TemplateFixtures.tag(name)
      return made(tag).map { (tag, $0) }
    })

  static func manners(_ tag: LocaleTag) -> Manners? { usual[tag] ?? made(tag) }

  private static func made(_ tag: LocaleTag) -> Manners? {
    TemplateFixtures.cldr.map {
      Manners(
        edition: library.edition, pack: library.resolve(tag).pack, languages: languages,
        locale: $0.locale(tag), holidays: nil)
    }
  }

  /// The day of all tests: 2026-11-28.
  static let today = CivilTime.days(year: 2026, month: 11, day: 28)

  /// What lint says of files, as `line:column rule` behind the file's name below `replies`.
  static func findings(
    _ files: [TemplateFile], attachments: [AnswerID: Set<String>]? = nil,
    options: LintOptions = LintOptions()
  ) -> [LintFinding] {
    let dates = dates
    let environment = LintEnvironment(
      family: TemplateFixtures.family, manners: { manners($0) },
      writer: { tag in
        guard let cldr = TemplateFixtures.cldr, let dates else { return nil }
        return FactWriter(cldr.locale(tag), dates: dates.style(tag), today: today)
      },
      dates: { dates?.style($0) }, today: today, files: files, attachments: attachments, options: options)
    return TemplateLint.findings(in: TemplateSet(files), environment)
  }

  /// What one rule, or one group of rules, says of a variant's text in private, or in public: `line:column rule` in the text.
  static func found(
    _ group: String, _ text: String, locale: String = "en", facts: String = "",
    heading: String = "In private",
    fragments: [String: String] = [:], options: LintOptions = LintOptions()
  ) -> [String] {
    let about = "# A\n## Use it when\n- x\n## Facts\n\(facts)\n## Settings\n- owner: Ann\n"
    let files =
      [
        TemplateFixtures.file("replies/a/about.md", about),
        TemplateFixtures.file("replies/a/\(locale).md", "# \(heading)\n## x\n\(text)\n"),
      ]
      + fragments.map { TemplateFixtures.file("fragments/\($0.key).md", $0.value) }
    return findings(files, options: options).filter { $0.rule == group || $0.rule.hasPrefix(group + ".") }
      .map { finding in
        finding.file.contains("/fragments/")
          ? "fragment \(finding.line):\(finding.column) \(finding.rule)"
          : "\(finding.line - 2):\(finding.column) \(finding.rule)"
      }
  }

  /// What one rule, or one group of rules, says of files: `file:line rule` with names below `replies`.
  static func told(
    _ group: String, _ files: [(String, String)], attachments: [AnswerID: Set<String>]? = nil,
    options: LintOptions = LintOptions()
  ) -> [String] {
    let files = files.map { TemplateFixtures.file("replies/" + $0.0, $0.1) }
    return findings(files, attachments: attachments, options: options)
      .filter { $0.rule == group || $0.rule.hasPrefix(group + ".") }
      .map { "\($0.file.dropFirst("/shipped/replies/".count)):\($0.line) \($0.rule)" }
  }
}
