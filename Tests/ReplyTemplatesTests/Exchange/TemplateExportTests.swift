import DeskModel
import LocalePacks
import SeededRandom
import Testing

@testable import ReplyTemplates

@Suite struct TemplateExportTests {
  @Test(arguments: ExchangeFormat.allCases, 0..<25)
  func whatAFormatCanSayComesBackAsItWas(format: ExchangeFormat, seed: UInt64) throws {
    var source = RandomAnswers(format, seed: seed)
    let answers = source.answers()
    let written = TemplateExport.write(answers, format: format, locale: Sample.english)
    let text = String(decoding: written.bytes, as: UTF8.self)
    let back = try TemplateImport.read(written.bytes, name: "x", format: format, locale: Sample.english)
    var expected = answers.map(\.withSortedFacts)
    var found = back.answers.map(\.withSortedFacts)
    if format == .jsonLines {
      // Replies stand by task.
      expected.sort { $0.id < $1.id }
      found.sort { $0.id < $1.id }
    }
    if found != expected {
      let lost = zip(expected, found).first { $0 != $1 }
      Issue.record(
        "\(lost?.0.outline ?? "")\nis read back as\n\(lost?.1.outline ?? "\(found.count) answers")\nfrom\n\(text)"
      )
    }
    // Only what the other program does not know is told, nothing of a loss.
    #expect(
      written.notes.filter { $0.action == .leftOut || $0.construct == "the text" }.map(\.description) == [])
  }

  @Test(arguments: ExchangeFormat.allCases, 0..<8)
  func aFileIsWrittenAgainAsItWas(format: ExchangeFormat, seed: UInt64) throws {
    var source = RandomAnswers(format, seed: seed)
    let first = TemplateExport.write(source.answers(), format: format, locale: Sample.english).bytes
    let set = try TemplateImport.read(first, name: "x", format: format, locale: Sample.english)
    let kept = TemplateExport.write(set.answers, format: format, locale: Sample.english, records: set.records)
    #expect(String(decoding: kept.bytes, as: UTF8.self) == String(decoding: first, as: UTF8.self))
    let fresh = TemplateExport.write(set.answers, format: format, locale: Sample.english)
    #expect(String(decoding: fresh.bytes, as: UTF8.self) == String(decoding: first, as: UTF8.self))
  }

  @Test(arguments: ExchangeFormat.allCases)
  func formatsAreKnownAgainByWhatIsWritten(format: ExchangeFormat) {
    var source = RandomAnswers(format, seed: 1)
    var answers: [Answer] = []
    while answers.isEmpty { answers = source.answers() }
    let written = TemplateExport.write(answers, format: format, locale: Sample.english)
    #expect(ExchangeFormat.detect(written.bytes, name: "x." + format.fileExtension) == format)
  }

  @Test func whatAFormatCannotSayIsTold() throws {
    let answer = Answer(
      id: AnswerID("late"),
      about: AnswerAbout(
        title: "A parcel is late", summary: "s", useWhen: [AnswerCase(text: "x")],
        facts: [Fact(name: "order.day", type: .date, note: "the day")],
        settings: AnswerSettings(
          tags: ["t"], status: "pending", reviewBy: 9,
          trial: VariantTrial(variants: ["a", "b"], limit: 100, difference: 5))),
      locales: [
        Sample.english: AnswerTexts(
          title: "T", review: .reviewed(by: "Ann"), asks: ["where?"],
          variants: [
            Variant(
              name: "plain", audience: .customer, review: .unreviewed, source: "",
              body: try TemplateBody(parsing: "[[if thread.first: Hi. |]]It comes on {{order.day:weekday}}."),
              allowances: [LintAllowance(rule: "r", reason: "because")])
          ])
      ])
    let written = TemplateExport.write([answer], format: .chatwoot, locale: Sample.english)
    #expect(
      written.notes.map(\.description) == [
        "chatwoot: late@en#plain: [[if thread.first: Hi. |]]: only \"\" is written",
        "chatwoot: late@en#plain: {{order.day:weekday}}: Chatwoot does not know it",
        "chatwoot: late: the title A parcel is late: left out", "chatwoot: late: the summary: left out",
        "chatwoot: late: when to use it: left out",
        "chatwoot: late: what is said of the fact order.day: left out",
        "chatwoot: late: the setting \"tags\": left out",
        "chatwoot: late: the setting \"shortcuts\": left out",
        "chatwoot: late: the setting \"set status\": left out",
        "chatwoot: late: the setting \"review by\": left out",
        "chatwoot: late: the setting \"trial\": left out",
        "chatwoot: late@en: the title in this language: left out",
        "chatwoot: late@en: who has reviewed the texts: left out",
        "chatwoot: late@en: what customers ask: left out",
        "chatwoot: late@en#plain: the text: it is read back as: It comes on {{order.day:weekday}}.",
        "chatwoot: late@en#plain: who has reviewed it: left out",
        "chatwoot: late@en#plain: rules that are not told of in it: left out",
      ])
  }

  @Test func anAnswerWithoutTextsIsTold() {
    let written = TemplateExport.write([Answer(id: AnswerID("a"))], format: .csv, locale: Sample.english)
    #expect(written.notes.map(\.description) == ["csv: a: an answer without texts: left out"])
  }
}
