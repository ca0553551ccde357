import ConsoleRuntime
import DeskLink
import DeskModel
import Safeguards
import ScreenKit
import TestSupport
import Testing
import TextLayout
import Widgets

@testable import ConsoleCore

/// Clipboard, editor and files, as far as the reducer has to do with them.
@Suite("Reducer: tools")
struct ReduceToolsTests {
  // MARK: Clipboard

  @Test("y copies the selected entry's text, made safe")
  func copyEntry() throws {
    var dialog = Fixtures.dialog.allRead
    dialog.entries[3].text = "call\u{1B}[2J me\n\u{202E}now"
    var driver = try StateDriver(dialog, focus: .conversation)
    let effects = try driver.press("y")
    #expect(effects == [.tool(.copy(SafeText(dialog.entries[3].text)))])
    #expect(driver.remark == "Copied what Dewi Lestari said.")
    try driver.press("Up Up")
    #expect(try driver.press("y") == [.tool(.copy(SafeText("Baik Kak Dewi, saya cek dulu ya.")))])
    #expect(driver.remark == "Copied what You said.")
  }

  @Test("in the composer y is a letter")
  func typed() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("yY")
    #expect(driver.text == "yY")
  }

  @Test(
    "of an entry that is too long for the clipboard the beginning is copied, cut between characters, and said so"
  )
  func copyLong() throws {
    var dialog = Fixtures.dialog.allRead
    dialog.entries[3].text = String(repeating: "日", count: 30_000)
    var driver = try StateDriver(dialog, focus: .conversation)
    let effects = try driver.press("y")
    #expect(effects == [.tool(.copy(SafeText(String(repeating: "日", count: 24_998))))])
    #expect(driver.remark.contains("but for the last 15006 bytes"))
  }

  @Test("Y copies the conversation: who, what about, and each entry with its time")
  func copyConversation() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    let effects = try driver.press("Y")
    #expect(
      effects == [
        .tool(
          .copy(
            SafeText(
              """
              Dewi Lestari – Charged twice

              today 09:12  Dewi:
              Kak, tagihan bulan ini kok dua kali ya?

              today 09:15  You:
              Baik Kak Dewi, saya cek dulu ya.

              today 09:18  Olena, internal note:
              seen in billing

              today 09:21  Dewi:
              besok ya kak

              """)))
      ])
    #expect(driver.remark == "Copied the conversation, 4 entries.")
  }

  @Test("of a long conversation the latest entries are copied, and it is said how many")
  func copyLongConversation() throws {
    var dialog = Fixtures.dialog.allRead
    dialog.entries = (0..<100).map {
      Fixtures.customer(EntryID("e-\($0)"), "\($0) " + String(repeating: "x", count: 1_000), minutesAgo: 3)
    }
    var driver = try StateDriver(dialog, focus: .conversation)
    guard case .tool(.copy(let text))? = try driver.press("Y").first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.byteCount <= 74_994 && text.byteCount > 73_000)
    #expect(text.string.contains("\n99 xxx") && !text.string.contains("\n0 xxx"))
    #expect(driver.remark == "Copied the last 73 of 100 entries: the clipboard takes no more.")
  }

  @Test("a copy command that fails is told of")
  func copyFails() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.tool(.failed(.failed(program: "wl-copy\u{1B}", code: 1))))
    #expect(driver.remark == "wl-copy␛ ended with code 1.")
    #expect(driver.state.remark?.isError == true)
  }

  // MARK: Editor

  @Test("Alt-E writes the draft to disk first and hands its text over")
  func editor() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("draft")
    let effects = try driver.press("Alt-E")
    #expect(effects.drafts.map(\.text) == ["draft"])
    #expect(effects.last == .tool(.edit("c-1", text: "draft")))
  }

  @Test("what the editor leaves is one step that can be undone, cleaned like a paste, the cursor at its end")
  func edited() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("draft")
    driver.take(.tool(.edited("c-1", .success("one\r\ntwo\u{1B}[2J"))))
    #expect(driver.text == "one\ntwo[2J")
    #expect(driver.composer?.field.cursor == 10)
    #expect(driver.remark.hasPrefix("Taken over"))
    #expect(driver.composer?.saveDeadline != nil)
    try driver.press("Ctrl-_")
    #expect(driver.text == "draft")
  }

  @Test("an editor that fails changes nothing and says why")
  func editorFails() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.type("draft")
    driver.take(.tool(.edited("c-1", .failure(.killed(program: "vi", signal: 9)))))
    #expect(driver.text == "draft")
    #expect(driver.remark == "vi was ended by signal 9. Your words are as they were.")
    driver.take(.tool(.edited("c-1", .success("draft"))))
    #expect(driver.remark == "The editor has changed nothing.")
  }

  @Test("a look does not outlive the editor, and what it leaves for a conversation elsewhere goes there")
  func editedElsewhere() throws {
    var driver = try StateDriver(Fixtures.publicThread.allRead)
    driver.type("public words")
    try driver.press("Enter")
    #expect(driver.state.look != nil)
    driver.take(.tool(.edited("p-1", .success("other words"))))
    #expect(driver.state.look == nil)
    driver.open(Fixtures.dialog.allRead)
    driver.take(.tool(.edited("p-1", .success("more"))))
    #expect(driver.state.parked["p-1"]?.field.text == "more")
    #expect(driver.text == "")
  }

  // MARK: Files that came

  private static let invoice = Attachment(
    id: "f-1", name: "../invoice.pdf", mediaType: "application/pdf", byteCount: 119_001)
  private static let script = Attachment(id: "f-2", name: "photo.png", mediaType: "image/png", byteCount: 812)

  private static var withFiles: Conversation {
    var dialog = Fixtures.dialog.allRead
    dialog.entries[0].attachments = [invoice]
    dialog.entries[3].attachments = [
      script, Attachment(id: "f-3", name: "a\u{1B}[2J\n\u{202E}b", byteCount: 1_400_000),
    ]
    return dialog
  }

  @Test("files stand under what they came with, and the list has them all, the latest first")
  func listed() throws {
    var scenario = try Scenario([Self.withFiles])
    try scenario.play("key Enter Esc")
    #expect(scenario.screen.contains("attached: ../invoice.pdf · 120 kB"))
    #expect(scenario.screen.contains("attached: photo.png · 812 bytes"))
    expectHarmless(scenario.frame)
    try scenario.play("key l")
    expectFrame(scenario.frame, named: "files-120x40")
    expectHarmless(scenario.frame)
    guard case .picker(let picker)? = scenario.state.popup else {
      Issue.record("no list")
      return
    }
    #expect(picker.items.count == 3 && picker.items[0].title.string == "photo.png · 812 bytes")
  }

  @Test("s saves under a name that was made safe, Enter opens")
  func fetched() throws {
    var driver = try StateDriver(Self.withFiles, focus: .conversation)
    try driver.press("l End")
    #expect(try driver.press("s") == [.ask(.attachment("c-1", "f-1"))])
    #expect(driver.state.popup == nil)
    let effects = driver.take(.answered(.attachment("c-1", "f-1"), .success(.attachment("f-1", [1, 2]))))
    let file = ReceivedFile(name: "invoice.pdf", mediaType: "application/pdf", bytes: [1, 2])
    #expect(effects == [.tool(.keep(file, .save))])
    driver.take(.tool(.kept("invoice.pdf", .save, .success("/home/x/invoice.pdf"))))
    #expect(driver.remark == "Saved as /home/x/invoice.pdf")
    try driver.press("l End Enter")
    let opened = driver.take(.answered(.attachment("c-1", "f-1"), .success(.attachment("f-1", [1]))))
    #expect(
      opened == [
        .tool(.keep(ReceivedFile(name: "invoice.pdf", mediaType: "application/pdf", bytes: [1]), .open))
      ])
    #expect(driver.state.fileWishes.isEmpty)
    driver.take(
      .tool(.kept("invoice.pdf", .save, .failure(.file(path: "/x", reason: "No space left on device")))))
    #expect(driver.remark == "/x: No space left on device.")
  }

  @Test("what runs code is never opened, only saved, and that is said")
  func risky() throws {
    var driver = try StateDriver(Self.withFiles, focus: .conversation)
    try driver.press("l")
    #expect(try driver.press("Enter") == [.ask(.attachment("c-1", "f-2"))])
    let script = Array("#!/bin/sh".utf8)
    #expect(driver.take(.answered(.attachment("c-1", "f-2"), .success(.attachment("f-2", script)))) == [])
    #expect(driver.remark.hasPrefix("photo.png may run a program"))
    try driver.press("l s")
    let saved = driver.take(.answered(.attachment("c-1", "f-2"), .success(.attachment("f-2", script))))
    #expect(
      saved == [.tool(.keep(ReceivedFile(name: "photo.png", mediaType: "image/png", bytes: script), .save))])
  }

  @Test("a desk that has no bytes says so; letters in the list are no filter")
  func noBytes() throws {
    var driver = try StateDriver(Self.withFiles, focus: .conversation)
    try driver.press("l x q Enter")
    driver.take(.answered(.attachment("c-1", "f-2"), .failure(.away(reason: "gone"))))
    #expect(driver.remark.contains("gone") && driver.state.fileWishes.isEmpty)
    driver = try StateDriver(Fixtures.dialog.allRead, focus: .conversation)
    try driver.press("l")
    #expect(driver.remark == "No file came with this conversation.")
  }

  @Test(
    "sizes in words",
    arguments: [
      (0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1_000, "1 kB"), (1_001, "2 kB"),
      (999_000, "999 kB"),
      (999_001, "1 MB"), (1_400_000, "1.4 MB"), (1_400_001, "1.5 MB"), (25_000_000, "25 MB"),
    ])
  func sizes(bytes: Int, expected: String) throws {
    #expect(FileText.size(bytes, try Fixtures.words()).string == expected)
  }

  // MARK: Files of ours

  private static let folder = [
    FolderItem(name: ".hidden", isFolder: false, byteCount: 1),
    FolderItem(name: "photo.png", isFolder: false, byteCount: 900),
    FolderItem(name: "phone", isFolder: true),
    FolderItem(name: "report.pdf", isFolder: false, byteCount: 2_000),
  ]

  @Test("a path is completed from what is in its folder, and the file goes with the answer")
  func attach() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    #expect(try driver.press("Alt-A") == [.tool(.list(""))])
    #expect(driver.type("/home/x/") == [.tool(.list("/")), .tool(.list("/home/")), .tool(.list("/home/x/"))])
    driver.take(.tool(.listed("/home/", Self.folder)))
    driver.take(.tool(.listed("/home/x/", Self.folder)))
    driver.type("p")
    try driver.press("Tab")
    guard case .path(let prompt)? = driver.state.popup else {
      Issue.record("no question")
      return
    }
    #expect(prompt.text == "/home/x/pho")
    #expect(prompt.matches.map(\.name) == ["phone", "photo.png"])
    #expect(try driver.press("Enter") == [.tool(.list("/home/x/phone/"))])
    try driver.press("Ctrl-W")
    driver.take(.tool(.listed("/home/x/", Self.folder)))
    driver.type("r")
    #expect(try driver.press("Enter") == [.tool(.check("c-1", path: "/home/x/report.pdf"))])
    let upload = AttachmentUpload(path: "/home/x/report.pdf", name: "report.pdf")
    driver.take(.tool(.checked("c-1", .success(upload))))
    driver.take(.tool(.checked("c-1", .success(upload))))
    #expect(driver.composer?.attachments == [upload])
    #expect(driver.wait(milliseconds: 400).drafts.map(\.attachments) == [[upload]])
    #expect(try driver.press("Alt-A") == [.tool(.list("/home/x/"))])
  }

  @Test("a file that cannot be attached is told of; hidden files are offered only when asked for")
  func refused() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.take(.tool(.checked("c-1", .failure(.tooLarge(path: "/x", limit: 25)))))
    #expect(driver.remark.hasPrefix("/x is larger than 25 MiB") && driver.composer?.attachments == [])
    var prompt = PathPrompt()
    prompt.take(Self.folder)
    #expect(prompt.matches.map(\.name) == ["phone", "photo.png", "report.pdf"])
    prompt.setText(".h")
    #expect(prompt.matches.map(\.name) == [".hidden"])
    prompt.setText("nothing such")
    #expect(prompt.enter() == "nothing such")
    prompt.setText("")
    #expect(PathPrompt().cursor.selected == nil)
  }

  @Test("attached files go with the reply, stay in the draft when it is taken back, and go to no later one")
  func send() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let upload = AttachmentUpload(path: "/a b/r.pdf", name: "r.pdf")
    driver.take(.tool(.checked("c-1", .success(upload))))
    driver.type("here")
    try driver.press("Enter")
    #expect(driver.composer?.held?.attachments == [upload] && driver.composer?.attachments == [])
    try driver.press("Ctrl-T")
    #expect(driver.composer?.attachments == [upload] && driver.text == "here")
    try driver.press("Enter")
    let sent = driver.sendHeld()
    guard case .say(_, _, _, _, let files)? = sent.intents.first?.action else {
      Issue.record("nothing was sent")
      return
    }
    #expect(files == [upload])
    driver.answer(sent, .applied(entry: "n", audience: .customer, version: 2))
    #expect(driver.composer?.isBlank == true)
  }

  @Test("what was agreed to is words and files: a file added meanwhile is looked at again")
  func agreed() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    try driver.hold("one")
    let first = driver.sendHeld()
    driver.type("two")
    try driver.press("Enter")
    driver.take(.tool(.checked("c-1", .success(AttachmentUpload(path: "/x", name: "x")))))
    driver.answer(first, .applied(entry: "n", audience: .customer, version: 2))
    #expect(driver.composer?.held == nil && driver.text == "two")
  }

  @Test("files alone are a draft: they are kept elsewhere, over a restart, and can be taken off")
  func detach() throws {
    var driver = try StateDriver(Fixtures.dialog.allRead)
    let files = [AttachmentUpload(path: "/x", name: "x"), AttachmentUpload(path: "/y", name: "y")]
    for file in files { driver.take(.tool(.checked("c-1", .success(file)))) }
    let stored = try #require(driver.wait(milliseconds: 400).drafts.first)
    #expect(!stored.isEmpty && Composer(stored).attachments == files)
    driver.open(Fixtures.publicThread)
    #expect(driver.state.parked["c-1"]?.attachments == files)
    driver.open(Fixtures.dialog.allRead)
    try driver.press("Alt-X Down Enter")
    #expect(driver.composer?.attachments == [files[0]])
    try driver.press("Alt-X")
    #expect(driver.composer?.attachments == [])
    try driver.press("Alt-X")
    #expect(driver.remark == "No file is attached.")
  }

  @Test(
    "the question for a path and the files under the composer, as they look",
    arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
  func frames(size: Size) throws {
    var driver = try StateDriver(Fixtures.dialog.allRead, size: size)
    driver.take(
      .tool(.checked("c-1", .success(AttachmentUpload(path: "/x/r.pdf", name: "r\u{1B}\u{202E}.pdf")))))
    driver.type("Here it is")
    try driver.press("Alt-A")
    driver.type("/home/x/p")
    driver.take(
      .tool(.listed("/home/x/", Self.folder + [FolderItem(name: "p\u{1B}[2J\u{202E}x", isFolder: true)])))
    var renderer = Renderer()
    let frame = renderer.render(driver.state)
    expectHarmless(frame)
    expectFrame(frame, named: "path-\(size.columns)x\(size.rows)")
  }

  @Test("a file goes without a word, too")
  func fileAlone() throws {
    let upload = AttachmentUpload(path: "/home/x/report.pdf", name: "report.pdf")
    var driver = try StateDriver(Fixtures.dialog.allRead)
    driver.state.open?.composer.attachments = [upload]
    try driver.press("Enter")
    #expect(driver.composer?.held?.attachments == [upload])
    #expect(
      driver.sendHeld().intents.map(\.action) == [
        .say(text: "", kind: .message, audience: .customer, parent: nil, attachments: [upload])
      ])
  }
}
