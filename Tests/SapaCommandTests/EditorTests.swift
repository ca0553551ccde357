import Foundation
import ScreenKit
import TestSupport
import Testing

/// The real program on a pty, with a small script as the person's editor.
@Suite("Editor", .serialized)
struct EditorTests {
  /// Starts the console with an editor that runs some lines of shell on the file `$1`.
  private func start(_ home: Home, editor script: String) throws -> ConsoleSession {
    let path = try home.write("#!/bin/sh\n" + script + "\n", to: "editor")
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    let session = try ConsoleSession(home: home, environment: ["VISUAL": path, "TMPDIR": home.url.path])
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    try session.pty.send("draft")
    try session.pty.wait(forText: "draft")
    return session
  }

  private func quit(_ session: ConsoleSession) throws {
    try session.pty.send("\u{3}")
    #expect(try session.pty.waitForExit() == .code(0))
    #expect(session.pty.isRestored)
  }

  private func leftovers(_ home: Home) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: home.url.path).filter { $0.hasPrefix("sapa-") }
  }

  @Test("the editor gets the draft in a file that only its owner can read; what it leaves comes back")
  func roundTrip() throws {
    let home = try Home()
    let session = try start(
      home,
      editor:
        "cp \"$1\" \"$HOME/seen\"; stat -c %a \"$1\" \"$(dirname \"$1\")\" > \"$HOME/modes\"; printf 'new\\nwords\\n' > \"$1\""
    )
    #expect(session.pty.screen.reportsMouse && session.pty.screen.reportsMouseAsSGR)
    try session.pty.send("\u{1B}e")
    try session.pty.wait(for: "the edited text") {
      $0.shows("words") && $0.shows("Taken over from the editor")
    }
    #expect(session.pty.isRaw && session.pty.screen.isAlternate && session.pty.screen.isBracketedPaste)
    #expect(session.pty.screen.reportsMouse)
    #expect(try String(contentsOf: home.url.appending(path: "seen"), encoding: .utf8) == "draft\n")
    #expect(try String(contentsOf: home.url.appending(path: "modes"), encoding: .utf8) == "600\n700\n")
    #expect(try leftovers(home).isEmpty)
    try session.pty.send("!")
    try session.pty.wait(forText: "words!")
    try quit(session)
    #expect(home.drafts.contains("new\\nwords!"))
  }

  @Test("the terminal is the editor's meanwhile: cooked, on the first screen, without paste marks or mouse")
  func terminal() throws {
    let home = try Home()
    let session = try start(home, editor: "echo IN THE EDITOR; read line; echo \"$line\" > \"$1\"")
    try session.pty.send("\u{1B}e")
    try session.pty.wait(forText: "IN THE EDITOR")
    #expect(!session.pty.isRaw && !session.pty.screen.isAlternate)
    #expect(!session.pty.screen.isBracketedPaste && !session.pty.screen.reportsMouse)
    #expect(home.drafts.contains("\"draft\""))
    session.pty.resize(Size(columns: 100, rows: 30))
    try session.pty.send("from the editor\r")
    try session.pty.wait(for: "the console") {
      $0.isAlternate && $0.shows("from the editor") && $0.shows("Ctrl-K")
    }
    #expect(session.pty.screen.row(28).count == 100)
    try quit(session)
  }

  @Test(
    "an editor that fails or is killed leaves the draft as it was, and says so",
    arguments: [
      ("echo zzlost > \"$1\"; exit 3", "code 3"), ("kill -9 $$", "signal 9"), ("rm \"$1\"", "No such file"),
    ])
  func failures(script: String, remark: String) throws {
    let home = try Home()
    let session = try start(home, editor: script)
    try session.pty.send("\u{1B}e")
    try session.pty.wait(for: remark) { $0.shows(remark) && $0.shows("draft") && $0.isAlternate }
    #expect(!session.pty.screen.shows("zzlost"))
    #expect(try leftovers(home).isEmpty)
    try quit(session)
    #expect(home.drafts.contains("\"draft\""))
  }

  @Test("an editor that is not there is told of")
  func missing() throws {
    let home = try Home(config: "{ editor: \"/nonexistent/editor\" }")
    let session = try start(home, editor: "true")
    try session.pty.send("\u{1B}e")
    try session.pty.wait(for: "the remark") { $0.shows("cannot be started") && $0.shows("draft") }
    try quit(session)
  }

  @Test("Ctrl-C in the editor is the editor's: the console goes on with the draft")
  func interrupt() throws {
    let home = try Home()
    let session = try start(home, editor: "echo IN THE EDITOR; sleep 30")
    try session.pty.send("\u{1B}e")
    try session.pty.wait(forText: "IN THE EDITOR")
    try session.pty.send("\u{3}")
    try session.pty.wait(for: "the console") { $0.isAlternate && $0.shows("signal 2") && $0.shows("draft") }
    try session.pty.send("!")
    try session.pty.wait(forText: "draft!")
    try quit(session)
  }

  @Test("control characters and escapes that the editor leaves are taken as a paste would be")
  func hostile() throws {
    let home = try Home()
    let session = try start(home, editor: "printf 'a\\033[2Jb\\302\\233c\\000d\\n' > \"$1\"")
    try session.pty.send("\u{1B}e")
    try session.pty.wait(forText: "Taken over")
    #expect(!session.pty.screen.sawRawControl && session.pty.screen.unknownSequences.isEmpty)
    #expect(session.pty.screen.shows("Ctrl-K"))
    try quit(session)
  }
}
