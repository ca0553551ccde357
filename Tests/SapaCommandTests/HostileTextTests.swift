import Foundation
import JSONText
import ScreenKit
import TestSupport
import Testing

@Suite("Hostile text", .serialized)
struct HostileTextTests {
  private static let sizes = [Size(columns: 160, rows: 48), Size(columns: 80, rows: 24)]

  /// Imports the file into a fresh desk.
  private func importedHome() throws -> Home {
    let home = try Home(
      config: #"{ agent: { id: "tester" }, desk: "\#(FileManager.default.temporaryDirectory.path)/none" }"#)
    let file = try home.write(HostileDesk.file, to: "hostile.jsonl")
    let result = try home.run(["import", file, "--desk", home.desk.path])
    #expect(result.code == 0, "\(result)")
    #expect(result.out.hasSuffix("\(HostilePayload.all.count + 2) new, 0 updated, 0 unchanged, 0 refused\n"))
    return home
  }

  private func walk(_ home: Home, _ size: Size) throws -> HostileWalk {
    let session = try ConsoleSession(home: home, ["--desk", home.desk.path], size: size)
    try session.waitForStart()
    let walk = HostileWalk(session.pty)
    walk.look()
    return walk
  }

  /// Nothing of the payloads reached the terminal; ends the program.
  private func expectHarmless(_ walk: HostileWalk, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let pty = walk.pty
    try pty.send("\u{3}")
    #expect(try pty.waitForExit() == .code(0), sourceLocation: sourceLocation)
    #expect(pty.isRestored, sourceLocation: sourceLocation)
    #expect(!pty.screen.sawRawControl, "\(pty.screen.rawControls.prefix(5))", sourceLocation: sourceLocation)
    // A title that begins with a combining mark is one that the virtual screen does not know.
    let unknown = pty.screen.unknownSequences.filter { !$0.hasPrefix("string ]2;") }
    #expect(unknown.isEmpty, "\(unknown.prefix(5))", sourceLocation: sourceLocation)
    #expect(pty.screen.bellCount == 0, sourceLocation: sourceLocation)
    for title in pty.screen.titles {
      #expect(title.firstHarm == nil, "in the title \(title.prefix(80))", sourceLocation: sourceLocation)
      #expect(title.utf8.count <= 1_024, sourceLocation: sourceLocation)
    }
    let text = String(decoding: pty.output, as: UTF8.self)
    let own: Set<Unicode.Scalar> = ["\u{1B}", "\r", "\n", "\u{8}", "\t", "\u{7}"]
    let harm = Set(text.unicodeScalars.filter { $0.isHarmful && !own.contains($0) })
    #expect(harm.isEmpty, "\(harm.map { String($0.value, radix: 16) })", sourceLocation: sourceLocation)
    let bytes = Data(pty.output)
    for payload in HostilePayload.all
    where payload.text.unicodeScalars.contains("\u{1B}") && payload.text.utf8.count > 2 {
      let raw = bytes.range(of: Data(payload.text.utf8))
      #expect(raw == nil, "\(payload.name) went through", sourceLocation: sourceLocation)
    }
  }

  /// Scrolls the conversation of bodies from its end to its start.
  private func scrollBodies(_ walk: HostileWalk) throws {
    try walk.press("3")
    try walk.pty.wait(forText: "Body")
    try walk.press("\r")
    try walk.pty.wait(forText: "Write here")
    try walk.press("\u{1B}")
    try walk.pty.wait(forText: "[Conversation]")
    try walk.pressPerhaps("G")
    for _ in 0..<400 where !walk.pty.screen.shows("«0»") {
      // Blank pages follow each other, and so do pages of one word.
      try walk.pressPerhaps("\u{1B}[5~")
    }
  }

  private func expectMarks(_ walk: HostileWalk, sourceLocation: SourceLocation = #_sourceLocation) {
    // Bytes, because a mark that follows would make another character of the quote.
    let all = Data(walk.seen.joined(separator: "\n").utf8)
    for (number, payload) in HostilePayload.all.enumerated() {
      let isShown = all.range(of: Data("«\(number)»\(payload.mark)".utf8)) != nil
      #expect(isShown, "\(payload.name) is not shown as \(payload.mark)", sourceLocation: sourceLocation)
    }
    let isPileTold = all.range(of: Data("‹+192›".utf8)) != nil
    #expect(isPileTold, sourceLocation: sourceLocation)
  }

  @Test(
    "every payload in a body, a name and a link is shown by its mark, wherever one scrolls", arguments: sizes)
  func bodies(size: Size) throws {
    let walk = try walk(try importedHome(), size)
    try scrollBodies(walk)
    expectMarks(walk)
    // Raw bytes of the first entry, then of one further down.
    try walk.press("x")
    try walk.pty.wait(forText: "Bytes as they came")
    #expect(walk.pty.screen.shows("1b"))
    walk.look()
    try walk.press("\u{1B}")
    for pane in ["T", "U"] {
      try walk.press(pane)
      for key in ["j", "j", "\u{1B}[6~", "\u{1B}[6~", "\u{1B}[6~", "G", "\u{1B}[5~", "g"] {
        try walk.pressPerhaps(key)
      }
    }
    try expectHarmless(walk)
  }

  @Test("a public tree of hostile comments is scrolled, folded and answered without harm", arguments: sizes)
  func tree(size: Size) throws {
    let walk = try walk(try importedHome(), size)
    try walk.press("3")
    try walk.pty.wait(forText: "Body")
    try walk.press("j")
    try walk.press("\r")
    try walk.press("\u{1B}")
    for key in ["G", "\u{1B}[5~", "g", "\u{1B}[6~"] { try walk.pressPerhaps(key) }
    for key in ["x", "q"] { try walk.press(key) }
    for key in ["T", "G", "\u{1B}[5~", "k", "z", "Z", "Z", "r"] { try walk.pressPerhaps(key) }
    try expectHarmless(walk)
  }

  @Test("a line of a megabyte is shown and scrolled")
  func megabyte() throws {
    let home = try Home()
    let result = try home.run(["import", "-", "--desk", home.desk.path], input: HostileDesk.oneLine)
    #expect(result.code == 0)
    let walk = try walk(home, Size(columns: 80, rows: 24))
    try walk.press("3")
    try walk.press("\r")
    try walk.pty.wait(forText: "Write here")
    try walk.press("\u{1B}[5~")
    #expect(walk.pty.screen.shows("266"))
    try expectHarmless(walk)
  }

  @Test("every payload in every field stands in its pane and shifts nothing", arguments: sizes)
  func fields(size: Size) throws {
    let walk = try walk(try importedHome(), size)
    try walk.press("3")
    try walk.pty.wait(forText: "Body")
    let panes = size.columns < 100 ? ["U", "T"] : ["Q"]
    for (round, pane) in panes.enumerated() {
      try walk.pressPerhaps(pane)
      for _ in 0..<HostilePayload.all.count + 1 {
        // Some look the same in the thread: two lone surrogates are one replacement character.
        if round == 0 { try walk.press("\u{E}") } else { try walk.pressPerhaps("\u{10}") }
      }
    }
    let all = walk.seen.joined(separator: "\n")
    for mark in ["␛[31;1;77m", "‹RLO›gpj.exe", "pay‹ZWSP›pal", "‹9B›31m", "good␍EVIL", "a‹U+E000›b", "a⏎"] {
      #expect(all.contains(mark), "\(mark)")
    }
    // Popups over a hostile conversation: palette, tags, people, statuses, sleep.
    try walk.pressPerhaps("Q")
    for _ in 0..<10 { try walk.pressPerhaps("\u{10}") }
    for key in ["\u{B}", "t", "a", "s", "h"] {
      try walk.press(key)
      for move in ["\u{1B}[B", "a"] { try walk.press(move) }
      try walk.press("\u{1B}")
    }
    try expectHarmless(walk)
  }

  @Test("hostile text that is pasted or typed is shown by marks too, also in pickers and the last look")
  func typed() throws {
    let home = try importedHome()
    let walk = try walk(home, Size(columns: 160, rows: 48))
    try walk.press("3")
    try walk.pty.wait(forText: "Body")
    try walk.press("\r")
    try walk.pty.wait(forText: "Write here")
    let paste = HostilePayload.all.filter { $0.text.utf8.count < 200 }.map(\.text).joined(separator: "\n")
    try walk.press("\u{1B}[200~" + paste + "\u{1B}[201~")
    for _ in 0..<5 { try walk.pressPerhaps("\u{1B}[A\u{1B}[D\u{1B}[A") }
    try walk.press("\r")
    walk.look()
    try walk.press("\u{1B}")
    try walk.press("\u{1B}")
    try walk.press("t")
    try walk.press("\u{1B}[200~\u{1B}[31m\u{202E}tag\u{9B}\u{1B}[201~")
    walk.look()
    try walk.press("\u{1B}")
    try expectHarmless(walk)
  }

  @Test("a script prints the same desk without harm")
  func script() throws {
    let home = try importedHome()
    let steps = "command viewAll\n" + String(repeating: "command nextConversation\nframe\n", count: 40)
    let result = try home.run(["--desk", home.desk.path, "--script", "-", "--size", "160x48"], input: steps)
    #expect(result.code == 0 && result.error.isEmpty)
    #expect(result.out.firstHarm == nil)
    #expect(result.out.contains("␛[31;1;77m"))
  }

  @Test("the export holds every payload unchanged")
  func export() throws {
    let home = try importedHome()
    let result = try home.run(["export", "--desk", home.desk.path])
    #expect(result.code == 0)
    #expect(result.out == HostileDesk.file)
    // What was opened is changed in its read mark only.
    let walk = try walk(home, Size(columns: 160, rows: 48))
    try walk.press("3")
    try walk.pty.wait(forText: "Body")
    try walk.press("\r")
    for _ in 0..<6 { try walk.pressPerhaps("\u{E}") }
    try expectHarmless(walk)
    let later = try home.run(["export", "--desk", home.desk.path])
    let lines = later.out.split(separator: "\n").map { try? JSONDocument(Array($0.utf8)).root }
    #expect(lines.count == HostilePayload.all.count + 2)
    for (number, payload) in HostilePayload.all.enumerated() {
      let line = lines[number + 2]
      #expect(line?["subject"]?.string == payload.text, "\(payload.name)")
      #expect(line?["contact"]?["full"]?.string == payload.text, "\(payload.name)")
      #expect(line?["tags"]?.array?.first?.string == "\(number)\(payload.text)", "\(payload.name)")
      #expect(line?["entries"]?.array?.first?["text"]?.string == payload.text, "\(payload.name)")
    }
  }
}
