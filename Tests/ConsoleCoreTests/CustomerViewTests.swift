import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("CustomerView")
struct CustomerViewTests {
  private static func lines(_ driver: StateDriver, columns: Int = 40) -> [String] {
    guard let open = driver.state.open else { return [] }
    return CustomerLines.lines(open, in: driver.state, columns: columns).map(\.text)
  }

  @Test("who this is, their time, language, channel, fields and tags")
  func facts() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.take(.zone("Asia/Jakarta", offset: 25_200))
    let text = Self.lines(driver).joined(separator: "\n")
    #expect(text.contains("Dewi Lestari"))
    #expect(text.contains("Jakarta") && text.contains("16:24"))
    #expect(text.contains("Indonesian"))
    #expect(text.contains("plan") && text.contains("Pro"))
    #expect(text.contains("billing"))
    #expect(text.contains(try Fixtures.words()("customer.first").string))
  }

  @Test("a zone that nobody knows is shown as it is, without a time")
  func unknownZone() throws {
    let lines = Self.lines(try StateDriver(Fixtures.dialog))
    #expect(lines.contains { $0.contains("Asia/Jakarta") && !$0.contains(":") })
  }

  @Test("what is known of a customer of whom nothing is known")
  func bare() throws {
    var conversation = Fixtures.dialog
    conversation.contact = Contact(id: "u-9")
    conversation.locale = nil
    conversation.tags = []
    let lines = Self.lines(try StateDriver(conversation))
    #expect(lines.first == "u-9")
    #expect(lines.joined().contains(try Fixtures.words()("customer.noTags").string))
  }

  @Test("VIP, company, notes and deadlines")
  func more() throws {
    var conversation = Fixtures.dialog
    conversation.contact.isVIP = true
    conversation.contact.company = "PT Maju"
    conversation.contact.notes = ["prefers mail\nand mornings"]
    conversation.deadlines = Deadlines(nextReply: Fixtures.ago(-60))
    conversation.snoozedUntil = Fixtures.ago(-1_440)
    let lines = Self.lines(try StateDriver(conversation))
    #expect(lines.contains("VIP") && lines.contains("PT Maju"))
    #expect(lines.contains { $0.contains("prefers mail") } && lines.contains { $0.contains("and mornings") })
    #expect(lines.contains { $0.contains("next reply") && $0.contains("today 10:24") })
    #expect(lines.contains { $0.contains("tomorrow 09:24") })
  }

  @Test("a field with several values shows each, one without values shows its name")
  func fields() throws {
    var conversation = Fixtures.dialog
    conversation.contact.fields = [
      Field(name: "orders", values: ["1009", "1010"]), Field(name: "empty", values: []),
    ]
    let lines = Self.lines(try StateDriver(conversation))
    #expect(
      lines.contains("orders") && lines.contains(" 1009") && lines.contains(" 1010")
        && lines.contains("empty"))
  }

  @Test(
    "no line is wider than the pane, nothing is lost, whatever the width", arguments: [1, 2, 5, 10, 24, 34])
  func widths(columns: Int) throws {
    var conversation = Fixtures.dialog
    conversation.contact.fields.append(
      Field(name: "a long name of a field", values: ["and an even longer value"]))
    conversation.contact.notes = ["abcdefghij klmnopqrst"]
    let driver = try StateDriver(conversation)
    guard let open = driver.state.open else { return }
    let lines = CustomerLines.lines(open, in: driver.state, columns: columns)
    if columns >= 10 {
      for line in lines { #expect(line.runs.reduce(0) { $0 + $1.text.columns } <= columns, "\(line.text)") }
    }
    let letters = lines.map(\.text).joined().filter { !$0.isWhitespace }
    #expect(letters.contains("abcdefghijklmnopqrst"))
  }

  @Test("hostile names, fields and notes are harmless", arguments: [3, 24, 60])
  func hostile(columns: Int) throws {
    var conversation = Fixtures.dialog
    let text = HostileText.all
    conversation.contact = Contact(
      id: "u", full: text, given: text, locale: text, timeZone: text + "/" + text, company: text, isVIP: true,
      notes: [text],
      fields: [Field(name: text, values: [text]), Field(name: text, values: [text, text])])
    conversation.locale = nil
    conversation.channel = text
    conversation.tags = [text, text]
    let view = CustomerView(try StateDriver(conversation).state)
    expectHarmless(drawn(columns: columns, rows: 40) { view.draw(on: &$0) }, "\(columns)")
  }

  @Test("the pane is drawn anew each minute, not each second")
  func equality() throws {
    let state = try StateDriver(Fixtures.dialog).state
    var later = state
    later.now = state.now.adding(seconds: 30)
    #expect(CustomerView(state) == CustomerView(later))
    later.now = state.now.adding(seconds: 60)
    #expect(CustomerView(state) != CustomerView(later))
  }
}
