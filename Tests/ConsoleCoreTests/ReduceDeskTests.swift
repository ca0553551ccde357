import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

@Suite("Reduce: what the desk says")
struct ReduceDeskTests {
  private static func row(_ number: Int) -> ConversationSummary {
    var conversation = Fixtures.dialog.allRead
    conversation.id = ConversationID("c-\(number)")
    return ConversationSummary(conversation)
  }

  /// A console that shows `all` on a desk of so many conversations and knows the rows from 0 on.
  private static func queue(of count: Int, focus: Pane = .queue) throws -> StateDriver {
    var driver = try StateDriver(focus: focus)
    driver.state.queue.view = .all
    driver.state.queue.seeksFirstView = false
    try answerQueue(&driver, count: count)
    return driver
  }

  /// Lets the console ask for rows and answers as a true desk does.
  ///
  /// - Returns: the greatest number of rows that was asked for.
  @discardableResult
  private static func answerQueue(_ driver: inout StateDriver, count: Int) throws -> Int {
    var most = 0
    for _ in 0..<8 {
      let effects = driver.take(.settled)
      for request in effects.requests {
        guard case .queue(let query, let offset, let limit) = request else { continue }
        most = max(most, limit)
        let rows = (offset..<max(offset, min(count, offset + limit))).map { Self.row($0) }
        driver.take(
          .answered(
            request,
            .success(
              .queue(query, offset: offset, rows: rows, counts: QueueCounts(byView: [query.view: count])))))
      }
      if effects.isEmpty { return most }
    }
    Issue.record("the console goes on asking")
    return most
  }

  // MARK: The queue

  @Test("the first question is for one screen of the queue and what lies around it, once")
  func firstQuestion() throws {
    var driver = try StateDriver(focus: .queue)
    let height = driver.state.queueHeight
    let effects = driver.take(.settled)
    #expect(effects == [.ask(.queue(QueueQuery(.mine), offset: 0, limit: height + 2 * QueueState.margin))])
    #expect(driver.take(.settled).isEmpty, "not while an answer is waited for")
  }

  @Test(
    "the first view with rows in it is chosen",
    arguments: [
      ([.mine: 1, .all: 1], .mine), ([.unassigned: 1, .all: 1], .unassigned), ([.all: 2], .all),
      ([.resolved: 2, .snoozed: 1], .resolved), ([.snoozed: 1], .snoozed), ([:], .mine),
    ] as [([QueueView: Int], QueueView)])
  func firstView(counts: [QueueView: Int], expected: QueueView) throws {
    var driver = try StateDriver(focus: .queue)
    for request in driver.take(.settled).requests {
      driver.take(
        .answered(
          request,
          .success(.queue(QueueQuery(.mine), offset: 0, rows: [], counts: QueueCounts(byView: counts)))))
    }
    #expect(driver.state.queue.view == expected)
    let next = driver.take(.settled).requests
    if expected == .mine {
      #expect(driver.state.queue.isLoaded)
    } else {
      #expect(next.count == 1)
      #expect(!driver.state.queue.isLoaded)
    }
    #expect(driver.state.queue.seeksFirstView == false)
  }

  @Test("a view that was chosen by hand stays, empty as it is")
  func chosenViewStays() throws {
    var driver = try StateDriver(focus: .queue)
    try driver.press("4")
    for request in driver.take(.settled).requests {
      driver.take(
        .answered(
          request,
          .success(.queue(QueueQuery(.snoozed), offset: 0, rows: [], counts: QueueCounts(byView: [.all: 9]))))
      )
    }
    #expect(driver.state.queue.view == .snoozed)
    #expect(driver.take(.settled).isEmpty)
  }

  @Test("an answer for another view than the one shown is not shown")
  func lateAnswer() throws {
    var driver = try Self.queue(of: 3)
    try driver.press("5")
    let before = driver.state.queue.rows
    let counts = QueueCounts(byView: [.all: 3, .resolved: 0])
    driver.take(
      .answered(
        .queue(QueueQuery(.all), offset: 0, limit: 9),
        .success(.queue(QueueQuery(.all), offset: 0, rows: [Self.row(0)], counts: counts))))
    #expect(driver.state.queue.rows == before)
    #expect(driver.state.queue.counts == counts)
    #expect(driver.state.queue.isStale)
  }

  @Test("on a desk of 100,000 a question is as large as the screen, wherever the selection goes")
  func windows() throws {
    let count = 100_000
    var driver = try Self.queue(of: count)
    let limit = driver.state.queueHeight + 2 * QueueState.margin
    for keys in [
      "End", "PageUp PageUp PageUp PageUp PageUp PageUp", "Home", "Down Down", "PageDown", "End Up", "Home",
    ] {
      try driver.press(keys)
      driver.state.queue.opensSelection = false
      #expect(try Self.answerQueue(&driver, count: count) <= limit)
      #expect(driver.state.queue.rows.count <= limit)
      #expect(driver.state.queue.selected != nil, "the selected row is known after \(keys)")
      let visible = driver.state.queue.cursor.visible
      #expect(visible.allSatisfy { driver.state.queue.summary(at: $0) != nil })
    }
  }

  @Test("moving inside the window asks nothing")
  func movingInside() throws {
    var driver = try Self.queue(of: 100_000)
    driver.state.queue.opensSelection = false
    for _ in 0..<QueueState.margin {
      try driver.press("Down")
      driver.state.queue.opensSelection = false
      #expect(driver.take(.settled).isEmpty)
    }
  }

  @Test("a desk whose counts are larger than its rows is not asked for ever")
  func inconsistentCounts() throws {
    var driver = try StateDriver(focus: .queue)
    driver.state.queue.seeksFirstView = false
    var asked = 0
    for _ in 0..<5 {
      for request in driver.take(.settled).requests {
        guard case .queue(let query, let offset, _) = request else { continue }
        asked += 1
        driver.take(
          .answered(
            request,
            .success(
              .queue(query, offset: offset, rows: [Self.row(0)], counts: QueueCounts(byView: [query.view: 5]))
            )))
      }
    }
    #expect(asked <= 2)
  }

  @Test("a desk that is away is not asked again and again for a view")
  func failingQueue() throws {
    var driver = try Self.queue(of: 3)
    try driver.press("5")
    driver.state.queue.counts.byView[.resolved] = 4
    var asked = 0
    for _ in 0..<5 {
      for request in driver.take(.settled).requests {
        asked += 1
        driver.take(.answered(request, .failure(.away(reason: "no network"))))
      }
    }
    #expect(driver.state.remark?.isError == true)
    #expect(asked <= 1)
  }

  @Test("a failed question for the queue is told, and asked again a minute later")
  func failedQueueIsAskedLater() throws {
    var driver = try StateDriver(focus: .queue)
    for request in driver.take(.settled).requests {
      driver.take(.answered(request, .failure(.away(reason: "gone"))))
    }
    #expect(driver.state.remark?.isError == true)
    #expect(driver.remark.contains("gone"))
    #expect(driver.take(.settled).isEmpty)
    driver.wait(milliseconds: 60_000)
    #expect(driver.take(.settled).requests.count == 1)
  }

  // MARK: Notices

  @Test("a notice asks for the queue, the place of the selected row and the open conversation")
  func notice() throws {
    var driver = try Self.queue(of: 3)
    driver.open(Fixtures.dialog.allRead)
    driver.state.queue.opensSelection = false
    #expect(driver.take(.noticed(.changed(["c-1"]))).isEmpty)
    #expect(driver.take(.noticed(.changed(["c-1", "c-2"]))).isEmpty)
    let requests = driver.take(.settled).requests
    #expect(requests.first == .place(of: "c-1", in: QueueQuery(.all)), "the selection follows what is open")
    #expect(requests.last == .conversation("c-1"))
    #expect(requests.count == 3, "a burst is asked about once")
    #expect(driver.take(.settled).isEmpty)
  }

  @Test("a notice about others does not ask for the open conversation; a reset does")
  func noticeAboutOthers() throws {
    var driver = try Self.queue(of: 3)
    driver.open(Fixtures.dialog.allRead)
    driver.take(.noticed(.changed(["c-7"])))
    #expect(!driver.take(.settled).requests.contains(.conversation("c-1")))
    driver.take(.noticed(.reset))
    #expect(driver.take(.settled).requests.contains(.conversation("c-1")))
  }

  @Test("the selection follows its conversation when rows move")
  func selectionFollows() throws {
    var driver = try Self.queue(of: 50)
    try driver.press("Down")
    driver.state.queue.opensSelection = false
    driver.take(.noticed(.changed(["c-9"])))
    driver.take(
      .answered(.place(of: "c-1", in: QueueQuery(.all)), .success(.place("c-1", QueueQuery(.all), 7))))
    #expect(driver.state.queue.cursor.selected == 7)
    #expect(!driver.state.queue.selectionIsGone)
    #expect(!driver.state.queue.opensSelection, "nothing else is opened")
  }

  @Test("a place that is told after the person has moved on changes nothing")
  func latePlace() throws {
    var driver = try Self.queue(of: 50)
    driver.take(.noticed(.changed(["c-9"])))
    try driver.press("Down Down")
    driver.take(
      .answered(.place(of: "c-0", in: QueueQuery(.all)), .success(.place("c-0", QueueQuery(.all), 30))))
    #expect(driver.state.queue.cursor.selected == 2)
  }

  @Test("when the selected conversation leaves the view nothing else is opened, and down goes to the next")
  func selectionLeaves() throws {
    var driver = try Self.queue(of: 50)
    driver.open(Fixtures.dialog.allRead)
    driver.state.queue.selectionIsGone = false
    driver.state.focus = .queue
    try driver.press("Down")
    driver.state.queue.opensSelection = false
    driver.take(.noticed(.changed(["c-1"])))
    driver.take(.settled)
    driver.take(
      .answered(.place(of: "c-1", in: QueueQuery(.all)), .success(.place("c-1", QueueQuery(.all), nil))))
    #expect(driver.state.queue.selectionIsGone)
    #expect(driver.state.open?.conversation.id == "c-1")
    #expect(!driver.take(.settled).requests.contains { if case .end = $0 { true } else { false } })
    var up = driver
    try driver.press("Down")
    #expect(driver.state.queue.cursor.selected == 1, "the row in its place is the next one")
    #expect(!driver.state.queue.selectionIsGone)
    try up.press("Up")
    #expect(up.state.queue.cursor.selected == 0)
  }

  @Test(
    "when the selected conversation has left, the far keys still work", arguments: [("End", 49), ("Home", 0)])
  func selectionLeavesFar(key: String, expected: Int) throws {
    var driver = try Self.queue(of: 50)
    try driver.press("Down Down Down")
    driver.state.queue.selectionIsGone = true
    try driver.press(key)
    #expect(driver.state.queue.cursor.selected == expected)
  }

  @Test("when the selected conversation has left, Enter opens what then is also shown as selected")
  func enterAfterLeaving() throws {
    var driver = try Self.queue(of: 50)
    driver.state.queue.selectionIsGone = true
    try driver.press("Enter")
    #expect(!(driver.state.queue.opensSelection && driver.state.queue.selectionIsGone))
  }
}
