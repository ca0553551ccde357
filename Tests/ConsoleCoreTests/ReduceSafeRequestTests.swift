import DeskModel
import ReplyTemplates
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("The safe request in the console")
struct ReduceSafeRequestTests {
  private static let slots = ["why", "could-you", "how", "afterwards", "guide", "call", "which"]

  private func driver(_ conversation: Conversation = MannersFixtures.conversation) throws -> StateDriver {
    func part(_ kind: String) -> String {
      "# \(kind)\n"
        + Self.slots.map { slot in
          let address = slot == "could-you" ? "[[{{customer.address}}, |]]" : ""
          return "## \(slot)\n\(address)\(kind.lowercased()) \(slot).\n"
        }.joined()
    }
    let file = TemplateFile(
      layer: "shipped", name: "safe-request/id.md", path: "/x/id.md",
      bytes: Array((part("Personal") + part("Corporate")).utf8))
    return try StateDriver.withAnswers(conversation, files: AnswersFixtures.files() + [file])
  }

  @Test(
    "takes the place of what was written, in the customer's language and with their address, as one step to undo"
  )
  func replaces() throws {
    var driver = try driver()
    driver.type("Minta login dan kata sandinya")
    try driver.press("F7")
    let text = try #require(driver.composer?.field.text)
    #expect(text.hasPrefix("personal why. Kak Dewi, personal could-you.\n\npersonal how."))
    #expect(text.hasSuffix("personal guide. personal call.\n\npersonal which."))
    try driver.press("Alt-U")
    #expect(driver.composer?.field.text == "Minta login dan kata sandinya")
  }

  @Test("a second press gives the one for a company, which comes first where the customer has one")
  func corporate() throws {
    var driver = try driver()
    try driver.press("F7 F7")
    #expect(driver.composer?.field.text.hasPrefix("corporate why.") == true)
    try driver.press("F7")
    #expect(driver.composer?.field.text.hasPrefix("personal why.") == true)
    var conversation = MannersFixtures.conversation
    conversation.contact.company = "Toko Lestari"
    var other = try self.driver(conversation)
    try other.press("F7")
    #expect(other.composer?.field.text.hasPrefix("corporate why.") == true)
  }

  @Test("is never written where everybody reads, and says where the words belong when there are none")
  func refused() throws {
    var conversation = Fixtures.publicThread.allRead
    conversation.locale = "id"
    var driver = try driver(conversation)
    try driver.press("F7")
    #expect(driver.composer?.field.isEmpty == true)
    #expect(driver.state.remark?.isError == true)
    var without = try StateDriver.withAnswers()
    try without.press("F7")
    #expect(without.state.remark?.text.string.contains("safe-request") == true)
  }
}
