import DeskModel
import LocalePacks

/// What files allow, and which of it was of use.
struct LintAllowances: Sendable {
  private struct Entry: Hashable {
    var file: String
    /// The line of the heading below which it stands; nil for the whole file.
    var variantLine: Int?
    var rule: String
  }

  private let entries: [Entry]
  private let owners: [Entry: (answer: AnswerID?, locale: LocaleTag?, variant: String?)]

  /// Takes all that a set allows.
  init(_ context: LintContext) {
    var entries: [Entry] = []
    var owners: [Entry: (answer: AnswerID?, locale: LocaleTag?, variant: String?)] = [:]
    func add(_ entry: Entry, _ answer: AnswerID?, _ locale: LocaleTag?, _ variant: String?) {
      entries.append(entry)
      owners[entry] = (answer, locale, variant)
    }
    for answer in context.set.sorted {
      if let about = answer.about {
        for rule in Self.rules(inAbout: about.file, context) {
          add(Entry(file: about.file, rule: rule), answer.id, nil, nil)
        }
      }
      for (tag, texts) in answer.locales.sorted(by: { "\($0.key)" < "\($1.key)" }) {
        for allowance in texts.allowances {
          add(Entry(file: texts.file, rule: allowance.rule), answer.id, tag, nil)
        }
        for variant in texts.variants {
          for allowance in variant.allowances {
            add(
              Entry(file: variant.file, variantLine: variant.line, rule: allowance.rule), answer.id, tag,
              variant.name)
          }
        }
      }
    }
    for (tag, fragments) in context.set.fragments.sorted(by: { "\($0.key)" < "\($1.key)" }) {
      for fragment in fragments.values.sorted(by: { $0.line < $1.line }) {
        for allowance in fragment.allowances {
          add(
            Entry(file: fragment.file, variantLine: fragment.line, rule: allowance.rule), nil, tag,
            fragment.name)
        }
      }
    }
    self.entries = entries
    self.owners = owners
  }

  /// The rules that comments of an `about.md` allow.
  private static func rules(inAbout file: String, _ context: LintContext) -> [String] {
    context.lines(of: file).flatMap { line -> [String] in
      guard case .comment(let text) = MarkdownLine(line) else { return [] }
      return CommentPairs(text).pairs.compactMap { key, value in
        guard key == "allow", let because = value[...].firstRange(ofWord: " because ") else { return nil }
        return value[..<because.lowerBound].trimmed
      }
    }
  }

  /// The findings that are not allowed, and those about allowances of no use.
  func applied(to findings: [LintFinding], _ context: LintContext) -> [LintFinding] {
    var used: Set<Entry> = []
    let left = findings.filter { finding in
      let covering = entries.filter { covers($0, finding, context) }
      used.formUnion(covering)
      return covering.isEmpty
    }
    let unused = entries.filter { !used.contains($0) }.map { entry in
      LintFinding(
        file: entry.file, line: line(of: entry, context), rule: "allow.unused", severity: .warn,
        answer: owners[entry]?.answer, locale: owners[entry]?.locale, variant: owners[entry]?.variant,
        message: "“\(entry.rule)” finds nothing here; take the allowance out, or correct the rule's name.")
    }
    return left + unused
  }

  /// Whether an allowance is about a finding: its rule or its group, in its file, below its heading.
  private func covers(_ entry: Entry, _ finding: LintFinding, _ context: LintContext) -> Bool {
    guard entry.rule == finding.rule || finding.rule.hasPrefix(entry.rule + "."), entry.file == finding.file
    else { return false }
    guard let start = entry.variantLine else { return true }
    guard finding.line >= start else { return false }
    let next = context.line(in: entry.file, from: start + 1) { line in
      if case .heading(let level, _) = MarkdownLine(line) { return level <= 2 }
      return false
    }
    // Without the file's lines the variant's name has to do.
    guard !context.lines(of: entry.file).isEmpty else { return owners[entry]?.variant == finding.variant }
    return next.map { finding.line < $0 } ?? true
  }

  private func line(of entry: Entry, _ context: LintContext) -> Int {
    context.line(in: entry.file, from: max(entry.variantLine ?? 1, 1)) { line in
      guard case .comment(let text) = MarkdownLine(line) else { return false }
      return CommentPairs(text).pairs.contains {
        $0.key == "allow" && $0.value.hasPrefix(entry.rule + " because ")
      }
    } ?? entry.variantLine ?? 1
  }
}
