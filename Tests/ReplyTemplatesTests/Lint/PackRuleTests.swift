import DeskModel
import ReplyTemplates
import Testing

@Suite("What the packs say of a template")
struct PackRuleTests {
  @Test(
    "is told at the place in the file, whatever choice it stands in",
    arguments: [
      (
        "de", "register", "Guten Tag.\n\nIhre Nummer ist da, und du bekommst Post.",
        ["3:25 register.informal", "3:28 register.informal"]
      ),
      (
        "de", "register", "[[if thread.first: Guten Tag. |]][[{{me.given}}|Wir]], wie geht es dir?",
        ["1:68 register.informal"]
      ),
      ("ru", "register", "Мы проверили твой заказ.", ["1:14 register.informal"]),
      ("en", "courtesy.cliche", "We apologize for any inconvenience.", ["1:18 courtesy.cliche"]),
      ("en", "clarity", "I will look at it ASAP.", ["1:19 clarity.abbreviation"]),
      ("de", "typography", "Das ist \"gut\".", ["1:9 typography.quotes"]),
      (
        "ru", "language", "Thank you for writing to us. We will look into it and answer soon.",
        ["1:1 language.mismatch"]
      ),
    ])
  func found(_ locale: String, _ group: String, _ text: String, _ places: [String]) {
    #expect(LintFixtures.found(group, text, locale: locale) == places)
  }

  @Test("is silent about a text as the pack wants it, and about the samples that it is read with")
  func fine() {
    for group in ["register", "courtesy", "language", "typography", "address", "jargon", "clarity"] {
      #expect(
        LintFixtures.found(
          group, "[[if thread.first: Guten Tag {{customer.address}}, |]]Ihr Paket {{n}} kommt am {{d:day}}.",
          locale: "de",
          facts: "- n: x\n- d (date): y") == [])
    }
  }

  @Test("tells of forms that are right for agents of one gender, unless a condition asks for it")
  func agents() {
    #expect(
      LintFixtures.found("register", "Я получила Ваше письмо и всё проверила.", locale: "ru").allSatisfy {
        $0.hasSuffix("register.agentForm")
      })
    #expect(
      !LintFixtures.found("register", "Я получила Ваше письмо и всё проверила.", locale: "ru").isEmpty)
    #expect(
      LintFixtures.found(
        "register", "[[if me.gender = f: Я получила|if me.gender = m: Я получил|Пришло]] Ваше письмо.",
        locale: "ru")
        == [])
  }

  @Test("tells of titles with the wrong part of the name, and of those that are right for one gender")
  func titles() {
    #expect(
      LintFixtures.found("address", "[[Dear Ms. {{customer.given}}, yes.|Yes.]]").contains(
        "1:12 address.part"))
    #expect(
      LintFixtures.found("address", "[[Herr {{customer.family}}, ja.|Ja.]]", locale: "de") == [
        "1:3 address.term"
      ])
    #expect(
      LintFixtures.found(
        "address",
        "[[if customer.gender = m: Herr {{customer.family}}, ja.|if customer.gender = f: Frau {{customer.family}}, ja.|Ja.]]",
        locale: "de") == [])
    #expect(
      LintFixtures.found("address", "[[Пане {{customer.given}}, так.|Так.]]", locale: "uk").contains(
        "1:8 address.case"))
  }

  @Test("says in English what to do")
  func sentences() throws {
    let file = TemplateFixtures.file("replies/a/de.md", "# In private\n## x\nHast du die Nummer?\n")
    let finding = try #require(
      LintFixtures.findings([file]).first { $0.rule == "register.informal" })
    #expect(
      finding.message.hasPrefix("“Hast” is too familiar; write in the register of the other texts. "))
    #expect(finding.severity == .warn)
    #expect(finding.description.hasPrefix("/shipped/replies/a/de.md:3:"))
  }
}
