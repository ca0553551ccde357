import Foundation
import TestSupport
import Testing

@Suite("Several local desks in one console", .serialized)
struct OpenDesksTests {
  /// Two desks on which the same ids mean different conversations.
  private static func home() throws -> Home {
    let home = try Home(
      config: """
        { desks: [{ name: "one", title: "First shop", folder: "~/one" }, { name: "two", folder: "~/two" }],
          agent: { id: "olena", name: "Olena" }, holdSeconds: 0 }
        """)
    for (name, subject, minute) in [("one", "Parcel", "10"), ("two", "Refund", "05")] {
      let line =
        #"{"id":"c-1","subject":"\#(subject)","contact":{"id":"u-1","full":"Dewi \#(name)"},"entries":[{"id":"e-1","at":"2026-03-02T09:\#(minute):00Z","author":{"kind":"customer","id":"u-1"},"audience":"customer","text":"halo \#(name)"}]}"#
      let result = try home.run(["import", "-", "--desk", name], input: line)
      #expect(result.code == 0 && result.error.isEmpty)
    }
    return home
  }

  private static func journal(_ home: Home, _ desk: String) throws -> String {
    let folder = home.url.appending(path: desk + "/journal")
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .map { try String(contentsOf: $0, encoding: .utf8) }.joined()
  }

  private static let now = ["--now", "2026-03-02T09:24:00Z"]

  @Test("the queue shows both desks, a filter or a desk's own view shows one")
  func queue() throws {
    let home = try Self.home()
    let result = try home.run(
      ["--script", "-"] + Self.now,
      input: """
        command viewAll
        frame both
        key /
        type desk:one
        key Enter
        frame one
        key 7
        frame two
        """)
    #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
    let frames = result.out.components(separatedBy: "--- ").dropFirst().map { String($0) }
    #expect(frames.count == 3)
    guard frames.count == 3 else { return }
    #expect(frames[0].contains("one + two") && frames[0].contains("All 2"))
    #expect(frames[0].contains("Dewi one") && frames[0].contains("Dewi two"))
    #expect(frames[1].contains("Dewi one") && !frames[1].contains("Dewi two"))
    #expect(frames[2].contains("Dewi two") && !frames[2].contains("Dewi one"))
  }

  @Test("an answer is on the desk of its conversation, and on no other; a draft lies with its desk")
  func answer() throws {
    let home = try Self.home()
    // The one who waits longest stands first: the second desk's.
    let result = try home.run(
      ["--script", "-"] + Self.now,
      input: """
        command viewAll
        key Enter
        type The money is on its way
        key Enter
        wait 2s
        key Esc
        command viewAll
        key Home Enter
        type Not yet sent
        wait 5s
        frame end
        """)
    #expect(result.code == 0 && result.error.isEmpty, "\(result.error)")
    #expect(try Self.journal(home, "two").contains("The money is on its way"))
    #expect(try !Self.journal(home, "one").contains("The money is on its way"))
    let drafts = home.url.appending(path: "one/drafts/olena")
    let names = try FileManager.default.contentsOfDirectory(atPath: drafts.path).filter {
      $0.hasSuffix(".json")
    }
    #expect(names.count == 1)
    let draft = try String(contentsOf: drafts.appending(path: names.first ?? ""), encoding: .utf8)
    #expect(draft.contains("Not yet sent") && draft.contains(#""c-1""#) && !draft.contains("one:"))
    // The same draft, whether the desk is opened with others or alone.
    for arguments in [[], ["--desk", "one"], ["--desk", home.url.path + "/one"]] {
      let again = try home.run(
        ["--script", "-"] + Self.now + arguments, input: "command viewAll\nkey Home Enter\nframe\n")
      #expect(again.out.contains("Not yet sent"), "\(arguments) \(again.out)")
    }
  }

  @Test("a command about one desk asks which, and takes its name")
  func oneDesk() throws {
    let home = try Self.home()
    for arguments in [["export"], ["search", "halo"], ["import", "-"]] {
      let result = try home.run(arguments, input: "")
      #expect(result.code == 1 && result.out.isEmpty)
      #expect(result.error == "sapa: The config has several desks. Say which one with --desk: one, two.\n")
    }
    #expect(try home.run(["search", "halo", "--desk", "two"]).out.contains("Dewi two"))
    #expect(try home.run(["export", "--desk", "one"]).out.contains("Parcel"))
    let doctor = try home.run(["doctor"])
    #expect(doctor.out.contains(home.url.path + "/one") && doctor.out.contains(home.url.path + "/two"))
  }

  @Test("one folder cannot be two desks, however it is written")
  func sameFolder() throws {
    let home = try Home()
    _ = try home.write(
      "{ desks: [{ name: 'a', folder: '~/x' }, { name: 'b', folder: '\(home.url.path)/x' }] }",
      to: "config/sapa/config.json5")
    let result = try home.run(["--script", "-"], input: "frame\n")
    #expect(result.code == 1)
    #expect(result.error.hasPrefix("sapa: The desks “a” and “b” of the config have the same folder."))
  }

  @Test("a desk whose adapter cannot be started opens all the same, and says what to do")
  func adapter() throws {
    let home = try Home(
      config: "{ desks: [{ name: 'rt', adapter: ['no-such-adapter'] }, { name: 'own', folder: '~/own' }] }")
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.wait(forText: "rt")
    try session.pty.send("\u{3}")
    #expect(try session.pty.waitForExit() == .code(0))
    let refused = try home.run(["export", "--desk", "rt"], input: "")
    #expect(refused.code == 1)
    #expect(refused.error.hasPrefix("sapa: The desk “rt” is behind an adapter"), "\(refused.error)")
    #expect(try home.run(["--script", "-", "--desk", "own"], input: "frame\n").code == 0)
    #expect(try home.run(["doctor"]).out.contains("The desk rt is behind an adapter"))
  }
}

@Suite("What others change on one of several desks", .serialized)
struct SeveralDesksWatchTests {
  @Test("a line that another program imports into either desk is on the screen without a key")
  func watched() throws {
    let home = try Home(
      config: "{ desks: [{ name: 'one', folder: '~/one' }, { name: 'two', folder: '~/two' }] }")
    let session = try ConsoleSession(home: home)
    try session.waitForStart()
    try session.pty.send("3")
    for name in ["one", "two"] {
      let line = #"{"id":"c-1","subject":"s","contact":{"id":"u-1","full":"Dewi \#(name)"}}"#
      #expect(try home.run(["import", "-", "--desk", name], input: line).code == 0)
      try session.pty.wait(forText: "Dewi " + name)
    }
    try session.pty.send("\u{3}")
    #expect(try session.pty.waitForExit() == .code(0))
  }
}
