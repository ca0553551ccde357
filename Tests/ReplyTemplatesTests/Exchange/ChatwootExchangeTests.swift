import Testing

@testable import ReplyTemplates

@Suite struct ChatwootExchangeTests {
  /// The members that the API gives, in its order.
  private let file = """
    [{"id":1,"account_id":3,"short_code":"hello","content":"Hello, {{contact.first_name}}! I am {{ agent.name }}.","created_at":"2024-01-01"},\
    {"id":2,"account_id":3,"short_code":"late","content":"Order {{contact.custom_attribute.order}} is late.\\r\\nSorry."}]

    """

  @Test func shortCodesAreIdsAndShortcuts() throws {
    let set = try Sample.read(file, "canned.json")
    #expect(set.format == .chatwoot)
    #expect(
      set.lines == [
        "hello@en#plain: Hello, {{customer.given}}! I am {{me.name}}.",
        "late@en#plain: Order {{contact.custom_attribute.order}} is late.\nSorry.",
      ])
    #expect(set.answers.map(\.settings.shortcuts) == [["hello"], ["late"]])
    #expect(set.answers[1].about?.facts == [Fact(name: "contact.custom_attribute.order")])
  }

  @Test func everythingThatIsNotTakenIsTold() throws {
    #expect(
      try Sample.read(file, "canned.json").remarks == [
        "line ends CR LF: LF",
        "item 2 (late): {{contact.custom_attribute.order}}: the fact contact.custom_attribute.order, which the agent fills in",
        "id (2 items): left out", "account_id (2 items): left out",
        "created_at (1 item): left out",
      ])
  }

  @Test func whatHasNotChangedIsWrittenAsItWas() throws {
    var set = try Sample.read(file, "canned.json")
    #expect(Sample.written(set) == file)
    set.answers[0].locales[Sample.english]?.variants[0].body = TemplateBody([.text("Hi.")])
    #expect(
      Sample.written(set).hasPrefix(#"[{"id":1,"account_id":3,"short_code":"hello","content":"Hi.","created"#)
    )
    #expect(Sample.written(set).hasSuffix(#"is late.\r\nSorry."}]"# + "\n"))
  }

  @Test func aTableOfShortCodesIsRead() throws {
    let set = try Sample.read("short_code,content\nbye,\"Bye, {{contact.name}}.\"\n", "canned.csv")
    #expect(set.format == .chatwoot)
    #expect(set.lines == ["bye@en#plain: Bye, {{customer.name}}."])
  }

  @Test func aSecondResponseOfTheSameCodeGetsAnotherID() throws {
    let set = try Sample.read(
      #"[{"short_code":"A b","content":"x"},{"short_code":"a/b","content":"y"},{"short_code":"a B","content":"z"}]"#
    )
    #expect(set.answers.map(\.id.path) == ["a-b", "a/b", "a-b-2"])
    #expect(set.remarks == ["item 3 (a B): the id a-b is taken: it is a-b-2 here"])
  }

  @Test func whatIsNoResponseIsTold() throws {
    let set = try Sample.read(
      #"[7,{"short_code":"a"},{"short_code":"b","content":[1]},{"short_code":"c","content":" \n "}]"#,
      format: .chatwoot)
    #expect(set.answers.isEmpty)
    #expect(
      set.remarks == [
        "item 1: a number in place of an object: left out",
        "item 2 (a): a response without content: left out",
        "item 3 (b): content: an array in place of a string: left out",
        "item 3 (b): a response without content: left out",
        "item 4 (c): a text with nothing in it: left out",
      ])
  }
}
