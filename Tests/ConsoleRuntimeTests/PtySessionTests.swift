import ScreenKit
import TestSupport
import Testing

@Suite("PtySession")
struct PtySessionTests {
  private static func shell(_ script: String) throws -> PtySession {
    try PtySession("/bin/sh", ["-c", script], environment: ["SAPA_TEST": "seen"])
  }

  @Test("a program gets its arguments, environment and size, and its exit code is told")
  func start() throws {
    let session = try Self.shell("echo $TERM $SAPA_TEST $HOME; stty size; exit 7")
    #expect(try session.waitForExit() == .code(7))
    #expect(session.screen.row(0) == "xterm-256color seen")
    #expect(session.screen.row(1) == "24 80")
  }

  @Test("what is typed arrives, and the screen is read until it is as expected")
  func typing() throws {
    let session = try Self.shell("read line; echo \"got $line\"; read end")
    try session.send("hello\r")
    try session.wait(forText: "got hello")
    #expect(!session.isRaw)
  }

  @Test("a new size reaches the program")
  func resizing() throws {
    let session = try Self.shell("trap 'stty size; exit' WINCH; echo ready; while :; do read x; done")
    try session.wait(forText: "ready")
    session.resize(Size(columns: 100, rows: 30))
    _ = try session.waitForExit()
    #expect(session.screen.shows("30 100"))
  }

  @Test("a signal ends the program and is told as such")
  func signals() throws {
    let session = try Self.shell("echo ready; read x")
    try session.wait(forText: "ready")
    session.signal(9)
    #expect(try session.waitForExit() == .signal(9))
  }

  @Test("raw mode and changed line modes are seen")
  func modes() throws {
    let session = try Self.shell("read x; stty raw -echo; echo raw; head -c1 >/dev/null; stty sane; exit")
    let before = session.lineModes
    try session.send("\r")
    try session.wait(forText: "raw")
    #expect(session.isRaw)
    #expect(session.lineModes != before)
    try session.send("x")
    _ = try session.waitForExit()
    #expect(!session.isRaw)
  }

  @Test("waiting for what never comes fails with the screen")
  func failure() throws {
    let session = try Self.shell("echo something; read x")
    #expect(throws: PtySession.Failure.self) { try session.wait(forText: "else", limit: 100) }
    let ended = try Self.shell("echo gone")
    #expect(throws: PtySession.Failure.self) { try ended.wait(forText: "else") }
  }

  @Test("much text both ways does not stand still")
  func large() throws {
    let session = try Self.shell("stty raw -echo; echo ready; head -c 200000 | tr x y; echo END; read x")
    try session.wait(forText: "ready")
    try session.send(bytes: Array(repeating: 0x78, count: 200_000))
    try session.wait(forText: "END")
    #expect(session.output.count { $0 == 0x79 } >= 200_000)
  }

  @Test("a missing program exits with 127")
  func missing() throws {
    let session = try PtySession("/nonexistent/program")
    #expect(try session.waitForExit() == .code(127))
  }
}
