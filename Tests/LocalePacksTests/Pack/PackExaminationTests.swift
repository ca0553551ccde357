import DeskModel
import Testing

@testable import LocalePacks

@Suite("The examination of a pack")
struct PackExaminationTests {
  private static func rule(_ id: String, _ form: String, _ more: String = "") -> String {
    "{id: \"\(id)\", forms: [\"\(form)\"], why: \"w\", \(more) \(PackFixtures.sourced)}"
  }

  private static func examination(_ fields: String) -> PackExamination {
    let address = fields.contains("rules:") ? "" : "address: {rules: [\(PackFixtures.anyone)]},"
    return PackExamination(
      PackFixtures.pack("\(address) \(fields)"), languages: nil, holidays: ShippedPacks.holidays)
  }

  @Test(
    "tells of an example that does not come out as it says, by its place",
    arguments: [
      (
        "good: [\"Fine\", \"Our SLA\"]",
        ["examples.good[1]: “Our SLA” should yield nothing, and yields jargon.word (jargon/sla: SLA)"]
      ),
      ("bad: [{text: \"Our SLA\", expect: [\"jargon.word\"]}]", []),
      (
        "bad: [{text: \"Our SLA\", expect: [\"jargon.word\", \"jargon.word\"]}]",
        [
          "examples.bad[0]: “Our SLA” should yield jargon.word, jargon.word, and yields jargon.word (jargon/sla: SLA)"
        ]
      ),
      (
        "bad: [{text: \"Fine\", expect: \"jargon.word\"}]",
        ["examples.bad[0]: “Fine” should yield jargon.word, and yields nothing"]
      ),
      ("customer: [{text: \"later\", expect: [\"later\"]}, \"now\"]", []),
      (
        "customer: [{text: \"later\"}]",
        ["examples.customer[0]: “later” should hold nothing, and holds later"]
      ),
      (
        "customer: [{text: \"now\", expect: [\"later\"]}]",
        ["examples.customer[0]: “now” should hold later, and holds nothing"]
      ),
      ("address: [{given: \"Anna\", expect: \"Friend\"}]", []),
      (
        "address: [{given: \"Anna\", expect: \"Anna\"}]",
        ["examples.address[0]: should be addressed “Anna”, and is “Friend” by all"]
      ),
      (
        "days: [{day: \"2026-12-25\", country: \"DE\", expect: [\"christmas\"]}, {day: \"2026-12-20\", country: \"DE\"}]",
        []
      ),
      (
        "days: [{day: \"2026-12-25\", country: \"DE\"}]",
        ["examples.days[0]: 2026-12-25 should be nothing, and is christmas"]
      ),
      (
        "days: [{day: \"yesterday\", country: \"DE\", expect: [\"christmas\"]}]",
        ["examples.days[0]: yesterday should be christmas, and is nothing"]
      ),
      (
        "days: [{day: \"2026-12-25\", country: \"XX\", expect: [\"christmas\"]}]",
        ["examples.days[0]: 2026-12-25 should be christmas, and is nothing"]
      ),
    ])
  func failures(_ examples: String, _ expected: [String]) {
    let examination = Self.examination(
      """
      jargon: [\(Self.rule("sla", "SLA"))], softNo: [\(Self.rule("later", "later", "kind: \"weak\","))],
      holidays: [{id: "christmas", tone: "festive", \(PackFixtures.sourced)}],
      examples: {\(examples)}
      """)
    #expect(examination.failures() == expected)
  }

  @Test("gives a draft all that the example says: person, channel, customer, agent, first reply, day")
  func settings() {
    let fields = """
      address: {expect: "firstReply", rules: [
          {id: "mail", when: {channel: "mail"}, form: "Dear {given}", why: "w", \(PackFixtures.sourced)}, \(PackFixtures.anyone)]},
      agentForms: [\(Self.rule("f", "рада", "agentGender: \"f\","))],
      cheer: [\(Self.rule("happy", "happy"))], avoid: [\(Self.rule("hey", "hey", "kind: \"familiar\", mirror: true,"))],
      holidays: [{id: "christmas", tone: "solemn", \(PackFixtures.sourced)}],
      """
    func failures(_ more: String, _ expected: String) -> Int {
      Self.examination(
        "\(fields) examples: {bad: [{text: \"Happy, рада, hey\", \(more) expect: [\(expected)]}]}"
      ).failures().count
    }
    #expect(failures("", "\"courtesy.familiar\"") == 0)
    #expect(failures("customer: [\"hey\"],", "\"x\"") == 1)
    #expect(failures("agentGender: \"m\",", "\"courtesy.familiar\", \"register.agentForm\"") == 0)
    #expect(failures("firstReply: true,", "\"address.missing\", \"courtesy.familiar\"") == 0)
    #expect(
      failures(
        "day: \"2026-12-25\", country: \"DE\",", "\"courtesy.familiar\", \"courtesy.solemnDay\"") == 0)
    let addressed = "address: [{given: \"Anna\", channel: \"mail\", expect: \"Dear Anna\"}]"
    #expect(Self.examination("\(fields) examples: {\(addressed)}").failures() == [])
  }

  @Test(
    "finds the rules that no example would miss, of every section",
    arguments: [
      (
        "jargon: [\(rule("sla", "SLA"))]", "bad: [{text: \"Our SLA\", expect: \"jargon.word\"}]", "jargon/sla"
      ),
      (
        "avoid: [\(rule("hey", "hey", "kind: \"slang\","))]",
        "bad: [{text: \"hey\", expect: \"courtesy.slang\"}]", "avoid/hey"
      ),
      (
        "limits: [{id: \"l\", kind: \"words\", max: 1, \(PackFixtures.sourced)}]",
        "bad: [{text: \"one two\", expect: \"clarity.long\"}]", "limits/l"
      ),
      (
        "softNo: [\(rule("later", "later", "kind: \"weak\","))]",
        "customer: [{text: \"later\", expect: \"later\"}]", "softNo/later"
      ),
      (
        "appeals: [\(rule("poor", "poor", "kind: \"pity\","))]",
        "customer: [{text: \"poor\", expect: \"poor\"}]", "appeals/poor"
      ),
      (
        "falseFriends: [\(rule("gift", "gift", "kind: \"looksRude\","))]",
        "customer: [{text: \"gift\", expect: \"gift\"}]", "falseFriends/gift"
      ),
      (
        "holidays: [{id: \"christmas\", tone: \"festive\", \(PackFixtures.sourced)}]",
        "days: [{day: \"2026-12-25\", country: \"DE\", expect: \"christmas\"}]", "holidays/christmas"
      ),
      (
        "register: {method: \"markers\", markers: [\(rule("du", "du", "kind: \"informal\","))]}",
        "bad: [{text: \"du da\", expect: \"register.informal\"}]", "markers/du"
      ),
      (
        "register: {method: \"absence\", markers: [\(rule("please", "please", "kind: \"polite\","))]}",
        "good: [\"come in please\"]", "markers/please"
      ),
    ])
  func unproven(_ fields: String, _ example: String, _ name: String) {
    let proven = "address: [{given: \"Anna\", expect: \"Friend\"}],"
    #expect(Self.examination("\(fields), examples: {\(proven)}").unprovenRules() == [name])
    #expect(Self.examination("\(fields), examples: {\(proven) \(example)}").unprovenRules() == [])
  }

  @Test("does not take a rule for proven by an example that another rule keeps as it is")
  func overlapping() {
    let fields = "jargon: [\(Self.rule("a", "SLA")), \(Self.rule("b", "sla"))],"
    let address = "address: [{given: \"Anna\", expect: \"Friend\"}]"
    let examination = Self.examination(
      "\(fields) examples: {\(address), bad: [{text: \"SLA\", expect: [\"jargon.word\", \"jargon.word\"]}]}")
    #expect(examination.unprovenRules() == [])
    let limit = "limits: [{id: \"wide\", kind: \"words\", max: 9, \(PackFixtures.sourced)}],"
    let narrow = Self.examination(
      "\(fields) \(limit) examples: {\(address), bad: [{text: \"SLA\", expect: [\"jargon.word\", \"jargon.word\"]}]}"
    )
    #expect(narrow.unprovenRules() == ["limits/wide"])
  }

  @Test("asks for an example of each rule and term of address, and of no title, greeting and phrase")
  func address() {
    let fields = """
      address: {
        rules: [{id: "f", when: {gender: "f"}, form: "Ms {family}", why: "w", \(PackFixtures.sourced)}, \(PackFixtures.anyone)],
        terms: [{id: "mr", forms: ["Mr"], gender: "m", part: "any", \(PackFixtures.sourced)}],
        titles: [{id: "dr", forms: ["Dr."], \(PackFixtures.sourced)}]},
      phrases: [{id: "bye", kind: "closing", text: "Bye", \(PackFixtures.sourced)}],
      greetings: [{id: "day", from: "00:00", to: "00:00", text: "Hi", \(PackFixtures.sourced)}],
      """
    #expect(
      Self.examination(fields).unprovenRules() == [
        "address.rules/all", "address.rules/f", "address.terms/mr",
      ])
    let examples = """
      examples: {
        address: [{expect: "Friend"}, {family: "Weber", gender: "f", expect: "Ms Weber"}],
        bad: [{text: "Thanks, Mr Weber", person: {family: "Weber", gender: "f"}, expect: "address.term"}]}
      """
    #expect(Self.examination(fields + examples).failures() == [])
    #expect(Self.examination(fields + examples).unprovenRules() == [])
  }

  @Test("asks a pack only about its own rules")
  func inherited() {
    let library = PackFixtures.library([
      (
        "xx",
        "sources: {S: {ref: \"p\"}}, jargon: [\(Self.rule("sla", "SLA"))], address: {rules: [\(PackFixtures.anyone)]}"
      ),
      ("xx-YY", "jargon: [\(Self.rule("kyc", "KYC"))]"),
    ])
    let pack = library.resolve(LocaleTag(language: "xx", region: "YY")).pack
    let examination = PackExamination(pack, languages: nil, holidays: { _ in nil })
    #expect(examination.unprovenRules() == ["jargon/kyc"])
  }
}
