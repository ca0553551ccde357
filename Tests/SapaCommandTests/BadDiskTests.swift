import Foundation
import ScreenKit
import SystemCalls
import TestSupport
import Testing

@Suite("Bad disks", .serialized)
struct BadDiskTests {
  private static let text = "words that no disk may lose"

  /// The console with the first conversation's composer open.
  private func writing(_ home: Home) throws -> ConsoleSession {
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    return session
  }

  private func quit(_ session: ConsoleSession) throws {
    try session.pty.send("\u{3}")
    _ = try session.pty.waitForExit()
    #expect(session.pty.isRestored)
  }

  private func occurrences(_ home: Home) -> Int { home.journal.components(separatedBy: Self.text).count - 1 }

  @Test(
    "on a full disk the words stay in the composer and it is said; with room again they go, once",
    .enabled(if: SmallDisk.isPossible, "only who may mount a small disk can fill one"))
  func full() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    let disk = try SmallDisk(at: home.url.appending(path: "data"))
    try home.makeSampleDesk()
    let session = try writing(home)
    try disk.fill()
    // More than what is left of the last block of a file.
    let long = String(repeating: "a long answer, ", count: 1_000) + "\n" + Self.text
    try session.pty.send("\u{1B}[200~" + long + "\u{1B}[201~")
    try session.pty.wait(forText: "could not be written to disk")
    try session.pty.wait(forText: Self.text)
    try session.pty.send("\r")
    try session.pty.wait(forText: "the disk is full")
    try session.pty.wait(for: "the words in the composer") { $0.row($0.cursor.row).contains(Self.text) }
    #expect(occurrences(home) == 0)
    try disk.empty()
    try session.pty.send("\r")
    try session.pty.wait(for: "the reply in the journal") { _ in occurrences(home) == 1 && home.drafts.isEmpty
    }
    try quit(session)
    #expect(occurrences(home) == 1)
  }

  @Test(
    "a desk that can only be read says so at the start, and the words stay in the window",
    .enabled(if: SmallDisk.isPossible, "only who may mount a small disk can take the right to write away"))
  func readOnly() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    let disk = try SmallDisk(at: home.url.appending(path: "data"))
    try home.makeSampleDesk()
    try disk.setReadOnly(true)
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.wait(forText: "can only be read")
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    try session.pty.send(Self.text)
    try session.pty.wait(forText: "could not be written to disk")
    try session.pty.send("\r")
    try session.pty.wait(for: "the words in the composer") { $0.row($0.cursor.row).contains(Self.text) }
    try quit(session)
    #expect(occurrences(home) == 0)
  }

  @Test("a desk of a newer version is left alone, in one sentence that says what to do")
  func newerDesk() throws {
    let home = try Home()
    try home.makeSampleDesk()
    let before = home.journal
    let file = home.desk.appending(path: "desk.json")
    try "{\"format\":99}\n".write(to: file, atomically: true, encoding: .utf8)
    let session = try ConsoleSession(home: home)
    #expect(try session.pty.waitForExit() == .code(1))
    #expect(session.pty.screen.text.contains("format 99"))
    #expect(session.pty.screen.text.contains("use a newer one"))
    #expect(session.pty.isRestored)
    #expect(try String(contentsOf: file, encoding: .utf8) == "{\"format\":99}\n")
    #expect(home.journal == before)
  }

  @Test("a torn last line is put aside, told at the start, and the rest is there")
  func tornLine() throws {
    let home = try Home()
    try home.makeSampleDesk()
    let journal = home.desk.appending(path: "journal/000001.jsonl")
    let file = try FileHandle(forWritingTo: journal)
    try file.seekToEnd()
    try file.write(contentsOf: Data(#"{"event":"say","at":"2026-03-0"#.utf8))
    try file.close()
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.wait(forText: "torn by a crash")
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    try quit(session)
    #expect(try String(contentsOf: journal, encoding: .utf8).last == "\n")
    let aside = try FileManager.default.contentsOfDirectory(atPath: home.desk.appending(path: "journal").path)
      .filter { $0.hasPrefix("torn-") }
    #expect(aside.count == 1)
  }

  @Test(
    "a journal that somebody cut while it was open takes nothing more; the words stay and it is said what to do"
  )
  func cutMeanwhile() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    try home.makeSampleDesk()
    let session = try writing(home)
    try session.pty.send(Self.text)
    try session.pty.wait { _ in home.drafts.contains(Self.text) && home.journal.contains("readUpTo") }
    let journal = home.desk.appending(path: "journal/000001.jsonl")
    let file = try FileHandle(forWritingTo: journal)
    try file.truncate(atOffset: 100)
    try file.close()
    try session.pty.send("\r")
    try session.pty.wait(forText: "was moved or cut by somebody")
    try session.pty.wait(forText: Self.text)
    #expect(home.drafts.contains(Self.text))
    try quit(session)
    #expect(home.drafts.contains(Self.text))
  }

  @Test(
    "a desk in a folder without permission is refused in one sentence",
    .enabled(if: ProcessContext.isSuperuser, "only the superuser can run the program as somebody else"))
  func noPermission() throws {
    let home = try Home()
    try home.makeSampleDesk()
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: home.url.path)
    let session = try PtySession(
      "/usr/bin/setpriv",
      [
        "--reuid=65534", "--regid=65534", "--clear-groups", PtySession.product("sapa"), "--desk",
        home.desk.path,
      ],
      environment: home.environment, size: Size(columns: 120, rows: 40))
    let status = try session.waitForExit()
    // A checkout that nobody else may read cannot be tried.
    if status == .code(126) || status == .code(127) { return }
    #expect(status == .code(1))
    #expect(session.screen.text.lowercased().contains("permission denied"))
    #expect(session.screen.rows.filter { !$0.isEmpty }.count <= 2)
    #expect(session.isRestored)
  }
}
