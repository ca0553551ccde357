import SystemCalls
import TerminalProbe

/// `sapa-kill-storm ROUNDS [--seed N] [--program PATH] [--folder DIR] [--typing-limit MS]`.
package enum KillStormCommand {
  private static let usage = """
    sapa-kill-storm ROUNDS [--seed N] [--program PATH] [--folder DIR] [--typing-limit MS]

    Two consoles of one agent, one of another and an import work on one desk; each is killed at random
    (kill -9) and started again. After each kill: no word that stood on the screen for longer than the limit
    (default 1000 ms) may be lost, none may be twice, and every conversation must be read whole.

      --seed N        acts and victims (default 1)
      --program PATH  the console (default: sapa beside this program)
      --folder DIR    an empty folder that is kept afterwards (default: one in /tmp that is removed)

    Exit code: 0 nothing was lost, 1 something was, 2 wrong usage.

    """

  /// Runs a storm; the result is the exit code.
  package static func run(_ arguments: [String]) -> Int32 {
    var rest = arguments[...]
    var options: [String: String] = [:]
    var rounds: Int?
    while let word = rest.popFirst() {
      if ["--seed", "--program", "--folder", "--typing-limit"].contains(word), let value = rest.popFirst() {
        options[word] = value
      } else if let number = Int(word), number > 0 {
        rounds = number
      } else {
        return fail(usage)
      }
    }
    guard let rounds, let seed = UInt64(options["--seed"] ?? "1"),
      let limit = Int64(options["--typing-limit"] ?? "1000")
    else { return fail(usage) }
    let beside = FileSystem.parent(of: ProcessContext.executablePath ?? ".") + "/sapa"
    let folder = options["--folder"] ?? "/tmp/sapa-kill-storm-\(ProcessContext.identifier)"
    var plan = KillStorm.Plan(
      program: options["--program"] ?? beside, folder: folder, rounds: rounds, seed: seed)
    plan.typingLimit = limit
    defer { if options["--folder"] == nil { FolderRemoval.remove(folder) } }
    do {
      try FileSystem.makeFolder(folder)
      var storm = try KillStorm(plan)
      var told = 0
      try storm.run { report in
        for violation in report.violations.dropFirst(told) { write("VIOLATION \(violation)\n") }
        told = report.violations.count
        if report.rounds % 50 == 0 {
          write("\(report.rounds) rounds, \(report.killCount) kills, \(told) violations\n")
        }
      }
      write(storm.report.text)
      return storm.report.violations.isEmpty ? 0 : 1
    } catch {
      return fail("The storm could not go on: \(error)\n")
    }
  }

  private static func write(_ text: String) { try? StandardStream.output.write(text) }

  private static func fail(_ text: String) -> Int32 {
    try? StandardStream.error.write(text)
    return 2
  }
}
