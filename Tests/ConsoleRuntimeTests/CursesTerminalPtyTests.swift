import Foundation
import ScreenKit
import TestSupport
import Testing

@Suite("CursesTerminal on a pty", .serialized)
struct CursesTerminalPtyTests {
  /// A folder of its own for the program.
  private final class Place {
    let url = FileManager.default.temporaryDirectory.appending(path: "sapa-pty-\(UUID().uuidString)")

    init(config: String = "{}") throws {
      try FileManager.default.createDirectory(
        at: url.appending(path: "config/sapa"), withIntermediateDirectories: true)
      try config.write(to: url.appending(path: "config/sapa/config.json5"), atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var environment: [String: String] {
      [
        "XDG_DATA_HOME": url.path + "/data", "XDG_CONFIG_HOME": url.path + "/config", "HOME": url.path,
        "TZ": "UTC",
        "USER": "tester",
      ]
    }

    func start(_ more: [String: String] = [:], size: Size = Size(columns: 100, rows: 30)) throws -> PtySession
    {
      let session = try PtySession(
        PtySession.product("sapa"), environment: environment.merging(more) { $1 }, size: size,
        keeping: self)
      try session.wait(forText: "Ctrl-K")
      return session
    }

    /// An interactive shell in which jobs can be stopped.
    func shell() throws -> PtySession {
      let more = ["PS1": "READY ", "SAPA": PtySession.product("sapa"), "PIDFILE": url.path + "/pid"]
      let session = try PtySession(
        "/bin/bash", ["--norc", "--noprofile", "--noediting", "-i"],
        environment: environment.merging(more) { $1 },
        size: Size(columns: 100, rows: 30), keeping: self)
      try session.wait(forText: "READY")
      return session
    }

    func process() throws -> Int32 {
      try #require(
        Int32(
          try String(contentsOf: url.appending(path: "pid"), encoding: .utf8).trimmingCharacters(
            in: .whitespacesAndNewlines)))
    }
  }

  private func quit(_ session: PtySession) throws {
    try session.send("\u{3}")
    #expect(try session.waitForExit() == .code(0))
    #expect(session.isRestored)
  }

  /// Opens the first conversation, with the keys in the composer.
  private func compose(_ session: PtySession) throws {
    try session.send("\r")
    try session.wait(forText: "Write here")
  }

  @Test("the line's modes are the same before and after")
  func modes() throws {
    let place = try Place()
    let session = try PtySession(PtySession.product("sapa"), environment: place.environment, keeping: place)
    let before = session.lineModes
    try session.wait(forText: "Ctrl-K")
    #expect(session.isRaw && session.screen.isAlternate && session.screen.isBracketedPaste)
    try quit(session)
    #expect(session.lineModes == before)
    #expect(session.screen.unknownSequences.isEmpty && !session.screen.sawRawControl)
  }

  /// How the program is stopped; `nil` is Ctrl-Z.
  static let stops: [Int32?] = [nil, SIGTSTP, SIGSTOP]

  @Test(
    "stopped and brought back by a shell, the line is as it was and the screen is drawn anew",
    arguments: stops)
  func jobControl(signal: Int32?) throws {
    let place = try Place()
    let shell = try place.shell()
    let before = shell.lineModes
    try shell.send("sh -c 'echo $$ > \"$PIDFILE\"; exec \"$SAPA\"'\r")
    try shell.wait(forText: "Ctrl-K")
    #expect(shell.isRaw && shell.screen.isAlternate)
    for round in 1...2 {
      if let signal { kill(try place.process(), signal) } else { try shell.send("\u{1A}") }
      try shell.wait(for: "the shell") { $0.shows("Stopped") && !shell.isRaw }
      #expect(shell.lineModes == before, "round \(round)")
      if signal != SIGSTOP { #expect(!shell.screen.isAlternate && !shell.screen.isBracketedPaste) }
      try shell.send("fg\r")
      try shell.wait(for: "the console") {
        $0.shows("Ctrl-K") && !$0.shows("Stopped") && $0.isAlternate && shell.isRaw
      }
      #expect(shell.screen.isBracketedPaste)
    }
    try shell.send("\u{3}")
    try shell.wait(for: "the shell") { !$0.isAlternate && !shell.isRaw && $0.shows("READY") }
    #expect(shell.lineModes == before)
    #expect(!shell.screen.isBracketedPaste && shell.screen.isCursorVisible)
    try shell.send("exit\r")
    _ = try shell.waitForExit()
  }

  @Test(
    "the colours are those that the terminal has",
    arguments: [
      ("xterm-256color", true), ("screen-256color", true), ("linux", true), ("xterm", true), ("vt100", false),
      ("xterm-mono", false),
    ])
  func colours(name: String, hasColours: Bool) throws {
    let session = try Place().start(["TERM": name])
    let text = String(decoding: session.output, as: UTF8.self)
    #expect(text.contains(/\u{1B}\[([0-9;]*;)?3[0-8](;[0-9;]*)?m/) == hasColours)
    if !name.hasSuffix("256color") { #expect(!text.contains("38;5;")) }
    #expect(session.screen.shows("F1 help"))
    try compose(session)
    try session.send("plain")
    try session.wait(forText: "plain")
    try session.send("\u{3}")
    #expect(try session.waitForExit() == .code(0))
    #expect(!session.isRaw && !session.screen.isBracketedPaste)
  }

  @Test(
    "a terminal that is too simple is refused, and the line left alone", arguments: ["dumb"])
  func unknown(name: String) throws {
    let place = try Place()
    let session = try PtySession(
      PtySession.product("sapa"), environment: place.environment.merging(["TERM": name]) { $1 },
      keeping: place)
    let before = session.lineModes
    #expect(try session.waitForExit() == .code(1))
    #expect(session.lineModes == before && !session.isRaw && !session.screen.isAlternate)
    #expect(session.screen.text.hasPrefix("sapa: "))
  }

  @Test("a thousand keys that wait are taken at once and cost little output")
  func queuedKeys() throws {
    let session = try Place().start()
    let before = session.output.count
    try session.send(String(repeating: "\u{1B}[B\u{1B}[A", count: 500) + "?")
    try session.wait(forText: "What works here")
    let written = session.output.count - before
    #expect(written < 30_000, "\(written) bytes")
    try session.send("\u{1B}")
    try session.wait { !$0.shows("What works here") }
    try quit(session)
  }

  @Test("a lone Esc leaves the composer, Alt-Enter makes a line, and both come apart or together")
  func escape() throws {
    let session = try Place(config: "{ escapeDelay: 500, holdSeconds: 0 }").start()
    try compose(session)
    try session.send("qqa")
    try session.wait(forText: "qqa")
    try session.send("\u{1B}\r")
    try session.send("qqb")
    try session.wait(forText: "qqb")
    // Its two bytes in two pieces.
    try session.send("\u{1B}")
    try session.send("\r")
    try session.send("qqc")
    try session.wait(for: "three lines") { $0.shows("qqa") && $0.shows("qqb") && $0.shows("qqc") }
    let rows = session.screen.rows
    let places = ["qqa", "qqb", "qqc"].compactMap { word in rows.firstIndex { $0.contains(word) } }
    #expect(places.count == 3 && places == [places[0], places[0] + 1, places[0] + 2])
    try session.send("\u{1B}")
    try session.wait(forText: "[Conversation]")
    try quit(session)
  }

  @Test("sequences that come in pieces are one key, unknown ones and answers are nothing")
  func pieces() throws {
    let session = try Place(config: "{ escapeDelay: 1000 }").start()
    try compose(session)
    try session.send("bc")
    try session.wait(forText: "bc")
    for piece in ["\u{1B}", "[", "1", "~"] { try session.send(piece) }
    try session.send("a")
    try session.wait(forText: "abc")
    for noise in [
      "\u{1B}[200;1x", "\u{1B}[?1;2c", "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}[M !!",
      "\u{1B}[<0;1;1M", "\u{1B}[I",
    ] {
      try session.send(noise)
    }
    try session.send("-")
    try session.wait(forText: "a-bc")
    for byte in Array("é漢".utf8) { try session.send(bytes: [byte]) }
    try session.wait(forText: "a-é漢bc")
    try quit(session)
  }

  @Test("a paste of garbage is text by its marks, and the keys work after it")
  func garbage() throws {
    let session = try Place(config: "{ holdSeconds: 0 }").start()
    try compose(session)
    var bytes = Array("\u{1B}[200~".utf8)
    for byte in UInt8.min...UInt8.max where byte != 0x1B { bytes.append(byte) }
    bytes += Array("\u{1B}[31m\u{1B}]0;owned\u{7}\u{1B}[20\r\r\rend\u{1B}[201~".utf8)
    try session.send(bytes: bytes)
    try session.wait(forText: "end")
    #expect(
      !session.screen.sawRawControl && session.screen.unknownSequences.isEmpty
        && session.screen.bellCount == 0)
    #expect(!session.screen.titles.contains("owned"))
    try session.send("!")
    try session.wait(forText: "end!")
    try quit(session)
  }

  @Test("a paste that never ends is given up after a while, and what was in it stays")
  func lostEnd() throws {
    let session = try Place().start()
    try compose(session)
    try session.send("\u{1B}[200~lost\rend")
    try session.wait(forText: "lost")
    try session.send("!")
    try session.wait(forText: "end!")
    try session.send("\u{1B}[201~")
    try session.send("?")
    try session.wait(forText: "end!?")
    try quit(session)
  }

  @Test(
    "a size beyond all measure and one of a single cell end in no harm",
    arguments: [
      Size(columns: 1, rows: 1), Size(columns: 1_024, rows: 200), Size(columns: 40, rows: 10),
      Size(columns: 39, rows: 9),
    ])
  func sizes(size: Size) throws {
    let session = try Place().start()
    session.resize(size)
    let before = session.output.count
    try session.send("\u{C}")
    try session.wait { _ in session.output.count > before }
    session.resize(Size(columns: 100, rows: 30))
    try session.wait(forText: "Ctrl-K")
    #expect(session.screen.unknownSequences.isEmpty)
    try quit(session)
  }

  @Test(
    "a signal that kills leaves the terminal as it was",
    arguments: [SIGINT, SIGTERM, SIGHUP, SIGSEGV, SIGABRT])
  func signals(signal: Int32) throws {
    let place = try Place()
    let session = try PtySession(PtySession.product("sapa"), environment: place.environment, keeping: place)
    let before = session.lineModes
    try session.wait(forText: "Ctrl-K")
    session.signal(Int(signal))
    let status = try session.waitForExit()
    #expect(status == .code(0) || status == .signal(Int(signal)))
    #expect(session.isRestored && session.lineModes == before)
  }
}
