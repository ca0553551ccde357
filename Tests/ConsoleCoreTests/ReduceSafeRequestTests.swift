import DeskModel
import ReplyTemplates
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("The safe request in the console")
struct ReduceSafeRequestTests {
  private static let slots = ["why", "could-you", "how", "afterwards", "guide", "call", "which"]
  private static let parts = [
    "why": "[[{{request.reason}}|Mau kami lihat.]] ", "could-you": "[[{{customer.address}}, |]]",
    "how": "[[Sampai {{request.until}}|Sampai selesai]]: [[{{request.what}}|akses sementara]]. ",
  ]

  /// A console on a dialog whose safe request says of each part which it is.
  static func driver(_ conversation: Conversation = MannersFixtures.conversation) throws -> StateDriver {
    func part(_ kind: String) -> String {
      "# \(kind)\n"
        + slots.map { "## \($0)\n\(parts[$0] ?? "")\(kind.lowercased()) \($0).\n" }.joined()
    }
    let file = TemplateFile(
      layer: "shipped", name: "safe-request/id.md", path: "/x/id.md",
      bytes: Array((part("Personal") + part("Corporate")).utf8))
    return try StateDriver.withAnswers(conversation, files: AnswersFixtures.files() + [file])
  }

  private static func form(_ driver: StateDriver) -> AccessForm? {
    if case .access(let form)? = driver.state.popup { form } else { nil }
  }

  @Test(
    "a form asks for what only the agent knows; the draft stays untouched until Enter, and by Esc for good")
  func opens() throws {
    var driver = try Self.driver()
    driver.type("Minta login dan kata sandinya")
    let effects = try driver.press("F7")
    #expect(Self.form(driver) == AccessForm(.personal) && effects.isEmpty)
    driver.type("x")
    #expect(driver.text == "Minta login dan kata sandinya")
    try driver.press("Esc")
    #expect(driver.state.popup == nil && driver.text == "Minta login dan kata sandinya")
    #expect(driver.composer?.request == nil && driver.state.focus == .composer)
  }

  @Test(
    "it takes the place of what was written, in the customer's language and with their address, as one step to undo; what is empty has its usual words"
  )
  func replaces() throws {
    var driver = try Self.driver()
    driver.type("Minta login dan kata sandinya")
    try driver.press("F7 Enter")
    #expect(driver.state.popup == nil)
    #expect(
      driver.text.hasPrefix(
        """
        Mau kami lihat. personal why. Kak Dewi, personal could-you.

        Sampai selesai: akses sementara. personal how. personal afterwards.

        personal guide. personal call.
        """))
    #expect(driver.text.hasSuffix("\n\npersonal which.") && driver.remark.contains("F7"))
    try driver.press("Alt-U")
    #expect(driver.text == "Minta login dan kata sandinya")
  }

  @Test("what is filled in stands in it; a moment is written as the customer's language does, on their clock")
  func filled() throws {
    var driver = try Self.driver()
    try driver.press("F7")
    driver.type(" Fakturnya  gagal. ")
    try driver.press("Tab")
    driver.type("halaman pesanan")
    try driver.press("Down")
    driver.type("tomorrow 18:00")
    try driver.press("Enter")
    #expect(driver.text.hasPrefix("Fakturnya gagal. personal why."))
    #expect(driver.text.contains("Sampai 3 Maret 18:00: halaman pesanan."))
    let access = AccessRequest(
      askedAt: driver.state.now, askedBy: Fixtures.me, why: "Fakturnya gagal.", what: "halaman pesanan",
      untilWords: "tomorrow 18:00", until: Timestamp(rfc3339: "2026-03-03T18:00:00Z"))
    #expect(driver.composer?.request == ComposerRequest(access: access, text: driver.text))

    var conversation = MannersFixtures.conversation
    conversation.contact.timeZone = "Asia/Jakarta"
    var away = try Self.driver(conversation)
    away.take(.zone("Asia/Jakarta", offset: 25_200))
    try away.press("F7 Up Up")
    away.type("tomorrow 18:00")
    try away.press("Enter")
    #expect(away.text.contains("Sampai 4 Maret 01:00: akses sementara."))
  }

  @Test(
    "words that are no moment stand there as they are, and nothing falls due",
    arguments: ["besok sore", "fri 14:30 kira-kira", "2020-01-01", "25:00"])
  func words(_ until: String) throws {
    var driver = try Self.driver()
    try driver.press("F7 Tab Tab")
    driver.type(until)
    try driver.press("Enter")
    #expect(driver.text.contains("Sampai \(until): "))
    #expect(driver.composer?.request?.access.until == nil)
    #expect(driver.composer?.request?.access.untilWords == until)
  }

  @Test(
    "a company's account has its own words, first where the customer has a company; F7 and blanks change it")
  func company() throws {
    var driver = try Self.driver()
    try driver.press("F7 F7")
    #expect(Self.form(driver)?.kind == .company)
    try driver.press("Up Space")
    #expect(Self.form(driver)?.row == .account && Self.form(driver)?.kind == .personal)
    try driver.press("Right Enter")
    #expect(driver.text.contains("corporate why.") && driver.composer?.request?.access.kind == .company)
    var conversation = MannersFixtures.conversation
    conversation.contact.company = "Toko Lestari"
    var other = try Self.driver(conversation)
    try other.press("F7 Enter")
    #expect(other.text.contains("corporate why."))
    try other.press("F7 F7 Enter")
    #expect(other.text.contains("personal why."))
  }

  @Test("opened again it shows what was filled in, of the reply or else of what the customer was sent")
  func again() throws {
    var driver = try Self.driver()
    try driver.press("F7 F7 Tab")
    driver.type("halaman")
    try driver.press("Enter F7")
    #expect(Self.form(driver)?.what.text == "halaman" && Self.form(driver)?.kind == .company)
    try driver.press("Enter")
    var conversation = MannersFixtures.conversation
    conversation.access = AccessRequest(
      askedAt: Fixtures.ago(60), askedBy: Fixtures.me, why: "w", what: "orders", untilWords: "fri")
    var sent = try Self.driver(conversation)
    try sent.press("F7")
    #expect(Self.form(sent)?.why.text == "w" && Self.form(sent)?.what.text == "orders")
    #expect(Self.form(sent)?.until.text == "fri")
    conversation.access = conversation.access?.answered(.declined, at: Fixtures.now)
    var over = try Self.driver(conversation)
    try over.press("F7")
    #expect(Self.form(over) == AccessForm(.personal), "what is over is asked anew")
  }

  @Test("a paste goes into the row that is typed in, as one line")
  func paste() throws {
    var driver = try Self.driver()
    try driver.press("F7 Tab")
    driver.take(.input(.paste("orders page\nsecond line")))
    #expect(Self.form(driver)?.what.text == "orders page" && driver.text == "")
    try driver.press("Shift-Tab Shift-Tab")
    driver.take(.input(.paste("x")))
    #expect(Self.form(driver)?.row == .account)
  }

  @Test("is never written where everybody reads, and says where the words belong when there are none")
  func refused() throws {
    var conversation = Fixtures.publicThread.allRead
    conversation.locale = "id"
    var driver = try Self.driver(conversation)
    try driver.press("F7")
    #expect(driver.state.popup == nil && driver.composer?.field.isEmpty == true)
    #expect(driver.state.remark?.isError == true)
    var without = try StateDriver.withAnswers()
    try without.press("F7")
    #expect(without.state.popup == nil)
    #expect(without.state.remark?.text.string.contains("safe-request") == true)
  }

  @Test("a look that stops a draft which asks for a secret names the key", arguments: [80, 120])
  func look(columns: Int) throws {
    var driver = try StateDriver(Fixtures.dialog, size: Size(columns: columns, rows: 24))
    driver.type("kata sandi?")
    let finding = Finding(
      rule: "credential.ask", severity: .error, messageKey: "finding.credential.ask",
      arguments: ["kata sandi"],
      suggestionKey: "finding.credential.ask.instead")
    driver.state.look = Look(conversation: "c-1", findings: [finding], canSend: false)
    #expect(BottomLine.line(driver.state).text.contains("F7 asks safely"))
    #expect(driver.state.words("finding.credential.ask.instead").string.hasPrefix("F7 "))
    var renderer = Renderer()
    let frame = renderer.render(driver.state).text.split(separator: "\n").last ?? ""
    #expect(frame.contains("F7 asks safely"), "\(frame)")
  }

  // MARK: On the screen

  private static func shipped(_ tag: String, size: Size, company: String? = nil) throws -> StateDriver {
    let text = try Checkout.text("Templates/safe-request/\(tag).md")
    let file = TemplateFile(
      layer: "shipped", name: "safe-request/\(tag).md", path: "/x/\(tag).md", bytes: Array(text.utf8))
    var conversation = MannersFixtures.conversation
    conversation.contact.company = company
    var driver = try StateDriver.withAnswers(conversation, files: AnswersFixtures.files() + [file])
    driver.take(.input(.resize(size)))
    return driver
  }

  @Test(
    "shows what is filled in above, and below what the customer will read",
    arguments: [Size(columns: 160, rows: 48), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func frames(size: Size) throws {
    var driver = try Self.shipped("id", size: size)
    var renderer = Renderer()
    try driver.press("F7")
    let name = "\(size.columns)x\(size.rows)"
    expectFrame(renderer.render(driver.state), named: "access-form-empty-\(name)")
    driver.type("Fakturnya tidak terbit di akun Kakak.")
    try driver.press("Tab")
    driver.type("akses ke halaman pesanan")
    try driver.press("Tab")
    driver.type("fri 18:00")
    expectFrame(renderer.render(driver.state), named: "access-form-\(name)")
  }

  @Test(
    "on a small screen the text is read page by page, for a company, and words for the end say that nothing falls due"
  )
  func pages() throws {
    var driver = try Self.shipped("id", size: Size(columns: 80, rows: 24), company: "Toko Lestari")
    try driver.press("F7 Tab Tab")
    driver.type("minggu depan")
    try driver.press("PageDown PageDown PageDown")
    var renderer = Renderer()
    expectFrame(renderer.render(driver.state), named: "access-form-paged-80x24")
    try driver.press("PageUp PageUp PageUp PageUp")
    #expect(Self.form(driver)?.offset == 0)
  }

  @Test(
    "the smallest screen holds it", arguments: [Size(columns: 40, rows: 10), Size(columns: 41, rows: 12)])
  func tiny(size: Size) throws {
    var driver = try Self.shipped("id", size: size)
    try driver.press("F7 PageDown")
    driver.type("orders")
    var renderer = Renderer()
    #expect(renderer.render(driver.state).text.contains("orders"))
  }
}
