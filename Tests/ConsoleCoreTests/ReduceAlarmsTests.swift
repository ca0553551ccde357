import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

/// Bell and notification for new work.
@Suite("Reducer: alarms")
struct ReduceAlarmsTests {
  private static func summary(
    _ id: ConversationID, dueIn minutes: Int64? = nil, isVIP: Bool = false, unread: Int = 0
  ) -> ConversationSummary {
    var conversation = Fixtures.dialog
    conversation.id = id
    conversation.contact.full = "Customer \(id.rawValue)"
    conversation.contact.isVIP = isVIP
    conversation.deadlines = Deadlines(nextReply: minutes.map { Fixtures.now.adding(seconds: 60 * $0) })
    conversation.entries = (0...unread).map { Fixtures.customer(EntryID("e-\($0)"), "x", minutesAgo: 9) }
    conversation.readUpTo = "e-0"
    return ConversationSummary(conversation)
  }

  private struct Called {
    var driver: StateDriver
    init(bell: BellWish = .never, notifies: Bool = true) throws {
      driver = try StateDriver(Fixtures.dialog.allRead)
      driver.state.settings.tools.bell = bell
      driver.state.settings.tools.notifies = notifies
    }

    /// One look of the console at what is mine and what is nobody's.
    mutating func look(mine: [ConversationSummary], nobodys: [ConversationSummary] = []) -> [ToolEffect] {
      driver.take(.noticed(.changed(["c-9"])))
      let asked = driver.take(.settled).requests
      var effects: [Effect] = []
      for request in asked {
        guard case .queue(let query, 0, Alarms.limit) = request else { continue }
        let rows = query.view == .mine ? mine : nobodys
        effects += driver.take(
          .answered(request, .success(.queue(query, offset: 0, rows: rows, counts: QueueCounts()))))
      }
      return effects.tools
    }
  }

  @Test("nobody who wants no call costs the desk a question")
  func silent() throws {
    var called = try Called(notifies: false)
    called.driver.take(.noticed(.reset))
    let asked = called.driver.take(.settled).requests
    #expect(!asked.contains { if case .queue(_, _, Alarms.limit) = $0 { true } else { false } })
  }

  @Test("what burns at the start is not called; what begins to burn is, once")
  func late() throws {
    var called = try Called()
    #expect(called.look(mine: [Self.summary("a", dueIn: -5), Self.summary("b", dueIn: 5)]) == [])
    #expect(called.look(mine: [Self.summary("a", dueIn: -5), Self.summary("b", dueIn: 5)]) == [])
    let both = [Self.summary("a", dueIn: -5), Self.summary("b", dueIn: -1)]
    #expect(called.look(mine: both) == [.notify(SafeText("Customer b is late."))])
    #expect(called.look(mine: both) == [])
  }

  @Test("a customer with priority who waits, and a hand-over to me, are called; nobody's work counts, too")
  func reasons() throws {
    var called = try Called()
    _ = called.look(mine: [])
    #expect(
      called.look(mine: [], nobodys: [Self.summary("v", isVIP: true)]) == [
        .notify(SafeText("Customer v waits, VIP."))
      ])
    called.driver.wait(milliseconds: 61_000)
    #expect(
      called.look(mine: [Self.summary("h")], nobodys: [Self.summary("v", isVIP: true)])
        == [.notify(SafeText("Customer h was handed to you."))])
  }

  @Test("what I take myself is no hand-over")
  func ownTaking() throws {
    var called = try Called()
    _ = called.look(mine: [])
    called.driver.state.focus = .conversation
    try called.driver.press("m")
    #expect(called.look(mine: [Self.summary("c-1")]) == [])
  }

  @Test("at most one call a minute; what comes meanwhile is told together when the minute is over")
  func oncePerMinute() throws {
    var called = try Called(bell: .burning)
    _ = called.look(mine: [])
    #expect(called.look(mine: [Self.summary("a", dueIn: -1)]).count == 2)
    #expect(called.look(mine: [Self.summary("a", dueIn: -1), Self.summary("b", dueIn: -1)]) == [])
    #expect(
      called.look(mine: ["a", "b", "c"].map { Self.summary($0, dueIn: -1) }) == [])
    let due = try #require(called.driver.state.alarms.deadline)
    #expect(due == called.driver.state.now.adding(seconds: 60))
    let told = called.driver.take(.tick(due)).tools
    #expect(told == [.notify(SafeText("Customer b is late. And 1 more.")), .ring])
    #expect(called.driver.state.alarms.deadline == nil)
  }

  @Test("the bell for messages rings for new ones to me, not for those that were there")
  func messages() throws {
    var called = try Called(bell: .message, notifies: false)
    #expect(called.look(mine: [Self.summary("a", unread: 2)]) == [])
    #expect(called.look(mine: [Self.summary("a", unread: 2)]) == [])
    #expect(called.look(mine: [Self.summary("a", unread: 3)]) == [.ring])
    #expect(called.look(mine: [Self.summary("a", unread: 0)]) == [])
  }

  @Test("a hostile name goes out safe")
  func hostile() throws {
    var called = try Called()
    _ = called.look(mine: [])
    var bad = Self.summary("a", dueIn: -1)
    bad.contactName = "x\u{1B}]0;y\u{7}\n\u{202E}"
    guard case .notify(let text)? = called.look(mine: [bad]).first else {
      Issue.record("nobody was called")
      return
    }
    #expect(HostileText.firstHarm(in: text.string) == nil && !text.string.contains("\n"))
  }

  @Test("a desk that does not answer is asked again after the next change")
  func failure() throws {
    var called = try Called()
    called.driver.take(.noticed(.reset))
    for request in called.driver.take(.settled).requests {
      if case .queue(_, _, Alarms.limit) = request {
        called.driver.take(.answered(request, .failure(.away(reason: "gone"))))
      }
    }
    #expect(called.driver.remark == "")
    #expect(called.look(mine: []) == [])
    #expect(called.look(mine: [Self.summary("a", dueIn: -1)]).count == 1)
  }
}

extension [Effect] {
  /// What is asked of programs of the person's own.
  var tools: [ToolEffect] { compactMap { if case .tool(let effect) = $0 { effect } else { nil } } }
}
