import DeskModel
import ScreenKit
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("HeaderLine and TitlesView")
struct HeaderLineTests {
  @Test(
    "counts appear when they are known, as many as there is room for",
    arguments: [(50, 1), (80, 2), (120, 3)])
  func counts(columns: Int, shown: Int) throws {
    var state = try Fixtures.state()
    state.queue.counts = QueueCounts(byView: [.mine: 71, .unassigned: 72, .all: 73], late: 74)
    let before = HeaderLine.line(state, columns: columns).text
    #expect(!before.contains("71"))
    state.queue.isLoaded = true
    let line = HeaderLine.line(state, columns: columns).text
    #expect([71, 72, 73].filter { line.contains("\($0)") }.count == shown)
    #expect(line.contains("74"), "what is late is always told")
  }

  @Test("replies that are held anywhere are told")
  func held() throws {
    var driver = try StateDriver(Fixtures.dialog)
    try driver.hold("one")
    driver.open(Fixtures.publicThread)
    #expect(HeaderLine.line(driver.state, columns: 120).text.contains("1 held"))
  }

  @Test("the three keys that everything starts from are there", arguments: [60, 80, 120])
  func keys(columns: Int) throws {
    let line = HeaderLine.line(try Fixtures.state(), columns: columns).text
    for key in ["F2", "Ctrl-K", "F1"] { #expect(line.contains(key)) }
  }

  @Test("the pane with the keys is told by brackets, not by colour alone", arguments: [80, 120, 160])
  func brackets(columns: Int) throws {
    let driver = try StateDriver(Fixtures.dialog, size: Size(columns: columns, rows: 24), focus: .thread)
    var renderer = Renderer()
    let row = renderer.render(driver.state).text.split(separator: "\n", omittingEmptySubsequences: false)[1]
    #expect(row.contains("[Thread 4]"))
    #expect(row.count { $0 == "[" } == 1)
  }

  @Test("a hostile name of the desk is harmless in the header and in the title")
  func hostile() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.state.settings.deskName = HostileText.all
    var renderer = Renderer()
    expectHarmless(renderer.render(driver.state))
    var idle = try Fixtures.state()
    idle.settings.deskName = HostileText.all
    expectHarmless(renderer.render(idle))
  }
}
