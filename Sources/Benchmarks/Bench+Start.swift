import SystemCalls
import TerminalProbe

extension Bench {
  /// From exec to the last byte of the first complete frame, and the memory then.
  mutating func measureStart() throws {
    note("starting")
    let contenders = contenders()
    var frames = [Sample](repeating: Sample(), count: contenders.count)
    var memory = frames
    var bytes = frames
    try taking(turns: effort.starts, contenders.count) { _, index in
      let pty = try contenders[index].launch()
      let burst = pty.burst(since: pty.startedAt, quiet: 300, limit: 120_000)
      let chunks = burst.chunks
      pty.catchUp()
      let complete = pty.screen.rows
      // Drawn again piece by piece: the first piece after which the screen is what it stays.
      let replay = Replay(chunks)
      let moment = replay.moment { $0.rows == complete } ?? chunks.last?.at ?? pty.startedAt
      frames[index].add(Double(moment - pty.startedAt) / 1_000_000)
      bytes[index].add(Double(burst.byteCount))
      memory[index].add(Double(ProcessSample(pty.processIdentifier).resident) / 1_000)
      pty.end()
    }
    tell("start", "first complete frame, ms", values(contenders, frames))
    tell("start", "bytes", values(contenders, bytes))
    tell("memory", "resident MB after the start", values(contenders, memory))
  }

  /// The medians of samples, by program.
  func values(_ contenders: [Contender], _ samples: [Sample], quantile: Double = 0.5) -> [Contender.Name:
    Double?]
  {
    var result: [Contender.Name: Double?] = [:]
    for (contender, sample) in zip(contenders, samples) { result[contender.name] = sample.quantile(quantile) }
    return result
  }
}

/// Draws stored output again on a fresh screen.
struct Replay {
  private let chunks: [TimedPty.Chunk]

  init(_ chunks: [TimedPty.Chunk]) { self.chunks = chunks }

  /// The moment of the first piece after which the screen is as expected.
  func moment(when isExpected: (VirtualScreen) -> Bool) -> Int64? {
    var screen = VirtualScreen(size: Contender.size)
    for chunk in chunks {
      screen.feed(chunk.bytes[...])
      if isExpected(screen) { return chunk.at }
    }
    return nil
  }
}
