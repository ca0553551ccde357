import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("Manners on the screen")
struct MannersViewTests {
  private func driver(size: Size, day: String = "2026-03-21T05:00:00Z") throws -> StateDriver {
    var conversation = MannersFixtures.conversation
    conversation.entries.append(Fixtures.customer("s", "besok ya kak", minutesAgo: 1))
    var driver = try StateDriver.withManners(conversation)
    driver.take(.input(.resize(size)))
    driver.take(.tick(try #require(Timestamp(rfc3339: day))))
    driver.type("Kak, kamu tunggu dulu")
    driver.take(.drawn)
    return driver
  }

  @Test(
    "finding, soft no, address and holiday stand where one looks",
    arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func frames(size: Size) throws {
    let driver = try driver(size: size)
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "manners-\(size.columns)x\(size.rows)")
  }

  @Test("the customer pane says how to address this person and why, and what is on")
  func customer() throws {
    let driver = try driver(size: Size(columns: 120, rows: 40))
    let open = try #require(driver.state.open)
    let lines = CustomerLines.lines(open, in: driver.state, columns: 40).map(\.text)
    let given = try #require(open.conversation.contact.given)
    #expect(lines.contains("address as  Kak \(given)"))
    #expect(lines.contains(" Right for everybody. (pack id)"))
    #expect(lines.contains { $0.contains("Idul Fitri") && $0.contains("now") })
    #expect(lines.contains(" “Selamat.”"))
  }

  @Test("a solemn day is said aloud, and has no greeting")
  func solemn() throws {
    let driver = try driver(size: Size(columns: 120, rows: 40), day: "2026-03-19T05:00:00Z")
    let open = try #require(driver.state.open)
    let lines = CustomerLines.lines(open, in: driver.state, columns: 40).map(\.text)
    #expect(lines.contains(" solemn: no good cheer"))
    #expect(lines.contains(" Silence."))
    #expect(lines.contains { $0.contains("in 2 days") }, "the feast that comes")
  }

  @Test("a narrow row keeps what is meant and what to put there")
  func narrow() throws {
    let driver = try driver(size: Size(columns: 120, rows: 40))
    let wide = ComposerView.findingsLine(driver.state, columns: 140).text
    #expect(wide.contains("“kamu” is too familiar for a customer. → Kak For friends."))
    let narrow = ComposerView.findingsLine(driver.state, columns: 40).text
    #expect(narrow.contains("WARNING “kamu” → Kak"))
  }
}
