extension ScenarioReader {
  private static var contactKeys: Set<String> {
    ["name", "given", "family", "patronymic", "gender", "locale", "zone", "company", "plan", "vip"]
  }
  private static var hiddenKeys: Set<String> { ["mood", "wants", "hides"] }

  mutating func readFacts(_ items: [ScenarioItem]) {
    for item in items {
      guard let (key, value) = item.pair, !value.isEmpty else {
        report(
          item.number, .badValue(key: item.text, value: "", wanted: "a name, a colon and values parted by |"))
        continue
      }
      if scenario.facts.contains(where: { $0.name == key }) { report(item.number, .twice(key)) }
      let values = value.split(separator: "|").map(\.trimmed).filter { !$0.isEmpty }
      scenario.facts.append(Scenario.Fact(name: key, values: values))
    }
  }

  mutating func readCustomer(_ items: [ScenarioItem]) {
    for item in items {
      guard let (key, value) = item.pair, !value.isEmpty else {
        report(item.number, .badValue(key: item.text, value: "", wanted: "a key, a colon and words"))
        continue
      }
      let small = key.lowercased()
      if Self.contactKeys.contains(small) {
        if scenario.customer.known[small] != nil { report(item.number, .twice(key)) }
        if small == "gender", value != "f", value != "m" {
          report(item.number, .badValue(key: key, value: value, wanted: "f or m"))
        }
        scenario.customer.known[small] = value
      } else if Self.hiddenKeys.contains(small) {
        scenario.customer.hidden.append(ScenarioCustomer.Line(key: small, text: value))
      } else {
        scenario.customer.fields.append(ScenarioCustomer.Line(key: key, text: value))
      }
    }
  }

  mutating func readBefore(_ items: [ScenarioItem]) {
    var open: [(indent: Int, place: Int)] = []
    for item in items {
      open.removeAll { $0.indent >= item.indent }
      guard let (voice, age, text) = pastEntry(item) else {
        let wanted =
          "“customer”, “agent NAME”, “note NAME”, “stranger NAME” or “post by us”, a comma, how long ago, a colon and the text"
        report(item.number, .badValue(key: "Before", value: item.text, wanted: wanted))
        continue
      }
      scenario.before.append(PastEntry(voice: voice, age: age, text: text, parent: open.last?.place))
      open.append((item.indent, scenario.before.count - 1))
    }
  }

  private func pastEntry(_ item: ScenarioItem) -> (PastEntry.Voice, Int64, String)? {
    guard let (key, text) = item.pair, !text.isEmpty, let comma = key.lastIndex(of: ","),
      let age = SpokenTime.seconds(key[key.index(after: comma)...].trimmed)
    else { return nil }
    let who = key[..<comma].trimmed
    if who.lowercased() == "customer" { return (.customer, age, text) }
    if who.lowercased() == "post by us" { return (.post, age, text) }
    for (word, make) in Self.voices {
      if let name = who.behind(word), !name.isEmpty { return (make(name.trimmed), age, text) }
    }
    return nil
  }

  private static var voices: [(String, (String) -> PastEntry.Voice)] {
    [("agent", { .agent($0) }), ("note", { .note($0) }), ("stranger", { .stranger($0) })]
  }

  mutating func readOthers(_ items: [ScenarioItem]) {
    for item in items {
      guard let (name, text) = item.pair, !text.isEmpty else {
        report(
          item.number,
          .badValue(key: "Also waiting", value: item.text, wanted: "a name, a colon and what they write"))
        continue
      }
      scenario.others.append(OtherCustomer(name: name, text: text))
    }
  }

  mutating func readEmpathy(_ items: [ScenarioItem]) {
    for item in items {
      guard let (key, value) = item.pair, let part = EmpathyMap.Part(rawValue: key.lowercased()) else {
        let known = EmpathyMap.Part.allCases.map(\.rawValue)
        report(item.number, .unknownKey(item.pair?.key ?? item.text, section: "Empathy map", known: known))
        continue
      }
      scenario.empathy.parts[part] = value
    }
  }
}
