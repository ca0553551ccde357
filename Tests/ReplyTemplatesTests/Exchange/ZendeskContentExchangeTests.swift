import DeskModel
import LocalePacks
import Testing

@testable import ReplyTemplates

@Suite struct ZendeskContentExchangeTests {
  private let file = """
    {"items":[{"id":47,"name":"Snowboard problem","placeholder":"{{dc.snowboard_problem}}","default_locale_id":16,"outdated":false,\
    "variants":[{"id":47,"active":true,"content":"Bonjour {{ticket.requester.first_name}}","default":true,"locale_id":16,"outdated":false},\
    {"id":48,"active":true,"content":"Hola","default":false,"locale_id":2,"outdated":true},\
    {"id":49,"active":false,"content":"Привіт","default":false,"locale_id":1150}]}],"locales":[{"id":1150,"locale":"uk"}]}

    """

  @Test func anItemIsAnAnswerWithATextForEachLocale() throws {
    let set = try Sample.read(file, "dc.json")
    #expect(set.format == .zendeskContent)
    #expect(
      set.lines == [
        "snowboard-problem@es#plain: Hola", "snowboard-problem@fr#plain: Bonjour {{customer.given}}",
        "snowboard-problem@uk#plain: Привіт",
      ])
    #expect(set.remarks.contains("item 1 (Snowboard problem): an outdated variant (es): it is taken"))
    #expect(set.remarks.contains("item 1 (Snowboard problem): an inactive variant (uk): it is taken"))
    #expect(Sample.written(set) == file)
  }

  @Test func aNumberThatNobodyKnowsIsTold() throws {
    let set = try Sample.read(
      """
      {"item":{"name":"A","variants":[{"content":"x","default":true,"locale_id":9999},{"content":"y","locale_id":8888},{"locale_id":8}]}}
      """)
    #expect(set.lines == ["a@en#plain: x"])
    #expect(
      set.remarks == [
        "item 1 (A): the locale 9999: taken for en, because the variant is the default",
        "item 1 (A): a variant in the locale 8888: left out; put the list \"locales\" of /api/v2/locales into the file",
        "item 1 (A): a variant without content: left out",
        "default, the locale that all others get (1 item): left out",
      ])
  }

  @Test func variantsBecomeItemsAndLocalesTheirVariants() throws {
    var answer = Answer(id: AnswerID("late"), about: AnswerAbout(title: "Late"))
    for (tag, texts) in [("de", ["Hallo", "Na"]), ("id", ["Halo"])] {
      let names = ["plain", "short"]
      answer.locales[try #require(LocaleTag(tag))] = AnswerTexts(
        variants: zip(names, texts).map {
          Variant(name: $0, audience: .customer, source: $1, body: TemplateBody([.text($1)]))
        })
    }
    let written = TemplateExport.write([answer], format: .zendeskContent, locale: Sample.english)
    #expect(
      String(decoding: written.bytes, as: UTF8.self)
        == #"{"items":[{"name":"Late","variants":[{"locale_id":8,"default":true,"content":"Hallo"},"#
        + #"{"locale":"id","default":false,"content":"Halo"}]},"#
        + #"{"name":"Late · late#short","variants":[{"locale_id":8,"default":true,"content":"Na"}]}]}"# + "\n"
    )
    #expect(
      written.notes.map(\.description) == [
        "zendesk-content: late@id#plain: the locale id: Zendesk wants its number as locale_id; see /api/v2/locales"
      ])
  }
}
