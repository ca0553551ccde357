import LocalePacks
import Testing

@testable import ReplyTemplates

@Suite struct JSONLinesExchangeTests {
  private let file = """
    {"task":"billing","replies":{"ask_name":"What is your name?","hello":"Hello {{customer.given}}"}}
    {"task":"trips","replies":{"hello":"Hi","hello@de#short":"Na"}}

    """

  @Test func tasksAreFoldersAndTags() throws {
    let set = try Sample.read(file, "replies.jsonl")
    #expect(set.format == .jsonLines)
    #expect(
      set.lines == [
        "billing/ask_name@en#plain: What is your name?", "billing/hello@en#plain: Hello {{customer.given}}",
        "trips/hello@de#short: Na", "trips/hello@en#plain: Hi",
      ])
    #expect(set.answers.map(\.settings.tags) == [["billing"], ["billing"], ["trips"]])
    #expect(set.answers.map { $0.title() } == ["ask_name", "hello", "hello"])
    #expect(set.notes.isEmpty)
  }

  @Test func theFileIsWrittenAgain() throws {
    let file = #"{"task":"billing","replies":{"ask_name":"What?","hello@de#short":"Na"}}"# + "\n"
    #expect(Sample.written(try Sample.read(file, "a.jsonl")) == file)
  }

  @Test func idsAreMadeSafeAndNeverTakenTwice() throws {
    let set = try Sample.read(
      #"{"task":"My task!","replies":{"a b":"1","a-b":"2","":"3","../x":"4"}}"#, "a.jsonl")
    #expect(set.answers.map(\.id.path) == ["my-task/a-b", "my-task/a-b-2", "my-task", "my-task/x"])
    #expect(set.remarks == [#"item 1 (My task!): the id my-task/a-b is taken: it is my-task/a-b-2 here"#])
  }

  @Test func linesThatAreWrongAreTold() throws {
    let set = try Sample.read(
      """
      {"replies":{"a":"x","b":3,"a":"y"}}
      [1]
      {"task":"t","replies":[],"more":1}

      """, "a.jsonl")
    #expect(set.lines == ["a@en#plain: y"])
    #expect(
      set.notes.map(\.description) == [
        "a.jsonl:1: item 1: the key a stands twice: the last one counts",
        "a.jsonl:1: item 1: b: a number in place of a string: left out",
        "a.jsonl:2: item 2: a line without \"replies\": left out",
        "a.jsonl:3: item 3 (t): replies: an array in place of an object: left out",
      ])
  }

  @Test func aLineThatIsNotJSONIsToldWithItsNumber() {
    #expect(
      Sample.failure("{\"replies\":{}}\n{\"replies\":{\"a\":\"b\"", "a.jsonl")
        == "a.jsonl:2:20: expected \",\" or \"}\", found the end of the text")
  }
}
