import Testing

@testable import ReplyTemplates

@Suite struct ExchangeFormatTests {
  @Test(arguments: [
    ("a.json", #"[{"short_code":"a","content":"b"}]"#, ExchangeFormat.chatwoot),
    ("a.txt", "short_code,content\n", .chatwoot),
    ("a.json", #"{"macros":[]}"#, .zendesk), ("a.json", #"{"macro":{}}"#, .zendesk),
    ("", #"[{"title":"a","actions":[]}]"#, .zendesk),
    ("a.json", #"{"items":[{"variants":[]}]}"#, .zendeskContent),
    ("a.json", #"{"item":{"variants":[]}}"#, .zendeskContent),
    ("de.yml", "---\n- name: a\n  content: b\n", .zammad),
    ("a.json", #"[{"name":"a","content":"b"}]"#, .zammad),
    ("a.json", #"[{"name":"a","text":"b"}]"#, .helpScout),
    ("a.json", #"{"name":"a","preview":"b"}"#, .helpScout),
    ("a.json", #"{"type":"list","data":[{"type":"macro"}]}"#, .intercom),
    ("a.json", #"{"name":"a","body":"b"}"#, .intercom),
    ("base.yml", "matches:\n", .espanso), ("a", "matches:\n  - trigger: x\n", .espanso),
    ("a.yaml", "matches:\n\t- x", .espanso),
    ("a.csv", "x,y\n", .csv), ("a.txt", "title,text\n", .csv), ("a.jsonl", "", .jsonLines),
    ("a", "{\"task\":\"a\",\"replies\":{}}\n{\"task\":\"b\",\"replies\":{}}\n", .jsonLines),
    ("a", #"{"replies":{"a":"b"}}"#, .jsonLines),
  ])
  func filesAreKnownByContentsAndName(name: String, text: String, format: ExchangeFormat) {
    #expect(ExchangeFormat.detect(Array(text.utf8), name: name) == format)
  }

  @Test(arguments: [
    ("a.json", "{}"), ("a.json", "[1]"), ("a.json", "[{\"a\":"), ("a.yml", "a: b"), ("a.yml", "x"), ("", ""),
    ("a.txt", "Hello"),
    ("a.json", "7"),
  ])
  func whatNothingTellsIsNotGuessed(name: String, text: String) {
    #expect(ExchangeFormat.detect(Array(text.utf8), name: name) == nil)
    #expect(
      Sample.failure(text, name)
        == "\(name): no format was recognised; name one with --format, such as chatwoot, zendesk, zendesk-content"
    )
  }

  @Test func formatsHaveTheirNames() {
    #expect(
      ExchangeFormat.allCases.map(\.rawValue) == [
        "chatwoot", "zendesk", "zendesk-content", "zammad", "helpscout", "intercom", "espanso", "csv",
        "jsonl",
      ])
  }
}
