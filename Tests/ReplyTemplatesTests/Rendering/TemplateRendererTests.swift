import LocalePacks
import ReplyTemplates
import Testing

@Suite("A variant, filled in")
struct TemplateRendererTests {
  private func render(
    _ text: String, _ values: [String: FactValue], locale: String = "en-US", listed: Set<String> = [],
    fragments: [String: String] = [:]
  ) throws -> RenderedReply {
    var bodies: [String: TemplateBody] = [:]
    for (name, text) in fragments { bodies[name] = try TemplateBody(parsing: text) }
    let all = bodies
    return TemplateRenderer(
      KnownFacts(values), listed: listed, writer: try TemplateFixtures.writer(locale), fragment: { all[$0] }
    ).render(try TemplateBody(parsing: text))
  }

  @Test(
    "writes values as the customer's locale writes them",
    arguments: [
      ("en-US", "{{d}}", "March 3, 2027"), ("en-GB", "{{d}}", "3 March 2027"),
      ("en-US", "{{near}}", "December 1"),
      ("ru", "{{d:weekday}}, {{d:day}}", "среда, 3 марта"), ("id", "{{m}}", "Rp\u{A0}149.000"),
      ("de", "{{e:money}}", "12,50\u{A0}€"), ("en-US", "{{n}}", "1,234"), ("de", "{{n:number}}", "1.234"),
      ("uk", "{{two}} {{two:plural день, дні, днів}}", "2 дні"),
      ("uk", "{{n:plural день, дні, днів}}", "дні"),
      ("ru", "{{p:plural день, дня, дней}}", "дней"), ("en-US", "{{one:plural day, days}}", "day"),
      ("id", "{{two}} {{two:plural hari}}", "2 hari"), ("en-US", "{{t}}", "<b>{{n}}</b>"),
    ])
  func formats(_ locale: String, _ text: String, _ written: String) throws {
    let values: [String: FactValue] = [
      "d": .date(20_880), "near": .date(20_788), "m": .money("149000", currency: "IDR"),
      "e": .money("12.50", currency: "EUR"), "n": .number("1234"), "two": .number("2"), "one": .number("1"),
      "p": .number("15"), "t": .text("<b>{{n}}</b>"),
    ]
    let reply = try render(text, values, locale: locale)
    #expect(reply.text == written)
    #expect(reply.isWhole)
  }

  @Test(
    "takes the first part of a choice that is known and whose condition holds",
    arguments: [
      ("[[{{a}}, your|Your]] parcel", ["a": FactValue.text("Kak Dewi")], "Kak Dewi, your parcel"),
      ("[[{{a}}, your|Your]] parcel", [:], "Your parcel"),
      ("[[if v: VIP|if v = no: no|none]]", ["v": .flag(true)], "VIP"),
      ("[[if v: VIP|if v = no: no|none]]", ["v": .flag(false)], "no"),
      ("[[if v: VIP|if v = no: no|none]]", [:], "none"),
      ("[[if s = Shipped and not v: left|waits]]", ["s": .text("shipped")], "left"),
      ("[[if s != shipped: waits|left]]", ["s": .text("open")], "waits"),
      ("[[if first: Hello. |]]Yes.", ["first": .flag(false)], "Yes."),
      ("Yes.[[ {{a}}|]]", [:], "Yes."),
    ])
  func choices(_ text: String, _ values: [String: FactValue], _ written: String) throws {
    #expect(try render(text, values).text == written)
  }

  @Test("leaves a blank for what the agent can fill in, and says where it stands")
  func blanks() throws {
    let reply = try render(
      " é {{order.number}} [[{{order.day}}|soon]] {{order.number}}", [:],
      listed: ["order.number", "order.day"])
    #expect(reply.text == "é {{order.number}} soon {{order.number}}")
    #expect(reply.toFill == ["order.number"])
    #expect(reply.blanks == [3..<19, 25..<41])
    #expect(reply.isWhole)
  }

  @Test("is not to be offered when a fact or a fragment is missing that nobody can fill in")
  func missing() throws {
    let reply = try render("Hello {{customer.address}}, {{> sign-off}}", [:])
    #expect(!reply.isWhole)
    #expect(reply.missing == ["customer.address"])
    #expect(reply.missingFragments == ["sign-off"])
    #expect(try render("[[{{a}}|{{b}}]]", [:]).missing == ["b"])
  }

  @Test("takes fragments, which take none themselves")
  func fragments() throws {
    let reply = try render(
      "A. {{> x}}", ["n": .text("Nia")], fragments: ["x": "Yours, {{n}}", "y": "{{> x}}"])
    #expect(reply.text == "A. Yours, Nia")
    #expect(try render("{{> y}}", [:], fragments: ["y": "{{> x}}", "x": "z"]).missingFragments == ["x"])
  }

  @Test(
    "reads what is given for a fact by its type, and keeps what does not fit as words",
    arguments: [
      ("2027-03-01", FactType.date, FactValue.date(20_878)), ("2027-02-30", .date, .text("2027-02-30")),
      ("tomorrow", .date, .text("tomorrow")), ("149000 IDR", .money, .money("149000", currency: "IDR")),
      ("12.50 EUR", .money, .money("12.50", currency: "EUR")), ("12,50 €", .money, .text("12,50 €")),
      ("5", .number, .number("5")), ("five", .number, .text("five")), (" x ", .text, .text("x")),
    ])
  func values(_ written: String, _ type: FactType, _ value: FactValue) {
    #expect(FactValue(written, as: type) == value)
  }

  @Test("takes white space for nothing")
  func empty() { #expect(FactValue(" \n", as: .text) == nil) }
}
