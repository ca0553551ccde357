import LocalePacks

/// Reads the file of a safe request.
struct SafeRequestReader {
  private var request: SafeRequest
  private(set) var problems: [TemplateProblem] = []
  private var kind: SafeRequest.Kind?
  private var slot: SafeRequest.Slot?
  private var lines: [String] = []
  private var slotLine = 0

  init(locale: LocaleTag, file: String) { request = SafeRequest(locale: locale, file: file) }

  /// Reads the file's text.
  mutating func read(_ text: String) -> SafeRequest {
    for (index, line) in MarkdownLines(text).lines.enumerated() {
      take(MarkdownLine(line), String(line), index + 1)
    }
    close()
    return request
  }

  private mutating func report(_ line: Int, _ fault: TemplateFault) {
    problems.append(TemplateProblem(file: request.file, line: line, fault: fault))
  }

  private mutating func take(_ line: MarkdownLine, _ written: String, _ number: Int) {
    switch line {
    case .heading(1, let text):
      close()
      kind = SafeRequest.Kind(rawValue: text)
      if kind == nil {
        report(number, .unknownKey("# " + text, known: SafeRequest.Kind.allCases.map(\.rawValue)))
      }
    case .heading(_, let text):
      close()
      slot = SafeRequest.Slot(rawValue: text)
      slotLine = number
      if slot == nil {
        report(number, .unknownKey("## " + text, known: SafeRequest.Slot.allCases.map(\.rawValue)))
      }
      if kind == nil { report(number, .variantWithoutPlace(text)) }
    case .comment(let text):
      for (key, value) in CommentPairs(text).pairs {
        if key != "status" { report(number, .unknownKey(key, known: ["status"])) }
        if value.hasPrefix("reviewed by ") { request.review = .reviewed(by: value.dropFirst(12).trimmed) }
      }
    case .blank: if !lines.isEmpty { lines.append("") }
    case .text, .item:
      if slot == nil { report(number, .strayText(written.trimmed)) } else { lines.append(written.trimmed) }
    }
  }

  private mutating func close() {
    defer {
      lines = []
      slot = nil
    }
    let text = lines.joined(separator: "\n").trimmed
    guard let kind, let slot, !text.isEmpty else { return }
    if request.texts[kind]?[slot] != nil { report(slotLine, .twice("## " + slot.rawValue)) }
    do throws(TemplateBodyFault) {
      request.texts[kind, default: [:]][slot] = try TemplateBody(parsing: text)
    } catch {
      report(slotLine + 1 + error.line, error.fault)
    }
  }
}
