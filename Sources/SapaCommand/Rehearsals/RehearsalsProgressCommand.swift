import DeskModel
import SystemCalls

/// `sapa rehearsals progress`: how a trainee's rehearsals went, oldest first.
struct RehearsalsProgressCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let trainee = options.answer ?? setup.me.id.rawValue
      let folder = RehearsalProgress.folder(of: trainee)
      let (lines, broken) = RehearsalProgress.lines(in: folder)
      guard !lines.isEmpty else {
        Printed.out(
          "\(Printed.line(trainee)) has not finished a rehearsal yet. Start one with: sapa rehearse\n")
        return .fine
      }
      for line in lines {
        let day = String(line.at.prefix(10))
        let score = String(repeating: " ", count: max(0, 3 - String(line.score).count)) + String(line.score)
        let ending = line.ending.isEmpty ? "broken off" : line.ending
        Printed.out(
          Printed.line(
            "\(day)  \(score)  \(line.scenario) (\(line.locale)): \(ending), \(line.replies) replies, \(line.seconds / 60) min"
          ) + "\n")
      }
      if broken > 0 {
        Printed.error("\(broken) lines of \(Printed.line(folder))/progress.jsonl cannot be read.")
      }
      return .fine
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}
