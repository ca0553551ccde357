import Foundation
import ScreenKit
import TestSupport
import Testing

@Suite("Ends of the program", .serialized)
struct ProgramEndTests {
  private static let text = "half a sentence that must survive"

  /// Opens the first conversation and types half a sentence.
  private func typed(_ home: Home, environment: [String: String] = [:]) throws -> ConsoleSession {
    let session = try ConsoleSession(home: home, environment: environment)
    try session.waitForStart()
    try session.pty.send("\r")
    try session.pty.wait(forText: "Write here")
    try session.pty.send(Self.text)
    try session.pty.wait(forText: Self.text)
    return session
  }

  /// The text is in the composer when the program starts again.
  private func expectRestored(_ home: Home) throws {
    let again = try ConsoleSession(home: home)
    try again.waitForStart()
    try again.pty.wait(forText: Self.text)
    try again.pty.send("\u{3}")
    #expect(try again.pty.waitForExit() == .code(0))
  }

  @Test("quitting restores the terminal and keeps the draft")
  func quit() throws {
    let home = try Home()
    let session = try typed(home)
    try session.pty.send("\u{3}")
    #expect(try session.pty.waitForExit() == .code(0))
    #expect(session.pty.isRestored)
    #expect(home.drafts.contains(Self.text))
    try expectRestored(home)
  }

  @Test("SIGTERM restores the terminal and keeps the draft")
  func terminate() throws {
    let home = try Home()
    let session = try typed(home)
    session.pty.signal(15)
    #expect(try session.pty.waitForExit() == .code(0))
    #expect(session.pty.isRestored)
    try expectRestored(home)
  }

  @Test("SIGHUP ends the program and keeps the draft")
  func hangUp() throws {
    let home = try Home()
    let session = try typed(home)
    session.pty.signal(1)
    #expect(try session.pty.waitForExit() == .code(0))
    try expectRestored(home)
  }

  @Test("kill -9 a second after the last key loses nothing")
  func kill() throws {
    let home = try Home()
    let session = try typed(home)
    // The draft's file is what is waited for, not time.
    try session.pty.wait { _ in home.drafts.contains(Self.text) }
    session.pty.signal(9)
    #expect(try session.pty.waitForExit() == .signal(9))
    try expectRestored(home)
  }

  @Test("a trap restores the terminal, leaves a readable message, and the reply comes back")
  func trap() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    try home.makeSampleDesk()
    let session = try typed(home, environment: ["SAPA_DIE_AT": "beforeWrite:2:trap"])
    try session.pty.send("\r")
    let status = try session.pty.waitForExit()
    #expect(status == .signal(4) || status == .signal(5), "\(status)")
    #expect(session.pty.isRestored)
    #expect(session.pty.screen.text.contains("draft"))
    try expectRestored(home)
  }

  @Test(
    "input that is no terminal, a TERM that is too simple and a locale without UTF-8 are told with what to do"
  )
  func refusals() throws {
    let home = try Home()
    let piped = try home.run([])
    #expect(piped.code == 1)
    #expect(piped.error.contains("terminal"))
    let unknown = try ConsoleSession(home: home, environment: ["TERM": "dumb"])
    #expect(try unknown.pty.waitForExit() == .code(1))
    #expect(unknown.pty.screen.text.contains("TERM=xterm-256color"))
    let latin = try ConsoleSession(home: home, environment: ["LC_ALL": "C"])
    try latin.waitForStart()
    try latin.pty.wait(forText: "UTF-8")
    try latin.pty.send("\u{3}")
    #expect(try latin.pty.waitForExit() == .code(0))
  }
}
