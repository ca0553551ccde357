import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

@Suite("Showing a secret")
struct ReduceSecretsTests {
  private func mark(_ kind: String = "password", _ entry: EntryID = "s1", hours: Int64 = 20) throws
    -> HeldSecretMark
  {
    let driver = try StateDriver(Fixtures.dialog)
    return HeldSecretMark(
      conversation: Fixtures.dialog.id, entry: entry, number: 0, kind: kind,
      expires: driver.state.now.adding(seconds: hours * 3_600))
  }

  /// A conversation in which the customer wrote a password, with what is held of it.
  private func driver(_ marks: [HeldSecretMark]) throws -> StateDriver {
    var conversation = Fixtures.dialog
    var entry = Fixtures.customer("s1", "my password is ‹password ••••••›", minutesAgo: 1)
    entry.author.id = conversation.contact.id.rawValue
    conversation.entries.append(entry)
    var driver = try StateDriver(conversation)
    driver.state.focus = .conversation
    driver.take(.drawn)
    driver.take(.heldSecrets(conversation.id, marks))
    return driver
  }

  private func secret(_ driver: StateDriver) -> SecretPopup? {
    if case .secret(let secret)? = driver.state.popup { secret } else { nil }
  }

  @Test("what is held is looked for once when marks stand in the open conversation, and not where none do")
  func looks() throws {
    var conversation = Fixtures.dialog
    var driver = try StateDriver(conversation)
    #expect(!driver.take(.drawn).contains(.lookForSecrets(conversation.id)))
    conversation.entries.append(Fixtures.customer("s1", "‹key ••••••›", minutesAgo: 1))
    conversation.version += 1
    driver.open(conversation)
    #expect(driver.take(.drawn).contains(.lookForSecrets(conversation.id)))
    #expect(!driver.take(.drawn).contains(.lookForSecrets(conversation.id)), "once is enough")
  }

  @Test("without a reason nothing is shown; with one it is asked for, and shown for 15 seconds")
  func shows() throws {
    let held = try mark()
    var driver = try driver([held])
    try driver.press("X")
    #expect(secret(driver)?.marks == [held])
    #expect(try driver.press("Enter").isEmpty)
    #expect(driver.state.remark?.isError == true)
    driver.type("to see the error")
    #expect(try driver.press("Enter") == [.revealSecret(held, reason: "to see the error")])
    driver.take(.secretRevealed(held, .success("Sommer2024!")))
    #expect(secret(driver)?.shown?.value == SafeText("Sommer2024!"))
    driver.wait(milliseconds: 14_999)
    #expect(secret(driver)?.shown != nil)
    driver.wait(milliseconds: 1)
    #expect(driver.state.popup == nil)
  }

  @Test("any key, another size and a stop of the program hide it at once")
  func hides() throws {
    let held = try mark()
    for hide in ["key", "resize", "suspend"] {
      var driver = try driver([held])
      try driver.press("X")
      driver.type("why")
      try driver.press("Enter")
      driver.take(.secretRevealed(held, .success("Sommer2024!")))
      switch hide {
      case "key": try driver.press("Down")
      case "resize": driver.take(.input(.resize(Size(columns: 100, rows: 30))))
      default: driver.take(.command(.suspend))
      }
      #expect(driver.state.popup == nil, "\(hide)")
    }
  }

  @Test("what comes after the popup was closed is not shown")
  func tooLate() throws {
    let held = try mark()
    var driver = try driver([held])
    try driver.press("X")
    driver.type("why")
    try driver.press("Enter Esc")
    driver.take(.secretRevealed(held, .success("Sommer2024!")))
    #expect(driver.state.popup == nil)
  }

  @Test("what is gone, and what cannot be written down, is said and not shown")
  func failures() throws {
    let held = try mark()
    var driver = try driver([held])
    try driver.press("X")
    driver.type("why")
    try driver.press("Enter")
    driver.take(.secretRevealed(held, .failure(.file(path: "/x/audit.jsonl", reason: "No space left"))))
    #expect(driver.state.popup == nil && driver.state.remark?.isError == true)
    try driver.press("X")
    driver.take(.secretRevealed(held, .success(nil)))
    #expect(driver.state.popup == nil && driver.state.heldSecrets.marks.isEmpty)
    try driver.press("X")
    #expect(driver.state.popup == nil)
  }

  @Test(
    "the pane says what is held, the question what it means to look, and the secret how long it stays",
    arguments: [Size(columns: 160, rows: 48), Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func frames(size: Size) throws {
    let held = [try mark(), try mark("card", "s1", hours: 2)]
    var driver = try driver(held)
    driver.take(.input(.resize(size)))
    var renderer = Renderer()
    try driver.press("X")
    driver.type("to log in where she sees the error")
    expectFrame(renderer.render(driver.state), named: "secret-why-\(size.columns)x\(size.rows)")
    try driver.press("Enter")
    driver.take(.secretRevealed(held[1], .success("4111 1111 1111 1111")))
    expectFrame(renderer.render(driver.state), named: "secret-shown-\(size.columns)x\(size.rows)")
  }
}
