import DeskModel
import LocalePacks
import ReplyTemplates
import ScreenKit
import TextLayout

/// The words about an answer in the room.
enum AnswerRoomText {
  /// The rows, and those of the selected variant with what follows it.
  static func lines(
    of answer: Answer, _ room: AnswerRoom, _ state: AppState, columns: Int
  ) -> (lines: [StyledLine], selected: Range<Int>) {
    let words = state.words
    var lines = head(answer, words, columns)
    lines.append(locales(answer, room))
    let texts = room.locale.flatMap { answer.locales[$0] }
    if let texts {
      let status: SafeText =
        switch texts.review {
        case .unreviewed: words("room.unreviewed")
        case .reviewed(let by): words("room.reviewed", SafeText(line: by))
        }
      lines += wrapped(status, .muted, columns)
    }
    var selected = 0..<0
    let findings = room.findings?[answer.id] ?? []
    for (place, variant) in (texts?.variants ?? []).enumerated() {
      let start = lines.count
      lines.append(StyledLine())
      let isSelected = place == room.variant
      let where_ = words(variant.audience == .world ? "room.public" : "room.private")
      let channels = variant.channels.isEmpty ? "" : ": " + variant.channels.joined(separator: ", ")
      lines.append(
        StyledLine([
          StyledRun(SafeText(isSelected ? "▌" : " "), Style(.accent)),
          StyledRun(SafeText(line: variant.name), isSelected ? .title.reversed : .title),
          StyledRun(SafeText("  ") + where_ + SafeText(line: channels), .muted),
        ]))
      for paragraph in variant.source.split(separator: "\n", omittingEmptySubsequences: false) {
        lines += wrapped(SafeText(line: String(paragraph)), .plain, columns)
      }
      if isSelected, let preview = preview(variant, answer, room, state) {
        lines += wrapped(words("room.preview", preview.who), .muted, columns)
        lines += wrapped(preview.text, Style(.agent), columns)
      }
      for finding in findings where finding.locale == room.locale && finding.variant == variant.name {
        lines += told(finding, columns)
      }
      if isSelected { selected = start..<lines.count }
    }
    let rest = findings.filter { finding in
      finding.severity != .hint && (finding.locale == nil || finding.locale == room.locale)
        && finding.variant == nil
    }
    if !rest.isEmpty { lines.append(StyledLine()) }
    lines += rest.flatMap { told($0, columns) }
    if room.findings == nil { lines += wrapped(words("room.examining"), .muted, columns) }
    return (lines, selected)
  }

  private static func head(_ answer: Answer, _ words: Words, _ columns: Int) -> [StyledLine] {
    var lines = [
      StyledLine([
        StyledRun(SafeText(line: answer.title()), .title),
        StyledRun(SafeText(line: "  " + answer.id.path), .muted),
      ])
    ]
    guard let about = answer.about else {
      return lines + wrapped(words("room.noAbout"), Style(.warning), columns)
    }
    if let summary = about.summary.split(separator: "\n").first {
      lines += wrapped(SafeText(line: String(summary)), .plain, columns)
    }
    for item in about.useWhen {
      lines += wrapped(words("room.useWhen", SafeText(line: item.text)), .muted, columns)
    }
    for item in about.notWhen {
      lines += wrapped(words("answers.notWhen", SafeText(line: item.text)), .muted, columns)
    }
    if !about.facts.isEmpty {
      let names = about.facts.map { $0.isOptional ? "(\($0.name))" : $0.name }.joined(separator: ", ")
      lines += wrapped(words("room.facts", SafeText(line: names)), .muted, columns)
    }
    return lines
  }

  /// All locales with the number of their variants; the shown one stands out.
  private static func locales(_ answer: Answer, _ room: AnswerRoom) -> StyledLine {
    var runs: [StyledRun] = []
    for tag in AnswerRoomView.tags(of: answer) {
      let text = SafeText(" \(tag) \(answer.locales[tag]?.variants.count ?? 0) ")
      runs.append(StyledRun(text, tag == room.locale ? Style(.accent, bold: true, reversed: true) : .muted))
    }
    return StyledLine(runs)
  }

  /// The variant for the customer of the open conversation; nil when none is open.
  private static func preview(
    _ variant: Variant, _ answer: Answer, _ room: AnswerRoom, _ state: AppState
  ) -> (who: SafeText, text: SafeText)? {
    guard let current = state.open, let library = state.answers.library, let locale = room.locale,
      let facts = state.knownFacts(current), locale.language == state.answerLocale?.language
    else { return nil }
    let reply = library.set.render(
      variant, of: answer, locale: locale, facts: facts,
      writer: library.writer(locale, today: state.day(of: current.conversation.contact)), library.family)
    let text = reply.isWhole ? reply.text : reply.missing.map { "{{\($0)}}?" }.joined(separator: " ")
    return (SafeText(line: current.conversation.contact.displayName), SafeText(line: text))
  }

  private static func told(_ finding: LintFinding, _ columns: Int) -> [StyledLine] {
    let style: Style =
      switch finding.severity {
      case .error: Style(.error)
      case .warn: Style(.warning)
      case .hint: .muted
      }
    return wrapped(
      SafeText(line: "\(finding.severity.rawValue) \(finding.rule) line \(finding.line): \(finding.message)"),
      style,
      columns)
  }

  static func wrapped(_ text: SafeText, _ style: Style, _ columns: Int) -> [StyledLine] {
    if text.isEmpty { return [StyledLine()] }
    return TextWrap.wrap(text, columns: max(10, columns)).map { StyledLine(text.part($0.shown), style) }
  }
}
