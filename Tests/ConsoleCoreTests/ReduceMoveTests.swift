import DeskLink
import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

@Suite("Reduce: moving")
struct ReduceMoveTests {
  private static func long(_ count: Int) -> Conversation {
    var conversation = Fixtures.dialog
    conversation.entries = (0..<count).map {
      Fixtures.customer(EntryID("e-\($0)"), "entry number \($0)", minutesAgo: Int64(count - $0))
    }
    conversation.readUpTo = conversation.entries.last?.id
    return conversation
  }

  // MARK: The queue

  @Test(
    "moving in the queue opens what is selected, and counts as moved by hand",
    arguments: ["Down", "Ctrl-N", "Alt-Down"])
  func movesInQueue(key: String) throws {
    var driver = try StateDriver(focus: .queue)
    driver.state.queue.rows = [Fixtures.dialog, Fixtures.publicThread].map { ConversationSummary($0) }
    driver.state.queue.cursor = ListCursor(count: 2, height: 10)
    driver.state.queue.counts.byView[.mine] = 2
    driver.state.queue.isLoaded = true
    driver.state.queue.isStale = false
    try driver.press(key)
    #expect(driver.state.queue.isMovedByHand)
    #expect(driver.take(.settled).requests == [.end(of: "p-1")])
    #expect(driver.state.opening == "p-1")
    #expect(driver.take(.settled).isEmpty)
  }

  @Test("next and previous work while typing, and keep the words")
  func movesWhileTyping() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.state.queue.rows = [Fixtures.dialog, Fixtures.publicThread].map { ConversationSummary($0) }
    driver.state.queue.cursor = ListCursor(count: 2, height: 10)
    driver.type("Baik")
    try driver.press("Ctrl-N")
    #expect(driver.take(.settled).requests.contains(.end(of: "p-1")))
    driver.update(Fixtures.publicThread.allRead)
    #expect(driver.state.parked["c-1"]?.field.text == "Baik")
    #expect(driver.state.focus == .composer)
  }

  @Test("Enter in the queue opens and begins to write; the queue gives its place to the customer")
  func opensSelected() throws {
    var driver = try StateDriver(focus: .queue)
    driver.state.queue.rows = [ConversationSummary(Fixtures.dialog)]
    driver.state.queue.cursor = ListCursor(count: 1, height: 10)
    try driver.press("Enter")
    #expect(driver.state.focus == .composer)
    #expect(!driver.state.showsQueue)
    #expect(driver.take(.settled).requests.contains(.end(of: "c-1")))
  }

  @Test("Enter in an empty queue does nothing")
  func opensNothing() throws {
    var driver = try StateDriver(focus: .queue)
    let before = driver.state
    #expect(try driver.press("Enter").isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("Enter on the conversation that is open already marks it as read")
  func opensOpen() throws {
    var driver = try StateDriver(Fixtures.dialog, focus: .queue)
    driver.state.queue.rows = [ConversationSummary(Fixtures.dialog)]
    driver.state.queue.cursor = ListCursor(count: 1, height: 10)
    try driver.press("Enter")
    #expect(driver.wait(milliseconds: 0).intents.map(\.action) == [.markRead(upTo: "e-4")])
  }

  // MARK: The thread

  @Test("Enter in the thread opens a link or an earlier conversation, and shows an entry")
  func opensThreadRow() throws {
    var conversation = Fixtures.dialog.allRead
    conversation.links = [ConversationLink(id: "l-1", kind: "linked", title: "double charge")]
    var driver = try StateDriver(conversation, focus: .thread)
    driver.take(
      .answered(
        .earlier(with: "u-1", except: "c-1", limit: 20),
        .success(.earlier("u-1", [ConversationSummary(Fixtures.earlier)]))))
    #expect(
      driver.state.open?.threadRows.suffix(4) == [
        .heading(.links, count: 1, isFolded: false), .link(0), .heading(.earlier, count: 1, isFolded: false),
        .earlier(0),
      ])
    var (earlier, link) = (driver, driver)
    #expect(try earlier.press("End Enter").requests == [.end(of: "c-0")])
    #expect(try link.press("End Up Up Enter").requests == [.end(of: "l-1")])
    #expect(try driver.press("End Up Up Up Up Enter").isEmpty)
    #expect(driver.state.focus == .conversation, "an entry is shown whole")
    #expect(driver.state.open?.selectedItem == 3)
  }

  @Test("z folds a section and shows it again; what cannot be folded says so")
  func foldsSections() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .thread)
    let rows = driver.state.open?.threadRows.count ?? 0
    try driver.press("Home z")
    #expect(driver.state.open?.threadRows == [.heading(.entries, count: 4, isFolded: true)])
    try driver.press("Enter")
    #expect(driver.state.open?.threadRows.count == rows)
    let before = driver.state
    try driver.press("Down z")
    #expect(driver.state.open?.threadRows == before.open?.threadRows)
    #expect(!driver.remark.isEmpty)
  }

  @Test("z folds the answers below a comment and says how many")
  func foldsAnswers() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead, focus: .thread)
    try driver.press("Home Down Down z")
    #expect(driver.state.open?.folded == ["k-1"])
    guard case .entry(1, _, true, hidden: 1)? = driver.state.open?.threadRows[2] else {
      Issue.record("\(String(describing: driver.state.open?.threadRows))")
      return
    }
    try driver.press("z")
    #expect(driver.state.open?.folded == [])
  }

  @Test("Z folds all answers but those to the post, and shows all again")
  func foldsAll() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead, focus: .thread)
    let rows = driver.state.open?.threadRows
    try driver.press("Z")
    #expect(driver.state.open?.folded == ["k-1"])
    try driver.press("Z")
    #expect(driver.state.open?.threadRows == rows)
  }

  @Test("a page in the thread is a page on every screen", arguments: [80, 120, 160])
  func threadPages(columns: Int) throws {
    var driver = try StateDriver(Self.long(200), size: Size(columns: columns, rows: 30), focus: .composer)
    driver.take(.command(.showThread))
    try driver.press("Home PageDown")
    let height = driver.state.layout.panes[.thread]?.rows ?? 0
    let row = driver.state.open?.threadCursor.selected ?? 0
    #expect(row >= height - 2)
  }

  // MARK: The customer

  @Test("the customer pane scrolls inside its lines")
  func customerScrolls() throws {
    var conversation = Fixtures.dialog.allRead
    conversation.contact.notes = (0..<100).map { "note \($0)" }
    var driver = try StateDriver(conversation, size: Size(columns: 160, rows: 30), focus: .customer)
    try driver.press("Up PageUp Home")
    #expect(driver.state.open?.customerOffset == 0)
    try driver.press("End")
    let last = driver.state.open?.customerOffset ?? 0
    #expect(last > 70)
    try driver.press("Down PageDown")
    #expect(driver.state.open?.customerOffset == last)
    try driver.press("Up")
    #expect(driver.state.open?.customerOffset == last - 1)
    try driver.press("Home PageDown")
    let height = driver.state.layout.panes[.customer]?.rows ?? 0
    #expect(driver.state.open?.customerOffset == height - 1)
  }

  @Test("on a larger screen no lines of the customer are out of sight for nothing")
  func customerAfterResize() throws {
    var conversation = Fixtures.dialog.allRead
    conversation.contact.notes = (0..<20).map { "note \($0)" }
    var driver = try StateDriver(conversation, size: Size(columns: 160, rows: 20), focus: .customer)
    try driver.press("End")
    driver.take(.input(.resize(Size(columns: 160, rows: 60))))
    #expect(driver.state.open?.customerOffset == 0)
  }

  // MARK: The conversation

  @Test("up and down go from entry to entry, and stop at both ends")
  func conversationRows() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("Down")
    #expect(driver.state.open?.selectedItem == 3)
    try driver.press("Up Up")
    #expect(driver.state.open?.selectedItem == 1)
    try driver.press("Up Up Up Up")
    #expect(driver.state.open?.selectedItem == 0)
    try driver.press("End")
    #expect(driver.state.open?.selectedItem == 3)
    #expect(driver.state.open?.scroll == .following)
  }

  @Test("the selected entry is on the screen wherever one goes")
  func selectedIsVisible() throws {
    var driver = try StateDriver(Self.long(300), size: Size(columns: 120, rows: 24), focus: .conversation)
    var random = SeededGenerator(5)
    let keys = ["Up", "Down", "PageUp", "PageDown", "Home", "End", "Up", "Up", "Down"]
    for _ in 0..<150 {
      let key = keys.randomElement(using: &random) ?? "Up"
      try driver.press(key)
      guard let open = driver.state.open, let pane = driver.state.layout.panes[.conversation] else { return }
      let scroller = TranscriptScroller(
        open, in: driver.state, columns: pane.columns, rows: pane.rows - TranscriptLayout.headingRows)
      let first = scroller.itemAtEdge(of: open.scroll, bottom: false)
      let last = scroller.itemAtEdge(of: open.scroll, bottom: true)
      #expect((first...last).contains(open.selectedItem), "\(open.selectedItem) after \(key)")
    }
  }

  @Test("an entry taller than the screen is read row by row")
  func tallEntry() throws {
    var conversation = Fixtures.dialog.allRead
    conversation.entries[3].text = (0..<80).map { "line \($0)" }.joined(separator: "\n")
    var driver = try StateDriver(conversation, size: Size(columns: 120, rows: 24), focus: .conversation)
    var steps = 0
    while driver.state.open?.selectedItem == 3, steps < 200 {
      try driver.press("Up")
      steps += 1
    }
    #expect((60...100).contains(steps), "\(steps) rows were gone through")
    #expect(driver.state.open?.selectedItem == 2)
  }

  @Test("PageUp while writing scrolls the conversation and leaves the words alone")
  func scrollsWhileWriting() throws {
    var driver = try StateDriver(Self.long(100), size: Size(columns: 120, rows: 24))
    driver.type("Baik")
    try driver.press("PageUp PageUp")
    #expect(driver.state.open?.scroll != .following)
    #expect(driver.text == "Baik")
    try driver.press("PageDown PageDown")
    #expect(driver.state.open?.scroll == .following)
    #expect(driver.state.focus == .composer)
  }

  @Test("moving with nothing open, or with no entries, changes nothing", arguments: Pane.allCases)
  func movesNowhere(pane: Pane) throws {
    var driver = try StateDriver(focus: pane)
    #expect(try driver.press("Up Down PageUp PageDown Home End").isEmpty)
    var empty = Fixtures.dialog
    empty.entries = []
    driver = try StateDriver(empty, focus: pane)
    try driver.press("Up Down PageUp PageDown Home End z Z")
    #expect(driver.state.open?.selectedItem == 0)
  }
}
