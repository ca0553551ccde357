import LocalePacks

/// Reads a guided script.
struct ScriptReader {
  private var script: GuidedScript
  private(set) var problems: [TemplateProblem] = []
  private var hasTitle = false

  init(id: String, locale: LocaleTag, file: String) {
    script = GuidedScript(
      id: id, locale: locale, title: id, moment: "", steps: [], review: .unreviewed, file: file)
  }

  /// Reads the file's text.
  mutating func read(_ text: String) -> GuidedScript {
    for (index, line) in MarkdownLines(text).lines.enumerated() { take(MarkdownLine(line), index + 1) }
    if !hasTitle { report(1, .noTitle) }
    script.moment = script.moment.trimmed
    return script
  }

  private mutating func report(_ line: Int, _ fault: TemplateFault) {
    problems.append(TemplateProblem(file: script.file, line: line, fault: fault))
  }

  private mutating func take(_ line: MarkdownLine, _ number: Int) {
    switch line {
    case .blank: break
    case .heading(1, let text):
      if hasTitle { report(number, .twice("# " + text)) }
      hasTitle = true
      if text.isEmpty { report(number, .namelessHeading) } else { script.title = text }
    case .heading(_, let text):
      if text.isEmpty { report(number, .namelessHeading) }
      script.steps.append(GuidedScript.Step(title: text, items: [], line: number))
    case .comment(let text): takeComment(text, number)
    case .text(let text):
      guard script.steps.isEmpty else { return report(number, .strayText(text.trimmed)) }
      var words = text.trimmed
      if script.moment.isEmpty, words.lowercased().hasPrefix("when:") { words = words.dropFirst(5).trimmed }
      script.moment += (script.moment.isEmpty ? "" : " ") + words
    case .item(let text): takeItem(text, number)
    }
  }

  private mutating func takeItem(_ text: String, _ number: Int) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    let key = text[..<colon].trimmed.lowercased()
    guard colon < text.endIndex, let kind = GuidedScript.Kind(rawValue: key) else {
      let known = GuidedScript.Kind.allCases.map(\.rawValue)
      return report(number, .unknownKey(colon < text.endIndex ? key : text, known: known))
    }
    let words = text[text.index(after: colon)...].trimmed
    guard !words.isEmpty else {
      return report(number, .badValue(key: key, value: "", wanted: "words behind the colon"))
    }
    guard !script.steps.isEmpty else { return report(number, .strayText(text)) }
    do throws(TemplateBodyFault) {
      let body = try TemplateBody(parsing: words)
      script.steps[script.steps.count - 1].items.append(
        GuidedScript.Item(kind: kind, text: body, source: words, line: number))
    } catch {
      report(number, error.fault)
    }
  }

  private mutating func takeComment(_ comment: String, _ number: Int) {
    for (key, value) in CommentPairs(comment).pairs {
      guard key == "status" else {
        report(number, .unknownKey(key, known: ["status"]))
        continue
      }
      if value.hasPrefix("reviewed by "), !value.dropFirst(12).trimmed.isEmpty {
        script.review = .reviewed(by: value.dropFirst(12).trimmed)
      } else if value != "unreviewed" {
        let wanted = "“unreviewed”, or “reviewed by” with a name and a day"
        report(number, .badValue(key: key, value: value, wanted: wanted))
      }
    }
  }
}
