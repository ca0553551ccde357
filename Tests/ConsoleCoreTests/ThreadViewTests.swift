import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

@Suite("ThreadView")
struct ThreadViewTests {
  private static func lines(_ state: AppState, columns: Int = 44, rows: Int = 16) -> [String] {
    let view = ThreadView(state)
    return drawn(columns: columns, rows: rows) { view.draw(on: &$0) }.text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  @Test("a public thread: the post, strangers, ours told from theirs, the customer marked")
  func publicThread() throws {
    let lines = Self.lines(try StateDriver(Fixtures.publicThread).state)
    #expect(lines[0].contains("A new courier"))
    #expect(lines[2].contains("├") && lines[2].contains("Ihor"))
    #expect(lines[3].contains("│└") && lines[3].contains("us·Olena"))
    #expect(lines[5].contains("└") && lines[5].contains("▶ Sofia"))
    #expect(lines[6].isEmpty)
  }

  @Test("a dialog: who said it, notes told in words")
  func dialog() throws {
    let lines = Self.lines(try StateDriver(Fixtures.dialog).state)
    #expect(lines[1].contains("Dewi") && lines[1].contains("09:12"))
    #expect(lines[2].contains("You"))
    #expect(lines[3].contains("NOTE") && lines[3].contains("Olena"))
  }

  @Test("what does not fit is counted in the title of the pane")
  func more() throws {
    var conversation = Fixtures.dialog
    conversation.entries = (0..<40).map {
      Fixtures.customer(EntryID("\($0)"), "text", minutesAgo: 50 - Int64($0))
    }
    var driver = try StateDriver(conversation, focus: .thread)
    try driver.press("Home")
    let below = driver.state.open?.threadCursor.hidden.below ?? 0
    var renderer = Renderer()
    let titles = renderer.render(driver.state).text.split(separator: "\n")[1]
    #expect(below > 0 && titles.contains("↓\(below)"))
  }

  @Test("a fold says how many it hides and how to show them")
  func folded() throws {
    var driver = try StateDriver(Fixtures.publicThread, focus: .thread)
    try driver.press("Home Down Down z")
    #expect(Self.lines(driver.state)[2].contains("+1"))
  }

  @Test("links and earlier conversations stand below, with what became of them")
  func sections() throws {
    var conversation = Fixtures.dialog
    conversation.links = [
      ConversationLink(id: "l-1", kind: "linked", title: "double charge"),
      ConversationLink(id: "l-2", kind: "parent", title: ""),
    ]
    var driver = try StateDriver(conversation)
    driver.take(
      .answered(
        .earlier(with: "u-1", except: "c-1", limit: 20),
        .success(.earlier("u-1", [ConversationSummary(Fixtures.earlier)]))))
    let text = Self.lines(driver.state).joined(separator: "\n")
    #expect(text.contains("double charge"))
    #expect(text.contains("l-2"), "a link without a title shows its id")
    #expect(text.contains("Change the card") && text.contains("resolved"))
  }

  @Test("the pane is drawn anew when the day changes, not each minute")
  func equality() throws {
    let state = try StateDriver(Fixtures.dialog).state
    var later = state
    later.now = state.now.adding(seconds: 3_600)
    #expect(ThreadView(state) == ThreadView(later))
    later.now = state.now.adding(seconds: 86_400)
    #expect(ThreadView(state) != ThreadView(later))
  }

  @Test("narrow panes and hostile names and texts break nothing", arguments: [1, 2, 5, 13, 44, 120])
  func hostile(columns: Int) throws {
    for base in [Fixtures.dialog, Fixtures.publicThread] {
      var conversation = base
      conversation.subject = HostileText.all
      for place in conversation.entries.indices {
        conversation.entries[place].text = HostileText.all
        conversation.entries[place].author.name = HostileText.all + "日本"
      }
      conversation.links = [
        ConversationLink(id: "l", kind: HostileText.all, title: HostileText.all)
      ]
      let view = ThreadView(try StateDriver(conversation, focus: .thread).state)
      expectHarmless(drawn(columns: columns, rows: 20) { view.draw(on: &$0) }, "\(columns)")
    }
  }

  @Test("nothing open, nothing drawn")
  func nothing() throws {
    #expect(Self.lines(try Fixtures.state()).joined().isEmpty)
  }
}
