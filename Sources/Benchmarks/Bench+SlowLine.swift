import SystemCalls
import TerminalProbe

extension Bench {
  /// Lines of the last century and of the other side of the world: how long until the text that was typed stands.
  func measureSlowLines() throws {
    note("slow lines")
    try measure("9,600 baud", baud: 9_600, delay: 0)
    try measure("9,600 baud and 200 ms", baud: 9_600, delay: 200)
    try measure("200 ms", baud: nil, delay: 200)
  }

  private func measure(_ name: String, baud: Int?, delay: Int) throws {
    var perKey: [Contender.Name: Double?] = [:]
    var afterMove: [Contender.Name: Double?] = [:]
    for contender in contenders() {
      let pty = try contender.startWriting()
      _ = pty.press(Contender.empty, quiet: 100)
      pty.catchUp()
      let line = SlowLine(bytesPerSecond: baud.map { $0 / 10 }, delay: delay)
      var sample = Sample()
      var text = ""
      for letter in "the refund is on its way to you".prefix(effort.keys) {
        text.append(letter)
        let shown = text
        if let time = line.time(pty, keys: Array(String(letter).utf8), until: { $0.shows(shown) }) {
          sample.add(time)
        }
      }
      perKey[contender.name] = sample.median
      let written = "and then"
      let time = line.time(pty, keys: Contender.next, then: Array(written.utf8)) { $0.shows(written) }
      afterMove[contender.name] = time
    }
    tell("slow line, " + name, "until a typed character stands, ms", perKey)
    tell("slow line, " + name, "next conversation, then eight characters: until they stand, ms", afterMove)
  }
}

/// A line that takes its time: so many bytes a second towards the screen, and a delay there and back.
struct SlowLine {
  /// Bytes a second; nil for as many as come.
  let bytesPerSecond: Int?
  /// Milliseconds of delay, there and back together.
  let delay: Int

  /// Milliseconds from the keys until the screen is as expected; nil when it is not within 20 s.
  ///
  /// `rest` is typed 100 ms after the keys, without waiting for an answer to them.
  func time(
    _ pty: TimedPty, keys: [UInt8], then rest: [UInt8] = [], until isExpected: (VirtualScreen) -> Bool
  ) -> Double? {
    let start = pty.write(keys)
    var rest = rest
    var taken = 0
    var typedAt = start
    while TimedPty.now - start < 20_000_000_000 {
      let elapsed = TimedPty.now - start
      if !rest.isEmpty, elapsed > 100_000_000 {
        typedAt = pty.write(rest)
        rest = []
      }
      // What the line has room for by now; the pty holds the rest back, as a modem does.
      let room = bytesPerSecond.map { Int(elapsed / 1_000_000) * $0 / 1_000 - taken } ?? 64 << 10
      guard room > 0, let chunk = pty.read(milliseconds: 1, count: room) else {
        SystemClock.sleep(milliseconds: 1)
        continue
      }
      taken += chunk.bytes.count
      pty.keep(chunk)
      if pty.catchUp(until: isExpected) != nil, rest.isEmpty {
        return Double(TimedPty.now - typedAt) / 1_000_000 + Double(delay)
      }
    }
    return nil
  }
}
