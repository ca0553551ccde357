package import LocalePacks

/// All answers and fragments that there are, the layers laid over each other.
package struct TemplateSet: Sendable, Hashable {
  /// The answers by name.
  package private(set) var answers: [AnswerID: Answer] = [:]
  /// The texts that answers share, by locale and name.
  package private(set) var fragments: [LocaleTag: [String: Variant]] = [:]
  /// The guided scripts by their folder and locale.
  package private(set) var scripts: [String: [LocaleTag: GuidedScript]] = [:]
  /// The words by which access is asked for, by locale.
  package private(set) var requests: [LocaleTag: SafeRequest] = [:]
  /// What is wrong with the files, by file and line.
  package private(set) var problems: [TemplateProblem] = []
  /// Where each answer's parts come from: the layers that have a file of it, the strongest last.
  package private(set) var layers: [AnswerID: [String]] = [:]

  /// A set without answers.
  package init() {}

  /// A set of answers that were not read from files, such as imported ones.
  package init(_ answers: [Answer]) {
    self.answers = Dictionary(answers.map { ($0.id, $0) }) { $1 }
  }

  /// Reads files; what is wrong with them is left out and stands in `problems`.
  ///
  /// Names that are not below `replies` or `fragments`, and files that are no Markdown, are passed over: an answer's folder
  /// also holds what it attaches.
  /// - Complexity: O(bytes).
  package init(_ files: [TemplateFile]) {
    func rank(_ file: TemplateFile) -> Int { TemplateFile.layers.firstIndex(of: file.layer) ?? 0 }
    for file in files.sorted(by: { (rank($0), $0.name) < (rank($1), $1.name) })
    where file.name.hasSuffix(".md") {
      read(file)
    }
    for (id, answer) in answers where answer.locales.isEmpty && answer.about == nil { answers[id] = nil }
    problems.sort { ($0.file, $0.line) < ($1.file, $1.line) }
  }

  /// The answers in the order of their names.
  package var sorted: [Answer] { answers.values.sorted { $0.id < $1.id } }

  private mutating func report(_ file: TemplateFile, _ fault: TemplateFault) {
    problems.append(TemplateProblem(file: file.path, line: 1, fault: fault))
  }

  private mutating func read(_ file: TemplateFile) {
    let parts = file.name.split(separator: "/").map(String.init)
    guard let root = parts.first, ["replies", "fragments", "scripts", "safe-request"].contains(root),
      parts.count >= 2
    else {
      return
    }
    guard file.bytes.count <= TemplateFile.sizeLimit else {
      return report(file, .tooLarge(limit: TemplateFile.sizeLimit))
    }
    guard let text = String(validating: file.bytes, as: UTF8.self) else { return report(file, .notUTF8) }
    let stem = String(parts[parts.count - 1].dropLast(3))
    if root == "fragments" || root == "safe-request" {
      guard parts.count == 2, let locale = LocaleTag(stem), "\(locale)" == stem else {
        return report(file, .badName(parts[parts.count - 1]))
      }
      root == "fragments" ? readFragments(file, text, locale) : readRequest(file, text, locale)
      return
    }
    if root == "scripts" { return readScript(file, text, parts, stem) }
    let path = parts.dropFirst().dropLast().joined(separator: "/")
    guard let id = AnswerID(checking: path) else { return report(file, .badName(path)) }
    if stem == "about" {
      var reader = AboutReader(id, file: file.path)
      answers[id, default: Answer(id: id)].about = reader.read(text)
      problems += reader.problems
      note(id, file.layer)
    } else if let locale = LocaleTag(stem), "\(locale)" == stem {
      var reader = TextsReader(file: file.path)
      let texts = reader.read(text)
      problems += reader.problems
      let below = answers[id]?.locales[locale]
      answers[id, default: Answer(id: id)].locales[locale] = texts.over(below, removed: reader.removed)
      note(id, file.layer)
    } else if stem != "README" {
      report(file, .badName(parts[parts.count - 1]))
    }
  }

  private mutating func readRequest(_ file: TemplateFile, _ text: String, _ locale: LocaleTag) {
    var reader = SafeRequestReader(locale: locale, file: file.path)
    requests[locale] = reader.read(text)
    problems += reader.problems
  }

  private mutating func readScript(_ file: TemplateFile, _ text: String, _ parts: [String], _ stem: String) {
    guard stem != "README" else { return }
    guard parts.count == 3, AnswerID(checking: parts[1]) != nil, let locale = LocaleTag(stem),
      "\(locale)" == stem
    else { return report(file, .badName(parts.dropFirst().joined(separator: "/"))) }
    var reader = ScriptReader(id: parts[1], locale: locale, file: file.path)
    scripts[parts[1], default: [:]][locale] = reader.read(text)
    problems += reader.problems
  }

  private mutating func note(_ id: AnswerID, _ layer: String) {
    if layers[id]?.last != layer { layers[id, default: []].append(layer) }
  }

  private mutating func readFragments(_ file: TemplateFile, _ text: String, _ locale: LocaleTag) {
    var reader = TextsReader(file: file.path, isFragments: true)
    let texts = reader.read(text)
    problems += reader.problems
    for name in reader.removed { fragments[locale]?[name] = nil }
    for variant in texts.variants { fragments[locale, default: [:]][variant.name] = variant }
  }
}

extension AnswerTexts {
  /// These texts over those of a layer below: variants by their names, the new ones behind.
  func over(_ below: AnswerTexts?, removed: Set<String>) -> AnswerTexts {
    guard let below else { return self }
    var result = self
    let own = Dictionary(variants.map { ($0.name, $0) }) { $1 }
    let inherited = Set(below.variants.map(\.name))
    result.variants =
      below.variants.filter { !removed.contains($0.name) }.map { own[$0.name] ?? $0 }
      + variants.filter { !inherited.contains($0.name) }
    result.asks = below.asks + asks.filter { !below.asks.contains($0) }
    result.title = title ?? below.title
    return result
  }
}
