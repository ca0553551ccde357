import DeskModel
import Testing

@testable import LocalePacks

@Suite("The packs that ship")
struct ShippedPacksTests {
  private static let tags: [LocaleTag] = ShippedPacks.library.tags

  @Test("have no fault in any file", arguments: tags)
  func problems(_ tag: LocaleTag) {
    #expect(ShippedPacks.problems(tag).map(\.description) == [])
  }

  @Test("yield of each example exactly what it says", arguments: tags)
  func examples(_ tag: LocaleTag) {
    let examination = PackExamination(
      ShippedPacks.pack(tag), languages: ShippedPacks.languages,
      holidays: ShippedPacks.holidays)
    #expect(examination.failures() == [])
  }

  @Test("have no rule that could be taken away unnoticed", arguments: tags)
  func mutations(_ tag: LocaleTag) {
    let examination = PackExamination(
      ShippedPacks.pack(tag), languages: ShippedPacks.languages,
      holidays: ShippedPacks.holidays)
    #expect(examination.unprovenRules() == [])
  }

  /// The locales that the product promises.
  private static let promisedTags = [
    "id", "ms", "uk", "ru", "kk", "en", "en-US", "en-GB", "de", "fr", "fr-CA", "es", "es-ES", "es-419",
    "es-MX",
    "pt", "pt-BR", "pt-PT", "it", "pl", "tr", "ar", "fa", "he", "hi", "bn", "th", "vi", "ja", "ko", "zh-Hans",
    "zh-Hant", "fil", "uz",
  ]

  @Test(
    "are there for all locales, languages with twelve good and twelve bad messages", arguments: promisedTags)
  func promised(_ tag: String) throws {
    let pack = ShippedPacks.pack(try #require(LocaleTag(tag)))
    #expect(pack.chain.first?.description == tag)
    // A child that only adds a little proves that; its parents have the rest.
    guard pack.chain.count <= 2, tag != "es-ES" else { return }
    #expect(pack.examples.good.count >= 12)
    #expect(pack.examples.bad.count >= 12)
  }

  @Test("address everybody, whatever is known, in clean text and the language's own script", arguments: tags)
  func totality(_ tag: LocaleTag) {
    let pack = ShippedPacks.pack(tag)
    let names: [(String?, String?, String?)] = [
      (nil, nil, nil), ("Ада", nil, nil), ("Ada", "Byron", nil), (nil, "Byron", nil), ("田中", nil, nil),
      (" ", "{x}", "!"), ("Ада", "Байрон", "Георгіївна"), ("A\u{202E}da", "By\nron", nil),
    ]
    // Whatever no rule asks for makes no difference.
    let conditions = pack.addressRules.map(\.when)
    let sectors = [nil, "unheard-of"] + Set(conditions.flatMap { $0.sector ?? [] }).map(Optional.some)
    let roles = [nil, "unheard-of"] + Set(conditions.flatMap { $0.role ?? [] }).map(Optional.some)
    let channels = ["chat"] + Set(conditions.flatMap { $0.channel ?? [] })
    let asksAge = conditions.contains { $0.age != nil }
    let ages = [nil] + (asksAge ? AgeBand.allCases.map(Optional.some) : [])
    let asksAgent = conditions.contains { $0.agentGender != nil }
    let agents = asksAgent ? [nil, Gender.female, .male] : [nil]
    for (given, family, patronymic) in names {
      for (gender, age) in [nil, Gender.female, .male].flatMap({ gender in ages.map { (gender, $0) } }) {
        for (role, sector) in roles.flatMap({ role in sectors.map { (role, $0) } }) {
          for (agent, channel) in agents.flatMap({ agent in channels.map { (agent, $0) } }) {
            let person = Person(
              given: given, family: family, patronymic: patronymic, gender: gender, age: age, role: role,
              sector: sector)
            let text = pack.address(person, AddressSetting(channel: channel, agentGender: agent)).text
            let isClean =
              !text.isEmpty && !text.contains("{") && !text.contains("}") && !text.contains("  ")
              && !text.contains("\n") && text.first != " " && text.last != " "
            if !isClean { Issue.record("\(tag): “\(text)” for \(person)") }
          }
        }
      }
    }
  }

  @Test("greet the whole day without gap, and the words change where the hour does", arguments: tags)
  func greetings(_ tag: LocaleTag) {
    let pack = ShippedPacks.pack(tag)
    guard !pack.greetings.isEmpty else { return }
    for minute in 0..<1_440 {
      #expect(pack.greetings.count { $0.covers(minute) } == 1, "\(tag) at \(minute)")
    }
  }

  @Test("never tell customers what is meant for agents", arguments: tags)
  func crossLists(_ tag: LocaleTag) {
    let pack = ShippedPacks.pack(tag)
    let rude = pack.rules(in: .avoid).filter { ["taboo", "slang", "familiar"].contains($0.kind) }
    let avoided = Set(rude.flatMap(\.forms).map { $0.lowercased() })
    let harmless = pack.rules(in: .falseFriends).filter { $0.kind == "looksRude" }
    let explained = harmless.flatMap(\.forms).map { $0.lowercased() }
    #expect(explained.filter(avoided.contains) == [])
    let notes = (pack.rules(in: .falseFriends) + pack.rules(in: .softNo)).compactMap {
      $0.why?.text(in: "en")
    }
    let said = pack.phrases.map(\.text) + pack.holidays.compactMap(\.greeting) + pack.greetings.map(\.text)
    #expect(said.filter(notes.contains) == [])
  }

  @Test("stand on sources: a rule that nobody confirmed only hints", arguments: tags)
  func unsourced(_ tag: LocaleTag) {
    let pack = ShippedPacks.pack(tag)
    for example in pack.examples.bad {
      let draft = PackDraft(
        text: example.text, channel: example.channel, person: example.person, customer: example.customer,
        isFirstReply: example.isFirstReply, agentGender: example.agentGender)
      for finding in PackChecks.findings(in: draft, pack) where finding.severity != .hint {
        for record in finding.records {
          let rule = (pack.draftRules + pack.customerRules).first {
            "\($0.section.rawValue)/\($0.rule.id)" == record
          }
          if let rule { #expect(rule.rule.provenance.status != .unsourced, "\(record)") }
        }
        #expect(PackFinding.messageKeys.contains(finding.messageKey))
      }
    }
  }
}
