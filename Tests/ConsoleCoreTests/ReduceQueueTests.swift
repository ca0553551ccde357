import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// Filter, views, order and what burns, on the real loop with a simulated desk.
@Suite("Reduce: the queue at hand")
struct ReduceQueueTests {
  private static func queries(_ agent: Scenario) -> [QueueQuery] {
    agent.desk.log.compactMap { if case .queue(let query, _, _) = $0 { query } else { nil } }
  }

  private static func title(_ agent: Scenario) -> String {
    String(agent.screen.split(separator: "\n")[1])
  }

  // MARK: Filter

  @Test("results come while a filter is typed, and the title tells what is filtered")
  func filters() throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.play("key /\ntype tag:billing")
    #expect(agent.screen.contains("/ tag:billing"))
    #expect(agent.state.queue.total == 4)
    #expect(Self.title(agent).contains("Mine 4 of 8 · tag:billing"))
    try agent.presses("Enter")
    #expect(agent.state.filterPrompt == nil && agent.state.focus == .queue)
    #expect(Self.title(agent).contains("Mine 4 of 8 · tag:billing"), "as long as it holds")
    try agent.presses("Down Down Down Down Down")
    #expect(agent.state.open?.conversation.id == "q-103", "the filtered rows are all that there is")
  }

  @Test("text that came in one read costs the desk one question")
  func oneQuestion() throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.presses("/")
    let before = Self.queries(agent).count
    try agent.types("tag:billing")
    #expect(Self.queries(agent).count == before + 1)
  }

  @Test("the last good result stays while the text is half-typed or wrong, and what is wrong is told")
  func halfTyped() throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.play("key /\ntype tag:billing")
    let asked = Self.queries(agent).count
    try agent.types(" lang:")
    #expect(agent.state.queue.total == 4)
    #expect(agent.screen.contains("go on"))
    try agent.presses("Enter")
    #expect(agent.state.filterPrompt != nil, "what is no filter is not kept")
    try agent.play("key Ctrl-W\ntype colour:red")
    #expect(agent.screen.contains("not understood"))
    #expect(agent.state.queue.query.filter == QueueFilter(terms: [.tag("billing")]))
    #expect(Self.queries(agent).count == asked)
    try agent.play("key Ctrl-U\ntype tag:billing lang:id\nkey Enter")
    #expect(agent.state.queue.total == 2)
  }

  @Test(
    "Esc clears the filter, in the line and in the queue, and stays on the open conversation",
    arguments: ["", "Enter "])
  func clears(first: String) throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.play("key /\ntype tag:delivery\nkey \(first)Esc")
    #expect(agent.state.queue.query == QueueQuery(.mine))
    #expect(agent.state.queue.total == 8)
    #expect(agent.state.filterPrompt == nil)
    let open = agent.state.open?.conversation.id
    #expect(open == (first.isEmpty ? "q-100" : "q-104"))
    #expect(agent.state.queue.selected?.id == open)
    #expect(!agent.screen.contains("tag:delivery"))
  }

  @Test(
    "a word that may still become a condition does not narrow before it is whole",
    arguments: [
      ("tag:a lan", "tag:a "), ("lang", ""), ("-ta", ""), ("tag:a ", "tag:a "), ("refund", "refund"),
      ("is:vip who", "is:vip "), ("words due ", "words due "), ("", ""), ("-", ""), ("langu", "langu"),
    ])
  func steady(text: String, steady: String) {
    #expect(FilterPrompt(text).steadyText == steady)
  }

  @Test("what stands before a condition that is being typed holds, however fast it came")
  func before() throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.play("key /\ntype tag:billing lang:")
    #expect(agent.state.queue.total == 4)
    #expect(agent.screen.contains("go on"))
  }

  @Test("Enter takes the words as they are, also one that could have become a condition")
  func wholeWord() throws {
    var agent = try Scenario(Fixtures.many(3))
    try agent.play("key /\ntype due")
    #expect(agent.state.queue.total == 3)
    try agent.presses("Enter")
    #expect(agent.state.queue.total == 0 && agent.screen.contains("matches “due”"))
  }

  @Test("the filter that was used last is called back, and an old one is changed, not begun anew")
  func recalls() throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.play("key /\ntype tag:billing\nkey Enter /\ntype  lang:id\nkey Enter")
    #expect(agent.state.queue.total == 2)
    try agent.presses("Esc / Up Enter")
    #expect(agent.state.queue.filterText == "tag:billing lang:id")
    #expect(agent.state.queue.total == 2)
  }

  @Test("where nothing matches, the sentence names the filter and the key that clears it")
  func nothing() throws {
    var agent = try Scenario(Fixtures.many(3))
    try agent.play("key /\ntype tag:lost\nkey Enter")
    #expect(agent.screen.contains("Nothing here matches “tag:lost”"))
    try agent.presses("Down Space")
    #expect(agent.state.many.marks.isEmpty)
  }

  @Test("an answer for an older text is not taken for the newer one")
  func late() throws {
    var driver = try StateDriver(Fixtures.dialog, focus: .queue)
    let rows = Fixtures.many(4).map { ConversationSummary($0) }
    driver.take(.settled)
    let first = try #require(driver.state.queue.lastAsked)
    try driver.press("/")
    driver.type("tag:billing")
    driver.take(.settled)
    driver.take(
      .answered(
        first,
        .success(.queue(QueueQuery(.mine), offset: 0, rows: rows, counts: QueueCounts(byView: [.mine: 4])))))
    #expect(driver.state.queue.rows.isEmpty)
    let asked = driver.take(.settled).requests
    #expect(
      asked.contains {
        if case .queue(let query, _, _) = $0 {
          query.filter == QueueFilter(terms: [.tag("billing")])
        } else {
          false
        }
      })
  }

  @Test("a key that follows Enter in the same read is for the first row of the result")
  func typedAhead() throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.play("key /\ntype tag:delivery\nkey Enter e")
    #expect(agent.desk.intents.last?.conversation == "q-104")
  }

  @Test("a paste goes into the line, its first line alone")
  func pastes() throws {
    var agent = try Scenario(Fixtures.many(8))
    try agent.play("key /\npaste tag:billing\\nrm -rf")
    #expect(agent.state.filterPrompt?.field.text == "tag:billing")
    #expect(agent.state.queue.total == 4)
  }

  // MARK: Views and order

  private static let views = [
    Fixtures.view("Bills", tag: "billing"), Fixtures.view("Parcels", tag: "delivery", sort: .newest),
  ]

  @Test("views of the config stand in the header with counts that are asked for once a turn")
  func savedViews() throws {
    var agent = try Scenario(Fixtures.many(8), size: Size(columns: 140, rows: 40), views: Self.views)
    #expect(agent.screen.contains("Bills 4  Parcels 4"))
    try agent.presses("6")
    #expect(Self.title(agent).contains("[Bills 4 of 8]"))
    #expect(agent.state.open?.conversation.id == "q-100")
    try agent.presses("7")
    #expect(Self.title(agent).contains("[Parcels 4 of 8]"))
    #expect(agent.state.queue.selected?.id == "q-107", "in the order of the view")
    try agent.presses("1")
    #expect(agent.state.queue.query == QueueQuery(.mine))
    let before = agent.desk.log.count
    try agent.presses("Down")
    #expect(!agent.desk.log.dropFirst(before).contains { if case .counts = $0 { true } else { false } })
  }

  @Test("a view that is not there says so; v goes round all of them; the picker has them with counts")
  func choosesViews() throws {
    var agent = try Scenario(Fixtures.many(8), views: Self.views)
    try agent.presses("9")
    #expect(agent.bottomLine.contains("no view 4"))
    var seen: [String] = []
    for _ in 0..<7 {
      try agent.presses("v")
      seen.append(agent.state.shownSavedView.map { Self.views[$0].name } ?? agent.state.queue.view.rawValue)
    }
    #expect(seen == ["unassigned", "all", "snoozed", "resolved", "Bills", "Parcels", "mine"])
    try agent.play("key V\ntype parc\nkey Enter")
    #expect(agent.state.shownSavedView == 1)
    try agent.runsFromPalette("view bills")
    #expect(agent.state.shownSavedView == 0)
  }

  @Test("a filter typed in a saved view begins with the view's own")
  func narrowsView() throws {
    var agent = try Scenario(Fixtures.many(8), views: Self.views)
    try agent.play("key 6 /\ntype  lang:id")
    #expect(agent.state.filterPrompt?.field.text == "tag:billing lang:id")
    #expect(Self.title(agent).contains("All 2 of 8 · tag:billing lang:i"), "it is that view no more")
  }

  @Test("another order keeps the selection, stays for all standing views and stands in the title")
  func orders() throws {
    var agent = try Scenario(Fixtures.many(5))
    try agent.presses("Down")
    try agent.play("key o\ntype latest\nkey Enter")
    #expect(agent.state.queue.query.sort == .newest)
    #expect(agent.state.queue.summary(at: 0)?.id == "q-104")
    #expect(agent.state.queue.selected?.id == "q-101")
    #expect(Self.title(agent).contains("Mine 5 newest"))
    try agent.presses("3")
    #expect(agent.state.queue.query == QueueQuery(.all, sort: .newest))
  }

  // MARK: Next burning

  @Test(
    "what burns most is opened from anywhere, the reason is told, and again goes to the next",
    arguments: ["F8", "Enter F8", "4 b"])
  func burning(keys: String) throws {
    var conversations = Fixtures.many(4)
    conversations[2].deadlines.nextReply = Fixtures.ago(4)
    conversations[2].assignee = nil
    var agent = try Scenario(conversations)
    try agent.presses(keys)
    #expect(agent.state.open?.conversation.id == "q-102")
    #expect(agent.bottomLine.contains("Name2 Family2: late 4 min"))
    try agent.presses("F8")
    #expect(agent.state.open?.conversation.id == "q-100")
    #expect(agent.bottomLine.contains("waiting 4 min"))
  }

  @Test("where nothing else is open it says so")
  func nothingBurns() throws {
    var agent = try Scenario([Fixtures.dialog])
    try agent.presses("F8")
    #expect(agent.state.open?.conversation.id == "c-1")
    #expect(agent.bottomLine.contains("Nothing else is open"))
  }

  @Test("what is typed after the key, before a slow desk has answered, is for the conversation that comes")
  func burningTypeAhead() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let asked = try driver.press("F8")
    driver.type("halo")
    #expect(driver.text.isEmpty)
    let next = Fixtures.many(1)[0]
    let opening = driver.take(
      .answered(
        asked.requests[0],
        .success(
          .queue(QueueQuery(.all), offset: 0, rows: [ConversationSummary(next)], counts: QueueCounts()))))
    #expect(opening == [.ask(.end(of: "q-100"))])
    driver.type(" kak")
    driver.update(next)
    #expect(driver.state.open?.conversation.id == "q-100")
    #expect(driver.text == "halo kak")
  }

  @Test("what was typed comes back to where it was typed when the desk has no answer")
  func burningFails() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let asked = try driver.press("F8")
    driver.type("halo")
    driver.take(.answered(asked.requests[0], .failure(.away(reason: "gone"))))
    #expect(driver.text == "halo")
    #expect(driver.state.asides.isEmpty)
    #expect(driver.state.typeAhead.isEmpty)
  }

  @Test("at 80 columns the conversation is shown, not the queue")
  func burningNarrow() throws {
    var agent = try Scenario(Fixtures.many(3), size: Size(columns: 80, rows: 24))
    try agent.presses("End b")
    #expect(agent.state.focus == .conversation)
    #expect(agent.screen.contains("question number 0"))
  }
}
