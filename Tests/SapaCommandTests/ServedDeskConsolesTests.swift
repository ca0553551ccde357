import Foundation
import TestSupport
import Testing

/// Two consoles, each with a mirror of its own, on one desk that is served: a team desk as over ssh.
@Suite("Two consoles on a served desk", .serialized)
struct ServedDeskConsolesTests {
  private func home(_ agent: String, _ name: String, on desk: String) throws -> Home {
    let sapa = PtySession.product("sapa")
    return try Home(
      config: """
        { agent: { id: "\(agent)", name: "\(name)" }, holdSeconds: 0, desks: [
          { name: "team", adapter: ["\(sapa)", "serve", "--desk", "\(desk)", "--as", "\(agent)=\(name)"] } ] }
        """)
  }

  private func start(_ home: Home) throws -> ConsoleSession {
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.send("3")
    try session.pty.wait(forText: "Dewi")
    try session.pty.send("\r")
    try session.pty.wait(forText: "tagihan saya dua kali")
    return session
  }

  @Test("what one says the other sees, with who reads and who writes; the desk has it once")
  func together() throws {
    let host = try Home()
    let line =
      #"{"id":"c-1","channel":"chat","contact":{"id":"u-7","full":"Dewi"},"entries":[{"id":"e-1","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u-7"},"audience":"customer","text":"tagihan saya dua kali"}]}"#
    #expect(try host.run(["import", "-", "--desk", host.desk.path], input: line).code == 0)
    let (nastya, budi) = (
      try home("a-1", "Nastya", on: host.desk.path), try home("a-2", "Budi", on: host.desk.path)
    )
    let one = try start(nastya)
    let two = try start(budi)
    try one.pty.wait(forText: "Budi")
    try one.pty.send("Sudah kami kembalikan, Kak.")
    try two.pty.wait(forText: "Nastya is writing")
    try one.pty.send("\r")
    try two.pty.wait(forText: "Sudah kami kembalikan, Kak.")
    for session in [one, two] {
      try session.pty.send("\u{3}")
      #expect(try session.pty.waitForExit() == .code(0))
    }
    let exported = try host.run(["export", "--desk", host.desk.path], input: "").out
    #expect(exported.ranges(of: "Sudah kami kembalikan, Kak.").count == 1)
    #expect(exported.contains(#""id":"a-1","name":"Nastya""#))
  }

  @Test("the queues of the served desk are views of the console, with their counts and their conversations")
  func queues() throws {
    let host = try Home()
    let lines = ["open", "solved", "solved"].enumerated().map { number, status in
      #"{"id":"c-\#(number)","status":"\#(status)","contact":{"id":"u-\#(number)","full":"Customer \#(number)"},"entries":[{"id":"e-\#(number)","at":"2026-03-01T09:12:00Z","author":{"kind":"customer","id":"u-\#(number)"},"audience":"customer","text":"text \#(number)"}]}"#
    }
    let input = lines.joined(separator: "\n")
    #expect(try host.run(["import", "-", "--desk", host.desk.path], input: input).code == 0)
    let session = try ConsoleSession(home: home("a-1", "Nastya", on: host.desk.path))
    try session.waitForStart()
    try session.pty.send("3")
    try session.pty.wait(forText: "Customer 0")
    try session.pty.send("V")
    try session.pty.wait(forText: "All open")
    // Both the console and the desk have one of this name; the desk's stands behind.
    try session.pty.send("resolved\u{1B}[B\r")
    try session.pty.wait(for: "the queue") { screen in
      screen.shows("[Resolved 2]") && screen.shows("Customer 1") && screen.shows("Customer 2")
    }
    try session.pty.send("V")
    try session.pty.wait(forText: "type to narrow")
    try session.pty.send("all open\r")
    try session.pty.wait(for: "the other queue") { $0.shows("[All open 1]") && $0.shows("Customer 0") }
    try session.pty.send("\u{3}")
    #expect(try session.pty.waitForExit() == .code(0))
  }
}
