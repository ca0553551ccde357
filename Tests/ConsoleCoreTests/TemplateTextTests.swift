import ConsoleCore
import DeskModel
import TestSupport
import Testing

@Suite("TemplateText")
struct TemplateTextTests {
  private static let facts = ["customer.name": "Dewi Lestari", "customer.given": "Dewi", "me.name": "Me"]

  @Test(
    "known placeholders are filled in, everything else stays as it is",
    arguments: [
      ("", ""), ("Halo!", "Halo!"), ("Halo {{customer.given}}!", "Halo Dewi!"),
      ("{{ customer.name }}, {{customer.given}}", "Dewi Lestari, Dewi"), ("{{me.name}}", "Me"),
      ("{{customer.given", "{{customer.given"), ("customer.given}}", "customer.given}}"),
      ("{customer.given}", "{customer.given}"), ("{{customer.given}}{{me.name}}", "DewiMe"),
      ("Привіт, {{customer.given}} 👋", "Привіт, Dewi 👋"),
    ])
  func filled(template: String, text: String) {
    let result = TemplateText(template, facts: Self.facts)
    #expect(result.text == text)
    #expect(result.missing.isEmpty && result.unknown.isEmpty)
  }

  @Test("what is not known of a customer, and what nobody knows, is told once each and stays in the text")
  func gaps() {
    let result = TemplateText(
      "{{customer.given}} {{order}} {{customer.given}} {{Order}} {{order}} {{}}", facts: [:])
    #expect(result.missing == ["customer.given"])
    #expect(result.unknown == ["order", "Order", ""])
    #expect(result.text == "{{customer.given}} {{order}} {{customer.given}} {{Order}} {{order}} {{}}")
  }

  @Test("a name with braces in it fills nothing, and a fact outside of the list is not used")
  func hostile() {
    let result = TemplateText(
      "{{customer.name}} {{secret}}", facts: ["customer.name": "{{me.name}}", "me.name": "Me", "secret": "x"])
    #expect(result.text == "{{me.name}} {{secret}}")
    #expect(result.unknown == ["secret"])
  }

  @Test(
    "an id is no name, and blanks are none",
    arguments: [
      (Contact(id: "u-1"), nil, nil), (Contact(id: "u-1", full: ""), nil, nil),
      (Contact(id: "u-1", full: "Dewi L", given: " "), "Dewi L", nil),
      (Contact(id: "u-1", given: "Dewi", family: "Lestari"), "Dewi Lestari", "Dewi"),
      (Contact(id: "u-1", family: "Lestari"), "Lestari", nil),
    ] as [(Contact, String?, String?)])
  func facts(contact: Contact, name: String?, given: String?) {
    let facts = TemplateText.facts(of: contact, me: Fixtures.me)
    #expect(facts["customer.name"] == name)
    #expect(facts["customer.given"] == given)
    #expect(facts["me.name"] == "Me")
  }
}
