import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("What becomes of access that was asked for")
struct ReduceAccessTests {
  private static let olena = Agent(id: "a-olena", name: "Olena")
  private static let asked = AccessRequest(
    askedAt: Fixtures.ago(60), askedBy: olena, what: "orders page", untilWords: "fri 18:00",
    until: Fixtures.now.adding(seconds: 86_400))
  private static let given = asked.answered(.access, at: Fixtures.ago(30))
  private static let reminder = "Ask Dewi to change the password now"

  private static func conversation(
    _ access: AccessRequest?, status: String = "open", followUp: FollowUp? = nil
  ) -> Conversation {
    var result = MannersFixtures.conversation
    result.access = access
    result.status = status
    result.followUp = followUp
    return result
  }

  private static func driver(_ conversation: Conversation) throws -> StateDriver {
    try StateDriver(conversation, focus: .conversation)
  }

  private static func acts(_ effects: [Effect]) -> [IntentAction] { effects.intents.map(\.action) }

  // MARK: The record

  /// A console in which a safe request that asks for the page of orders is held.
  private static func held(_ conversation: Conversation = MannersFixtures.conversation) throws -> StateDriver
  {
    var driver = try ReduceSafeRequestTests.driver(conversation)
    try driver.press("F7 Tab")
    driver.type("orders page")
    try driver.press("Enter")
    try driver.press("Enter")
    if driver.state.look != nil { try driver.press("Enter") }
    return driver
  }

  private static func sent(_ effects: [Effect], audience: Audience = .customer) throws -> Action {
    let intent = try #require(effects.intents.first)
    return .answered(
      .apply(intent), .success(.outcome(.applied(entry: "e", audience: audience, version: 2))))
  }

  @Test("is noted when the reply that asks has really gone, and can be undone")
  func records() throws {
    var driver = try Self.held()
    #expect(driver.composer?.held?.access?.what == "orders page" && driver.composer?.request == nil)
    let going = driver.sendHeld()
    #expect(Self.acts(going).count == 1)
    let after = driver.take(try Self.sent(going))
    let access = AccessRequest(askedAt: driver.state.now, askedBy: Fixtures.me, what: "orders page")
    #expect(Self.acts(after) == [.access(access)])
    driver.answer(after, .applied(entry: nil, audience: nil, version: 3))
    #expect(driver.remark.contains("access asked for"))
    driver.state.focus = .conversation
    #expect(Self.acts(try driver.press("u")) == [.access(nil)])
  }

  @Test("is noted for a conversation that was left meanwhile, too")
  func elsewhere() throws {
    var driver = try Self.held()
    var other = MannersFixtures.conversation
    other.id = "c-2"
    driver.open(other)
    let after = driver.take(try Self.sent(driver.sendHeld()))
    #expect(after.intents.map(\.conversation) == ["c-1"])
    guard case .access(let access?)? = Self.acts(after).first else {
      Issue.record("\(Self.acts(after))")
      return
    }
    #expect(access.what == "orders page" && access.standing == .asked)
  }

  @Test("a reply that is taken back leaves no record, and the form has what was filled in")
  func takenBack() throws {
    var driver = try Self.held()
    try driver.press("Ctrl-T")
    #expect(driver.composer?.request?.access.what == "orders page")
    #expect(Self.acts(driver.wait(milliseconds: 60_000)).isEmpty)
    try driver.press("F7")
    guard case .access(let form)? = driver.state.popup else {
      Issue.record("no form")
      return
    }
    #expect(form.what.text == "orders page")
  }

  @Test(
    "what has little left of the request asks for nothing; nor does a note, or what went to the wrong people")
  func notAsked() throws {
    var other = try ReduceSafeRequestTests.driver()
    try other.press("F7 Enter Home Ctrl-Home")
    for _ in 0..<400 { try other.press("Ctrl-O Delete") }
    other.type("Terima kasih, Kak Dewi.")
    #expect(other.composer?.keptRequest == nil)
    try other.press("Enter")
    #expect(other.composer?.held != nil && other.composer?.held?.access == nil)

    var note = try ReduceSafeRequestTests.driver()
    try note.press("Alt-N F7 Enter Enter")
    if note.state.look != nil { try note.press("Enter") }
    #expect(note.composer?.held?.audience == .internal && note.composer?.held?.access == nil)

    var wrong = try Self.held()
    let after = wrong.take(try Self.sent(wrong.sendHeld(), audience: .world))
    #expect(Self.acts(after).isEmpty)
  }

  @Test("a draft on disk keeps what it asks for over a restart")
  func drafts() throws {
    var driver = try ReduceSafeRequestTests.driver()
    try driver.press("F7 Tab")
    driver.type("orders page")
    let effects = try driver.press("Enter") + driver.wait(milliseconds: 1_000)
    let draft = try #require(effects.drafts.last)
    #expect(draft.access?.what == "orders page")
    #expect(Composer(draft).request?.access == draft.access && Composer(draft).keptRequest == draft.access)
  }

  @Test("asking again where access stands open does not close it")
  func askedAgain() throws {
    var driver = try Self.held(Self.conversation(Self.given))
    let after = driver.take(try Self.sent(driver.sendHeld()))
    guard case .access(let access?)? = Self.acts(after).first else {
      Issue.record("\(Self.acts(after))")
      return
    }
    #expect(access.isOpen && access.givenAt == Self.given.givenAt && access.askedBy == Fixtures.me)
  }

  // MARK: What became of it

  @Test(
    "is chosen from a list",
    arguments: [
      ("gave", .access(asked.answered(.access, at: Fixtures.now))),
      ("guide", .access(asked.answered(.guide, at: Fixtures.now))),
      ("call", .access(asked.answered(.call, at: Fixtures.now))),
      ("said no", .access(asked.answered(.declined, at: Fixtures.now))),
      ("not asked", .access(nil)),
    ] as [(String, IntentAction)])
  func chosen(_ typed: String, _ action: IntentAction) throws {
    var driver = try Self.driver(Self.conversation(Self.asked))
    try driver.press("A")
    driver.type(typed)
    #expect(Self.acts(try driver.press("Enter")) == [action])
  }

  @Test("its end stands first while it is open, and what we promised ourselves for it is done with it")
  func closing() throws {
    let closed = IntentAction.access(Self.given.closed(at: Fixtures.now, by: Fixtures.me))
    for (text, acts) in [
      ("", [closed]), ("call about the refund", [closed]),
      (Self.reminder, [.followUp(nil), closed]),
      (
        Self.reminder + " · call about the refund",
        [.followUp(FollowUp(at: Fixtures.ago(1), text: "call about the refund")), closed]
      ),
    ] as [(String, [IntentAction])] {
      let followUp = text.isEmpty ? nil : FollowUp(at: Fixtures.ago(1), text: text)
      var driver = try Self.driver(Self.conversation(Self.given, status: "resolved", followUp: followUp))
      #expect(Self.acts(try driver.press("A Enter")) == acts, "\(text)")
    }
  }

  @Test("the list says where it stands, and is reached from the composer by the palette")
  func list() throws {
    var driver = try StateDriver(Self.conversation(Self.asked.answered(.guide, at: Fixtures.now)))
    try driver.press("Ctrl-K")
    driver.type("became of")
    try driver.press("Enter")
    guard case .picker(let picker)? = driver.state.popup else {
      Issue.record("no list")
      return
    }
    #expect(picker.titleKey == "picker.access" && picker.items.count == 4)
    #expect(
      picker.items.filter { !$0.detail.isEmpty }.map(\.title.string) == ["the customer wants the guide"])
  }

  @Test("where nothing was asked it says how to ask; with marks it is for one customer at a time")
  func none() throws {
    var driver = try Self.driver(Self.conversation(nil))
    #expect(try driver.press("A").isEmpty && driver.state.popup == nil)
    #expect(driver.remark.contains("F7"))
    var agent = try Scenario([Self.conversation(Self.given)])
    try agent.presses("Q Space A")
    #expect(agent.state.popup == nil && agent.state.remark?.text.string.contains("one customer") == true)
  }

  // MARK: Resolving

  @Test("a conversation that is resolved while access stands open is promised to be looked after, at once")
  func resolving() throws {
    let promise = IntentAction.followUp(FollowUp(at: Fixtures.now, text: Self.reminder))
    var driver = try Self.driver(Self.conversation(Self.given))
    let effects = try driver.press("e")
    #expect(Self.acts(effects) == [promise, .setStatus("resolved")])
    driver.answer(effects, .applied(entry: nil, audience: nil, version: 3))
    #expect(driver.remark.contains("still open") && driver.state.remark?.isError == true)
    #expect(Self.acts(try driver.press("u")) == [.setStatus("open")], "the status first")
    #expect(Self.acts(try driver.press("u")) == [.followUp(nil)])
  }

  @Test("what was promised before is kept behind it, once")
  func promises() throws {
    for text in ["call about the refund", Self.reminder + " · call about the refund"] {
      var driver = try Self.driver(
        Self.conversation(Self.given, followUp: FollowUp(at: Fixtures.ago(-90), text: text)))
      let wanted = FollowUp(at: Fixtures.now, text: Self.reminder + " · call about the refund")
      #expect(Self.acts(try driver.press("e")) == [.followUp(wanted), .setStatus("resolved")])
    }
  }

  @Test(
    "where none stands open, or it was resolved already, nothing is promised",
    arguments: [
      nil, asked, given.closed(at: Fixtures.ago(2), by: olena), asked.answered(.call, at: Fixtures.now),
    ])
  func nothingOpen(_ access: AccessRequest?) throws {
    var driver = try Self.driver(Self.conversation(access))
    #expect(Self.acts(try driver.press("e")) == [.setStatus("resolved")])
    var again = try Self.driver(Self.conversation(Self.given, status: "solved"))
    #expect(Self.acts(try again.press("e")) == [.setStatus("resolved")])
  }

  @Test("it stays in the queue, says so, and goes when the end is noted")
  func story() throws {
    var agent = try Scenario([Self.conversation(Self.given)], size: Size(columns: 160, rows: 48))
    try agent.presses("C e")
    #expect(agent.desk.conversation("c-1")?.followUp == FollowUp(at: Fixtures.now, text: Self.reminder))
    #expect(agent.state.queue.counts[.mine] == 1 && agent.state.queue.counts[.resolved] == 0)
    #expect(agent.screen.contains("access still open"))
    #expect(agent.screen.contains("ACCESS") && agent.screen.contains("still open – ask"))
    try agent.presses("C A Enter")
    #expect(agent.desk.conversation("c-1")?.access?.standing == .closed)
    #expect(agent.desk.conversation("c-1")?.followUp == nil)
    #expect(agent.state.queue.counts[.mine] == 0 && agent.state.queue.counts[.resolved] == 1)
    #expect(!agent.screen.contains("access still open"))
  }
}
