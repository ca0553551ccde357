import ScreenKit
import SystemCalls
import TerminalProbe

extension Bench {
  /// A typed character, from the write into the pty to the last byte of its frame.
  mutating func measureTyping() throws {
    note("typing")
    try measureTyping("typing")
  }

  /// The same while another process changes a thousand things a second on the desk.
  mutating func measureTypingUnderLoad() throws {
    note("typing while a thousand changes a second come in")
    let count = folder + "/load.count"
    let load = try TimedPty(
      programs + "/sapa-bench", ["load", desk, String(conversations), "1000", count],
      environment: environment,
      size: Contender.size)
    defer { load.end() }
    _ = load.burst(since: TimedPty.now, quiet: 2_000, limit: 2_000)
    let (before, start) = (Self.number(in: count), TimedPty.now)
    try measureTyping("typing, 1,000 changes a second")
    let seconds = Double(TimedPty.now - start) / 1_000_000_000
    report(
      Figure(
        scenario: "typing, 1,000 changes a second", measure: "changes a second that came in",
        conversations: conversations, sapa: Double(Self.number(in: count) - before) / seconds))
  }

  private mutating func measureTyping(_ scenario: String) throws {
    let contenders = contenders()
    let programs = try contenders.map { try $0.startWriting() }
    var latency = [Sample](repeating: Sample(), count: contenders.count)
    var visible = latency
    var bytes = latency
    var cpu = latency
    let letters = Array("etaoinshrdlu ".utf8)
    var generator = random
    taking(turns: effort.keys, contenders.count) { turn, index in
      let pty = programs[index]
      if turn % 40 == 0 { _ = pty.press(Contender.empty, quiet: 30) }
      let letter =
        turn % 40 == 0 ? UInt8(ascii: "x") : letters[Int.random(in: 0..<letters.count, using: &generator)]
      pty.catchUp()
      let before = ProcessSample(pty.processIdentifier)
      let place = pty.screen.cursor
      let burst = pty.press([letter], limit: 500)
      let seen = pty.catchUp { screen in
        screen.cursor != place
          || letter != UInt8(ascii: " ")
            && screen.cells[place.row][place.column].text.utf8.elementsEqual([letter])
      }
      // The first character after the text was emptied changes more than a character does.
      if turn % 40 != 0, let duration = burst.duration {
        latency[index].add(Double(duration) / 1_000)
        bytes[index].add(Double(burst.byteCount))
        cpu[index].add(ProcessSample(pty.processIdentifier).cpu(since: before))
        if let seen { visible[index].add(Double(seen - burst.start) / 1_000) }
      }
      SystemClock.sleep(milliseconds: Int.random(in: 12...28, using: &generator))
    }
    random = generator
    tell(scenario, "until the frame is whole, median µs", values(contenders, latency))
    tell(scenario, "until the frame is whole, p95 µs", values(contenders, latency, quantile: 0.95))
    tell(scenario, "until it is seen, median µs", values(contenders, visible))
    tell(scenario, "until it is seen, p95 µs", values(contenders, visible, quantile: 0.95))
    tell(scenario, "CPU µs a key", values(contenders, cpu))
    tell(scenario, "bytes a key", values(contenders, bytes))
  }

  private static func number(in path: String) -> Int {
    Int(String(decoding: (try? FileSystem.contents(of: path)) ?? [], as: UTF8.self)) ?? 0
  }
}
