import DeskModel

/// Reads an `about.md`.
struct AboutReader {
  private enum Section { case head, useWhen, notWhen, facts, settings, unknown }

  private let id: AnswerID
  private var about: AnswerAbout
  private(set) var problems: [TemplateProblem] = []
  private var section = Section.head
  private var hasTitle = false
  private var seen: Set<String> = []

  init(_ id: AnswerID, file: String) {
    self.id = id
    about = AnswerAbout(title: id.path, file: file)
  }

  /// Reads the file's text.
  mutating func read(_ text: String) -> AnswerAbout {
    for (index, line) in MarkdownLines(text).lines.enumerated() { take(MarkdownLine(line), index + 1) }
    if !hasTitle { report(1, .noTitle) }
    about.summary = about.summary.trimmed
    return about
  }

  private mutating func report(_ line: Int, _ fault: TemplateFault) {
    problems.append(TemplateProblem(file: about.file, line: line, fault: fault))
  }

  private mutating func take(_ line: MarkdownLine, _ number: Int) {
    switch line {
    case .heading(1, let text):
      if hasTitle { report(number, .twice("# " + text)) }
      if text.isEmpty { report(number, .namelessHeading) } else { about.title = text }
      hasTitle = true
      section = .head
    case .heading(_, let text): open(text, number)
    case .comment: break
    case .blank:
      if section == .head, !about.summary.isEmpty, !about.summary.hasSuffix("\n\n") {
        about.summary += "\n\n"
      }
    case .text(let text):
      if section == .head {
        about.summary += (about.summary.isEmpty || about.summary.hasSuffix("\n") ? "" : " ") + text.trimmed
      } else if section != .unknown {
        report(number, .strayText(text.trimmed))
      }
    case .item(let text): takeItem(text, number)
    }
  }

  private mutating func open(_ heading: String, _ number: Int) {
    let key = heading.lowercased()
    if !seen.insert(key).inserted { report(number, .twice("## " + heading)) }
    switch key {
    case "use it when": section = .useWhen
    case "not when": section = .notWhen
    case "facts": section = .facts
    case "settings": section = .settings
    default:
      report(number, .unknownKey("## " + heading, known: ["Use it when", "Not when", "Facts", "Settings"]))
      section = .unknown
    }
  }

  private mutating func takeItem(_ text: String, _ number: Int) {
    switch section {
    case .head:
      about.summary += (about.summary.isEmpty || about.summary.hasSuffix("\n") ? "" : "\n") + "- " + text
    case .useWhen: about.useWhen.append(answerCase(text, number))
    case .notWhen: about.notWhen.append(answerCase(text, number))
    case .facts: takeFact(text, number)
    case .settings:
      var reader = SettingReader(about.settings)
      do throws(TemplateFault) { try reader.take(text) } catch { report(number, error) }
      about.settings = reader.settings
    case .unknown: break
    }
  }

  /// `[words](../other/about.md)` becomes the words, and leads to `other`.
  private func answerCase(_ text: String, _ line: Int) -> AnswerCase {
    guard let open = text.firstIndex(of: "["), let middle = text[open...].firstRange(ofWord: "]("),
      let close = text[middle.upperBound...].firstIndex(of: ")")
    else { return AnswerCase(text: text, line: line) }
    let words = text[text.index(after: open)..<middle.lowerBound]
    let target = String(text[middle.upperBound..<close])
    let shown = String(text[..<open]) + words + text[text.index(after: close)...]
    return AnswerCase(text: shown, leadsTo: AnswerID(relative: target, to: id), line: line)
  }

  private mutating func takeFact(_ text: String, _ number: Int) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    var head = text[..<colon].trimmed
    let note = colon < text.endIndex ? text[text.index(after: colon)...].trimmed : ""
    var fact = Fact(name: head, note: note, line: number)
    if let open = head.firstIndex(of: "("), head.hasSuffix(")") {
      let words = head[head.index(after: open)...].dropLast().split(separator: ",").map { $0.trimmed }
      for word in words {
        if word == "optional" {
          fact.isOptional = true
        } else if let type = FactType(rawValue: word) {
          fact.type = type
        } else {
          let known = FactType.allCases.map(\.rawValue) + ["optional"]
          report(number, .unknownKey(word, known: known))
        }
      }
      head = head[..<open].trimmed
      fact.name = head
    }
    guard TemplateBodyParser.isName(head) else { return report(number, .badPlaceholder(head)) }
    guard !about.facts.contains(where: { $0.name == head }) else { return report(number, .twice(head)) }
    about.facts.append(fact)
  }
}

extension AnswerID {
  /// The answer that a link in another answer's `about.md` leads to; nil when it leads elsewhere.
  init?(relative target: String, to id: AnswerID) {
    guard !target.contains(":"), target.hasSuffix("/about.md") else { return nil }
    var parts = id.path.split(separator: "/").map(String.init)
    for part in target.split(separator: "/").dropLast() {
      if part == ".." {
        guard !parts.isEmpty else { return nil }
        parts.removeLast()
      } else if part != "." {
        parts.append(String(part))
      }
    }
    self.init(checking: parts.joined(separator: "/"))
  }
}
