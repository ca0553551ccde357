import Testing

@testable import ReplyTemplates

@Suite struct ZammadExchangeTests {
  /// The forms that the modules shipped with Zammad have: plain and HTML, folded, quoted, on one line and two.
  private let shipped = """
    ---
    - name: cnr - I could not reach you...
      keywords: ''
      content:
        I could not reach you by phone. Could you write to me and
        say when you are in?
      note: ''
    - name: 'Hello - Hello #{ticket.customer.firstname},'
      keywords: 'greeting, first'
      content: 'Hello #{ticket.customer.firstname},'
      note: ''
    - name: 'dms- Dear Ms. #{ticket.customer.lastname},'
      keywords: ''
      content: ' Dear Ms. #{ticket.customer.lastname},'
      note: ''
    - name: ai - Analyse issue
      keywords: ''
      content:
        '<p>Thank you.</p><p>We will look into it
        and write again to #{ticket.customer.email}.</p>'
      note: 'said to everybody'

    """

  @Test func theModulesThatZammadShipsAreRead() throws {
    let set = try Sample.read(shipped, "en.yml")
    #expect(set.format == .zammad)
    #expect(
      set.lines
        == [
          "i-could-not-reach-you@en#plain: I could not reach you by phone. Could you write to me and say when you are in?",
          "hello-ticket-customer-firstname@en#plain: Hello {{customer.given}},",
          "dms-dear-ms-ticket-customer-lastname@en#plain: Dear Ms. {{customer.family}},",
          "analyse-issue@en#plain: Thank you.\n\nWe will look into it and write again to {{ticket.customer.email}}.",
        ])
    #expect(set.answers.map(\.settings.shortcuts) == [["cnr"], ["Hello"], [], ["ai"]])
    #expect(set.answers[1].settings.tags == ["greeting", "first"])
    #expect(set.answers[3].about?.summary == "said to everybody")
    #expect(
      set.remarks == [
        "item 4 (ai - Analyse issue): #{ticket.customer.email}: the fact ticket.customer.email, which the agent fills in"
      ])
    #expect(set.notes[0].line == 16)
  }

  @Test func aFileInOurFormIsWrittenAgainAsItWas() throws {
    let file = """
      ---
      - name: late - A parcel is late
        keywords: parcel, late
        content: '<p>Hello #{ticket.customer.firstname},</p><p>it is late.<br>Sorry &amp; thanks.</p>'
        note: 'Only once: then write by hand'
      - id: 7
        active: false
        name: Bye
        keywords: ''
        content: Bye
        note: ''

      """
    let set = try Sample.read(file, "x.yaml")
    #expect(Sample.written(set) == file)
    let fresh = TemplateExport.write(set.answers, format: .zammad, locale: Sample.english)
    #expect(
      String(decoding: fresh.bytes, as: UTF8.self)
        == file.replacingLines(["- id: 7", "  active: false", "  name: Bye"], ["- name: Bye"]))
    #expect(set.remarks.contains("item 2 (Bye): an inactive text module: it is taken"))
  }

  @Test func theAnswerOfTheAPIIsReadLikewise() throws {
    let set = try Sample.read(
      #"[{"id":1,"name":"Late","keywords":"","content":"<div>a</div><div>b</div>","active":true}]"#, "t.json")
    #expect(set.format == .zammad)
    #expect(set.lines == ["late@en#plain: a\nb"])
  }

  @Test(arguments: [
    ("a: b", "x.yml: the file must be a list, not an object"),
    ("- name: &a x\n  content: y", "x.yml:1: an anchor (&) is not read"),
    ("- name: x\n  content: 'y", "x.yml:2: a quote is opened here and never closed"),
  ])
  func whatIsNoFileOfModulesIsTold(text: String, sentence: String) {
    #expect(Sample.failure(text, "x.yml", format: .zammad) == sentence)
  }
}

extension String {
  fileprivate func replacingLines(_ old: [String], _ new: [String]) -> String {
    splitBySeparator(old.joined(separator: "\n")).joined(separator: new.joined(separator: "\n"))
  }
}
