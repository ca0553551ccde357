import SystemCalls
import TerminalProbe

extension Bench {
  /// A key in the choice of an answer, with thousands of answers, from the write into the pty to the last byte of its frame.
  ///
  /// The same keys go into the composer in turn: what stands for the limit here is a typed character of our own.
  mutating func measurePicking() throws {
    note("choosing among \(effort.answers) answers")
    try makeAnswers()
    let console = Contender(
      name: .sapa, program: sapa, arguments: ["--desk", folder + "/desk"], environment: environment)
    let writing = try console.startWriting()
    let choosing = try console.startWriting()
    _ = choosing.press([UInt8](Contender.empty), quiet: 30)
    let start = TimedPty.now
    // The answers are read behind the first frames.
    while !choosing.wait(limit: 200, until: { $0.text.contains("Answers for") }) {
      guard TimedPty.now - start < 60_000_000_000 else { break }
      _ = choosing.press([UInt8(ascii: "u") & 0x1F], quiet: 5)
      _ = choosing.press("/", quiet: 30)
    }
    var latency = [Sample](repeating: Sample(), count: 2)
    var bytes = latency
    let words = Array(Self.queries.joined(separator: "\u{15}").utf8)
    for turn in 0..<effort.keys {
      let letter = words[turn % words.count]
      for (index, pty) in [choosing, writing].enumerated().shuffled(using: &random) {
        if index == 1, turn % 40 == 0 { _ = pty.press(Contender.empty, quiet: 30) }
        pty.catchUp()
        let burst = pty.press(index == 1 && letter < 0x20 ? [UInt8(ascii: "x")] : [letter], limit: 500)
        if let duration = burst.duration, letter >= 0x20 {
          latency[index].add(Double(duration) / 1_000)
          bytes[index].add(Double(burst.byteCount))
        }
      }
      pause()
    }
    let scenario = "a key among \(effort.answers) answers (limit: a character of our own)"
    for (measure, quantile) in [("median", 0.5), ("p95", 0.95)] {
      tell(
        scenario, "until the frame is whole, \(measure) µs",
        [.sapa: latency[0].quantile(quantile), .limit: latency[1].quantile(quantile)], isDeskBound: false)
    }
    tell(scenario, "bytes a key", [.sapa: bytes[0].quantile(0.5)], isDeskBound: false)
    writing.end()
    choosing.end()
    FileSystem.removeTree(folder + "/config")
  }

  /// What people type, in several scripts.
  private static let queries = ["refund", "late parcel", "log in", "посилка", "pengembalian", "配送", "trck"]

  /// Answers of three variants, each with words of its own and words that many share.
  private func makeAnswers() throws {
    let root = folder + "/config/sapa/Templates/replies"
    let things = [
      "parcel", "refund", "login", "invoice", "delivery", "посилка", "pengembalian", "配送", "account",
    ]
    let states = ["late", "lost", "sent", "blocked", "double", "wrong", "tracked", "changed"]
    for number in 0..<effort.answers {
      let (thing, state) = (things[number % things.count], states[number / things.count % states.count])
      let path = "\(root)/\(thing)-\(state)-\(number)"
      try FileSystem.makeFolder(path)
      let about = "# \(thing) \(state) \(number)\n## Settings\n- tags: \(thing), \(state)\n"
      let text = """
        # Customers ask
        - My \(thing) is \(state), case \(number)
        # In private
        ## plain
        Your \(thing) is \(state). I look into case \(number) and write to you before the evening.
        ## short
        Case \(number): \(state), and in good hands.
        ## warm
        Thank you for the patience with the \(thing). It is \(state), which I know is a nuisance; number \(number).

        """
      // Not by `replace`: waiting for the disk ten thousand times is not what is measured.
      try FileDescriptor(opening: path + "/about.md", .truncate, permissions: 0o600).write(Array(about.utf8))
      try FileDescriptor(opening: path + "/en.md", .truncate, permissions: 0o600).write(Array(text.utf8))
    }
  }
}
