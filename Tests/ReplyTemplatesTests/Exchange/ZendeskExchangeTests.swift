import Testing

@testable import ReplyTemplates

@Suite struct ZendeskExchangeTests {
  private func macro(_ comment: String, _ field: String = "comment_value", more: String = "") -> String {
    #"{"macros":[{"title":"Late","actions":[{"field":"\#(field)","value":"\#(comment)"}\#(more)]}]}"#
  }

  @Test func titlesWithColonsAreFoldersAndActionsAreSettings() throws {
    let set = try Sample.read(
      """
      {"macros":[{"id":25,"title":"Delivery::Late parcel","active":true,"description":"For late parcels","position":42,\
      "restriction":{"type":"Group","id":4},"actions":[\
      {"field":"comment_value","value":["channel:all","Hello {{ticket.requester.first_name}}, ticket {{ticket.id}}"]},\
      {"field":"status","value":"pending"},{"field":"current_tags","value":"late delivery"},\
      {"field":"remove_tags","value":"new"},{"field":"priority","value":"high"},\
      {"field":"comment_mode_is_public","value":"true"}]}],"next_page":null,"count":1}

      """, "macros.json")
    #expect(set.format == .zendesk)
    #expect(
      set.lines == ["delivery/late-parcel@en#plain: Hello {{customer.given}}, ticket {{conversation.number}}"]
    )
    let about = try #require(set.answers[0].about)
    #expect(about.title == "Delivery::Late parcel")
    #expect(about.summary == "For late parcels")
    #expect(
      about.settings
        == AnswerSettings(status: "pending", addTags: ["late", "delivery"], removeTags: ["new"]))
    #expect(
      set.remarks == [
        #"item 1 (Delivery::Late parcel): action priority: "high": left out"#,
        #"item 1 (Delivery::Late parcel): restriction: {"type":"Group","id":4}: left out"#,
        "id (1 item): left out", "position (1 item): left out",
      ])
  }

  @Test func theFileIsWrittenAgainAsItWas() throws {
    let file =
      #"{"macros":[{"id":1,"title":"A","actions":[{"field":"comment_value_html","value":"<p>Hi <b>you</b></p>"},"#
      + #"{"field":"group_id","value":"7"}]}],"count":1}"# + "\n"
    var set = try Sample.read(file, "m.json")
    #expect(Sample.written(set) == file)
    // What we do not understand stays, even where the text is another one.
    set.answers[0].locales[Sample.english]?.variants[0].body = TemplateBody([.text("Bye")])
    #expect(
      Sample.written(set)
        == #"{"macros":[{"id":1,"title":"A","actions":[{"field":"comment_value","value":"Bye"},"#
        + #"{"field":"group_id","value":"7"}],"active":true}],"count":1}"# + "\n")
  }

  @Test func aTextThatAsksForTheLanguageBecomesOneForEachLocale() throws {
    let set = try Sample.read(
      macro(
        #"{% case ticket.requester.language %}{% when 'Italiano' %}Ciao,{% when \"Português (Brasil)\", \"pt\" %}Olá,{% else %}Hello,{% endcase %} {{ticket.requester.name}}"#
      ), "m.json")
    #expect(
      set.lines == [
        "late@en#plain: Hello, {{customer.name}}", "late@it#plain: Ciao, {{customer.name}}",
        "late@pt#plain: Olá, {{customer.name}}", "late@pt-BR#plain: Olá, {{customer.name}}",
      ])
    #expect(set.notes.isEmpty)
  }

  @Test func withoutOtherwiseNobodyElseGetsAText() throws {
    let set = try Sample.read(
      macro(
        "{% if ticket.requester.language == 'de' %}Hallo{% elsif ticket.requester.language == 'fr' %}Salut{% endif %}"
      ))
    #expect(set.lines == ["late@de#plain: Hallo", "late@fr#plain: Salut"])
  }

  @Test func htmlBecomesTextBeforeLiquidIsRead() throws {
    let set = try Sample.read(
      macro(
        "<p>Hi {{ticket.requester.first_name | default: &quot;there&quot;}},</p><p>see <a href='https://a.example/x'>this</a></p>",
        "comment_value_html"))
    #expect(set.sources == ["Hi [[{{customer.given}}|there]],\n\nsee this (https://a.example/x)"])
  }

  @Test func textsForOneChannelAreVariants() throws {
    let set = try Sample.read(
      """
      {"macros":[{"title":"Late","actions":[{"field":"comment_value","value":["channel:web","Long"]},\
      {"field":"comment_value","value":["channel:chat","Short"]}]}]}
      """)
    #expect(set.lines == ["late@en#web: Long", "late@en#chat: Short"])
    #expect(set.answers[0].locales[Sample.english]?.variants.map(\.channels) == [["web"], ["chat"]])
  }

  @Test(arguments: [
    (#","more":1"#, "more: 1: left out"), (#","active":false"#, "an inactive macro: it is taken"),
  ])
  func membersAreTold(member: String, remark: String) throws {
    let set = try Sample.read(
      #"{"macro":{"title":"A","actions":[{"field":"comment_value","value":"x"}]\#(member)}}"#)
    #expect(set.remarks == ["item 1 (A): " + remark])
  }

  @Test(arguments: [
    (#",{"field":"set_tags","value":"a"}"#, "set_tags, which takes all other tags away: the tags are added"),
    (
      #",{"field":"comment_mode_is_public","value":"false"}"#,
      "an internal note: it is taken as a reply to the customer"
    ),
    (#",{"field":"custom_fields_7","value":true}"#, "action custom_fields_7: true: left out"),
    (#",{"value":1}"#, "an action without field or value: left out"),
    (#",{"field":"comment_value","value":3}"#, "comment_value: a number in place of a text: left out"),
  ])
  func actionsAreTold(action: String, remark: String) throws {
    #expect(try Sample.read(macro("x", more: action)).remarks == ["item 1 (Late): " + remark])
  }

  @Test func macrosWithoutACommentAreTold() throws {
    let set = try Sample.read(
      #"{"macros":[{"title":"Close","actions":[]},{"title":"B","actions":"x"}],"next_page":"p2"}"#)
    #expect(
      set.remarks == [
        "next_page: there may be further pages: left out",
        "item 1 (Close): a macro without a comment: left out",
        "item 2 (B): actions: a string in place of an array: left out",
        "item 2 (B): a macro without a comment: left out",
      ])
  }
}
