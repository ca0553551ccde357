import DeskModel
import LocalePacks
import Testing

@testable import ReplyTemplates

@Suite struct CSVExchangeTests {
  @Test func columnsOfOtherProgramsAreKnownByTheirNames() throws {
    let set = try Sample.read(
      "Macro name;Body text;Tags;Usage\r\nLate parcel;\"Hi {{ticket.customer.firstname}},\r\nsorry; really\";\"late, parcel\";7\r\n",
      "macros.csv")
    #expect(set.format == .csv)
    #expect(set.lines == ["late-parcel@en#plain: Hi {{customer.given}},\nsorry; really"])
    #expect(set.answers[0].settings.tags == ["late", "parcel"])
    #expect(set.remarks == ["line ends CR LF: LF", "column usage (1 item): left out"])
  }

  @Test func rowsOfOneTitleAreVariantsWhereLocaleOrVariantIsSaid() throws {
    let set = try Sample.read(
      """
      title,language,variant,audience,text
      Late,German,,public,Zu spät
      Late,fr,short,,Tard
      Late,Klingon speech,,secret,x
      """, "a.csv")
    #expect(set.lines == ["late@de#plain: Zu spät", "late@en#plain: x", "late@fr#short: Tard"])
    #expect(set.answers.count == 1)
    #expect(set.answers[0].locales[.init(language: "de")]?.variants[0].audience == .world)
    #expect(
      set.remarks == [
        "item 3 (Late): the language Klingon speech: it is en here",
        "item 3 (Late): the audience secret: private",
      ])
  }

  @Test func aTableWithoutNamesIsTakenForTextExpanders() throws {
    let set = try Sample.read("ddt,Due today,Due\nsig,\"Bye,\nAnn\",\n", "snippets.csv", format: .csv)
    #expect(set.lines == ["due@en#plain: Due today", "sig@en#plain: Bye,\nAnn"])
    #expect(set.answers.map(\.settings.shortcuts) == [["ddt"], ["sig"]])
  }

  @Test func htmlIsReadWhereThereIsNoText() throws {
    let set = try Sample.read("name\tbody_html\nA\t<p>x</p><p>y</p>\n", "a.tsv")
    #expect(set.sources == ["x\n\ny"])
    let both = try Sample.read("name,text,html\nA,x,<b>x</b>\n", "a.csv")
    #expect(both.sources == ["x"])
    #expect(both.remarks == ["column html beside text (1 item): left out"])
  }

  @Test func ourOwnTablesHoldChoicesFactsAndSettings() throws {
    let file = """
      id,title,locale,variant,audience,template,tags,shortcuts,facts,set status,follow up\r
      delivery/late,A parcel is late,en,plain,private,"[[if thread.first: Hi. |]]Order {{order.number}}, {{order.day:weekday}}","parcel, late",late,"order.number: the number\norder.day (date, optional)",pending,172800 seconds: ask\r
      delivery/late,A parcel is late,en,short,public,Late.,"parcel, late",late,"order.number: the number\norder.day (date, optional)",pending,172800 seconds: ask\r

      """
    let set = try Sample.read(file, "a.csv")
    let answer = try #require(set.answers.first)
    #expect(set.answers.count == 1)
    #expect(
      answer.about?.facts == [
        Fact(name: "order.number", note: "the number"),
        Fact(name: "order.day", type: .date, isOptional: true),
      ])
    #expect(answer.settings.followUp == PlannedFollowUp(after: 172_800, text: "ask"))
    #expect(set.notes.isEmpty)
    let written = TemplateExport.write(set.answers, format: .csv, locale: Sample.english)
    #expect(String(decoding: written.bytes, as: UTF8.self) == file)
    #expect(written.notes.isEmpty)
  }

  @Test func rowsThatAreWrongAreTold() throws {
    let set = try Sample.read("title,template\nA,{{x\nB,\nC,c,d\n", "a.csv")
    #expect(set.lines == [#"a@en#plain: \{{x"#, "c@en#plain: c"])
    #expect(
      set.notes.map(\.description) == [
        "a.csv:2: item 1 (A): a template that is not well formed: kept as text",
        "a.csv:3: item 2 (B): a row without text: left out",
        "a.csv:4: item 3: more fields than columns: left out",
      ])
  }

  @Test(arguments: [
    ("a,\"b", "x.csv:1: a quote is opened here and never closed"),
    ("a,b\n\"c\"d,e", "x.csv:2: text stands behind a closing quote; a quote within a field is written twice"),
    ("a,b,c,d,e\n1,2,3,4,5", "x.csv: no column holds texts (there are a, b, c, d, e); name one \"text\""),
  ])
  func whatIsNoTableIsTold(text: String, sentence: String) {
    #expect(Sample.failure(text, "x.csv", format: .csv) == sentence)
  }
}
