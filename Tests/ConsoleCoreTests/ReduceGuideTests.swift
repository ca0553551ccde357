import DeskModel
import ReplyTemplates
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("A guided script")
struct ReduceGuideTests {
  private static let calm = """
    # Pelanggan marah
    When: suaranya meninggi.
    ## Dengarkan
    - do: Baca semuanya dulu.
    - say: [[{{customer.address}}, saya|Saya]] mengerti ini mengecewakan.
    ## Lanjut
    - ask: Boleh saya cek dulu?
    - not: “Tenang ya”: itu memperburuk.
    """

  private func driver() throws -> StateDriver {
    let files =
      AnswersFixtures.files() + [
        TemplateFile(
          layer: "shipped", name: "scripts/angry/id.md", path: "/x/angry", bytes: Array(Self.calm.utf8)),
        TemplateFile(
          layer: "shipped", name: "scripts/unknown/en.md", path: "/x/unknown",
          bytes: Array("# You do not know\n## A\n- say: I am finding out.\n".utf8)),
      ]
    return try StateDriver.withAnswers(files: files)
  }

  private func popup(_ driver: StateDriver) -> GuidePopup? {
    if case .guide(let guide)? = driver.state.popup { guide } else { nil }
  }

  @Test("is chosen from a list, in the customer's language where there is one")
  func list() throws {
    var driver = try driver()
    try driver.press("F11")
    #expect(popup(driver)?.scripts.map(\.title) == ["Pelanggan marah", "You do not know"])
    try driver.press("Down Enter")
    #expect(popup(driver)?.script?.id == "unknown")
    try driver.press("Esc")
    #expect(popup(driver)?.open == nil)
    try driver.press("Esc")
    #expect(driver.state.popup == nil)
  }

  @Test(
    "leads step by step: what is for the agent is ticked off, words for the customer go into the reply, and it goes on there"
  )
  func steps() throws {
    var driver = try driver()
    try driver.press("F11 Enter Enter")
    #expect(popup(driver)?.item == 1)
    #expect(driver.composer?.field.text == "")
    try driver.press("Enter")
    #expect(driver.state.popup == nil)
    let given = try #require(driver.state.open?.conversation.contact.given)
    #expect(driver.composer?.field.text == "Kak \(given), saya mengerti ini mengecewakan.")
    try driver.press("F11")
    #expect(popup(driver)?.selected?.source == "Boleh saya cek dulu?")
    try driver.press("Enter")
    #expect(driver.composer?.field.text.hasSuffix("mengecewakan. Boleh saya cek dulu?") == true)
  }

  @Test("fits a small screen", arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func frames(size: Size) throws {
    var driver = try driver()
    driver.take(.input(.resize(size)))
    try driver.press("F11 Enter Down")
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "guide-\(size.columns)x\(size.rows)")
  }

  @Test("without scripts it says where they belong")
  func none() throws {
    var driver = try StateDriver.withAnswers()
    try driver.press("F11")
    #expect(driver.state.popup == nil)
    #expect(driver.state.remark?.text.string.contains("Templates/scripts") == true)
  }
}
