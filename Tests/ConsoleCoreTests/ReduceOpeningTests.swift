import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

/// Opening conversations, failures and reading: the second half of `Reduce+Desk.swift`.
@Suite("Reduce: opening conversations")
struct ReduceOpeningTests {
  private static func row(_ number: Int) -> ConversationSummary {
    var conversation = Fixtures.dialog.allRead
    conversation.id = ConversationID("c-\(number)")
    return ConversationSummary(conversation)
  }

  /// A console that shows `all` and knows its rows.
  private static func queue(of count: Int) throws -> StateDriver {
    var driver = try StateDriver(focus: .queue)
    driver.state.queue.view = .all
    driver.state.queue.seeksFirstView = false
    for request in driver.take(.settled).requests {
      driver.take(
        .answered(
          request,
          .success(
            .queue(
              QueueQuery(.all), offset: 0, rows: (0..<count).map { Self.row($0) },
              counts: QueueCounts(byView: [.all: count])))))
    }
    return driver
  }

  // MARK: Opening

  /// A dialog of 100 entries of which the first 60 are not there yet, and all of it.
  private static func cut() -> (end: Conversation, whole: Conversation) {
    var whole = Fixtures.dialog.allRead
    let last = whole.entries[whole.entries.count - 1]
    whole.entries = (0..<100).map { number in
      var entry = last
      entry.id = EntryID("long-\(number)")
      entry.text = "Number \(number)"
      return entry
    }
    whole.readUpTo = "long-69"
    var end = whole
    end.entries = Array(whole.entries.suffix(40))
    end.omitted = 60
    return (end, whole)
  }

  private static func opened(_ focus: Pane = .queue) throws -> StateDriver {
    var driver = try StateDriver(size: Size(columns: 160, rows: 24), focus: focus)
    let (end, whole) = Self.cut()
    driver.state.opening = end.id
    driver.take(.answered(.end(of: end.id), .success(.end(end, ConversationSummary(whole)))))
    return driver
  }

  @Test(
    "a long conversation shows its end first, with the figures of the whole, and the rest when somebody stays"
  )
  func endFirst() throws {
    var driver = try Self.opened()
    let (end, whole) = Self.cut()
    #expect(driver.state.open?.conversation == end)
    #expect(driver.state.open?.summary == ConversationSummary(whole))
    #expect(driver.state.open?.threadRows.first == .heading(.entries, count: 100, isFolded: false))
    #expect(driver.state.nextDeadline == Timestamp(milliseconds: Fixtures.now.milliseconds + 40))
    let before = Renderer().rendered(driver.state)
    #expect(!driver.take(.settled).requests.contains(.conversation("c-1")))
    driver.take(.tick(Timestamp(milliseconds: Fixtures.now.milliseconds + 40)))
    #expect(driver.take(.settled).requests.contains(.conversation("c-1")))
    #expect(driver.take(.settled).requests.isEmpty)
    driver.update(whole)
    #expect(driver.state.open?.conversation == whole && driver.state.open?.wholeDue == nil)
    // The screen shows the end already; not a cell is another one.
    let after = Renderer().rendered(driver.state).text.split(separator: "\n")
    let changed = zip(before.text.split(separator: "\n"), after).filter { $0 != $1 }
    #expect(changed.isEmpty)
    #expect(driver.state.open?.newFrom == "long-70")
  }

  @Test(
    "whatever needs the whole of a conversation waits for it; going on does not",
    arguments: [
      ("r", true), ("w", true), ("Home", true), ("Ctrl-F", true), ("Ctrl-N", false), ("Ctrl-P", false),
      ("F8", false),
    ])
  func needsWhole(key: String, needs: Bool) throws {
    var driver = try Self.opened(.conversation)
    #expect(driver.state.mustSettle(before: .key(try KeyPress(named: key))) == needs)
    #expect(driver.take(.settled).requests.contains(.conversation("c-1")) == needs)
  }

  @Test(
    "an end that comes after the whole changes nothing, and an entry that is looked for is asked with the whole"
  )
  func lateEnd() throws {
    var driver = try Self.opened()
    let (end, whole) = Self.cut()
    driver.update(whole)
    driver.take(.answered(.end(of: end.id), .success(.end(end, ConversationSummary(whole)))))
    #expect(driver.state.open?.conversation == whole)
    driver.state.entryToShow = EntryTarget(conversation: "c-2", entry: "long-1")
    #expect(driver.state.ask(toOpen: "c-2").requests == [.conversation("c-2")])
  }

  @Test("an opened conversation shows its end, asks what stands around it, and closes no popup")
  func opens() throws {
    var driver = try StateDriver(focus: .queue)
    let effects = driver.open(Fixtures.dialog.allRead)
    #expect(
      effects == [
        .ask(.earlier(with: "u-1", except: "c-1", limit: 20)), .resolveZone("Asia/Jakarta", at: Fixtures.now),
      ])
    #expect(driver.state.opening == nil)
    #expect(driver.state.open?.scroll == .following)
    #expect(driver.state.open?.selectedItem == 3)
    #expect(driver.state.open?.readDue == nil)
  }

  @Test("a zone that is known is not asked for again")
  func knownZone() throws {
    var driver = try StateDriver(focus: .queue)
    driver.take(.zone("Asia/Jakarta", offset: 25_200))
    #expect(driver.open(Fixtures.dialog.allRead).count == 1)
  }

  @Test("an answer that nobody waits for any more opens nothing")
  func lateConversation() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    driver.update(Fixtures.publicThread.allRead)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("going back before the next conversation has come stays where one is")
  func goingBackWhileOpening() throws {
    var driver = try Self.queue(of: 3)
    driver.open(Fixtures.dialog.allRead)
    driver.state.queue.cursor.select(1)
    driver.state.queue.selectionIsGone = false
    try driver.press("Ctrl-N")
    #expect(driver.take(.settled).requests == [.end(of: "c-2")])
    try driver.press("Ctrl-P")
    driver.take(.settled)
    var next = Fixtures.publicThread.allRead
    next.id = "c-2"
    driver.update(next)
    #expect(driver.state.open?.conversation.id == "c-1")
  }

  @Test("a brought up to date conversation keeps composer, scroll and folds")
  func updates() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("Baik")
    driver.state.open?.scroll = .at(item: 1, row: 0)
    driver.state.open?.selectedItem = 1
    driver.state.open?.foldedSections = [.earlier]
    driver.update(Fixtures.dialog.answered(by: "Olena"))
    #expect(driver.state.open?.conversation.entries.count == 5)
    #expect(driver.text == "Baik")
    #expect(driver.state.open?.scroll == .at(item: 1, row: 0))
    #expect(driver.state.open?.selectedItem == 1)
    #expect(driver.state.open?.foldedSections == [.earlier])
    #expect(driver.state.focus == .composer)
  }

  @Test("the last entry stays selected when something is added behind it")
  func followsEnd() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.update(Fixtures.dialog.answered(by: "Olena"))
    #expect(driver.state.open?.selectedItem == 4)
  }

  @Test("a conversation that has lost entries keeps selections inside")
  func shrinks() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.state.open?.scroll = .at(item: 3, row: 0)
    var shorter = Fixtures.dialog
    shorter.entries.removeLast(3)
    driver.update(shorter)
    #expect(driver.state.open?.selectedItem == 0)
    #expect(driver.state.open?.scroll == .following)
    shorter.entries = []
    driver.update(shorter)
    #expect(driver.state.open?.selectedEntry(in: .conversation) == nil)
    try driver.press("Tab Down Up PageDown Home End Enter")
  }

  @Test("a chosen comment stays chosen when a comment comes in above it")
  func chosenCommentStays() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead, focus: .thread)
    try driver.press("Home Down Down Down Down")
    #expect(driver.state.open?.selectedEntry(in: .thread)?.id == "k-3")
    driver.update(Fixtures.publicThread.allRead.commented("k-5", by: "Max", under: "k-1"))
    #expect(driver.state.open?.selectedEntry(in: .thread)?.id == "k-3")
  }

  @Test("a selected entry stays selected when the branch grows above it")
  func chosenEntryStays() throws {
    var thread = Fixtures.publicThread.allRead
    thread = thread.commented("k-5", by: "Max", under: "k-4")
    var driver = try StateDriver(thread, focus: .conversation)
    try driver.press("Home")
    #expect(driver.state.open?.selectedEntry(in: .conversation)?.id == "k-4")
    thread.entries.append(
      Entry(
        id: "k-6", at: Fixtures.now, author: Author(kind: .customer, id: "p-Sofia", name: "Sofia"),
        audience: .world,
        kind: .comment, text: "same here", parent: "k-1"))
    driver.update(thread)
    #expect(driver.state.open?.selectedEntry(in: .conversation)?.id == "k-4")
  }

  @Test("what is told of the open conversation while another one is on its way is not lost")
  func updateWhileOpening() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.state.opening = "gone"
    driver.update(Fixtures.dialog.answered(by: "Olena"))
    driver.take(.answered(.conversation("gone"), .failure(.unknownConversation("gone"))))
    #expect(driver.state.open?.conversation.entries.count == 5)
  }

  @Test("earlier conversations of this customer are shown, those of another are not")
  func earlier() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let summary = ConversationSummary(Fixtures.earlier)
    let request = DeskRequest.earlier(with: "u-1", except: "c-1", limit: 20)
    driver.take(.answered(request, .success(.earlier("somebody", [summary]))))
    #expect(driver.state.open?.earlier.isEmpty == true)
    driver.take(.answered(request, .success(.earlier("u-1", [summary]))))
    #expect(driver.state.open?.earlier == [summary])
    #expect(driver.state.open?.threadRows.last == .earlier(0))
  }

  @Test("the people are kept")
  func agents() throws {
    var driver = try StateDriver()
    driver.take(.answered(.agents, .success(.agents([Fixtures.me]))))
    #expect(driver.state.agents == [Fixtures.me])
  }

  // MARK: Failures

  @Test(
    "each failure is told, its reason made harmless",
    arguments: [
      DeskError.away(reason: HostileText.all), .cannotWrite(reason: HostileText.all),
      .unsupported(HostileText.all),
      .unknownConversation(ConversationID(HostileText.all)),
    ])
  func failures(error: DeskError) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.answered(.conversation("c-9"), .failure(error)))
    #expect(driver.state.remark?.isError == true)
    #expect(HostileText.firstHarm(in: driver.remark) == nil)
    #expect(!driver.remark.contains("\n"))
    var renderer = Renderer()
    expectHarmless(renderer.render(driver.state))
  }

  @Test("a desk that knows no people or no earlier conversations still opens conversations")
  func otherFailuresDoNotStopOpening() throws {
    var driver = try StateDriver(focus: .queue)
    driver.state.opening = "c-1"
    driver.take(.answered(.agents, .failure(.unsupported("agents"))))
    driver.update(Fixtures.dialog.allRead)
    #expect(driver.state.open?.conversation.id == "c-1")
  }

  @Test("a conversation that is gone lets the queue be asked anew, as the sentence says")
  func unknownConversation() throws {
    var driver = try Self.queue(of: 3)
    driver.take(.answered(.conversation("c-9"), .failure(.unknownConversation("c-9"))))
    #expect(driver.state.queue.isStale)
  }

  // MARK: Reading

  @Test("what is shown by itself is not marked as read, what is moved to by hand is after two seconds")
  func readsAfterDwelling() throws {
    var driver = try StateDriver(focus: .queue)
    driver.open(Fixtures.dialog)
    #expect(driver.state.open?.readDue == nil)
    driver = try StateDriver(focus: .queue)
    driver.state.queue.isMovedByHand = true
    driver.open(Fixtures.dialog)
    #expect(driver.state.open?.readDue == Fixtures.now.adding(seconds: 2))
    #expect(driver.wait(milliseconds: 1_999).intents.isEmpty)
    #expect(driver.wait(milliseconds: 1).intents.map(\.action) == [.markRead(upTo: "e-4")])
  }

  @Test("passing by is not reading")
  func passingBy() throws {
    var driver = try StateDriver(focus: .queue)
    driver.state.queue.isMovedByHand = true
    driver.open(Fixtures.dialog)
    driver.wait(milliseconds: 1_000)
    driver.open(Fixtures.publicThread.allRead)
    #expect(driver.wait(milliseconds: 10_000).intents.isEmpty)
  }

  @Test("what is read already is not marked")
  func readAlready() throws {
    var driver = try StateDriver(focus: .queue)
    driver.state.queue.isMovedByHand = true
    driver.open(Fixtures.dialog.allRead)
    #expect(driver.state.open?.readDue == nil)
  }
}

extension Renderer {
  /// The frame that a fresh renderer draws.
  fileprivate consuming func rendered(_ state: AppState) -> Frame {
    var renderer = self
    return renderer.render(state)
  }
}
