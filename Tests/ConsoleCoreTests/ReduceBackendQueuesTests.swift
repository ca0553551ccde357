import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Queues of backends as views")
struct ReduceBackendQueuesTests {
  private static let support = BackendQueue(
    id: "rt:3", desk: "rt", name: "Support", size: .exact(20), reading: .unread)
  private static let overdue = BackendQueue(id: "rt:search:17", desk: "rt", name: "Overdue")
  private static let team = BackendQueue(id: "team:all", desk: "team", name: "All open", size: .about(7))

  private static func status(_ name: String, _ away: AwayReason? = nil) -> DeskStatus {
    DeskStatus(name: name, away: away, since: Fixtures.ago(5))
  }

  /// A console that knows desks and queues.
  private static func driver(
    _ queues: [BackendQueue] = [support, overdue], desks: [DeskStatus] = [status("rt")]
  ) throws -> StateDriver {
    var driver = try StateDriver(focus: .queue)
    driver.take(.noticed(.desks(desks)))
    driver.take(.noticed(.queues(queues)))
    return driver
  }

  private static func picker(_ driver: StateDriver) -> PickerPopup? {
    if case .picker(let picker)? = driver.state.popup { picker } else { nil }
  }

  private static func items(_ driver: StateDriver) -> [String] {
    (picker(driver)?.items ?? []).map { $0.title.string + "|" + $0.detail.string }
  }

  @Test("they stand behind the console's own views, with what the backend counts; it is asked to count anew")
  func picker() throws {
    var driver = try Self.driver()
    driver.state.settings.views = [Fixtures.view("Bills", tag: "billing")]
    let effects = try driver.press("V")
    #expect(effects == [.ask(.countQueues)])
    #expect(Self.items(driver).suffix(3) == ["Bills|", "Support|20", "Overdue|"])
    #expect(Self.items(driver).count == QueueView.allCases.count + 3)
    #expect(Self.picker(driver)?.items.last?.choice == .backendQueue("rt:search:17"))
  }

  @Test("a console without such desks asks nothing")
  func withoutQueues() throws {
    var driver = try StateDriver(focus: .queue)
    #expect(try driver.press("V") == [])
    #expect(Self.items(driver).count == QueueView.allCases.count)
  }

  @Test("of several desks each queue has its desk's name, and is found by it")
  func severalDesks() throws {
    var driver = try Self.driver(
      [Self.support, Self.overdue, Self.team], desks: [Self.status("rt"), Self.status("team")])
    try driver.press("V")
    #expect(Self.items(driver).suffix(3) == ["rt: Support|20", "rt: Overdue|", "team: All open|~7"])
    driver.type("team")
    #expect(Self.picker(driver)?.chosen?.choice == .backendQueue("team:all"))
  }

  @Test("one that is chosen is asked for in the person's order, from its first row on")
  func chooses() throws {
    var driver = try Self.driver()
    driver.state.queue.usualSort = .newest
    let before = driver.state
    try driver.press("V")
    driver.type("overdue")
    let effects = try driver.press("Enter") + driver.take(.settled)
    let query = QueueQuery(.all, sort: .newest, queue: "rt:search:17")
    #expect(effects.count == 1)
    guard case .ask(.queue(query, offset: 0, limit: _))? = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(driver.state.queue.query == query && driver.state.queue.backend == Self.overdue)
    #expect(
      driver.state.queue.rows.isEmpty && !driver.state.queue.isLoaded && driver.state.queue.filterText == "")
    #expect(driver.state.popup == nil && driver.state.remark == nil)
    #expect(driver.state.desks == before.desks && driver.state.backendQueues == before.backendQueues)
  }

  @Test("while its desk is away it is chosen all the same, which is said calmly; the list says it, too")
  func away() throws {
    var driver = try Self.driver(desks: [Self.status("rt", .unreachable(reason: "x"))])
    try driver.press("V")
    #expect(Self.items(driver).suffix(2) == ["Support|20, away", "Overdue|away"])
    driver.type("support")
    try driver.press("Enter")
    #expect(driver.state.queue.query.queue == "rt:3")
    #expect(driver.state.remark?.text.string == "rt is away: this is what was read of it before.")
    #expect(driver.state.remark?.isError == false)
    #expect(QueueTitle.text(driver.state).string.hasSuffix("· away"))
    driver.take(.noticed(.desks([Self.status("rt")])))
    #expect(!QueueTitle.text(driver.state).string.contains("away"))
  }

  @Test("news of queues bring an open list up to date; the selection and what was typed stay")
  func followsNews() throws {
    var driver = try Self.driver()
    try driver.press("V")
    driver.type("o")
    while Self.picker(driver)?.chosen?.choice != .backendQueue("rt:search:17") { try driver.press("Down") }
    var counted = Self.overdue
    counted.size = .atLeast(3)
    let effects = driver.take(
      .noticed(.queues([BackendQueue(id: "rt:1", desk: "rt", name: "Orders"), Self.support, counted])))
    #expect(effects == [])
    #expect(Self.picker(driver)?.filter == "o")
    #expect(Self.picker(driver)?.chosen?.choice == .backendQueue("rt:search:17"))
    #expect(Self.picker(driver)?.chosen?.detail.string == "3+")
  }

  @Test("the title follows the queue that is shown; one that is no more says so once, and its rows stay")
  func goes() throws {
    var driver = try Self.driver()
    _ = driver.state.show(backendQueue: "rt:3")
    var reading = Self.support
    reading.reading = .reading
    reading.name = "Support desk"
    driver.take(.noticed(.queues([reading])))
    #expect(QueueTitle.text(driver.state).string.hasPrefix("Support desk 0"))
    #expect(QueueTitle.text(driver.state).string.hasSuffix("· being read"))
    driver.take(.noticed(.queues([])))
    #expect(driver.state.remark?.text.string == "Support desk is not on rt any more.")
    #expect(driver.state.queue.query.queue == "rt:3" && driver.state.queue.backend?.reading == .gone)
    driver.state.remark = nil
    driver.take(.noticed(.queues([])))
    #expect(driver.state.remark == nil)
    driver.take(.noticed(.queues([Self.support])))
    #expect(driver.state.queue.backend == Self.support && driver.state.remark == nil)
  }

  @Test("v leads from a backend's queue to the first view, and another view forgets the queue")
  func leaves() throws {
    var driver = try Self.driver()
    _ = driver.state.show(backendQueue: "rt:3")
    try driver.press("v")
    #expect(driver.state.queue.query == QueueQuery(.mine) && driver.state.queue.backend == nil)
    #expect(driver.state.show(backendQueue: "nowhere:1") == [])
    #expect(driver.state.queue.query == QueueQuery(.mine))
  }

  @Test("a name from outside moves no cursor, and one without letters is the id")
  func hostileName() throws {
    let hostile = BackendQueue(id: "rt:9", desk: "rt", name: "\u{1B}]0;x\u{7}\u{202E}evil\nrow")
    var driver = try Self.driver([hostile, BackendQueue(id: "rt:10", desk: "rt", name: " \t")])
    try driver.press("V")
    let titles = Self.items(driver).suffix(2)
    #expect(titles.allSatisfy { !$0.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E } })
    #expect(titles.last == "rt:10|")
  }

  private static let empty: [(reading: QueueReading, says: String)] = [
    (.unread, "rt is asked what stands in this queue…"), (.reading, "rt is asked what stands in this queue…"),
    (.whole, "rt has nothing in this queue."),
    (.failed(reason: "no right\u{1B}[2J"), "rt does not give this queue: no right"),
    (.gone, "rt does not have this queue any more. V chooses another one."),
  ]

  @Test("an empty queue says why it is empty", arguments: empty)
  func emptyQueue(reading: QueueReading, says: String) throws {
    var agent = try Scenario(Fixtures.many(2))
    agent.desk.tell(.desks([Self.status("rt")]))
    agent.desk.tell(.queues([Self.support]))
    try agent.play("key V\ntype support\nkey Enter")
    var now = Self.support
    now.reading = reading
    agent.desk.tell(.queues([now]))
    try agent.play("wait 1s")
    #expect(
      agent.screen.replacing("│", with: " ").split(separator: " ").joined(separator: " ").contains(
        says.prefix(20)))
    #expect(!agent.screen.contains("\u{1B}"))
  }

  @Test("a queue shows its conversations whatever their status, narrowed as any view, and news appear")
  func shows() throws {
    var agent = try Scenario(Fixtures.many(8), size: Size(columns: 140, rows: 24))
    agent.desk.tell(.desks([Self.status("rt"), Self.status("own")]))
    agent.desk.tell(.queues([Self.support, Self.team]))
    agent.desk.change("q-103") { $0.status = "solved" }
    agent.desk.fill("rt:3", with: ["q-101", "q-103", "q-104"])
    try agent.play("wait 2s\nkey V")
    expectFrame(agent.frame, named: "backend-queues-choosing")
    try agent.play("type support\nkey Enter")
    #expect(agent.state.queue.rows.map(\.id.rawValue).sorted() == ["q-101", "q-103", "q-104"])
    #expect(agent.state.open != nil)
    expectFrame(agent.frame, named: "backend-queue-shown")
    try agent.play("key /\ntype tag:delivery\nkey Enter")
    #expect(QueueTitle.text(agent.state).string.contains("1 of 3"))
    try agent.play("key Esc")
    agent.desk.fill("rt:3", with: ["q-104", "q-105"])
    try agent.play("wait 2s")
    #expect(agent.state.queue.rows.map(\.id.rawValue).sorted() == ["q-104", "q-105"])
  }
}
