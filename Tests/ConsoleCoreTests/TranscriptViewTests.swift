import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("TranscriptView and TranscriptLayout")
struct TranscriptViewTests {
  private static func lines(_ state: AppState, columns: Int = 60, rows: Int = 40) -> [String] {
    let view = TranscriptView(state)
    return drawn(columns: columns, rows: rows) { view.draw(on: &$0) }.text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test("the heading says who, where it stands and since when it waits")
  func heading() throws {
    var conversation = Fixtures.dialog
    conversation.contact.isVIP = true
    let line = Self.lines(try StateDriver(conversation).state)[0]
    for part in ["Dewi Lestari", "VIP", "open", "waiting 3 min", "yours"] {
      #expect(line.contains(part), "\(part)")
    }
  }

  @Test("ours stand right, theirs left; a note is told in words")
  func sides() throws {
    let lines = Self.lines(try StateDriver(Fixtures.dialog).state)
    let theirs = lines.first { $0.contains("09:12") } ?? ""
    let ours = lines.first { $0.contains("09:15") } ?? ""
    #expect(theirs.prefix(10).contains("09:12"))
    #expect(ours.prefix(30).allSatisfy { $0 == " " })
    #expect(lines.contains { $0.contains("NOTE") && $0.contains("Olena") })
  }

  @Test("days and the unread part are parted")
  func separators() throws {
    var conversation = Fixtures.dialog
    conversation.entries[0].at = Fixtures.ago(1_440)
    let lines = Self.lines(try StateDriver(conversation).state)
    #expect(lines.contains { $0.contains("yesterday") })
    #expect(lines.contains { $0.contains("today") })
    #expect(lines.contains { $0.contains("·") && $0.contains("new") })
  }

  @Test("what is held is shown at the end, told in words, and as being sent when it is")
  func held() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("Baik Kak Dewi")
    #expect(Self.lines(driver.state).contains { $0.contains("HELD") })
    #expect(Self.lines(driver.state).contains { $0.contains("Baik Kak Dewi") })
    _ = driver.sendHeld()
    #expect(Self.lines(driver.state).contains { $0.contains("sending") })
  }

  @Test("how far an entry has come is told in words", arguments: EntryState.allCases)
  func states(entryState: EntryState) throws {
    var conversation = Fixtures.dialog
    conversation.entries[1].state = entryState
    let lines = Self.lines(try StateDriver(conversation).state)
    let word = try Fixtures.words()("state.\(entryState.rawValue)").string
    let header = lines.first { $0.contains("09:15") } ?? ""
    #expect(header.contains(word) == (entryState != .sent))
  }

  @Test("how far a note has come is told as well, and only what needs somebody is loud")
  func noteStates() throws {
    var conversation = Fixtures.dialog
    conversation.entries[2].state = .failed
    let state = try StateDriver(conversation).state
    let header = Self.lines(state).first { $0.contains("Olena") } ?? ""
    #expect(header.contains("NOT SENT"))
    for (entryState, role) in [(EntryState.queued, StyleRole.muted), (.unknown, .warning), (.failed, .error)]
    {
      conversation.entries[2].state = entryState
      let layout = TranscriptLayout(
        OpenConversation(conversation, composer: Composer(for: .dialog, parent: nil)), in: state, columns: 60)
      let runs = layout.rows(of: 2).flatMap { row in
        if case .header(let line) = row { line.runs } else { [StyledRun]() }
      }
      #expect(runs.last?.style.role == role)
    }
  }

  @Test("in public each comment says what it answers")
  func answers() throws {
    var thread = Fixtures.publicThread
    thread.entries[4].parent = "k-1"
    let text = Self.lines(try StateDriver(thread).state).joined(separator: "\n")
    #expect(text.contains("Ihor"))
    #expect(text.contains("A new courier"))
    #expect(!text.contains("third week"), "a stranger beside is in the thread pane only")
  }

  @Test("nothing open: how to begin; nothing loaded: that it loads; nothing said: that nothing was said")
  func empty() throws {
    var state = try Fixtures.state()
    let words = try Fixtures.words()
    #expect(Self.lines(state).joined().contains(words("conversation.loading").string))
    state.queue.isLoaded = true
    #expect(Self.lines(state).joined().contains("F2"))
    var conversation = Fixtures.dialog
    conversation.entries = []
    #expect(
      Self.lines(try StateDriver(conversation).state).joined().contains(words("conversation.empty").string))
  }

  @Test("no row of an entry is lost or drawn twice at any width", arguments: [1, 2, 7, 20, 33, 60, 200])
  func widths(columns: Int) throws {
    let driver = try StateDriver(Fixtures.dialog)
    guard let open = driver.state.open else { return }
    let layout = TranscriptLayout(open, in: driver.state, columns: columns)
    var letters = ""
    for row in layout.rows(of: 0) {
      if case .text(let text, let piece, _, _) = row { letters += text.part(piece.shown).string }
    }
    let expected = Fixtures.dialog.entries[0].text.filter { !$0.isWhitespace }
    #expect(letters.filter { !$0.isWhitespace } == expected)
    #expect(layout.rows(of: -1).isEmpty && layout.rows(of: 99).isEmpty)
  }

  @Test("the pane is not drawn anew because a minute has passed in which nothing shown has changed")
  func equality() throws {
    let state = try StateDriver(Fixtures.dialog.allRead).state
    var later = state
    later.now = state.now.adding(seconds: 20)
    #expect(TranscriptView(state) == TranscriptView(later))
  }

  @Test("hostile and right-to-left text breaks nothing at any width", arguments: [1, 3, 12, 40, 90])
  func hostile(columns: Int) throws {
    var conversation = Fixtures.dialog
    conversation.subject = HostileText.all
    conversation.contact.full = HostileText.all
    conversation.channel = HostileText.all
    conversation.status = HostileText.all
    conversation.assignee = Agent(id: "x", name: HostileText.all)
    conversation.entries[0].text = HostileText.all
    conversation.entries[1].text = "שלום עולם " + HostileText.all
    conversation.entries[2].author.name = HostileText.all
    conversation.entries[3].kind = .event
    conversation.entries[3].text = HostileText.all
    let view = TranscriptView(try StateDriver(conversation).state)
    expectHarmless(drawn(columns: columns, rows: 60) { view.draw(on: &$0) }, "\(columns)")
  }
}
