import DeskModel
import Rehearsals
import SeededRandom
import Testing

@Suite("Making a scenario from a conversation")
struct ScenarioMakerTests {
  private func read(_ conversation: Conversation, seed: UInt64 = 1) throws -> (
    made: MadeScenario, scenario: Scenario
  ) {
    let made = try #require(ScenarioMaker.scenario(from: conversation, seed: seed))
    let (scenario, problems) = ScenarioReader.read(made.text, name: made.name, file: made.fileName)
    #expect(problems == [], "\(made.text)")
    #expect(ScenarioChecker.problems(in: scenario, lists: []) == [], "\(made.text)")
    let runs = RunPlayer.problems(in: scenario, lists: [:]) { text, _ in ReplyFacts(text: text) }
    #expect(runs == [], "\(made.text)")
    return (made, scenario)
  }

  private static let talk = Talks.talk(
    [
      ("c", "Hello, where is order 4471?"), ("c", "I am Dewi."), ("a", "Hello Dewi, let me look."),
      ("a", "It leaves today."),
      ("n", "She waits since 12 May.\nOrder 4471 was lost."), ("c", "Thank you\n\nand bye"),
    ], contact: Talks.dewi, locale: "id-ID", subject: "Dewi Lestari: order 4471")

  @Test("scenes are the customer’s messages, and what was answered is kept by scene")
  func scenes() throws {
    let (made, scenario) = try read(Self.talk)
    #expect(scenario.scenes.map(\.name) == ["1", "2"])
    #expect(scenario.scenes.map { $0.lines.map(\.count) } == [[2], [1]])
    #expect(scenario.scenes[1].lines[0][0] == "Thank you\n\nand bye")
    #expect(scenario.scenes[0].rules.map(\.action.target) == ["2"])
    #expect(scenario.scenes[1].timers.map(\.seconds) == [180])
    #expect(scenario.endings.map(\.name) == ["End"] && scenario.endings[0].result == .fair)
    let given = try #require(scenario.customer.known["given"])
    #expect(scenario.said == ["1": ["Hello \(given), let me look.", "It leaves today."]])
    #expect(scenario.runs.map(\.name) == ["then"])
    #expect(scenario.criteria.count == 2)
    #expect(scenario.known.contains("since 12 May") && !scenario.known.contains("4471"))
    #expect(scenario.before == [])
    #expect(scenario.customer.hidden.map(\.key) == ["wants", "hides"])
    #expect(scenario.customer.known["gender"] == "f" && scenario.customer.known["locale"] == "id-ID")
    #expect(scenario.locale == "id" && scenario.level == 2 && scenario.channel == .chat)
    #expect(made.fileName.hasSuffix(".id.md") && !made.fileName.contains("dewi"))
    #expect(made.title == scenario.title && scenario.subject == made.title)
  }

  @Test("what an agent wrote first stands before, and an empty conversation makes nothing")
  func before() throws {
    let (_, scenario) = try read(Talks.talk([("a", "Hello! How can I help?"), ("c", "Where is it?")]))
    #expect(scenario.before.map(\.text) == ["Hello! How can I help?"])
    #expect(scenario.before[0].age == 60)
    #expect(scenario.said == [:])
    #expect(ScenarioMaker.scenario(from: Talks.talk([("a", "Hello"), ("n", "Silent")]), seed: 1) == nil)
    #expect(ScenarioMaker.scenario(from: Talks.talk([]), seed: 1) == nil)
  }

  @Test("under a post the last part of the customer’s branch is played, and the tree before it is told")
  func publicThread() throws {
    var talk = Talks.talk(
      [
        ("a", "A new courier from Monday."), ("o", "When will mine come?"), ("c", "Mine is late."),
        ("a", "Sorry, Dewi."),
        ("o", "Same here!"), ("c", "Still nothing."), ("o", "Elsewhere."), ("a", "It comes today."),
        ("a", "To the stranger."),
        ("c", "Thanks"),
      ], contact: Talks.dewi, locale: "en", shape: .publicThread)
    for (child, parent) in [(1, 0), (2, 0), (3, 2), (4, 2), (5, 2), (6, 1), (7, 5), (8, 6), (9, 5)] {
      talk.entries[child].parent = talk.entries[parent].id
    }
    let (_, scenario) = try read(talk)
    #expect(scenario.channel == .comment)
    #expect(scenario.scenes.map(\.lines) == [[["Still nothing."]], [["Thanks"]]])
    #expect(scenario.said == ["1": ["It comes today."]])
    #expect(scenario.before.map(\.parent) == [nil, 0, 0, 2, 2])
    #expect(scenario.before[0].voice == .post && scenario.before[2].voice == .customer)
    let name = try #require(scenario.customer.known["given"])
    #expect(scenario.before[3].text == "Sorry, \(name).")
  }

  @Test("what was never sent was not said, and what was deleted neither")
  func states() throws {
    var talk = Talks.talk([("c", "One"), ("a", "Draft"), ("c", "Two"), ("a", "Sent"), ("c", "Three")])
    talk.entries[1].state = .failed
    talk.entries[4].state = .deleted
    let (_, scenario) = try read(talk)
    #expect(scenario.scenes.map(\.lines) == [[["One", "Two"]]])
    #expect(scenario.said == ["1": ["Sent"]])
  }

  @Test("look-ups are known, other events are not; attachments are told by their kind")
  func events() throws {
    var talk = Talks.talk([("s", "Name: Fjord Inn; Price: 4120"), ("s", "assigned to Nastya"), ("c", "")])
    talk.entries[2].attachments = [Attachment(id: "f", name: "passport-Marek.jpg", mediaType: "image/jpeg")]
    let (made, scenario) = try read(talk)
    #expect(scenario.known.contains("Price: ") && !scenario.known.contains("assigned"))
    #expect(scenario.scenes[0].lines == [["📎 (image)"]])
    for gone in ["Fjord", "4120", "passport", "jpg", "Nastya"] { #expect(!made.text.contains(gone)) }
  }

  @Test(
    "no line of a message breaks the format",
    arguments: [
      "## Scene: 2\n\n> hi\n- Otherwise: go to Nowhere.", "# Title", "---", "- Otherwise: go to End.",
      "> quoted\n>> twice",
      "<!-- status: reviewed -->", "<!--\nx\n-->", "{{order}} {{{x}}} {{",
      "Again:\nHint: no\nMood: bad\nResult: good", "  - a\n    - b\n* c",
      "a\r\nb\rc\u{2028}d\u{85}e\u{B}f\u{C}g", "\u{1B}[2J\u{7}\u{0}text\u{9}tab", "\u{301}\u{308}",
      "\n\n\nx\n\n", "- judge: yes\nagent: x",
      "\"quoted\": and \"not closed", "Scene 1: no\n- Scene 7: x", "-", "*", ">", "#", ":", "|", "`",
      "\u{202E}evil\u{202C}", "e\u{301}\u{200D}",
      "After 1 second: go to End", "{\u{200B}{name}}",
    ])
  func hostile(text: String) throws {
    var contact = Talks.dewi
    contact.notes = [text]
    contact.fields = [
      Field(name: text, values: [text, text]), Field(name: "wants", values: ["x"]),
      Field(name: "plan", values: [text]),
    ]
    contact.fields.append(Field(name: "Plan", values: ["Pro"]))
    contact.timeZone = text
    contact.locale = text
    contact.company = text
    for shape in ConversationShape.allCases {
      var talk = Talks.talk(
        [
          ("a", text), ("o", text), ("c", text), ("a", text), ("n", text), ("s", text), ("c", "Last " + text),
        ],
        contact: contact, shape: shape, subject: text, agent: text)
      talk.tags = [text, "a,b"]
      talk.locale = shape == .ticket ? text : "en"
      let (made, scenario) = try read(talk)
      #expect(scenario.scenes.count == (shape == .dialog ? 2 : scenario.scenes.count))
      #expect(scenario.scenes.count >= 1 && scenario.runs.count == 1 && scenario.title != "")
      #expect(!made.text.unicodeScalars.contains { $0.properties.generalCategory == .control && $0 != "\n" })
    }
  }

  @Test("a long conversation is told whole, without numbers of three digits")
  func long() throws {
    let lines = (0..<120).flatMap { _ in [("c", "And?"), ("a", "Soon.")] as [(Character, String)] }
    let (made, scenario) = try read(Talks.talk(lines))
    #expect(scenario.scenes.count == 120)
    #expect(Set(scenario.scenes.map(\.name)).count == 120)
    #expect(!made.text.split { !$0.isNumber }.contains { $0.count >= 3 })
  }

  // MARK: - Nothing is left

  /// A conversation in which names, numbers and addresses stand at random.
  private struct RandomTalk {
    var conversation: Conversation
    var originals: [String] = []

    init(_ random: inout SeededGenerator) {
      let (locale, given, family) = Self.people.randomElement(using: &random) ?? ("en", "Zelda", "Quint")
      var originals = [given, family]
      var things: [String] = [given, family, "\(given) \(family)", given.uppercased(), family.lowercased()]
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        let digits = String(
          (0..<Int.random(in: 3...17, using: &random)).map { _ in
            Character(String(Int.random(in: 0...9, using: &random)))
          })
        originals.append(digits)
        things += [
          digits, "ORD-\(digits)", "(\(digits))", "x\(digits)y", "№\(digits)",
          "\(digits)-\(digits.prefix(2))",
        ]
      }
      let user = "zq" + String((0..<6).map { _ in "bcdfghklm".randomElement(using: &random) ?? "b" })
      originals += [user]
      things += [
        "@\(user)", "\(user)@mail.example.ua", "https://t.me/\(user)", "\(user)_77@x-y.co.id",
        "@" + user.uppercased(),
      ]
      let words = [
        "hello", "де", "посилка", "und", "2 weeks", "09:30", "12 May", "\n", "—", "?!", "> -", "## Scene: 9",
        "{{x}}",
      ]
      var lines: [(who: Character, text: String)] = []
      for _ in 0..<Int.random(in: 2...12, using: &random) {
        let text = (0..<Int.random(in: 1...12, using: &random)).map { _ in
          (Bool.random(using: &random) ? things : words).randomElement(using: &random) ?? ""
        }.joined(separator: " ")
        lines.append((["c", "a", "n", "s", "o"].randomElement(using: &random) ?? "c", text))
      }
      lines.append(("c", things.shuffled(using: &random).joined(separator: ", ")))
      let gender: Gender? = Bool.random(using: &random) ? .female : nil
      conversation = Talks.talk(
        lines,
        contact: Contact(
          id: "u-1", full: "\(given) \(family)", given: given, family: family, gender: gender, locale: locale,
          notes: [things[0]], fields: [Field(name: "Id", values: things)]),
        locale: locale, shape: ConversationShape.allCases.randomElement(using: &random) ?? .dialog,
        subject: things.randomElement(using: &random) ?? "", agent: "Wilhelmina Zorn")
      self.originals = originals + ["Wilhelmina", "Zorn", "Halyna", "Bilyk", "Mykola", "Horbal"]
    }

    private static let people: [(String, String, String)] = [
      ("en", "Zelda", "Quintrell"), ("uk", "Ярослава", "Журавель"), ("ru", "Захар", "Пшеницын"),
      ("id", "Wulandari", "Sutrisna"),
      ("de", "Friedhelm", "Zwingli"), ("es", "Ximena", "Zubizarreta"), ("fr", "Océane", "Quénivet"),
      ("pl", "Zbigniew", "Wrzesień"),
      ("tr", "Çağlayan", "Öztürkmen"), ("ja", "Haruto", "Kobayashi"), ("ar", "زينب", "القرشي"),
    ]
  }

  @Test("no original name, number or handle is found in what was made", arguments: 0..<60)
  func nothingIsLeft(seed: Int) throws {
    var random = SeededGenerator(UInt64(seed))
    let talk = RandomTalk(&random)
    let (made, _) = try read(talk.conversation, seed: UInt64(seed) &* 77)
    let bytes = Array(made.text.utf8)
    for original in talk.originals {
      let isFound = TextNeedle(original).isFound(in: bytes.span, 0..<bytes.count)
      #expect(!isFound, "\(original) in \(made.text)")
    }
    #expect(ScenarioMaker.scenario(from: talk.conversation, seed: UInt64(seed) &* 77) == made)
  }

  @Test("a name of nobody’s is no name of the conversation")
  func freshNames() throws {
    // All names of the English lists are spoken of.
    let spoken = (0..<40).compactMap { seed in
      ScenarioMaker.scenario(from: Talks.talk([("c", "Hello")]), seed: UInt64(seed))?.text
    }.flatMap { $0.split(separator: "\n").filter { $0.hasPrefix("- name: ") }.map { $0.dropFirst(8) } }
    let text = spoken.joined(separator: ", ")
    let (_, scenario) = try read(Talks.talk([("c", text)]))
    for word in scenario.customer.name.split(separator: " ") { #expect(!text.contains(word)) }
  }
}
