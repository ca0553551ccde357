import ScreenKit
import TestSupport
import Testing

@Suite("A quiet terminal", .serialized)
struct QuietTerminalTests {
  @Test("a typed key writes at most 8 bytes, and nothing is written while idle")
  func byteBudget() throws {
    let home = try Home()
    let session = try ConsoleSession(home: home, size: Size(columns: 160, rows: 48))
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    try session.pty.send("a")
    // Opened by hand, the conversation is marked as read: that must be over first.
    try session.pty.wait { _ in home.drafts.contains("\"a\"") && home.journal.contains("readUpTo") }
    var sizes: [Int] = []
    for letter in "bcdefgh ijklmno" {
      let before = session.pty.output.count
      try session.pty.send(String(letter))
      try session.pty.wait { _ in session.pty.output.count > before }
      sizes.append(session.pty.output.count - before)
    }
    // The clock is the real one: a minute may turn, once, and change what the queue says of waiting.
    #expect(sizes.filter { $0 > 8 }.count <= 1, "\(sizes)")
    // The draft is written meanwhile; the screen must not notice.
    var isQuiet = false
    for letter in "pq" where !isQuiet {
      try session.pty.send(String(letter))
      try session.pty.wait { $0.shows("ijklmno\(letter == "p" ? "p" : "pq")") }
      let before = session.pty.output.count
      try session.pty.wait { _ in home.drafts.contains("ijklmno\(letter == "p" ? "p" : "pq")") }
      isQuiet = session.pty.output.count == before
    }
    #expect(isQuiet)
    try session.pty.send("\u{3}")
    _ = try session.pty.waitForExit()
  }

  @Test("Ctrl-L draws everything anew, and the same")
  func redraw() throws {
    let session = try ConsoleSession(home: try Home())
    try session.waitForStart()
    let rows = session.pty.screen.rows
    let before = session.pty.output.count
    try session.pty.send("\u{C}")
    try session.pty.wait { _ in session.pty.output.count > before + 1_000 }
    #expect(session.pty.screen.rows == rows)
    try session.pty.send("\u{3}")
    _ = try session.pty.waitForExit()
  }

  @Test("a resize is followed, down to a size that is too small and back")
  func resize() throws {
    let session = try ConsoleSession(home: try Home())
    try session.waitForStart()
    session.pty.resize(Size(columns: 30, rows: 6))
    try session.pty.wait(forText: "too small")
    session.pty.resize(Size(columns: 160, rows: 48))
    try session.pty.wait(forText: "Customer")
    session.pty.resize(Size(columns: 80, rows: 24))
    try session.pty.wait(forText: "[Mine")
    try session.pty.send("\u{3}")
    _ = try session.pty.waitForExit()
  }

  @Test("without colours every audience is told in words and in reverse")
  func monochrome() throws {
    let session = try ConsoleSession(home: try Home(), environment: ["NO_COLOR": "1"])
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "reply to")
    try session.pty.send("\u{1B}n")
    try session.pty.wait(forText: "NOTE, only we read it")
    let looks = session.pty.screen.cells.joined().map(\.look)
    #expect(looks.allSatisfy { $0.foreground == nil && $0.background == nil })
    let row = session.pty.screen.rows.firstIndex { $0.contains("NOTE, only we read it · about") }
    #expect(row.map { session.pty.screen.runs($0).contains { $0.look.isReversed } } == true)
    try session.pty.send("\u{3}")
    _ = try session.pty.waitForExit()
  }

  @Test("a paste of many lines goes into the composer whole and sends nothing")
  func paste() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    let lines = (1...300).map { "line \($0) of the paste" }.joined(separator: "\r")
    try session.pty.send("\u{1B}[200~" + lines + "\u{1B}[201~")
    try session.pty.wait(forText: "line 300 of the paste")
    try session.pty.wait { _ in home.drafts.contains("line 150 of the paste") }
    #expect(!home.journal.contains("of the paste"))
    try session.pty.send("\u{3}")
    _ = try session.pty.waitForExit()
  }
}
