import DeskLink
import DeskModel
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

@Suite("Reduce: input")
struct ReduceInputTests {
  @Test("a character changes the text and what hangs on it, nothing else")
  func typing() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    #expect(driver.type("a") == [.ask(.announce("c-1", .writing))])
    let after = driver.state
    #expect(driver.text == "a")
    expectChanges(from: before, to: after) { state in
      if let field = after.open?.composer.field { state.open?.composer.field = field }
      state.open?.composer.seenUpTo = "e-4"
      state.open?.composer.dirtySince = Fixtures.now
      state.open?.composer.changedAt = Fixtures.now
      state.together.writingEnds = Fixtures.now.adding(seconds: 60)
      state.together.announced = .init("c-1", .writing)
    }
  }

  @Test(
    "characters with Ctrl or Alt that mean nothing are not typed",
    arguments: ["Ctrl-V", "Alt-z", "F24", "Insert"])
  func unboundKeys(key: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let before = driver.state
    #expect(try driver.press(key).isEmpty)
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("letters outside the composer are keys, not text")
  func lettersArePaneKeys() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    driver.type("y")
    #expect(driver.text.isEmpty)
    driver.type("r")
    #expect(driver.state.focus == .composer)
    driver.type("r")
    #expect(driver.text == "r")
  }

  @Test("typing without an open conversation says so and loses nothing silently")
  func typingNowhere() throws {
    var driver = try StateDriver()
    driver.type("a")
    #expect(!driver.remark.isEmpty)
  }

  @Test("what was read is noted with the first key, and not again when the text is emptied and begun anew")
  func seenUpTo() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("a")
    driver.update(Fixtures.dialog.allRead.answered(by: "Olena"))
    driver.type("b")
    #expect(driver.composer?.seenUpTo == "e-4", "the second key does not hide what came between")
    try driver.press("Backspace Backspace")
    #expect(driver.composer?.seenUpTo == nil)
    driver.type("c")
    #expect(driver.composer?.seenUpTo == "late-4")
  }

  @Test("another size changes the size and what is fitted to it")
  func resize() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("kept")
    #expect(driver.take(.input(.resize(Size(columns: 80, rows: 24)))).isEmpty)
    #expect(driver.state.size == Size(columns: 80, rows: 24))
    #expect(driver.text == "kept")
    driver.take(.input(.resize(Size(columns: 1, rows: 1))))
    driver.take(.input(.resize(Size(columns: 0, rows: 0))))
    driver.take(.input(.resize(Size(columns: 200, rows: 60))))
    #expect(driver.text == "kept")
  }

  @Test("back from the shell everything is drawn anew")
  func resumed() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    #expect(driver.take(.input(.signal(.resumed))) == [.redraw])
  }

  // MARK: Paste

  @Test("a paste never sends, however many lines it has")
  func pasteNeverSends() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let effects = driver.take(.input(.paste("one\n\ntwo\r\nthree\r")))
    #expect(effects == [.ask(.announce("c-1", .writing))])
    #expect(driver.text == "one\n\ntwo\nthree\n")
    #expect(driver.composer?.held == nil)
    #expect(driver.state.look == nil)
  }

  @Test("controls do not come in with a paste")
  func pasteIsCleaned() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.input(.paste("a\u{1B}[2Jb\u{0}\tc")))
    #expect(driver.text == "a[2Jb\tc")
  }

  @Test(
    "a paste outside the composer goes nowhere and says so",
    arguments: [Pane.queue, .conversation, .thread, .customer])
  func pasteInPane(pane: Pane) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: pane)
    let before = driver.state
    #expect(driver.take(.input(.paste("eeee"))).isEmpty)
    let after = driver.state
    #expect(after.remark != nil)
    expectChanges(from: before, to: after) { $0.remark = after.remark }
  }

  @Test("a paste into a list to choose from narrows it by the first line")
  func pasteInPicker() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K")
    driver.take(.input(.paste("resol\nquit\n")))
    guard case .picker(let picker) = driver.state.popup else {
      Issue.record("no picker")
      return
    }
    #expect(picker.filter == "resol")
    #expect(picker.chosen?.choice == .run(.resolve))
    #expect(driver.text.isEmpty)
  }

  @Test("nothing but line ends in a paste leaves a list as it is", arguments: ["", "\n", "\r\n\n"])
  func emptyPasteInPicker(text: String) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("Ctrl-K")
    let before = driver.state
    driver.take(.input(.paste(text)))
    expectChanges(from: before, to: driver.state) { _ in }
  }

  @Test("a paste under a text or a question goes nowhere")
  func pasteUnderPopup() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.press("F1")
    driver.take(.input(.paste("text")))
    #expect(driver.text.isEmpty)
    #expect(driver.state.popup != nil)
  }

  @Test("a paste that is too long is cut, told and undone with one key")
  func longPaste() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("x")
    driver.take(.input(.paste(String(repeating: "a", count: ComposeField.byteLimit + 9))))
    #expect(driver.composer?.field.byteCount == ComposeField.byteLimit)
    #expect(driver.state.remark?.isError == true)
    #expect(driver.remark.contains("10"))
    try driver.press("Ctrl-_")
    #expect(driver.text == "x")
  }

  // MARK: Reading

  @Test("a key in a pane counts as reading, a key in the queue does not")
  func keysAreReading() throws {
    var driver = try StateDriver(Fixtures.dialog, focus: .queue)
    try driver.press("z")
    #expect(driver.wait(milliseconds: 10_000).intents.isEmpty)
    driver.state.focus = .conversation
    try driver.press("z")
    let intents = driver.wait(milliseconds: 0).intents
    #expect(intents.map(\.action) == [.markRead(upTo: "e-4")])
    #expect(driver.wait(milliseconds: 10_000).intents.isEmpty, "asked once")
  }

  @Test("a key in a popup is no reading")
  func popupKeysAreNotReading() throws {
    var driver = try StateDriver(Fixtures.dialog, focus: .queue)
    try driver.press("F1 Down")
    #expect(driver.wait(milliseconds: 10_000).intents.isEmpty)
  }

  @Test("a desk that refuses to mark as read is not asked with each key")
  func markReadRefused() throws {
    var driver = try StateDriver(Fixtures.dialog)
    driver.type("a")
    driver.answer(driver.wait(milliseconds: 0), .denied(reason: "no"))
    driver.type("b")
    let again = driver.wait(milliseconds: 0).intents
    #expect(again.isEmpty)
    #expect(driver.remark.isEmpty)
  }

  @Test("keys that are typed while another conversation is on its way do not reach the old one")
  func typingWhileOpening() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.state.opening = "p-1"
    driver.type("It is in Lviv")
    #expect(driver.text.isEmpty)
  }
}
