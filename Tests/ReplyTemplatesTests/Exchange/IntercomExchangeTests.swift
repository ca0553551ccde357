import DeskModel
import Testing

@testable import ReplyTemplates

@Suite struct IntercomExchangeTests {
  private let file = #"""
    {"type":"list","data":[{"type":"macro","id":"123","name":"Order Status Update","body":"<p>Hi <attribute key=\"user.name\" default=\"there\"/>, your order is ready!</p>","body_text":"Hi {{user.name|fallback:\"there\"}}, your order is ready!","created_at":"2025-07-17T11:18:08.000Z","visible_to":"specific_teams","visible_to_team_ids":["456"],"available_on":["inbox"]}],"pages":{"type":"pages","per_page":50,"next":{"starting_after":"W1s="}}}

    """#

  @Test func theExampleOfTheAPIIsRead() throws {
    let set = try Sample.read(file, "macros.json")
    #expect(set.format == .intercom)
    #expect(
      set.lines == ["order-status-update@en#plain: Hi [[{{customer.name}}|there]], your order is ready!"])
    #expect(
      set.remarks == [
        "pages.next: there are further pages: left out",
        "item 1 (Order Status Update): visible_to specific_teams: everybody has it",
        #"item 1 (Order Status Update): visible_to_team_ids: ["456"]: left out"#,
        "id (1 item): left out", "created_at (1 item): left out", "available_on (1 item): left out",
      ])
    #expect(Sample.written(set) == file)
  }

  @Test func theHTMLIsReadWhereThereIsNoPlainText() throws {
    let set = try Sample.read(
      #"{"type":"macro","name":"A","body":"<p>Hi <attribute key=\"user.name\" default=\"there\"/></p><p><b>Bye</b></p>"}"#
    )
    #expect(set.sources == ["Hi [[{{customer.name}}|there]]\n\nBye"])
    #expect(set.remarks == ["item 1 (A): <b>: left out"])
  }

  @Test func bothFormsAreWritten() throws {
    let answer = Answer(
      id: AnswerID("a"), about: AnswerAbout(title: "A"),
      locales: [
        Sample.english: AnswerTexts(variants: [
          Variant(
            name: "plain", audience: .customer, source: "",
            body: try TemplateBody(parsing: "[[{{customer.name}}|you & \"me\"]]\n\n{{customer.company}} <x>"))
        ])
      ])
    let written = String(
      decoding: TemplateExport.write([answer], format: .intercom, locale: Sample.english).bytes, as: UTF8.self
    )
    // A quote cannot stand in a fallback, so only the words that can always be sent are written.
    #expect(
      written.hasPrefix(
        #"{"type":"list","data":[{"type":"macro","name":"A","body":"<p>you &amp; \"me\"</p><p><attribute key=\"company.name\"/> &lt;x&gt;</p>","body_text":"you & \"me\"\n\n{{company.name}} <x>""#
      ))
  }
}
