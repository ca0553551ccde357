import DeskModel

extension PackExamples {
  /// Reads the examples of a pack.
  init(_ reader: inout RecordReader) {
    good = reader.examples("good") { Self.draft(&$0, needsExpected: false) }
    bad = reader.examples("bad") { Self.draft(&$0, needsExpected: true) }
    customer = reader.examples("customer") { reader in
      CustomerExample(
        text: reader.required("text"), expected: reader.strings("expect").sorted(),
        agentLanguage: reader.string("agentLanguage") ?? "en", label: "")
    }
    address = reader.examples("address") { reader in
      AddressExample(
        person: Person(&reader), channel: reader.string("channel") ?? "chat",
        agentGender: reader.choice("agentGender", Gender.self), expected: reader.required("expect"), label: ""
      )
    }
    days = reader.examples("days") { reader in
      DayExample(
        day: reader.required("day"), country: reader.string("country"),
        expected: reader.strings("expect").sorted(), label: "")
    }
    for place in good.indices { good[place].label = "examples.good[\(place)]" }
    for place in bad.indices { bad[place].label = "examples.bad[\(place)]" }
    for place in customer.indices { customer[place].label = "examples.customer[\(place)]" }
    for place in address.indices { address[place].label = "examples.address[\(place)]" }
    for place in days.indices { days[place].label = "examples.days[\(place)]" }
  }

  private static func draft(_ reader: inout RecordReader, needsExpected: Bool) -> DraftExample {
    let text = reader.required("text")
    let expected = reader.strings("expect").sorted()
    if needsExpected == expected.isEmpty {
      reader.note(
        "expect", needsExpected ? "is missing: the rules that must fire" : "is not a field of a good example")
    }
    return DraftExample(
      text: text, expected: expected,
      person: reader.object("person") { Person(&$0) } ?? Person(),
      channel: reader.string("channel") ?? "chat", customer: reader.strings("customer"),
      isFirstReply: reader.bool("firstReply") ?? false,
      agentGender: reader.choice("agentGender", Gender.self), day: reader.string("day"),
      country: reader.string("country"), label: "")
  }
}

extension RecordReader {
  /// Reads a list of examples; a bare text stands for `{ text: … }`.
  fileprivate mutating func examples<T>(_ key: String, _ read: (inout RecordReader) -> T) -> [T] {
    records(key, whereTexts: "text") { read(&$0) }
  }
}

extension Person {
  /// Reads the fields of a person that stand in an object.
  init(_ reader: inout RecordReader) {
    self.init(
      full: reader.string("full"), given: reader.string("given"), family: reader.string("family"),
      patronymic: reader.string("patronymic"), title: reader.string("title"),
      gender: reader.choice("gender", Gender.self), age: reader.choice("age", AgeBand.self),
      role: reader.string("role"), sector: reader.string("sector"))
  }
}
