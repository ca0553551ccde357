import DeskLink
import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: commands")
struct ReduceCommandTests {
  // MARK: Focus

  @Test(
    "Tab goes round all panes that can be reached, Shift-Tab the other way",
    arguments: [
      (80, [.queue, .conversation, .composer, .thread, .customer]),
      (120, [.queue, .conversation, .composer, .thread]),
      (160, [.queue, .conversation, .composer, .thread, .customer]),
    ] as [(Int, [Pane])])
  func focusRing(columns: Int, ring: [Pane]) throws {
    var driver = try StateDriver(
      Fixtures.dialog.allRead, size: Size(columns: columns, rows: 40), focus: .queue)
    #expect(driver.state.focusRing == ring)
    for pane in ring.dropFirst() + [.queue] {
      try driver.press("Tab")
      #expect(driver.state.focus == pane)
    }
    for pane in ring.reversed() where columns != 120 {
      try driver.press("Shift-Tab")
      #expect(driver.state.focus == pane)
    }
  }

  @Test("a pane that is gone to is on the screen", arguments: [80, 100, 120, 159, 160, 200], Pane.allCases)
  func focusIsOnScreen(columns: Int, pane: Pane) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, size: Size(columns: columns, rows: 30))
    let commands: [Pane: Command] = [
      .queue: .showQueue, .conversation: .showConversation, .thread: .showThread, .customer: .showCustomer,
      .composer: .reply,
    ]
    driver.take(.command(try #require(commands[pane])))
    #expect(driver.state.focus == pane)
    #expect(driver.state.layout.panes[pane] != nil)
  }

  @Test("whatever keys are pressed at whatever sizes, the pane with the keys is on the screen")
  func focusStaysOnScreen() throws {
    var random = SeededGenerator(11)
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let keys = ["Tab", "Shift-Tab", "F2", "Esc", "Enter", "C", "T", "U", "Q", "1", "r", "n", "Ctrl-T"]
    for _ in 0..<600 {
      let key = keys.randomElement(using: &random) ?? "Tab"
      if Int.random(in: 0..<5, using: &random) == 0 {
        let columns = [40, 99, 100, 159, 160].randomElement(using: &random) ?? 40
        driver.take(.input(.resize(Size(columns: columns, rows: 30))))
      }
      try driver.press(key)
      driver.state.popup = nil
      let isShown = driver.state.layout.panes[driver.state.focus] != nil
      #expect(isShown, "\(driver.state.focus) after \(key) at \(driver.state.size.columns)")
    }
  }

  @Test("the queue is shown and hidden with one key where there is room for one of two")
  func togglesQueue() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    #expect(driver.state.layout.panes[.queue] != nil)
    try driver.press("F2")
    #expect(driver.state.focus == .queue, "a queue that is in sight gets the keys first")
    try driver.press("F2")
    #expect(driver.state.layout.panes[.queue] == nil)
    #expect(driver.state.layout.panes[.customer] != nil)
    #expect(driver.state.focus == .conversation, "what is typed for the queue must not stand in an answer")
    try driver.press("F2")
    #expect(driver.state.layout.panes[.queue] != nil)
    #expect(driver.state.focus == .queue)
  }

  @Test("where the queue is always or never beside, the key goes there and back", arguments: [80, 160])
  func togglesFocus(columns: Int) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, size: Size(columns: columns, rows: 30))
    try driver.press("F2")
    #expect(driver.state.focus == .queue)
    try driver.press("F2")
    #expect(driver.state.focus == .conversation)
  }

  @Test("Esc goes from the composer to the conversation to the queue, and stays there")
  func back() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("kept")
    var panes: [Pane] = []
    for _ in 0..<3 {
      try driver.press("Esc")
      panes.append(driver.state.focus)
    }
    #expect(panes == [.conversation, .queue, .queue])
    #expect(driver.text == "kept")
  }

  @Test(
    "each pane has a letter",
    arguments: [("C", Pane.conversation), ("T", .thread), ("U", .customer), ("Q", .queue)])
  func paneLetters(key: String, pane: Pane) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press(key)
    #expect(driver.state.focus == pane)
  }

  // MARK: Views

  @Test(
    "each view has a digit; the queue is asked anew and nothing old is shown",
    arguments: [("1", QueueView.mine), ("2", .unassigned), ("3", .all), ("4", .snoozed), ("5", .resolved)])
  func views(key: String, view: QueueView) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.state.queue.rows = [ConversationSummary(Fixtures.dialog)]
    driver.state.queue.selectionIsGone = true
    #expect(try driver.press(key).isEmpty)
    #expect(driver.state.queue.view == view)
    #expect(driver.state.queue.rows.isEmpty)
    #expect(!driver.state.queue.selectionIsGone)
    #expect(driver.state.queue.cursor.selected == nil)
    #expect(driver.state.focus == .queue)
    let requests = driver.take(.settled).requests
    #expect(requests.count == 1)
    if case .queue(QueueQuery(view), offset: 0, limit: _)? = requests.first {
    } else {
      Issue.record("asked \(requests)")
    }
  }

  @Test("v goes round all views")
  func nextView() throws {
    var driver = try StateDriver(focus: .queue)
    var seen: [QueueView] = []
    for _ in QueueView.allCases {
      try driver.press("v")
      seen.append(driver.state.queue.view)
    }
    #expect(seen == [.unassigned, .all, .snoozed, .resolved, .mine])
  }

  // MARK: Answering

  @Test("r begins a reply, n a note; the words stay")
  func beginsAnswer() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("n")
    #expect(driver.state.focus == .composer)
    #expect(driver.composer?.audience == .internal)
    #expect(driver.composer?.kind == .note)
    try driver.press("Esc r")
    #expect(driver.composer?.audience == .customer)
    #expect(driver.composer?.kind == .message)
  }

  @Test("a note with words in it does not become a reply by opening an entry")
  func noteStaysNoteOnEnter() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Alt-N")
    driver.type("she is lying")
    try driver.press("Esc Enter")
    #expect(driver.composer?.audience == .internal)
  }

  @Test("in public a reply answers the selected comment, also a stranger's")
  func answersSelectedComment() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead, focus: .thread)
    try driver.press("Home Down Down r")
    #expect(driver.composer?.parent == "k-1")
    #expect(driver.composer?.audience == .world)
    #expect(driver.composer?.kind == .comment)
  }

  @Test("a note in public stays a note")
  func noteInPublic() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead, focus: .thread)
    try driver.press("n")
    #expect(driver.composer?.audience == .internal)
    try driver.hold("watch out")
    #expect(driver.composer?.held?.audience == .internal)
    #expect(driver.composer?.audience == .internal, "the next one is a note, too")
    try driver.press("Esc r")
    #expect(driver.composer?.audience == .world, "r makes a comment of it")
  }

  @Test("an internal note is never answered in public")
  func noteIsNotAnswered() throws {
    var thread = Fixtures.publicThread.allRead
    thread.entries.append(
      Entry(
        id: "note", at: Fixtures.now, author: Author(kind: .agent, id: "o", name: "Olena"),
        audience: .internal,
        kind: .note, text: "careful"))
    var driver = try StateDriver(thread, focus: .thread)
    try driver.press("End r")
    #expect(driver.composer?.parent == "k-4")
  }

  @Test("one key goes from reply to note and back, the words stay")
  func switchesAudience() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.type("words")
    try driver.press("Alt-N")
    #expect(driver.composer?.audience == .internal)
    try driver.press("F4")
    #expect(driver.composer?.audience == .world)
    #expect(driver.text == "words")
  }

  @Test(
    "what needs a conversation says so without one",
    arguments: ["r", "n", "F4", "e", "s", "a", "m", "t", "h"])
  func nothingOpen(key: String) throws {
    var driver = try StateDriver(focus: .conversation)
    #expect(try driver.press(key).isEmpty)
    #expect(driver.remark == (try Fixtures.words())("composer.nothingOpen").string)
    #expect(driver.state.popup == nil)
  }

  // MARK: Typing commands

  /// What belongs to the composer and changes no text by itself.
  private static let notEdits: Set<Command> = [
    .send, .scrollConversationUp, .scrollConversationDown, .editElsewhere, .attachFile, .detachFile,
    .nextFinding, .applySuggestion, .setTypography, .insertAddress, .sendAnyway,
  ]

  @Test("every command for typing has an edit of its own")
  func edits() throws {
    let composerOnly = CommandTable.rows.filter { $0.context == .composer }.map(\.command)
    for command in composerOnly
    where !Self.notEdits.contains(command) {
      var driver = try StateDriver(Fixtures.dialog.allRead)
      driver.take(.input(.paste("one two\nthree four\nfive six")))
      try driver.press("Ctrl-W Up Left")
      if command == .redoTyping { driver.take(.command(.undoTyping)) }
      let start = driver.composer?.field
      #expect(driver.take(.command(command)).isEmpty)
      #expect(driver.composer?.field != start, "\(command)")
    }
  }

  @Test(
    "Ctrl-J, Alt-Enter and Shift-Enter make a new line and send nothing",
    arguments: ["Ctrl-J", "Alt-Enter", "Shift-Enter"])
  func newLine(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("a")
    try driver.press(key)
    #expect(driver.text == "a\n")
    #expect(driver.composer?.held == nil)
  }

  // MARK: Raw text, redraw, suspend

  @Test("raw bytes show the selected entry, long ones in part")
  func rawText() throws {
    var conversation = Fixtures.dialog.allRead
    conversation.entries[3].text = "a\u{202E}" + String(repeating: "x", count: 1_000_000)
    var driver = try StateDriver(conversation, focus: .conversation)
    try driver.press("x")
    guard case .text(let popup) = driver.state.popup else {
      Issue.record("no popup")
      return
    }
    #expect(popup.lines.count <= 4_097)
    #expect(
      popup.lines.first?.runs.contains {
        $0.text.string.contains("e2 80 ae") || $0.text.string.contains("E2 80 AE")
      } == true)
  }

  @Test("raw bytes without an entry say so")
  func rawNothing() throws {
    var driver = try StateDriver(focus: .conversation)
    try driver.press("x")
    #expect(driver.state.popup == nil)
    #expect(!driver.remark.isEmpty)
    driver = try StateDriver(Fixtures.dialog.allRead, focus: .thread)
    try driver.press("Home x")
    #expect(driver.state.popup == nil, "a heading has no bytes")
  }

  @Test("redraw and suspend are left to the terminal; drafts are written before the program stops")
  func redrawAndSuspend() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    #expect(try driver.press("Ctrl-L") == [.redraw])
    driver.type("a")
    let effects = try driver.press("Ctrl-Z")
    #expect(effects.drafts.map(\.text) == ["a"])
    #expect(effects.last == .suspend)
  }
}
