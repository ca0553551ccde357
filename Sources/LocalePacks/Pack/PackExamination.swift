import DeskModel

/// Runs a pack's own examples, and finds rules that none of them would miss.
///
/// `locales check` and the tests use it; the console does not.
package struct PackExamination {
  private let pack: LocalePack
  private let languages: LanguageIdentifier?
  private let holidays: (_ country: String) -> HolidayTable?

  /// Prepares one; `holidays` has the table of a country.
  package init(
    _ pack: LocalePack, languages: LanguageIdentifier?,
    holidays: @escaping (_ country: String) -> HolidayTable?
  ) {
    self.pack = pack
    self.languages = languages
    self.holidays = holidays
  }

  /// Examples that do not come out as they say, one sentence each.
  package func failures() -> [String] {
    var failures: [String] = []
    for example in pack.examples.good + pack.examples.bad {
      let found = findings(example, pack)
      let names = found.map(\.rule).sorted()
      guard names != example.expected else { continue }
      let told = found.map {
        "\($0.rule) (\($0.records.joined(separator: " ")): \($0.arguments.first ?? ""))"
      }
      failures.append(
        "\(example.label): “\(example.text)” should yield \(Self.list(example.expected)), and yields \(Self.list(told))"
      )
    }
    for example in pack.examples.customer {
      let found = signals(example, pack)
      guard found != example.expected else { continue }
      failures.append(
        "\(example.label): “\(example.text)” should hold \(Self.list(example.expected)), and holds \(Self.list(found))"
      )
    }
    for example in pack.examples.address {
      let found = pack.address(
        example.person, AddressSetting(channel: example.channel, agentGender: example.agentGender))
      guard found.text != example.expected else { continue }
      failures.append(
        "\(example.label): should be addressed “\(example.expected)”, and is “\(found.text)” by \(found.rule)"
      )
    }
    for example in pack.examples.days {
      let found = Set(notices(example.day, example.country).map(\.rule.id)).sorted()
      guard found != example.expected else { continue }
      failures.append(
        "\(example.label): \(example.day) should be \(Self.list(example.expected)), and is \(Self.list(found))"
      )
    }
    return failures
  }

  /// Own rules of the pack whose removal no example would notice, as `section/id`.
  ///
  /// - Complexity: O(examples + rules · the examples in which they fire).
  package func unprovenRules() -> [String] {
    let own = Set(
      pack.provenances.filter {
        $0.provenance.origin.tag == pack.chain.first && $0.provenance.origin.layer == "shipped"
      }
      .map { ($0.section == "register.markers" ? "markers" : $0.section) + "/" + $0.id })
    let drafts = pack.examples.bad
    var proven: Set<String> = []
    for example in drafts {
      let found = findings(example, pack)
      for record in Set(found.flatMap(\.records)) where !proven.contains(record) {
        if rulesWithout(record, example) != example.expected { proven.insert(record) }
      }
    }
    for record in own.subtracting(proven) where record.hasPrefix("markers/") {
      // Formal and polite markers prove themselves by what the message would be without them.
      let examples = pack.examples.good + drafts
      if examples.contains(where: { rulesWithout(record, $0) != $0.expected }) { proven.insert(record) }
    }
    for example in pack.examples.customer {
      for id in example.expected {
        for section in ["softNo", "appeals", "falseFriends"] { proven.insert(section + "/" + id) }
      }
    }
    for example in pack.examples.address {
      let address = pack.address(
        example.person, AddressSetting(channel: example.channel, agentGender: example.agentGender))
      proven.insert("address.rules/" + address.rule)
    }
    for example in pack.examples.days { for id in example.expected { proven.insert("holidays/" + id) } }
    let needing = own.filter { name in
      !["address.titles/", "answers.words/", "credentials/", "greetings/", "phrases/"].contains {
        name.hasPrefix($0)
      }
    }
    return needing.subtracting(proven).sorted()
  }

  private func rulesWithout(_ record: String, _ example: DraftExample) -> [String] {
    findings(example, pack.without(record)).map(\.rule).sorted()
  }

  private func findings(_ example: DraftExample, _ pack: LocalePack) -> [PackFinding] {
    let solemn = example.day.flatMap { day in
      Self.number(of: day).flatMap { number in
        notices(day, example.country).first { $0.isSolemn(on: number) }?.name
      }
    }
    return PackChecks.findings(
      in: PackDraft(
        text: example.text, channel: example.channel, person: example.person, customer: example.customer,
        isFirstReply: example.isFirstReply, agentGender: example.agentGender, solemnDay: solemn),
      pack, languages)
  }

  private func notices(_ day: String, _ country: String?) -> [HolidayNotice] {
    guard let number = Self.number(of: day), let table = holidays(country ?? pack.country ?? "") else {
      return []
    }
    return HolidayNotice.notices(on: number, pack, table)
  }

  /// `2026-03-21` as days since 1970-01-01; nil for what is no date.
  private static func number(of day: String) -> Int? {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    return parts.count == 3 ? CivilTime.days(year: parts[0], month: parts[1], day: parts[2]) : nil
  }

  private func signals(_ example: CustomerExample, _ pack: LocalePack) -> [String] {
    Set(
      CustomerReading.signals(in: example.text, pack, agentLanguage: example.agentLanguage).map(\.rule)
    ).sorted()
  }

  private static func list(_ names: [String]) -> String {
    names.isEmpty ? "nothing" : names.joined(separator: ", ")
  }
}
