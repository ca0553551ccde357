import SystemCalls
import TerminalProbe

extension Bench {
  /// A new desk behind an adapter, until the console has all of its conversations; and the same ones imported from a file.
  mutating func measurePaging() throws {
    note("paging in \(conversations) conversations")
    let lines = folder + "/paging.jsonl"
    _ = try DeskMaker(conversations: conversations, messages: 1).write(
      lines: lines, rows: folder + "/paging.rows")
    let start = TimedPty.now
    let before = TimedPty.childrenCPU
    let pty = try TimedPty(
      sapa, ["import", lines, "--desk", folder + "/paging-desk"], environment: environment,
      size: Contender.size)
    guard pty.waitForExit() == 0 else {
      throw PtySession.Failure(description: "the import of \(lines) failed")
    }
    let imported = Double(TimedPty.now - start) / 1_000_000_000
    let importCPU = Double(TimedPty.childrenCPU - before) / 1_000_000
    let fixture = try RemoteFixture(self, name: "paging", lines: lines, perSecond: 0)
    let console = try fixture.start()
    defer { console.end() }
    let sample = ProcessSample(console.processIdentifier)
    let seconds = Double(fixture.paged ?? 0) / 1_000_000
    func tell(_ measure: String, _ value: Double, _ yardstick: Double? = nil) {
      self.tell("paging in, beside an import", measure, [.sapa: value, .limit: yardstick])
    }
    tell("seconds", seconds, imported)
    tell("CPU seconds of the console", sample.cpu / 1_000_000, importCPU)
    tell("conversations a second", Double(conversations) / max(0.000_001, seconds))
    tell("most memory of the console, MB", Double(sample.mostResident) / 1_000)
  }
}
