import DeskModel
import LocalePacks
import ReplyTemplates
import Testing

@Suite("A set of answers")
struct TemplateSetTests {
  private let about = """
    # A parcel is late

    The promised day
    has passed.

    - A summary may hold a list.

    ## Use it when
    - Tracking moved within five days.
    ## Not when
    - Nothing moved: [the parcel is lost](../parcel-lost/about.md), says the carrier
    - It came: [elsewhere](https://example.com/about.md)
    ## Facts
    - order.number: the number of the order
    - order.promised (date): the day
    - order.total (money, optional): what it cost
    ## Settings
    - tags: delivery, parcel
    - shortcuts: late
    - first contact only: yes
    - set status: pending
    - add tags: late
    - remove tags: new
    - follow up: 2 days: ask whether it came
    - attach: map.pdf
    - channels: chat
    - owner: Marta
    - review by: 2027-06-01
    - trial: plain, warm; until 400; difference 8
    """
  private let english = """
    \u{FEFF}<!-- status: reviewed by Ann, 2026-11-01; title: Parcel late -->

    # Customers ask
    - Where is my parcel?

    # In private

    ## plain
    <!-- after: first; allow: jargon.vpn because engineers ask -->

    Order {{order.number}} is late.  

    It moves.

    # In private: mail, Letter
    ## letter
    Dear customer.

    # In public
    ## short
    It moves.\r
    - so
    """

  private func set(_ files: TemplateFile...) -> TemplateSet { TemplateSet(files) }

  @Test("has all that about.md says")
  func reading() throws {
    let set = set(TemplateFixtures.file("replies/delivery-late/about.md", about))
    #expect(set.problems == [])
    let about = try #require(set.answers[AnswerID("delivery-late")]?.about)
    #expect(about.title == "A parcel is late")
    #expect(about.summary == "The promised day has passed.\n\n- A summary may hold a list.")
    #expect(about.useWhen.map(\.text) == ["Tracking moved within five days."])
    #expect(
      about.notWhen.map(\.text) == [
        "Nothing moved: the parcel is lost, says the carrier", "It came: elsewhere",
      ])
    #expect(about.notWhen.map(\.leadsTo) == [AnswerID("parcel-lost"), nil])
    #expect(
      about.facts.map { Fact(name: $0.name, type: $0.type, isOptional: $0.isOptional, note: $0.note) } == [
        Fact(name: "order.number", note: "the number of the order"),
        Fact(name: "order.promised", type: .date, note: "the day"),
        Fact(name: "order.total", type: .money, isOptional: true, note: "what it cost"),
      ])
    #expect(
      about.settings
        == AnswerSettings(
          tags: ["delivery", "parcel"], shortcuts: ["late"], isFirstContactOnly: true, status: "pending",
          addTags: ["late"], removeTags: ["new"],
          followUp: PlannedFollowUp(after: 172_800, text: "ask whether it came"), attachments: ["map.pdf"],
          channels: ["chat"], owner: "Marta", reviewBy: CivilTime.days(year: 2027, month: 6, day: 1),
          trial: VariantTrial(variants: ["plain", "warm"], limit: 400, difference: 8)))
  }

  @Test("has the variants with the places where they fit, and their texts exactly as they are sent")
  func variants() throws {
    let set = set(TemplateFixtures.file("replies/billing/late/en.md", english))
    #expect(set.problems == [])
    let texts = try #require(set.answers[AnswerID("billing/late")]?.locales[TemplateFixtures.tag("en")])
    #expect(texts.title == "Parcel late")
    #expect(texts.review == .reviewed(by: "Ann, 2026-11-01"))
    #expect(texts.asks == ["Where is my parcel?"])
    #expect(texts.variants.map(\.name) == ["plain", "letter", "short"])
    #expect(texts.variants.map(\.audience) == [.customer, .customer, .world])
    #expect(texts.variants.map(\.channels) == [[], ["mail", "letter"], []])
    #expect(
      texts.variants.map(\.source) == [
        "Order {{order.number}} is late.\n\nIt moves.", "Dear customer.", "It moves.\n- so",
      ])
    #expect(texts.variants[0].occasion == .first)
    #expect(texts.variants[0].allowances == [LintAllowance(rule: "jargon.vpn", reason: "engineers ask")])
    #expect(texts.variants[0].line == 8)
    #expect(texts.variants[0].textLine == 11)
  }

  @Test("lays the person's texts over the team's over what ships, by the names of the variants")
  func layers() throws {
    let set = set(
      TemplateFixtures.file(
        "replies/late/en.md", "# In private\n## mine\nMine.\n## plain\nBetter.\n## old\n", layer: "personal"),
      TemplateFixtures.file("replies/late/about.md", "# Shipped\n"),
      TemplateFixtures.file("replies/late/about.md", "# Team's\n", layer: "team"),
      TemplateFixtures.file(
        "replies/late/en.md", "# In private\n## plain\nPlain.\n## old\nOld.\n## other\nOther.\n"))
    let answer = try #require(set.answers[AnswerID("late")])
    #expect(answer.title() == "Team's")
    #expect(
      answer.locales[TemplateFixtures.tag("en")]?.variants.map(\.source) == ["Better.", "Other.", "Mine."])
    #expect(set.layers[AnswerID("late")] == ["shipped", "team", "personal"])
  }

  @Test("finds a locale's texts along its parents, and none in another language")
  func locales() throws {
    let set = set(
      TemplateFixtures.file("replies/late/es-419.md", "# In private\n## a\nA.\n"),
      TemplateFixtures.file("replies/late/es.md", "# In private\n## b\nB.\n"),
      TemplateFixtures.file("replies/late/pt-BR.md", "# Customers ask\n- x\n"),
      TemplateFixtures.file("fragments/es.md", "## sign-off\nSaludos\n"))
    let answer = try #require(set.answers[AnswerID("late")])
    func found(_ tag: String) -> String? {
      set.texts(of: answer, for: TemplateFixtures.tag(tag), TemplateFixtures.family)?.locale.description
    }
    #expect(found("es-MX") == "es-419")
    #expect(found("es-ES") == "es")
    #expect(found("pt-BR") == nil)
    #expect(found("en") == nil)
    #expect(
      set.fragment("sign-off", for: TemplateFixtures.tag("es-MX"), TemplateFixtures.family)?.source
        == "Saludos")
    #expect(set.fragment("other", for: TemplateFixtures.tag("es-MX"), TemplateFixtures.family) == nil)
  }

  @Test(
    "tells what is wrong with a file by its line, and keeps the rest",
    arguments: [
      ("replies/a/about.md", "x\n", 1, TemplateFault.noTitle),
      ("replies/a/about.md", "# A\n## Facts\n- order number\n", 3, .badPlaceholder("order number")),
      ("replies/a/about.md", "# A\n## Facts\n- n\n- n\n", 4, .twice("n")),
      (
        "replies/a/about.md", "# A\n## Facts\n- n (colour): x\n", 3,
        .unknownKey("colour", known: ["text", "date", "money", "number", "link", "optional"])
      ),
      (
        "replies/a/about.md", "# A\n## Why\n", 2,
        .unknownKey("## Why", known: ["Use it when", "Not when", "Facts", "Settings"])
      ),
      ("replies/a/about.md", "# A\n## Settings\nloose\n", 3, .strayText("loose")),
      (
        "replies/a/about.md", "# A\n## Settings\n- review by: 2027-02-30\n", 3,
        .badValue(key: "review by", value: "2027-02-30", wanted: "a day such as 2027-06-01")
      ),
      (
        "replies/a/about.md", "# A\n## Settings\n- attach: ../../x\n", 3,
        .badValue(key: "attach", value: "../../x", wanted: "names of files in the answer's folder")
      ),
      ("replies/a/en.md", "# In private\n## x\n{{a\n", 3, .unclosed("{{")),
      ("replies/a/en.md", "## x\nText.\n", 1, .variantWithoutPlace("x")),
      ("replies/a/en.md", "# Elsewhere\n## x\nText.\n", 1, .unknownPlace("Elsewhere")),
      ("replies/a/en.md", "# In private\n## x\nA.\n## x\nB.\n", 4, .twice("## x")),
      ("replies/a/en.md", "# In private\n##\nA.\n", 2, .namelessHeading),
      (
        "replies/a/en.md", "<!-- colour: red -->\n", 1,
        .unknownKey("colour", known: ["status", "title", "allow"])
      ),
      (
        "replies/a/en.md", "<!-- allow: jargon.x -->\n", 1,
        .badValue(
          key: "allow", value: "jargon.x",
          wanted: "a rule and a reason, such as “jargon.vpn because our customers are engineers”")
      ),
      ("replies/a/english.md", "# In private\n", 1, .badName("english.md")),
      ("replies/a b/en.md", "# In private\n", 1, .badName("a b")),
      ("fragments/xx-yyy.md", "", 1, .badName("xx-yyy.md")),
    ])
  func problems(_ name: String, _ text: String, _ line: Int, _ fault: TemplateFault) throws {
    let set = set(TemplateFixtures.file(name, text))
    let problem = try #require(set.problems.first { $0.fault == fault }, "\(set.problems)")
    #expect(problem.file == "/shipped/\(name)")
    #expect(problem.line == line)
    #expect(problem.description.hasPrefix("/shipped/\(name):\(line): "))
  }

  @Test("refuses bytes that are no text, and too many of them")
  func bytes() {
    let set = TemplateSet([
      TemplateFile(layer: "team", name: "replies/a/en.md", path: "a", bytes: [0xFF]),
      TemplateFile(
        layer: "team", name: "replies/b/en.md", path: "b", bytes: Array(repeating: 0x20, count: 1 << 20 + 1)),
    ])
    #expect(set.problems.map(\.fault) == [.notUTF8, .tooLarge(limit: 1 << 20)])
    #expect(set.answers.isEmpty)
  }
}
