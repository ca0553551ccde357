import Testing

@testable import ReplyTemplates

@Suite struct HelpScoutExchangeTests {
  private let file = """
    [{"id":234567,"name":"Visiting us","text":"Hi {%customer.firstName,fallback=there%},<br /><br />Come in! :)","chatText":"Hi, \\nCome in!"},\
    {"id":234568,"name":"Bye","text":"Bye {%customer.fullName%}"}]

    """

  @Test func textAndChatTextAreVariants() throws {
    let set = try Sample.read(file, "saved.json")
    #expect(set.format == .helpScout)
    #expect(
      set.lines == [
        "visiting-us@en#plain: Hi [[{{customer.given}}|there]],\n\nCome in! :)",
        "visiting-us@en#chat: Hi,\nCome in!", "bye@en#plain: Bye {{customer.name}}",
      ])
    #expect(set.answers[0].locales[Sample.english]?.variants[1].channels == ["chat"])
    #expect(set.remarks == ["id (2 items): left out"])
    #expect(Sample.written(set) == file)
  }

  @Test func anEmptyFallbackStays() throws {
    let set = try Sample.read(#"{"name":"A","text":"Hallo {%customer.firstName,fallback=%},"}"#, "a.json")
    #expect(set.sources == ["Hallo [[{{customer.given}}|]],"])
  }

  @Test func previewsAreTakenAndTold() throws {
    let set = try Sample.read(
      #"[{"id":1,"name":"A","preview":"Hi there, Yes","chatPreview":"Yo"}]"#, "a.json")
    #expect(set.lines == ["a@en#plain: Hi there, Yes", "a@en#chat: Yo"])
    #expect(
      set.remarks.prefix(2) == [
        "item 1 (A): preview without text: the text may be cut; ask for the reply by its id to have all of it",
        "item 1 (A): chatPreview without chatText: the text may be cut; ask for the reply by its id to have all of it",
      ])
  }

  @Test func aChoiceIsWrittenAsAFallbackWhereItsEndsAreAlike() throws {
    let body = try TemplateBody(parsing: "[[Hello {{customer.given}}, welcome|Hello friend, welcome]]")
    let written = PlaceholderDialect.helpScout.write(body, facts: [])
    #expect(written.text == "Hello {%customer.firstName,fallback=friend%}, welcome")
    #expect(written.remarks.isEmpty)
  }
}
