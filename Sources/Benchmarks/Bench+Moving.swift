import ScreenKit
import SystemCalls
import TerminalProbe

extension Bench {
  /// The next conversation, with all panes redrawn.
  mutating func measureMoving() throws {
    note("moving")
    try measureMoves("next conversation", contenders(), turns: effort.keys)
  }

  /// The next conversation, when it has thousands of entries; each is opened for the first time.
  mutating func measureOpening() throws {
    let maker = DeskMaker(conversations: effort.bigConversations, messages: effort.bigEntries)
    try makeDesk("big", maker, isMeasured: false)
    note("opening")
    try measureMoves(
      "opening \(effort.bigEntries) entries", contenders(desk: "big"), turns: effort.bigConversations - 1)
  }

  private mutating func measureMoves(_ scenario: String, _ contenders: [Contender], turns: Int) throws {
    let programs = try contenders.map { try $0.start() }
    var latency = [Sample](repeating: Sample(), count: contenders.count)
    var bytes = latency
    var cpu = latency
    var generator = random
    taking(turns: turns, contenders.count) { _, index in
      let pty = programs[index]
      let before = ProcessSample(pty.processIdentifier)
      let burst = pty.press(Contender.next)
      if let duration = burst.duration {
        latency[index].add(Double(duration) / 1_000)
        bytes[index].add(Double(burst.byteCount))
        cpu[index].add(ProcessSample(pty.processIdentifier).cpu(since: before))
      }
      SystemClock.sleep(milliseconds: Int.random(in: 12...28, using: &generator))
      _ = pty.burst(since: TimedPty.now, quiet: 1, limit: 5)
      pty.catchUp()
    }
    random = generator
    tell(scenario, "median µs", values(contenders, latency))
    tell(scenario, "p95 µs", values(contenders, latency, quantile: 0.95))
    tell(scenario, "CPU µs", values(contenders, cpu))
    tell(scenario, "bytes", values(contenders, bytes))
  }

  /// Keys held down: from the first write to the last byte of the last frame.
  mutating func measureHeldKeys() throws {
    note("holding keys down")
    let contenders = contenders()
    var times = [Sample](repeating: Sample(), count: contenders.count)
    var bytes = times
    let keys = [UInt8](repeating: Contender.next[0], count: effort.heldKeys)
    try taking(turns: 5, contenders.count) { _, index in
      let pty = try contenders[index].start()
      let burst = pty.press(keys, quiet: 150, limit: 30_000)
      if let duration = burst.duration {
        times[index].add(Double(duration) / 1_000_000)
        bytes[index].add(Double(burst.byteCount))
      }
      pty.end()
    }
    tell("\(effort.heldKeys) held keys", "until the last frame, ms", values(contenders, times))
    tell("\(effort.heldKeys) held keys", "bytes", values(contenders, bytes))
  }

  /// A window that is dragged: from the last size to the last byte.
  mutating func measureResizing() throws {
    note("resizing")
    let contenders = contenders()
    var times = [Sample](repeating: Sample(), count: contenders.count)
    let steps = effort.resizes
    try taking(turns: 3, contenders.count) { _, index in
      let pty = try contenders[index].start()
      for step in 1...steps {
        let last = step == steps
        let wanted = Contender.size
        pty.resize(last ? wanted : .init(columns: 80 + step % 80, rows: 24 + step % 24))
        if !last { _ = pty.burst(since: TimedPty.now, quiet: 1, limit: 20) }
      }
      let burst = pty.burst(since: TimedPty.now, quiet: 100, limit: 5_000)
      if let duration = burst.duration { times[index].add(Double(duration) / 1_000_000) }
      pty.end()
    }
    tell("\(steps) sizes", "after the last, ms", values(contenders, times))
  }

  /// Doing nothing.
  mutating func measureIdling() throws {
    note("idling")
    let contenders = contenders()
    var figures: [[Contender.Name: Double?]] = [[:], [:], [:]]
    let programs = try contenders.map { try $0.startWriting() }
    // Drafts are written, and the pool's thread that wrote them ends after five seconds, before a console is at rest.
    SystemClock.sleep(milliseconds: effort.restMilliseconds)
    for pty in programs { _ = pty.burst(since: TimedPty.now, quiet: 50, limit: 500) }
    let before = programs.map { ProcessSample($0.processIdentifier) }
    SystemClock.sleep(milliseconds: effort.idleSeconds * 1_000)
    for (index, pty) in programs.enumerated() {
      let after = ProcessSample(pty.processIdentifier)
      let name = contenders[index].name
      figures[0][name] = Double(after.sleeps(since: before[index]))
      figures[1][name] = after.cpu(since: before[index])
      figures[2][name] = Double(pty.burst(since: TimedPty.now, quiet: 20, limit: 200).byteCount)
    }
    let scenario = "idle for \(effort.idleSeconds) s"
    tell(scenario, "wake-ups", figures[0])
    tell(scenario, "CPU µs", figures[1])
    tell(scenario, "bytes", figures[2])
  }
}
