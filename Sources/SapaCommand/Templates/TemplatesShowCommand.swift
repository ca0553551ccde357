import DeskModel
import LocalePacks
import ReplyTemplates
import SystemCalls
import TextLayout

/// `sapa templates show ANSWER`: an answer to be read, its locales side by side.
struct TemplatesShowCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let shelf = try Setup(options).templateShelf(options)
      shelf.tellProblems()
      guard let answer = shelf.answer(named: options.answer) else { return .findings }
      for line in Self.about(answer) { Printed.out(Printed.line(line) + "\n") }
      let wanted = options.locales.compactMap { LocaleTag($0) }
      let tags = wanted.isEmpty ? answer.locales.keys.sorted { "\($0)" < "\($1)" } : wanted
      var columns: [[SafeText]] = []
      for tag in tags {
        guard let found = shelf.set.texts(of: answer, for: tag, shelf.packs.cldr.family) else {
          Printed.error("“\(answer.id)” has no texts for \(tag).")
          continue
        }
        columns.append(Self.column(found.locale, found.texts))
      }
      guard !columns.isEmpty else { return .findings }
      let width = min(max(Int(ProcessContext.environment("COLUMNS") ?? "") ?? 120, 40), 400)
      if wanted.count > 1, wanted.count <= 3 {
        SideBySide(columns, width: width).lines.forEach { Printed.out($0 + "\n") }
      } else {
        for column in columns { SideBySide([column], width: width).lines.forEach { Printed.out($0 + "\n") } }
      }
      return columns.count == tags.count ? .fine : .findings
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }

  private static func about(_ answer: Answer) -> [String] {
    var lines = ["\(answer.title()) (\(answer.id))"]
    guard let about = answer.about else { return lines + [""] }
    if !about.summary.isEmpty { lines += about.summary.split(separator: "\n").map { "  " + $0 } }
    lines += about.useWhen.map { "  use it when  " + $0.text }
    lines += about.notWhen.map { "  not when     " + $0.text + ($0.leadsTo.map { " → \($0)" } ?? "") }
    lines += about.facts.map { fact in
      "  fact         \(fact.name) (\(fact.type.rawValue)\(fact.isOptional ? ", optional" : "")): \(fact.note)"
    }
    return lines + [""]
  }

  /// The paragraphs of a locale.
  private static func column(_ tag: LocaleTag, _ texts: AnswerTexts) -> [SafeText] {
    var lines = ["═ \(tag)\(texts.title.map { " · " + $0 } ?? "")", reviewed(texts.review)]
    lines += texts.asks.map { "? " + $0 }
    for variant in texts.variants {
      let place = variant.audience == .world ? "public" : "private"
      let channels = variant.channels.isEmpty ? "" : ": " + variant.channels.joined(separator: ", ")
      let occasion = variant.occasion == .any ? "" : ", \(variant.occasion.rawValue) reply"
      lines += ["", "── \(variant.name) (\(place)\(channels)\(occasion))"]
      lines += variant.source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.map { SafeText(line: $0) }
  }

  private static func reviewed(_ status: ReviewStatus) -> String {
    switch status {
    case .unreviewed: "not read by a native speaker yet"
    case .reviewed(let by): "read by \(by)"
    }
  }
}

/// Texts in columns beside each other.
struct SideBySide {
  /// The rows, padded and joined; harmless.
  let lines: [String]

  /// Wraps each column's paragraphs; `width` is that of all together, in columns of the screen.
  init(_ columns: [[SafeText]], width: Int) {
    let gap = " │ "
    let each = max(16, (width - (columns.count - 1) * 3) / max(1, columns.count))
    let wrapped = columns.map { paragraphs in
      paragraphs.flatMap { paragraph in
        paragraph.isEmpty ? [SafeText("")] : Self.rows(paragraph, each)
      }
    }
    let count = wrapped.map(\.count).max() ?? 0
    lines = (0..<count).map { row in
      let cells = wrapped.enumerated().map { index, rows -> String in
        let text = row < rows.count ? rows[row] : SafeText("")
        guard index < wrapped.count - 1 else { return text.string }
        return text.string + String(repeating: " ", count: max(0, each - text.columns))
      }
      return cells.joined(separator: gap)
    }
  }

  private static func rows(_ paragraph: SafeText, _ columns: Int) -> [SafeText] {
    let wrapped = WrappedText(paragraph, columns: columns)
    let bytes = Array(wrapped.text.string.utf8)
    return wrapped.rows.map { SafeText(line: String(decoding: bytes[$0.shown], as: UTF8.self)) }
  }
}
