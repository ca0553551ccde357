import SystemCalls
import TerminalProbe

extension Bench {
  /// A rare word in the whole desk, beside grep over the same bytes; left out where the console has no such command.
  func measureSearch() throws {
    let help = try PtySession(sapa, ["help"], environment: environment)
    _ = try help.waitForExit()
    guard
      help.screen.shows("sapa search") || String(decoding: help.output, as: UTF8.self).contains("sapa search")
    else { return note("there is no sapa search to measure") }
    note("searching")
    var (whole, first, grep) = (Sample(), Sample(), Sample())
    for _ in 0..<5 {
      let pty = try TimedPty(
        sapa, ["search", DeskMaker.rareWord, "--desk", desk], environment: environment, size: Contender.size)
      let burst = pty.burst(since: pty.startedAt, quiet: 60_000, limit: 120_000)
      if let begin = burst.chunks.first?.at, let end = burst.chunks.last?.at {
        first.add(Double(begin - pty.startedAt) / 1_000_000)
        whole.add(Double(end - pty.startedAt) / 1_000_000)
      }
      pty.end()
      let command = "exec grep -F \(DeskMaker.rareWord) \"$0\"/journal/*.jsonl"
      let other = try TimedPty(
        "/bin/sh", ["-c", command, desk], environment: environment, size: Contender.size)
      let found = other.burst(since: other.startedAt, quiet: 60_000, limit: 120_000)
      if let end = found.chunks.last?.at { grep.add(Double(end - other.startedAt) / 1_000_000) }
      other.end()
    }
    tell("search for a rare word", "first result, ms", [.sapa: first.median])
    tell(
      "search for a rare word", "all results, ms (limit: grep)", [.sapa: whole.median, .limit: grep.median])
  }
}
