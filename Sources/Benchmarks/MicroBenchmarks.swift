import ConsoleCore
import ConsoleRuntime
import JSONText
import LocalDesk
import ScreenKit
import SystemCalls
import TextLayout

/// The hot paths by themselves, in this process.
struct MicroBenchmarks {
  /// A folder for a small desk.
  let folder: String
  /// The folder that holds `Locales`.
  let content: String
  /// Milliseconds for each.
  let time: Int64
  let report: (Figure) -> Void

  func run() throws {
    let lines = folder + "/micro.jsonl"
    _ = try DeskMaker(conversations: 200, messages: 10).write(lines: lines, rows: folder + "/micro.rows")
    let text = String(decoding: try FileSystem.contents(of: lines), as: UTF8.self)
    let safe = SafeText(text)
    tell("SafeText, six languages", text.utf8.count) { SafeText(text).byteCount }
    let ascii = String(repeating: "The parcel was marked as delivered, but nobody rang. ", count: 2_000)
    tell("SafeText, ASCII", ascii.utf8.count) { SafeText(ascii).byteCount }
    tell("wrapping to 60 columns", safe.byteCount) { TextWrap.wrap(safe, columns: 60).count }
    let keys = Array(String(repeating: "besok ya kak \u{1B}[A\u{1B}[1;5C\r", count: 2_000).utf8)
    tell("key decoding", keys.count) {
      var decoder = KeyDecoder(guessesPastes: false)
      return decoder.feed(keys).count
    }
    let json = Array(text.split(separator: "\n").first.map(String.init)?.utf8 ?? "".utf8)
    tell("JSON reading", json.count) {
      var reader = JSONReader(json)
      return ((try? reader.skip()) ?? 0..<0).count
    }
    tell("JSON into values", json.count) { (try? JSONDocument(json))?.root.members?.count ?? 0 }
    try frames()
  }

  private func frames() throws {
    var fixture = try ConsoleFixture(desk: folder + "/micro-desk", content: content)
    var reader = LineReader(try FileDescriptor(opening: folder + "/micro.jsonl", .read))
    _ = try fixture.desk.importLines(from: &reader)
    _ = fixture.player.play(.input([.key(try KeyPress(named: "3"))]))
    _ = fixture.player.play(.input([.key(try KeyPress(named: "r"))]))
    let state = fixture.player.loop.state
    // One renderer for all: a frame is drawn as in the console, from what it has drawn before.
    var renderer = Renderer()
    var writing = state
    _ = renderer.render(writing)
    let letter = Action.input(.key(KeyPress(.character("a"))))
    let erase = Action.input(.key(try KeyPress(named: "Ctrl-U")))
    var count = 0
    timed("a typed character: reduce and render") {
      count += 1
      _ = reduce(&writing, count % 60 == 0 ? erase : letter)
      _ = reduce(&writing, .settled)
      return renderer.render(writing).grid.size.rows
    }
    timed("a whole frame, drawn anew") {
      var fresh = Renderer()
      return fresh.render(state).grid.size.rows
    }
    fixture.desk.close()
  }

  private func tell(_ what: String, _ bytes: Int, _ body: () -> Int) {
    report(
      Figure(
        scenario: what, measure: "MB a second", conversations: 0,
        sapa: Double(bytes) / max(0.001, microseconds(body))))
  }

  private func timed(_ what: String, _ body: () -> Int) {
    report(Figure(scenario: what, measure: "µs", conversations: 0, sapa: microseconds(body)))
  }

  private func microseconds(_ body: () -> Int) -> Double { RepeatedCall(time: time).microseconds(body) }
}
