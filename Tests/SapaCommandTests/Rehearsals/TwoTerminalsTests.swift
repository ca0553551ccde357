import Foundation
import ScreenKit
import TestSupport
import Testing

/// Two people at one rehearsal, or at one reading, each at a terminal of their own.
@Suite("Two terminals", .serialized)
struct TwoTerminalsTests {
  private static let dialogue =
    #"{"id":"4711","channel":"chat","subject":"A late parcel","locale":"en","contact":{"id":"u-7","full":"Ada Lind"},"entries":[{"id":"e-1","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u-7"},"audience":"customer","text":"Where is my parcel?"},{"id":"e-2","at":"2026-03-01T12:12:00Z","author":{"kind":"agent","id":"a-1","name":"Olena"},"audience":"customer","text":"It is on its way."},{"id":"e-3","at":"2026-03-01T12:13:00Z","author":{"kind":"customer","id":"u-7"},"audience":"customer","text":"Since Monday!"},{"id":"e-4","at":"2026-03-01T12:14:00Z","author":{"kind":"agent","id":"a-1","name":"Olena"},"audience":"customer","text":"Sorry for the inconvenience."}]}"#

  /// One pane at a time, so that each line stands there once.
  private func start(_ home: Home, _ arguments: [String]) throws -> ConsoleSession {
    try ConsoleSession(home: home, arguments, size: Size(columns: 80, rows: 24))
  }

  private func quit(_ sessions: ConsoleSession...) throws {
    for session in sessions {
      try session.pty.send("\u{3}")
      #expect(try session.pty.waitForExit() == .code(0))
    }
  }

  /// Waits until texts stand below each other on a screen.
  private func wait(_ session: ConsoleSession, for texts: [String]) throws {
    try session.pty.wait(for: "\(texts)") { screen in
      let rows = screen.rows
      let places = texts.map { text in rows.firstIndex { $0.contains(text) } }
      return places.allSatisfy { $0 != nil } && places.compactMap { $0 } == places.compactMap { $0 }.sorted()
    }
  }

  @Test(
    "a colleague plays the customer: lines in order on both screens, one console killed and back, the end told to both"
  )
  func rehearsal() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    let trainee = try start(home, ["rehearse", "promo-code-at-ten-to-six", "--with-colleague"])
    try trainee.pty.wait(forText: "the colleague is not here yet")
    var customer = try start(home, ["rehearse", "--as", "customer"])
    try customer.pty.wait(forText: "Your card")
    try customer.pty.send("\r")
    try customer.pty.wait(forText: "you are the customer")
    try customer.pty.send("Is anybody there?\r")
    try trainee.pty.wait(forText: "Is anybody there?")
    try trainee.pty.send("r")
    try trainee.pty.wait(forText: "Enter")
    try trainee.pty.send("Yes, I am here. What can I do for you?\r")
    try customer.pty.wait(forText: "Yes, I am here.")
    customer.pty.signal(9)
    _ = try customer.pty.waitForExit()
    customer = try start(home, ["rehearse", "--as", "customer"])
    try customer.pty.wait(forText: "Your card")
    try customer.pty.send("\r")
    try wait(customer, for: ["Is anybody there?", "Yes, I am here."])
    try customer.pty.send("My code does not work.\r")
    for session in [trainee, customer] {
      try wait(session, for: ["Is anybody there?", "Yes, I am here.", "My code does not work."])
    }
    try customer.pty.send("\u{1B}[24~")
    try customer.pty.wait(forText: "Your card")
    try customer.pty.send("e")
    try customer.pty.wait(forText: "How has it ended?")
    try customer.pty.send("\r")
    try customer.pty.wait(forText: "The rehearsal has ended")
    try trainee.pty.wait(forText: "How it went on")
    try trainee.pty.send("\u{1B}")
    try trainee.pty.wait(forText: "opens what comes afterwards")
    try quit(customer, trainee)
    let none = try home.run(["rehearse", "--as", "customer"])
    #expect(none.code == 1 && none.error.contains("No rehearsal waits"), "its desk is gone with it")
  }

  @Test(
    "a dialogue is read on two screens: each turns the page for their own lines; one killed comes back to the same line"
  )
  func reading() throws {
    let home = try Home(config: "{ holdSeconds: 0 }")
    #expect(try home.run(["import", "-"], input: Self.dialogue).code == 0)
    let one = try start(home, ["read", "4711", "--as", "customer"])
    try one.pty.wait(forText: "line 1 of 4")
    var two = try start(home, ["read", "4711", "--as", "agent"])
    try two.pty.wait(forText: "next: the agent (Space)")
    try two.pty.send(" ")
    for session in [one, two] {
      try wait(session, for: ["Where is my parcel?", "3 hours later", "It is on its way."])
    }
    two.pty.signal(9)
    _ = try two.pty.waitForExit()
    two = try start(home, ["read", "4711", "--as", "agent"])
    try two.pty.wait(forText: "line 2 of 4")
    try one.pty.send(" ")
    for session in [one, two] { try session.pty.wait(forText: "Since Monday!") }
    try two.pty.send("n")
    try two.pty.send("She was not heard.\r")
    try one.pty.wait(forText: "She was not heard.")
    try two.pty.send("\u{1B}")
    try two.pty.wait(forText: "Space next line")
    try two.pty.send(" ")
    for session in [one, two] {
      try wait(session, for: ["Since Monday!", "She was not heard.", "Sorry for the inconvenience."])
      try session.pty.wait(forText: "the end")
    }
    try quit(one, two)
    let again = try home.run(["read", "4711", "--script", "-"], input: "frame now")
    #expect(again.out.contains("She was not heard."), "notes are kept")
    let fresh = try home.run(["read", "4711", "--again", "--script", "-"], input: "frame now")
    #expect(fresh.out.contains("line 1 of 4") && !fresh.out.contains("She was not heard."))
  }

  @Test("a voice reads the lines by the program that is installed, each role with its own")
  func voices() throws {
    let home = try Home()
    #expect(try home.run(["import", "-"], input: Self.dialogue).code == 0)
    let log = home.url.appending(path: "heard").path
    try home.makeFolder("bin")
    let program = try home.write(
      "#!/bin/sh\nread -r line\necho \"$2 $line\" >> '\(log)'\n", to: "bin/espeak-ng")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
    let path = home.url.appending(path: "bin").path + ":/usr/bin:/bin"
    let session = try ConsoleSession(home: home, ["read", "4711", "--voices"], environment: ["PATH": path])
    try session.pty.wait(forText: "line 1 of 4")
    for number in 2...3 {
      try session.pty.send(" ")
      try session.pty.wait(forText: "line \(number) of 4")
      // The next line would break the voice off.
      try session.pty.wait(for: "the voice") { _ in
        ((try? String(contentsOfFile: log, encoding: .utf8)) ?? "").split(separator: "\n").count == number - 1
      }
    }
    try quit(session)
    let heard = try String(contentsOfFile: log, encoding: .utf8)
    #expect(heard == "en+m3 It is on its way.\nen+f3 Since Monday!\n")
  }
}
