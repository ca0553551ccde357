import DeskModel
import LocalePacks
import Testing

@testable import ReplyTemplates

@Suite("What lint reads of a variant")
struct LintRenderingsTests {
  private func unit(_ text: String, facts: [Fact] = [], fragments: String = "") throws -> (
    LintUnit, TemplateSet
  ) {
    let files = [
      TemplateFixtures.file("replies/a/en.md", "# In private\n## x\n\(text)\n"),
      TemplateFixtures.file("fragments/en.md", fragments),
    ]
    let set = TemplateSet(files)
    var answer = try #require(set.answers[AnswerID("a")])
    answer.about = AnswerAbout(title: "A", facts: facts)
    let writer = try TemplateFixtures.writer("en")
    let context = LintContext(
      set,
      LintEnvironment(
        family: TemplateFixtures.family, manners: { LintFixtures.manners($0) }, writer: { _ in writer },
        today: LintFixtures.today, files: files))
    let tag = TemplateFixtures.tag("en")
    let variant = try #require(answer.locales[tag]?.variants.first)
    return (LintUnit(answer: answer, locale: tag, variant: variant, context), set)
  }

  @Test(
    "is what the renderer writes, in every case",
    arguments: [
      "[[if thread.first: Hello {{customer.given}}. |if thread.first: Hello. |]]Order {{n}} [[on {{d:day}}|soon]].",
      "[[if s = sent: A|if s != open and not customer.vip: B|C]] {{> f}}",
      #"\[[x]] [[a\|b {{me.given}}|é]] \{{y}}"#,
      "  [[{{x}}|]]\n[[{{> f}}|{{> g}}]]",
      "[[if me.gender = f: la|if me.gender = m: le|l’]] {{c}} {{c:plural day, days}}",
    ])
  func same(_ text: String) throws {
    let facts = [
      Fact(name: "n"), Fact(name: "d", type: .date), Fact(name: "s"), Fact(name: "c", type: .number),
    ]
    let (unit, set) = try unit(text, facts: facts, fragments: "## f\nYours, [[{{me.name}}|us]]\n")
    #expect(!unit.renderings.all.isEmpty)
    for rendering in unit.renderings.all {
      // What stands outside choices is filled in with samples in any case.
      var known = KnownFacts(rendering.facts)
      for fact in ["n", "c"] where known[fact] == nil {
        known[fact] = fact == "n" ? .text("Solara") : .number("3")
      }
      let reply = set.render(
        unit.variant, of: unit.answer, locale: unit.locale, facts: known,
        writer: try TemplateFixtures.writer("en"),
        TemplateFixtures.family)
      #expect(rendering.text.text == reply.text)
    }
  }

  @Test("knows where each character stands in the file")
  func origins() throws {
    let text = "é [[if thread.first: A {{n}}\\|b. |]]Ünd\n\\[[c {{> f}}"
    let (unit, _) = try unit(text, facts: [Fact(name: "n")], fragments: "## f\nQ\n")
    let source = Array(text.utf8)
    for rendering in unit.renderings.all {
      for (character, origin) in zip(rendering.text.characters, rendering.text.origins) {
        guard origin.source == 0, !origin.isValue else { continue }
        let bytes = source[Int(origin.offset)...].prefix(character.utf8.count)
        #expect(String(decoding: bytes, as: UTF8.self) == String(character))
      }
    }
  }

  @Test("is each text once, all that is known first, nothing known last")
  func order() throws {
    let (unit, _) = try unit("[[{{customer.given}}|x]] [[if thread.first: a|b]] [[if customer.vip: a|a]]")
    #expect(unit.renderings.all.map(\.text.text) == ["Anna a a", "x a a", "Anna b a", "x b a"])
    #expect(unit.renderings.covering.map(\.text.text) == ["Anna a a", "x a a", "Anna b a", "x b a"])
    #expect(unit.renderings.isComplete)
  }

  @Test("is covered by few texts, in which every part stands once")
  func covering() throws {
    let (unit, _) = try unit(
      "[[if thread.first: a|b]][[if customer.vip: c|d]][[if x: e|f]]", facts: [Fact(name: "x")])
    #expect(unit.renderings.all.count == 8)
    #expect(unit.renderings.covering.map(\.text.text) == ["ace", "acf", "ade", "bce", "bdf"])
  }

  @Test("stands on its lines of the file, also behind a comment in its midst")
  func comments() {
    let text = "One.\n<!-- after: later -->\n\n<!-- after: later -->\nTwo two {{x.y}}"
    #expect(LintFixtures.found("placeholder", text) == ["5:9 placeholder.unknown"])
  }
}
