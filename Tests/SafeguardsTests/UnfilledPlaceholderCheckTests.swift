import DeskModel
import Safeguards
import Testing

@Suite("Unfilled placeholders")
struct UnfilledPlaceholderCheckTests {
  static let errors: [(String, [String])] = [
    ("Hello {{customer.name}}, we", ["{{customer.name}}"]),
    ("{{a}} {{ b }}", ["{{a}}", "{{ b }}"]),
    ("Hi {{customer.name, how are you", ["{{customer.name"]),
    ("Dear [[client]]!", ["[[client]]"]),
    ("{% if vip %}Dear{% endif %}", ["{% if vip %}", "{% endif %}"]),
    ("Ticket #{ticket.title} is open", ["#{ticket.title}"]),
    ("Вітаю, {{ім’я}}!", ["{{ім’я}}"]),
  ]

  static let warnings: [(String, [String])] = [
    ("Hello {name}, your order {order_id}", ["{name}", "{order_id}"]),
    ("Пані {ім'я}, вітаю", ["{ім'я}"]),
    ("Refund of {0} on {1}", ["{0}", "{1}"]),
    ("Sum: ${amount}", ["${amount}"]),
    ("Hi %first_name%,", ["%first_name%"]),
    ("Dear [NAME],", ["[NAME]"]),
    ("Dear [Customer Name],", ["[Customer Name]"]),
    ("because [insert reason here].", ["[insert reason here]"]),
    ("order [order number]", ["[order number]"]),
    ("Halo Kak [nama]", ["[nama]"]),
    ("Здравствуйте, [Имя Отчество]!", ["[Имя Отчество]"]),
    ("Dear <name>, dear <first name>", ["<name>", "<first name>"]),
    ("until ___ or ______.", ["___", "______"]),
    ("on XX.XX.XXXX at 10", ["XX.XX.XXXX"]),
    ("order XXX, sum Rp XXX.", ["XXX", "XXX"]),
    ("замовлення ХХХ", ["ХХХ"]),
    ("on XX.XX.XXXX 10 pieces", ["XX.XX.XXXX"]),
    ("in 20 days: XXX", ["XXX"]),
    ("write `{{name}}` there", ["{{name}}"]),
  ]

  static let clean = [
    "", "Hello Dewi, all is well.", "Smile :} {", "{}", "{ }", "{{}}",
    #"Send {"id": 1, "name": "x"} as JSON"#, "the set {1, 2, 3}", "if (x) {return}", #"\frac{a}{b}"#,
    "function f() { return x }", "a{color:red}", "{6B29FC40-CA47-1067-B31D-00DD010662DA}",
    "see [the name](https://example.com/name)", "see [link][1]", "[name]: https://example.com",
    "as he wrote [sic]", "[1] a footnote", "- [ ] open", "- [x] done", "[…]", "[EXTERNAL] Re: bill",
    "![name](a.png)", "array[name]", "List<Name> of <b>bold</b> and <br/>", "<https://example.com/{name}>",
    "write to <olena.name@example.com>", "a < b > c", "I <3 it", "<time>",
    "see https://example.com/{name}/[id]",
    "https://example.com/a%20b%20c", "100% sure, 50% off", "5%-10%", "`{name}` and ```\n[NAME]\n```",
    "snake___case", "__init__", "above\n_____\nbelow", "___", "love you xxx", "size XXXL or XXL", "XX",
    "card XXXX XXXX XXXX 1234", "card 4276 XXXX XXXX 1234", "**** XXXX 1234", "4276-XXXX-XXXX-1234",
    "** XXXX", "AXXX", "$100 and $5",
  ]

  @Test("what only templates write stops the send", arguments: errors)
  func stops(text: String, expected: [String]) {
    let findings = UnfilledPlaceholderCheck().findings(in: .reply(text))
    #expect(parts(of: text, findings) == expected)
    #expect(findings.allSatisfy { $0.severity == .error && $0.messageKey == "finding.placeholder.unfilled" })
  }

  @Test("what may be a gap asks for a second look", arguments: warnings)
  func warns(text: String, expected: [String]) {
    let findings = UnfilledPlaceholderCheck().findings(in: .reply(text))
    #expect(parts(of: text, findings) == expected)
    #expect(findings.allSatisfy { $0.severity == .warn && $0.arguments.count == 1 })
  }

  @Test("code, links, JSON, footnotes, sizes and masks are left alone", arguments: clean)
  func leavesAlone(text: String) {
    #expect(parts(of: text, UnfilledPlaceholderCheck().findings(in: .reply(text))) == [])
  }
}
