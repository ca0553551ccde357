import SystemCalls
import TerminalProbe

extension Bench {
  /// Makes a desk by an import, and the rows for the limit.
  func makeDesk(_ name: String, _ maker: DeskMaker, isMeasured: Bool) throws {
    note("making \(maker.conversations) conversations of \(maker.messages) entries")
    let lines = folder + "/\(name).jsonl"
    let bytes = try maker.write(lines: lines, rows: folder + "/\(name).rows")
    let before = TimedPty.childrenCPU
    let start = TimedPty.now
    let pty = try TimedPty(
      sapa, ["import", lines, "--desk", folder + "/" + name], environment: environment, size: Contender.size)
    guard pty.waitForExit() == 0 else {
      throw PtySession.Failure(description: "the import of \(lines) failed")
    }
    let wall = Double(TimedPty.now - start) / 1_000
    let cpu = Double(TimedPty.childrenCPU - before)
    try FileSystem.remove(lines)
    guard isMeasured else { return }
    // Bytes a microsecond are megabytes a second.
    tell("import", "MB a second of CPU", [.sapa: Double(bytes) / max(1, cpu)])
    tell("import", "MB a second", [.sapa: Double(bytes) / max(1, wall)])
  }
}
