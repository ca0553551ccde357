/// All scenarios of a set of folders with their lists of words.
package struct ScenarioLibrary: Sendable, Hashable {
  /// A file with its path as messages name it, and its bytes.
  package struct File: Sendable, Hashable {
    /// Below `rehearsals`: `name.md`, `name.uk.md`, `words/uk.md`.
    package var path: String
    /// As it is told in messages.
    package var shown: String
    /// What stands in it.
    package var text: String

    /// Makes a file.
    package init(path: String, shown: String, text: String) {
      self.path = path
      self.shown = shown
      self.text = text
    }
  }

  /// By name, then by locale.
  package private(set) var scenarios: [String: [String: Scenario]] = [:]
  /// Lists of words by locale.
  package private(set) var lists: [String: [String: [String]]] = [:]
  /// What is wrong, by file and line.
  package private(set) var problems: [ScenarioProblem] = []

  /// Reads files; those of later layers stand for those of earlier ones with the same path.
  ///
  /// - Complexity: O(bytes).
  package init(_ files: [File]) {
    var byPath: [String: File] = [:]
    for file in files { byPath[file.path] = file }
    for file in byPath.values.sorted(by: { $0.path < $1.path }) where file.path.hasPrefix("words/") {
      let locale = String(file.path.dropFirst(6).prefix { $0 != "." })
      let (read, wrong) = WordListReader.read(file.text, file: file.shown)
      lists[locale] = read
      problems += wrong
    }
    for file in byPath.values.sorted(by: { $0.path < $1.path }) where !file.path.contains("/") {
      let parts = file.path.split(separator: ".")
      guard parts.last == "md", (2...3).contains(parts.count) else { continue }
      let (scenario, wrong) = ScenarioReader.read(file.text, name: String(parts[0]), file: file.shown)
      problems += wrong
      let locale = parts.count == 3 ? String(parts[1]) : "en"
      if scenario.locale != locale {
        let fault = ScenarioFault.badValue(
          key: "locale", value: scenario.locale, wanted: "“\(locale)”, as the file’s name says")
        problems.append(ScenarioProblem(file: file.shown, line: 1, fault: fault))
      }
      problems += ScenarioChecker.problems(in: scenario, lists: words(for: locale).keys)
      scenarios[scenario.name, default: [:]][locale] = scenario
    }
  }

  /// The lists of words of a locale, English where it has none of its own.
  package func words(for locale: String) -> [String: [String]] { lists[locale] ?? lists["en"] ?? [:] }

  /// A scenario in the nearest of some locales, else in English, else in any; nil when there is none of the name.
  package func scenario(_ name: String, in locales: [String]) -> Scenario? {
    guard let byLocale = scenarios[name] else { return nil }
    for locale in locales + ["en"] {
      if let found = byLocale[locale] { return found }
    }
    return byLocale.keys.min().flatMap { byLocale[$0] }
  }

  /// Whether a scenario can be played: nothing fatal is wrong with it.
  package func canPlay(_ scenario: Scenario) -> Bool {
    !problems.contains { $0.file == scenario.file && $0.fault.isFatal }
  }

  /// All scenarios, by title within their level.
  package func all(in locales: [String]) -> [Scenario] {
    scenarios.keys.compactMap { scenario($0, in: locales) }
      .sorted { ($0.level, $0.title, $0.name) < ($1.level, $1.title, $1.name) }
  }
}
