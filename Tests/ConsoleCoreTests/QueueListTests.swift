import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("QueueList")
struct QueueListTests {
  private static func state(_ rows: [ConversationSummary]) throws -> AppState {
    var state = try Fixtures.state()
    state.queue.rows = rows
    state.queue.counts.byView[.mine] = rows.count
    state.queue.isLoaded = true
    state.queue.cursor = ListCursor(count: rows.count, height: 5)
    return state
  }

  private static func lines(_ state: AppState, columns: Int = 34, rows: Int = 10) -> [String] {
    let list = QueueList(state)
    return drawn(columns: columns, rows: rows) { list.draw(on: &$0) }.text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test("two rows a conversation: who and how urgent, then what was said last")
  func twoRows() throws {
    let lines = Self.lines(
      try Self.state([ConversationSummary(Fixtures.dialog), ConversationSummary(Fixtures.publicThread)]))
    #expect(lines[0].contains("Dewi Lestari") && lines[0].contains("3 min"))
    #expect(lines[1].contains("besok ya kak"))
    #expect(lines[2].contains("Sofia Bilyk"))
    #expect(lines[3].contains("PUBLIC") && lines[3].contains("so where is"))
    #expect(lines[4].isEmpty)
  }

  @Test("unread, VIP, draft and selection are told without colour")
  func marks() throws {
    var conversation = Fixtures.dialog
    conversation.contact.isVIP = true
    var state = try Self.state([
      ConversationSummary(conversation), ConversationSummary(Fixtures.dialog.allRead),
    ])
    var composer = Composer(for: .dialog, parent: nil)
    composer.field = ComposeField("a")
    state.parked = ["c-1": composer]
    let lines = Self.lines(state)
    #expect(lines[0].contains("●") && lines[0].contains("VIP") && lines[0].hasPrefix("▌"))
    #expect(lines[1].contains("draft"))
    #expect(!lines[2].contains("●") && !lines[2].hasPrefix("▌"))
  }

  @Test("a VIP is told once, with the reason where there is one")
  func vip() throws {
    var conversation = Fixtures.dialog
    conversation.contact.isVIP = true
    var summary = ConversationSummary(conversation)
    summary.due = Fixtures.ago(-12)
    let line = Self.lines(try Self.state([summary]), columns: 60)[0]
    #expect(line.contains("Dewi Lestari") && line.hasSuffix("VIP, due in 12 min"))
    #expect(line.split(separator: "VIP", omittingEmptySubsequences: false).count == 2)
    (summary.due, summary.waitingSince) = (nil, nil)
    let rest = Self.lines(try Self.state([summary]), columns: 60)[0]
    #expect(rest.contains("VIP Dewi"))
  }

  @Test("a selection whose conversation has left is not shown on another one")
  func selectionIsGone() throws {
    var state = try Self.state([ConversationSummary(Fixtures.dialog)])
    state.queue.selectionIsGone = true
    #expect(!Self.lines(state).joined().contains("▌"))
  }

  @Test("an empty view says what to do", arguments: QueueView.allCases)
  func empty(view: QueueView) throws {
    var state = try Self.state([])
    state.queue.view = view
    let words = try Fixtures.words()("queue.empty.\(view.rawValue)").string
    #expect(Self.lines(state, columns: 100).joined().contains(words))
    state.queue.isLoaded = false
    #expect(Self.lines(state, columns: 100).joined().isEmpty, "nothing is said before it is known")
  }

  @Test("rows that are not known yet are left empty, and nothing is drawn outside")
  func unknownRows() throws {
    var state = try Self.state([ConversationSummary(Fixtures.dialog)])
    state.queue.cursor = ListCursor(count: 100, height: 5)
    state.queue.windowOffset = 3
    let lines = Self.lines(state)
    #expect(lines[0].isEmpty && lines[6].contains("Dewi"))
  }

  @Test("bookkeeping that is not shown is no reason to draw")
  func equality() throws {
    let state = try Self.state([ConversationSummary(Fixtures.dialog)])
    var other = state
    other.queue.isStale.toggle()
    other.queue.isAsking.toggle()
    other.queue.opensSelection.toggle()
    other.queue.followed = "c-1"
    other.now = state.now.adding(seconds: 20)
    #expect(QueueList(state) == QueueList(other))
    other.now = state.now.adding(seconds: 60)
    #expect(QueueList(state) != QueueList(other))
  }

  @Test("narrow and short panes cut, and never break", arguments: [1, 2, 3, 8, 24, 60], [1, 2, 3, 9])
  func sizes(columns: Int, rows: Int) throws {
    var conversation = Fixtures.dialog
    conversation.contact.full = "日本語日本語 " + HostileText.all
    conversation.entries[3].text = HostileText.all
    let list = QueueList(try Self.state([ConversationSummary(conversation)]))
    expectHarmless(drawn(columns: columns, rows: rows) { list.draw(on: &$0) }, "\(columns)x\(rows)")
  }
}
