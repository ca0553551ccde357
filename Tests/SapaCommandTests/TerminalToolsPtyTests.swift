import Foundation
import ScreenKit
import TestSupport
import Testing

/// Mouse, clipboard, bell and title on the real program.
@Suite("Terminal tools on a pty", .serialized)
struct TerminalToolsPtyTests {
  private func start(_ home: Home, _ environment: [String: String] = [:]) throws -> ConsoleSession {
    let session = try ConsoleSession(home: home, environment: environment)
    try session.waitForStart()
    return session
  }

  private func quit(_ session: ConsoleSession) throws {
    try session.pty.send("\u{3}")
    #expect(try session.pty.waitForExit() == .code(0))
    #expect(session.pty.isRestored)
  }

  private func output(_ session: ConsoleSession) -> String {
    String(decoding: session.pty.output, as: UTF8.self)
  }

  @Test("a click opens what it points at, and the wheel scrolls")
  func mouse() throws {
    let session = try start(try Home())
    #expect(session.pty.screen.reportsMouse && session.pty.screen.reportsMouseAsSGR)
    let rows = session.pty.screen.rows
    let row = try #require(rows.firstIndex { $0.contains("Craig") })
    try session.pty.send("\u{1B}[<0;6;\(row + 1)M\u{1B}[<0;6;\(row + 1)m")
    try session.pty.send("\u{1B}[<0;6;\(row + 1)M\u{1B}[<0;6;\(row + 1)m")
    try session.pty.wait(for: "the composer") { $0.shows("Write here") }
    try quit(session)
  }

  @Test(
    "with mouse: false, and where the terminal database knows no mouse, it is left alone",
    arguments: [
      ("{ mouse: false }", "xterm-256color"), ("{}", "vt100"),
    ])
  func noMouse(config: String, name: String) throws {
    let session = try start(try Home(config: config), ["TERM": name])
    #expect(!session.pty.screen.reportsMouse && !output(session).contains("?1000"))
    try session.pty.send("\u{3}")
    #expect(try session.pty.waitForExit() == .code(0))
  }

  @Test("a death by a signal or a crash takes the mouse off", arguments: [SIGTERM, SIGSEGV, SIGABRT])
  func signals(signal: Int32) throws {
    let session = try start(try Home())
    #expect(session.pty.screen.reportsMouse)
    session.pty.signal(Int(signal))
    _ = try session.pty.waitForExit()
    #expect(!session.pty.screen.reportsMouse && !session.pty.screen.reportsMouseAsSGR)
  }

  @Test("y puts the entry into the clipboard by OSC 52, in tmux wrapped, too", arguments: [false, true])
  func copying(isTmux: Bool) throws {
    let session = try start(try Home(), isTmux ? ["TMUX": "/tmp/tmux-0/default,1,0"] : [:])
    try session.pty.send("C")
    try session.pty.wait(forText: "[Conversation]")
    try session.pty.send("y")
    try session.pty.wait(forText: "Copied what")
    let text = output(session)
    #expect(text.contains("\u{1B}]52;c;"))
    #expect(text.contains("\u{1B}Ptmux;\u{1B}\u{1B}]52;c;") == isTmux)
    try quit(session)
  }

  @Test("a copy command gets the text on its standard input; one that fails is told of")
  func copyCommand() throws {
    let home = try Home(
      config: "{ copyCommand: [\"sh\", \"-c\", \"cat > $HOME/clip; test ! -e $HOME/fail\"] }")
    let session = try start(home)
    try session.pty.send("C")
    try session.pty.wait(forText: "[Conversation]")
    try session.pty.send("y")
    try session.pty.wait(forText: "Copied what")
    let clip = home.url.appending(path: "clip")
    try session.pty.wait(for: "the text") { _ in
      ((try? Data(contentsOf: clip)) ?? Data()).count > 0
    }
    #expect(!output(session).contains("\u{1B}]52;"))
    _ = try home.write("", to: "fail")
    try session.pty.send("y")
    try session.pty.wait(forText: "sh ended with code 1")
    try quit(session)
  }

  @Test("the window has a title, and none with title: false", arguments: [true, false])
  func title(isWanted: Bool) throws {
    let session = try start(try Home(config: "{ title: \(isWanted) }"))
    #expect(session.pty.screen.titles.isEmpty == !isWanted)
    try quit(session)
  }

  @Test("a theme of the config is used, whatever its words")
  func theme() throws {
    let dark = try start(try Home(config: "{ theme: { base: 'dark', key: { color: 201 } } }"))
    #expect(output(dark).contains("38;5;201"))
    try quit(dark)
    let mono = try start(try Home(config: "{ theme: 'mono' }"))
    #expect(!output(mono).contains(/\u{1B}\[([0-9;]*;)?3[0-8](;[0-9;]*)?m/))
    try quit(mono)
  }

  @Test(
    "an unknown terminal is taken for an xterm, and that is said",
    arguments: ["nonsense", "", "../../etc/passwd"])
  func unknownTerminal(name: String) throws {
    let session = try start(try Home(), ["TERM": name])
    #expect(session.pty.screen.shows("xterm-256color"))
    try quit(session)
  }
}
