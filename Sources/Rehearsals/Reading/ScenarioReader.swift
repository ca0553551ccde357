/// Reads a scenario strictly: what it does not know is told with file and line, and all else is read on.
package struct ScenarioReader {
  var scenario: Scenario
  var problems: [ScenarioProblem] = []
  /// The items of `Said then`; they name scenes that may stand below them.
  private var said: [ScenarioItem] = []

  private init(name: String, file: String) { scenario = Scenario(name: name, file: file) }

  /// Reads the text of a file, whose name up to its first dot is the scenario's.
  package static func read(
    _ text: String, name: String, file: String
  ) -> (scenario: Scenario, problems: [ScenarioProblem]) {
    var reader = ScenarioReader(name: name, file: file)
    reader.read(ScenarioLine.lines(text))
    return (reader.scenario, reader.problems)
  }

  mutating func report(_ line: Int, _ fault: ScenarioFault) {
    problems.append(ScenarioProblem(file: scenario.file, line: line, fault: fault))
  }

  private mutating func read(_ lines: [ScenarioLine]) {
    var section: (name: String, number: Int)?
    var body: [ScenarioLine] = []
    for line in lines {
      switch line.kind {
      case .heading(level: 1, let text):
        if !scenario.title.isEmpty { report(line.number, .twice("# " + text)) }
        scenario.title = text
      case .heading(_, let text):
        finish(section, body)
        section = (text, line.number)
        body = []
      case .comment(let text):
        if let status = text.behind("status:") { scenario.review = status.trimmed }
      default: body.append(line)
      }
    }
    finish(section, body)
    finishSaid()
    if scenario.title.isEmpty { report(1, .missing("title (# …)")) }
    if scenario.scenes.isEmpty { report(1, .missing("scene")) }
    if scenario.endings.isEmpty { report(1, .missing("ending")) }
    if scenario.customer.name.isEmpty { report(1, .missing("name of the customer")) }
  }

  private mutating func finish(_ section: (name: String, number: Int)?, _ lines: [ScenarioLine]) {
    guard let section else { return readHead(lines) }
    let (kind, name) =
      section.name.firstIndex(of: ":").map {
        (section.name[..<$0].trimmed.lowercased(), section.name[section.name.index(after: $0)...].trimmed)
      } ?? (section.name.lowercased(), "")
    switch (kind, name.isEmpty) {
    case ("facts", true): readFacts(items(lines))
    case ("customer", true): readCustomer(items(lines))
    case ("you know", true): scenario.known = paragraphs(lines)
    case ("before", true): readBefore(items(lines))
    case ("also waiting", true): readOthers(items(lines))
    case ("scene", false): readScene(name, section.number, lines)
    case ("ending", false): readEnding(name, section.number, lines)
    case ("said then", true): said = items(lines)
    case ("words", false): scenario.lists[name.lowercased()] = items(lines).map(\.text)
    case ("a good answer holds", true): readCriteria(items(lines))
    case ("empathy map", true): readEmpathy(items(lines))
    case ("questions", true):
      scenario.questions = items(lines).map { ([$0.text] + $0.more).joined(separator: " ") }
    case ("run", false): readRun(name, section.number, items(lines))
    default: report(section.number, .unknownSection(section.name))
    }
  }

  private mutating func finishSaid() {
    for item in said {
      guard let (key, value) = item.pair, let name = key.behind("Scene"), !value.isEmpty else {
        let wanted = "“Scene NAME”, a colon and what was said"
        report(item.number, .badValue(key: "Said then", value: item.text, wanted: wanted))
        continue
      }
      guard case .scene(let place)? = scenario.place(of: name.trimmed) else {
        report(item.number, .unknownTarget(name.trimmed))
        continue
      }
      scenario.said[scenario.scenes[place].name, default: []].append(value)
    }
  }

  /// The list items of a section; text that belongs to none is told.
  mutating func items(_ lines: [ScenarioLine]) -> [ScenarioItem] {
    var items: [ScenarioItem] = []
    for line in lines {
      switch line.kind {
      case .item(let text, let indent):
        items.append(ScenarioItem(number: line.number, indent: indent, text: text))
      case .text(let text, let indent) where indent > 0 && !items.isEmpty:
        items[items.count - 1].more.append(text)
      case .text(let text, _), .quote(let text): report(line.number, .strayText(text))
      case .blank, .heading, .comment: break
      }
    }
    return items
  }

  /// The text of a section: lines of a paragraph joined, paragraphs parted by an empty line, items on lines of their own.
  func paragraphs(_ lines: [ScenarioLine]) -> String {
    var parts: [String] = []
    var isOpen = false
    for line in lines {
      switch line.kind {
      case .text(let text, _):
        if isOpen { parts[parts.count - 1] += " " + text } else { parts.append(text) }
        isOpen = true
      case .item(let text, _):
        parts.append("- " + text)
        isOpen = true
      default: isOpen = false
      }
    }
    return parts.joined(separator: "\n\n")
  }

  /// What is told before the first section: the summary, then keys.
  private mutating func readHead(_ lines: [ScenarioLine]) {
    scenario.summary = paragraphs(lines.filter { if case .item = $0.kind { false } else { true } })
    let known = ["locale", "channel", "level", "minutes", "subject", "tags"]
    for line in lines {
      guard case .item(let text, let indent) = line.kind else { continue }
      let item = ScenarioItem(number: line.number, indent: indent, text: text)
      guard let (key, value) = item.pair else {
        report(line.number, .unknownKey(text, section: "the head", known: known))
        continue
      }
      switch key.lowercased() {
      case "locale": scenario.locale = value
      case "channel":
        if let channel = Scenario.Channel(rawValue: value) {
          scenario.channel = channel
        } else {
          report(line.number, .badValue(key: key, value: value, wanted: "chat, email or comment"))
        }
      case "level":
        if let level = Int(value), (1...3).contains(level) {
          scenario.level = level
        } else {
          report(line.number, .badValue(key: key, value: value, wanted: "1, 2 or 3"))
        }
      case "minutes":
        if let minutes = Int(value), (1...120).contains(minutes) {
          scenario.minutes = minutes
        } else {
          report(line.number, .badValue(key: key, value: value, wanted: "a number from 1 to 120"))
        }
      case "subject": scenario.subject = value
      case "tags": scenario.tags = value.split(separator: ",").map(\.trimmed).filter { !$0.isEmpty }
      default: report(line.number, .unknownKey(key, section: "the head", known: known))
      }
    }
  }
}
