import DeskLink
import DeskModel
import LocalePacks
import Safeguards
import ScreenKit
import TestSupport
import Testing
import Widgets

@testable import ConsoleCore

@Suite("Sending a request for access anyway")
struct ReduceSendAnywayTests {
  private static let ask = Finding(
    rule: "credential.ask", severity: .error, messageKey: "finding.credential.ask", arguments: ["password"])

  private func driver(_ findings: [Finding]) throws -> StateDriver {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("What is your login?")
    var look = Look(conversation: Fixtures.dialog.id, findings: findings, canSend: false)
    look.isDrawn = true
    driver.state.look = look
    return driver
  }

  @Test("only a request for access can be, and what nobody may ask for, or any other error beside it, cannot")
  func which() {
    func canSend(_ findings: [Finding]) -> Bool {
      Look(conversation: "c-1", findings: findings, canSend: false).canSendAnyway
    }
    var never = Self.ask
    never.rule = "credential.never"
    var warning = never
    warning.severity = .warn
    #expect(canSend([Self.ask]))
    #expect(canSend([Self.ask, warning]))
    #expect(!canSend([never]) && !canSend([Self.ask, never]) && !canSend([warning]) && !canSend([]))
  }

  @Test("without the last look on the screen, or when the text is another by now, nothing goes")
  func onlyWhatWasShown() throws {
    var driver = try driver([Self.ask])
    // The fixture's draft has no such finding: the look is of another text.
    try driver.press("Alt-Y")
    #expect(driver.composer?.held == nil)
    #expect(driver.state.remark?.isError == true)
    driver.state.look = nil
    try driver.press("Alt-Y")
    #expect(driver.composer?.held == nil)
  }

  @Test("after the last look the deliberate key holds it like any reply, and a note tells colleagues")
  func sends() throws {
    var driver = try StateDriver.withManners(pack: try Checkout.text("Locales/id/pack.json5"))
    let text = "Halo Kak Dewi, boleh minta kata sandi akunnya?"
    driver.type(text)
    try driver.press("Enter")
    #expect(driver.state.look?.canSendAnyway == true, "\(driver.state.look?.findings ?? [])")
    driver.state.look?.isDrawn = true
    #expect(try driver.press("Enter").isEmpty, "a second Enter does not send it")
    let effects = try driver.press("Alt-Y")
    #expect(driver.composer?.held?.text == text)
    var notes: [[String]] = []
    for request in effects.requests {
      guard case .apply(let intent) = request, case .say(_, let kind, let audience, _, _) = intent.action
      else { continue }
      notes.append([kind.rawValue, audience.rawValue])
    }
    #expect(notes == [["note", "internal"]])
  }
}
