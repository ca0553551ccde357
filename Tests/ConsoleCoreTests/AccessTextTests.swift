import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("Access in the customer pane")
struct AccessTextTests {
  private static let nastya = Agent(id: "a-1", name: "Nastya")
  private static func asked(_ until: Timestamp? = Fixtures.now.adding(seconds: 4 * 86_400 + 30_960))
    -> AccessRequest
  {
    AccessRequest(
      askedAt: Fixtures.ago(30), askedBy: nastya, what: "orders page", untilWords: "fri 18:00", until: until)
  }

  private static func lines(_ access: AccessRequest, status: String = "open") throws -> [(String, Style)] {
    var conversation = Fixtures.dialog
    conversation.access = access
    conversation.status = status
    let text = try #require(AccessText(conversation))
    return text.sentences(at: Fixtures.now, 0, try Fixtures.words()).map { ($0.0.string, $0.1) }
  }

  @Test("who asked, when, for what and until when")
  func asked() throws {
    #expect(
      try Self.lines(Self.asked()).first?.0 == "asked by Nastya 08:54 · orders page · until Fri 6 Mar 18:00")
    #expect(
      try Self.lines(Self.asked(nil)).first?.0 == "asked by Nastya 08:54 · orders page · until fri 18:00")
    var company = AccessRequest(askedAt: Fixtures.ago(3 * 1_440), askedBy: Self.nastya, kind: .company)
    #expect(try Self.lines(company).first?.0 == "asked by Nastya 27 Feb · a company's account")
    company.what = "\u{1B}[2J\norders"
    let hostile = try #require(try Self.lines(company).first)
    #expect(!hostile.0.contains("\u{1B}") && !hostile.0.contains("\n"))
  }

  @Test("where it stands, late in words and in style")
  func standings() throws {
    let given = Self.asked().answered(.access, at: Fixtures.ago(10))
    let late = Style(.late, bold: true)
    let cases: [(AccessRequest, String, String, Style)] = [
      (Self.asked(), "open", "waits for the customer", .plain),
      (given, "open", "given 09:14", Style(.warning)),
      (given, "resolved", "given 09:14, still open – ask to change the password", late),
      (
        Self.asked(Fixtures.ago(120)).answered(.access, at: Fixtures.ago(200)), "open",
        "ended 2 h ago – ask to change the password", late
      ),
      (Self.asked().answered(.guide, at: Fixtures.now), "open", "wants the guide", .plain),
      (Self.asked().answered(.call, at: Fixtures.now), "open", "wants the call", .plain),
      (Self.asked().answered(.declined, at: Fixtures.now), "open", "said no", .plain),
      (
        given.closed(at: Fixtures.ago(1), by: Self.nastya), "resolved",
        "ended 09:23, password changed (Nastya)", .muted
      ),
    ]
    for (access, status, text, style) in cases {
      let last = try #require(try Self.lines(access, status: status).last)
      #expect(last.0 == text && last.1 == style)
    }
  }

  @Test("stands in the pane only where access was asked for")
  func pane() throws {
    func text(_ conversation: Conversation) throws -> [String] {
      let driver = try StateDriver(conversation)
      guard let open = driver.state.open else { return [] }
      return CustomerLines.lines(open, in: driver.state, columns: 60).map(\.text)
    }
    #expect(try !text(Fixtures.dialog).contains("ACCESS"))
    var conversation = Fixtures.dialog
    conversation.access = Self.asked()
    let lines = try text(conversation)
    let place = try #require(lines.firstIndex(of: "ACCESS"))
    #expect(lines[place + 1].hasPrefix("asked by Nastya"))
  }

  @Test("beside the conversation", arguments: [Size(columns: 160, rows: 48), Size(columns: 120, rows: 40)])
  func frames(size: Size) throws {
    var conversation = Fixtures.dialog
    conversation.access = Self.asked(Fixtures.ago(120)).answered(.access, at: Fixtures.ago(200))
    var agent = try Scenario([conversation], size: size)
    try agent.presses("U")
    expectFrame(agent.frame, named: "access-pane-\(size.columns)x\(size.rows)")
  }

  @Test("what became of it is chosen from a list", arguments: [Size(columns: 80, rows: 24)])
  func picker(size: Size) throws {
    var conversation = Fixtures.dialog
    conversation.access = Self.asked().answered(.access, at: Fixtures.ago(10))
    var agent = try Scenario([conversation], size: size)
    try agent.presses("C A")
    expectFrame(agent.frame, named: "access-picker-\(size.columns)x\(size.rows)")
  }
}
