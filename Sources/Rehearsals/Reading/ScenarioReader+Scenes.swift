extension ScenarioReader {
  mutating func readScene(_ name: String, _ number: Int, _ lines: [ScenarioLine]) {
    if scenario.place(of: name) != nil { report(number, .twice(name)) }
    var scene = Scene(name: name, line: number)
    var visits: [[String]] = [[]]
    var isOpen = false
    for line in lines {
      defer { if case .quote = line.kind { isOpen = true } else { isOpen = false } }
      switch line.kind {
      case .quote(let text): Self.say(text, &visits[visits.count - 1], isOpen)
      case .item(let text, _): readRule(text, line.number, &scene)
      case .text(let text, _):
        if let mood = text.behind("Mood:") {
          scene.mood = mood.trimmed
        } else if let hint = text.behind("Hint:") {
          scene.hint = hint.trimmed
        } else if text.lowercased() == "again:" {
          visits.append([])
        } else {
          report(line.number, .strayText(text))
        }
      case .blank, .heading, .comment: break
      }
    }
    scene.lines = visits.count == 1 && visits[0].isEmpty ? [] : visits
    scenario.scenes.append(scene)
  }

  /// Adds a line of the customer's: to the message before it, or as a new one.
  private static func say(_ text: String, _ messages: inout [String], _ isOpen: Bool) {
    if isOpen, let last = messages.indices.last {
      messages[last] += "\n" + text
    } else {
      messages.append(text)
    }
  }

  private mutating func readRule(_ text: String, _ number: Int, _ scene: inout Scene) {
    guard let colon = Self.colon(text) else { return report(number, .badAction(text)) }
    let head = text[..<colon].trimmed
    let tail = text[text.index(after: colon)...].trimmed
    guard let action = ActionParser.parse(tail) else { return report(number, .badAction(tail)) }
    if head.lowercased() == "otherwise" {
      scene.rules.append(Scene.Rule(condition: nil, action: action, line: number))
    } else if let words = head.behind("If the agent") {
      guard let condition = ConditionParser.parse(words) else {
        return report(number, .badCondition(String(words)))
      }
      scene.rules.append(Scene.Rule(condition: condition, action: action, line: number))
    } else if let words = head.behind("After") {
      guard let seconds = SpokenTime.seconds(words) else {
        return report(
          number, .badValue(key: "After", value: String(words), wanted: "a time, “40 seconds” or “3 minutes”")
        )
      }
      scene.timers.append(Scene.Timer(seconds: Int(seconds), action: action, line: number))
    } else {
      report(number, .badCondition(head))
    }
  }

  /// The colon that parts a condition from what happens: the first outside quotation marks.
  static func colon(_ text: String) -> String.Index? {
    var isQuoted = false
    for place in text.indices {
      if text[place] == "\"" { isQuoted.toggle() }
      if text[place] == ":", !isQuoted { return place }
    }
    return nil
  }

  mutating func readEnding(_ name: String, _ number: Int, _ lines: [ScenarioLine]) {
    if scenario.place(of: name) != nil { report(number, .twice(name)) }
    var ending = Ending(name: name, line: number)
    var isOpen = false
    var story: [ScenarioLine] = []
    for line in lines {
      switch line.kind {
      case .quote(let text):
        Self.say(text, &ending.messages, isOpen)
        isOpen = true
        continue
      case .text(let text, _) where text.behind("Result:") != nil:
        let value = text.behind("Result:").map { $0.trimmed.lowercased() } ?? ""
        ending.result = Ending.Result(rawValue: value)
        if ending.result == nil {
          report(line.number, .badValue(key: "Result", value: value, wanted: "good, fair or poor"))
        }
      case .item(let text, _): report(line.number, .strayText(text))
      default: story.append(line)
      }
      isOpen = false
    }
    if ending.result == nil { report(number, .missing("Result of the ending “\(name)”")) }
    ending.story = paragraphs(story)
    scenario.endings.append(ending)
  }

  mutating func readCriteria(_ items: [ScenarioItem]) {
    for item in items {
      guard let (head, text) = item.pair.map({ ($0.key, item.text) }), let colon = text.firstIndex(of: ":")
      else {
        report(
          item.number,
          .badValue(
            key: "A good answer holds", value: item.text,
            wanted: "“Solution: …” and below it how it is judged"))
        continue
      }
      let words = head.lowercased().split(separator: ",").map(\.trimmed)
      guard let category = words.first.flatMap({ Criterion.Category(rawValue: $0) }),
        words.count == 1 || words[1...] == ["critical"]
      else {
        report(
          item.number,
          .unknownKey(
            head, section: "A good answer holds",
            known: ["Solution", "Tone", "Knowledge", "Time", "… , critical"]))
        continue
      }
      guard let test = test(item.more.joined(separator: " "), item.number) else { continue }
      scenario.criteria.append(
        Criterion(
          category: category, isCritical: words.count == 2,
          text: text[text.index(after: colon)...].trimmed, test: test, line: item.number))
    }
  }

  private mutating func test(_ text: String, _ number: Int) -> Criterion.Test? {
    let wanted =
      "“Any reply:”, “No reply:”, “First reply:”, “Last reply:”, “Every reply:” with a condition, “Ending:” or “Judge:”"
    guard let colon = Self.colon(text) else {
      report(number, .badValue(key: "how it is judged", value: text, wanted: wanted))
      return nil
    }
    let words = text[text.index(after: colon)...].trimmed
    switch text[..<colon].trimmed.lowercased() {
    case "ending": return .ending(words.split(separator: ",").map { $0.trimmed })
    case "judge": return .judge(words)
    case let head:
      guard let make = Self.tests[head] else {
        report(number, .badValue(key: "how it is judged", value: head, wanted: wanted))
        return nil
      }
      guard let condition = ConditionParser.parse(words) else {
        report(number, .badCondition(words))
        return nil
      }
      return make(condition)
    }
  }

  private static var tests: [String: (Condition) -> Criterion.Test] {
    [
      "any reply": { .anyReply($0) }, "no reply": { .noReply($0) }, "first reply": { .firstReply($0) },
      "last reply": { .lastReply($0) }, "every reply": { .everyReply($0) },
    ]
  }

  mutating func readRun(_ name: String, _ number: Int, _ items: [ScenarioItem]) {
    var run = ScenarioRun(name: name, line: number)
    let known = ["ends", "score", "agent", "wait", "note", "do", "others", "judge"]
    for item in items {
      guard let (key, value) = item.pair else {
        report(item.number, .unknownKey(item.text, section: "Run", known: known))
        continue
      }
      switch key.lowercased() {
      case "ends": run.ends = value
      case "agent": run.steps.append(.reply(value))
      case "note": run.steps.append(.note(value))
      case "others": run.steps.append(.others(value))
      case "score":
        let bounds = value.split(separator: " ").filter { $0 != "to" }.map { Int($0) }
        if let low = bounds.first ?? nil, let high = bounds.last ?? nil, bounds.count <= 2, low <= high {
          run.score = low...high
        } else {
          report(item.number, .badValue(key: key, value: value, wanted: "“85 to 100”"))
        }
      case "wait":
        if let seconds = SpokenTime.seconds(value) {
          run.steps.append(.wait(Int(seconds)))
        } else {
          report(item.number, .badValue(key: key, value: value, wanted: "a time"))
        }
      case "do":
        let acts: [String: RehearsalAct] = [
          "resolve": .resolve, "hand over": .handOver, "follow-up": .followUp,
          "ask for access": .askForAccess,
        ]
        if let act = acts[value.lowercased()] {
          run.steps.append(.act(act))
        } else {
          report(
            item.number, .badValue(key: key, value: value, wanted: acts.keys.sorted().joined(separator: ", "))
          )
        }
      case "judge":
        for word in value.lowercased().split(separator: ",").map(\.trimmed) {
          if word == "yes" || word == "no" {
            run.judgements.append(word == "yes")
          } else {
            report(item.number, .badValue(key: key, value: word, wanted: "yes or no"))
          }
        }
      default: report(item.number, .unknownKey(key, section: "Run", known: known))
      }
    }
    if run.ends.isEmpty { report(number, .missing("“ends” of the run “\(name)”")) }
    scenario.runs.append(run)
  }
}
