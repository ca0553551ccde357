import DeskModel
import LocalePacks

/// A variant as the rules see it.
struct LintUnit: Sendable {
  /// A text with the place where it stands: the variant's own, or a fragment's.
  struct Source: Sendable {
    var text: String
    var file: String
    /// The line of the file on which each of its lines stands, from 1.
    var lines: [Int]

    /// A text that begins on a line; comments in the midst of it are no part of it, but lines of the file.
    init(_ variant: Variant, _ context: LintContext) {
      text = variant.source
      file = variant.file
      let written = context.lines(of: variant.file)
      var next = max(variant.textLine, 1)
      lines = variant.source.split(separator: "\n", omittingEmptySubsequences: false).map { _ in
        while next <= written.count, case .comment = MarkdownLine(written[next - 1]) { next += 1 }
        defer { next += 1 }
        return next
      }
    }
  }

  let answer: Answer
  let locale: LocaleTag
  let variant: Variant
  let placed: PlacedBody
  /// The variant's text, and those of the fragments that it takes.
  let sources: [Source]
  /// The fragments' texts by name, with their places in `sources`.
  let fragments: [String: (body: PlacedBody, source: Int)]
  /// The text as it stands, with marks in place of what is filled in.
  let flat: MappedText
  /// What customers can get, each once: all that is known first, nothing known last.
  let renderings: LintRenderings

  /// Takes a variant; not filled in, it costs little and has no renderings.
  init(
    answer: Answer, locale: LocaleTag, variant: Variant, isFilledIn: Bool = true, _ context: LintContext
  ) {
    self.answer = answer
    self.locale = locale
    self.variant = variant
    placed = PlacedBody(variant.body, source: variant.source)
    var sources = [Source(variant, context)]
    var fragments: [String: (body: PlacedBody, source: Int)] = [:]
    for name in variant.body.fragments where fragments[name] == nil {
      guard let fragment = context.set.fragment(name, for: locale, context.environment.family) else {
        continue
      }
      fragments[name] = (PlacedBody(fragment.body, source: fragment.source), sources.count)
      sources.append(Source(fragment, context))
    }
    self.sources = sources
    self.fragments = fragments
    flat = placed.flat
    renderings =
      isFilledIn
      ? LintRenderings(placed, fragments, answer: answer, locale: locale, variant: variant, context)
      : LintRenderings()
  }

  /// A finding at an offset of the variant's text, in UTF-8 bytes.
  func finding(_ rule: String, _ severity: Severity, at offset: Int, _ message: String) -> LintFinding {
    finding(rule, severity, at: MappedText.Origin(source: 0, offset: Int32(offset)), message)
  }

  /// A finding at the place where a character comes from.
  func finding(
    _ rule: String, _ severity: Severity, at origin: MappedText.Origin, _ message: String
  ) -> LintFinding {
    let source = sources[Int(origin.source)]
    let (line, column) = Self.place(Int(origin.offset), source.text)
    return LintFinding(
      file: source.file, line: source.lines.indices.contains(line) ? source.lines[line] : 1, column: column,
      rule: rule, severity: severity,
      answer: answer.id, locale: locale, variant: variant.name, message: message)
  }

  /// A finding at a place of a text that was made of the variant.
  func finding(
    _ rule: String, _ severity: Severity, at place: Int, of text: MappedText, _ message: String
  ) -> LintFinding {
    let origin = text.origins.indices.contains(place) ? text.origins[place] : text.origins.last
    return finding(rule, severity, at: origin ?? MappedText.Origin(source: 0, offset: 0), message)
  }

  /// A finding about the whole variant, at its heading.
  func finding(_ rule: String, _ severity: Severity, _ message: String) -> LintFinding {
    LintFinding(
      file: variant.file, line: max(variant.line, 1), rule: rule, severity: severity, answer: answer.id,
      locale: locale, variant: variant.name, message: message)
  }

  /// Line from 0 and column from 1 of a byte.
  private static func place(_ offset: Int, _ text: String) -> (line: Int, column: Int) {
    let before = text.utf8.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") }
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) } ?? before.startIndex
    return (line, String(decoding: before[start...], as: UTF8.self).count + 1)
  }
}
