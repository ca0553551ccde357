import DeskModel
import ScreenKit
import TestSupport
import Testing

@testable import ConsoleCore

@Suite("Reduce: a rehearsal made from a conversation")
struct ReduceRoomsTests {
  @Test("one key has a scenario made of what is open, and says how it is played")
  func makes() throws {
    var driver = try StateDriver(Fixtures.dialog, focus: .conversation)
    #expect(try driver.press("R") == [.makeScenario(Fixtures.dialog)])
    driver.take(.scenarioMade(.success(ScenarioFile(name: "late", path: "/x/late.md"))))
    #expect(driver.remark == "Play it with: sapa rehearse late · it is in /x/late.md")
    driver.take(.scenarioMade(.failure(.file(path: "/x", reason: "read-only file system"))))
    #expect(driver.remark.contains("read-only file system"))
  }

  @Test("where nobody from outside has said anything there is nothing to rehearse")
  func nothing() throws {
    var conversation = Fixtures.dialog
    conversation.entries.removeAll { $0.isFromOutside }
    var driver = try StateDriver(conversation, focus: .conversation)
    #expect(try driver.press("R") == [])
    #expect(driver.remark == "The customer has said nothing here that could be rehearsed.")
  }
}
