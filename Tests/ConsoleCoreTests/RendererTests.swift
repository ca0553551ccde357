import ConsoleCore
import DeskModel
import ScreenKit
import SeededRandom
import TestSupport
import Testing

@Suite("Renderer")
struct RendererTests {
  @Test("every frame is well-formed at every size from 1x1 to 250x80")
  func wellFormedAtEverySize() throws {
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier])
    try scenario.play("key Enter\ntype 日本語 👨‍👩‍👧 כן and more words than fit into one row of a narrow composer")
    var state = scenario.state
    let edges: Set = [1, 2, 39, 40, 41, 99, 100, 101, 159, 160, 161, 250]
    for columns in 1...250 {
      for rows in edges.contains(columns) ? Array(1...80) : [1, 10, 80] {
        _ = reduce(&state, .input(.resize(Size(columns: columns, rows: rows))))
        var renderer = Renderer()
        let frame = renderer.render(state)
        #expect(frame.grid.size == Size(columns: columns, rows: rows))
        if let violation = frame.grid.firstInvariantViolation() {
          Issue.record("\(columns)x\(rows): \(violation)")
        }
        if let cursor = frame.cursor, cursor.row >= rows || cursor.column >= columns {
          Issue.record("\(columns)x\(rows): cursor outside of the screen at \(cursor)")
        }
      }
    }
  }

  @Test("a used renderer and a fresh one draw the same frame after any keys")
  func incrementalEqualsFresh() throws {
    let keys = [
      "Enter", "Esc", "Tab", "Shift-Tab", "Down", "Up", "PageUp", "PageDown", "F2", "Ctrl-K", "F1", "a", "t",
      "n", "z",
      "Ctrl-T", "Backspace", "w", "w", "Backspace", "1", "2", "5", "Ctrl-J", "x", "Alt-Down", "Alt-N",
      "Backspace", "s", "e", "u", "Home", "End", "Ctrl-T", "/", "Space", "*", "r", "Ctrl-F", "F3", "F6", "F8",
      "o", "h",
      "m", "k", "Q", "C", "Esc", "Esc",
    ]
    var random = SeededGenerator(7)
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier])
    for _ in 0..<600 {
      let columns = [80, 100, 120, 160, 200, 39].randomElement(using: &random) ?? 80
      let rows = Int.random(in: 9...48, using: &random)
      let key = keys.randomElement(using: &random) ?? "Tab"
      let resize = Int.random(in: 0..<12, using: &random) == 0 ? "size \(columns)x\(rows)\n" : ""
      try scenario.play(resize + "key \(key)")
      var fresh = Renderer()
      let whole = fresh.render(scenario.state)
      let text = whole.text
      if whole != scenario.frame {
        // Said in rows: two frames as values would fill the report.
        let rows = zip(text.split(separator: "\n"), scenario.frame.text.split(separator: "\n")).filter {
          $0 != $1
        }
        Issue.record(
          "after \(key) at \(whole.cursor as Any), \(scenario.frame.cursor as Any):\n\(rows.prefix(3))")
        return
      }
    }
  }

  @Test("while a text is written, a used renderer draws what a fresh one does, also of several keys at once")
  func typing() throws {
    let keys = [
      "key w", "key Space", "key Ctrl-J", "key Backspace", "key Left", "key Up", "key Home", "key End",
      "key Alt-Z",
      "type several words at once", "type 日本語 שלום é", "key Ctrl-W", "key Ctrl-U", "key Esc", "key r",
      "key n",
      "wait 1s", "size 100x20", "size 160x40", "key Ctrl-K", "key Tab",
    ]
    var random = SeededGenerator(23)
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier])
    try scenario.play("key Enter")
    for _ in 0..<500 {
      let isPlain = Int.random(in: 0..<3, using: &random) > 0
      let key =
        isPlain
        ? "type \(["a", "b ", "c", "long"].randomElement(using: &random) ?? "a")"
        : keys.randomElement(using: &random) ?? ""
      try scenario.play(key)
      var fresh = Renderer()
      #expect(fresh.render(scenario.state).text == scenario.frame.text, "after \(key)")
      #expect(fresh.render(scenario.state) == scenario.frame, "after \(key)")
    }
  }

  @Test("a list of which only some rows are drawn anew shows what a fresh one does")
  func longQueue() throws {
    let conversations = (0..<40).map { number in
      var conversation = Fixtures.dialog
      conversation.id = ConversationID("c-\(number)")
      conversation.contact.id = ContactID("u-\(number)")
      conversation.contact.full = number % 5 == 0 ? "荷物 花子 \(number)" : "Name \(number)"
      conversation.contact.isVIP = number % 7 == 0
      return conversation
    }
    let keys = [
      "Down", "Down", "Up", "PageDown", "PageUp", "End", "Home", "Space", "*", "Esc", "Q", "Tab", "m", "u",
      "3", "1",
      "Enter", "w", "Alt-Down", "/", "Alt-N",
    ]
    var random = SeededGenerator(11)
    var scenario = try Scenario(conversations, size: Size(columns: 160, rows: 30))
    for _ in 0..<200 {
      let key = keys.randomElement(using: &random) ?? "Down"
      try scenario.play("key \(key)")
      var fresh = Renderer()
      #expect(fresh.render(scenario.state).text == scenario.frame.text, "after \(key)")
      #expect(fresh.render(scenario.state) == scenario.frame, "after \(key)")
    }
  }

  @Test("outside of the rows that a frame calls changed nothing has changed")
  func changedRows() throws {
    var scenario = try Scenario([Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier])
    var renderer = Renderer()
    var before = renderer.render(scenario.state)
    var narrowed = 0
    for key in ["Enter", "w", "w", "Ctrl-J", "w", "Esc", "Up", "Down", "F1", "Esc", "Alt-Down", "w", "Alt-N"]
    {
      try scenario.play("key \(key)")
      let frame = renderer.render(scenario.state)
      if let rows = frame.changedRows {
        narrowed += rows.count < frame.grid.size.rows ? 1 : 0
        for row in 0..<frame.grid.size.rows where !rows.contains(row) {
          #expect(frame.grid.row(row) == before.grid.row(row), "row \(row) after \(key)")
        }
      }
      before = frame
    }
    #expect(narrowed > 0)
  }

  @Test("under 40 by 10 the screen says what is needed")
  func tooSmall() throws {
    let scenario = try Scenario([Fixtures.dialog], size: Size(columns: 36, rows: 6))
    #expect(scenario.screen.contains("too small"))
    #expect(scenario.screen.contains("40"))
  }

  @Test(
    "the frames of a chat and of a public thread at the three usual sizes",
    arguments: ["160x48", "120x40", "80x24"])
  func usualSizes(size: String) throws {
    let parts = size.split(separator: "x").compactMap { Int($0) }
    var scenario = try Scenario(
      [Fixtures.dialog, Fixtures.publicThread, Fixtures.earlier],
      size: Size(columns: parts[0], rows: parts[1]))
    expectFrame(scenario.frame, named: "start-\(size)")
    try scenario.play("key Enter\ntype Baik Kak Dewi, tidak apa-apa.")
    expectFrame(scenario.frame, named: "chat-\(size)", styles: size == "120x40")
    try scenario.play("key Alt-Down\ntype It is in Lviv now.\nkey Enter")
    expectFrame(scenario.frame, named: "public-\(size)")
  }
}
