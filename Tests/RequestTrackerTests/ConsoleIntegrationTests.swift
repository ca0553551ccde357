import Foundation
import OddServer
import ScreenKit
import SystemCalls
import TestSupport
import Testing

/// The real console on a pty, its adapter, and a real RT.
@Suite("Integration: the console on a real RT", .enabled(if: RealRT.isExpected, RealRT.hint))
struct ConsoleIntegrationTests {
  /// The console with a home of its own, which goes when the program has gone.
  private static func console(_ url: String, token: String, settings: String = "") throws -> PtySession {
    let home = try ScratchFolder()
    try FileSystem.makeFolder(home.path + "/config/sapa")
    let adapter = Checkout.products.appending(path: "sapa-adapter-rt").path
    let config = """
      { desks: [{ name: "rt", adapter: ["\(adapter)"], tokenFile: "~/token",
                  settings: { url: "\(url)", queues: ["Returns"], pollSeconds: 1, timeoutSeconds: 100\(settings) } }],
        holdSeconds: 0 }
      """
    try FileSystem.replace(home.path + "/config/sapa/config.json5", with: Array(config.utf8))
    let file = home.path + "/token"
    try FileSystem.replace(file, with: Array(token.utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    return try PtySession(
      PtySession.product("sapa"), [],
      environment: [
        "HOME": home.path, "XDG_DATA_HOME": home.path + "/data", "XDG_CONFIG_HOME": home.path + "/config",
        "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
        "SWIFT_BACKTRACE": "enable=no",
      ], size: Size(columns: 120, rows: 40), keeping: home)
  }

  private static let limit = 60_000

  @Test("A ticket comes by itself, is answered while the call hangs, and its customer reads no note")
  func wholeDay() throws {
    let rt = try RealRT()
    let proxy = try FaultyProxy(upstream: rt.url)
    let word = "zq" + String(ProcessContext.random(), radix: 36)
    let console = try Self.console(proxy.url, token: rt.token("alice"))
    try console.wait(forText: "Ctrl-K", limit: Self.limit)
    // All conversations of which the subject holds the word: none yet.
    try console.send("3/" + word + "\r")
    try console.wait(forText: word, limit: Self.limit)

    let ticket = try rt.ticket("Parcel \(word)", queue: "Returns", content: "Where is my parcel?")
    try console.wait(for: "the ticket", limit: Self.limit) { $0.shows("Parcel \(word)") }
    try console.send("\r")
    try console.wait(forText: "Where is my parcel?", limit: Self.limit)
    try console.wait(forText: "Write here", limit: Self.limit)

    // The call hangs between the adapter and RT; the console does not.
    try proxy.strike(.hold, "POST", "/ticket/\(ticket)/correspond")
    let reply = "It is on its way to you \(word)"
    try console.send(reply)
    try console.wait(forText: reply)
    try console.send("\r")
    #expect(try proxy.struck(atLeast: 1).count == 1, "the answer has not left")
    let note = "between us zanzibar \(word)"
    for character in note {
      try console.send(String(character))
      try console.wait()
    }
    try console.wait(forText: note)
    #expect(try rt.messages(ticket, saying: reply).isEmpty, "the call did not hang any more")
    try proxy.release()
    try console.wait(for: "the answer in RT", limit: Self.limit) { _ in
      (try? rt.messages(ticket, saying: reply)) == ["Correspond"]
    }

    try console.send("\u{1B}n")
    try console.wait(for: "the note", limit: Self.limit) { $0.shows("NOTE, only we read it") }
    try console.send("\r")
    try console.wait(for: "the note in RT", limit: Self.limit) { _ in
      (try? rt.messages(ticket, saying: note)) == ["Comment"]
    }
    // Before the console knows it, it asks what is to become of the note.
    try console.wait(forText: "Note kept", limit: Self.limit)
    try console.send("\u{3}")
    #expect(try console.waitForExit() == .code(0))

    #expect(try rt.messages(ticket, saying: reply) == ["Correspond"])
    let toCustomer = try rt.mails(for: ticket).filter { $0.contains("kim@cust.test") }
    #expect(toCustomer.filter { $0.contains(reply) }.count == 1)
    #expect(!toCustomer.contains { $0.contains("zanzibar") })
  }

  @Test(
    "A search of the settings is a view: what it finds is opened, resolved or not, and what comes later appears"
  )
  func searchAsView() throws {
    let rt = try RealRT()
    let word = "zv" + String(ProcessContext.random(), radix: 36)
    let first = try rt.ticket("Lamp \(word)", queue: "Support", content: "It does not shine.")
    try rt.ask("PUT", "/ticket/\(first)", #"{"Status":"resolved"}"#)
    // Of a queue that the desk does not show otherwise.
    let console = try Self.console(
      rt.url, token: rt.token("alice"), settings: ", searches: { \"Lamps\": \"Subject LIKE '\(word)'\" }")
    try console.wait(forText: "Ctrl-K", limit: Self.limit)
    try console.send("V")
    try console.wait(forText: "Lamps", limit: Self.limit)
    #expect(console.screen.shows("Returns"), "the queue stands there, too")
    try console.send("lamps\r")
    try console.wait(forText: "[Lamps 1]", limit: Self.limit)
    try console.wait(forText: "It does not shine.", limit: Self.limit)
    _ = try rt.ticket("Lamp \(word) again", queue: "Returns", content: "The second one neither.")
    try console.wait(forText: "[Lamps 2]", limit: Self.limit)
    try console.send("\u{3}")
    #expect(try console.waitForExit() == .code(0))
  }
}
