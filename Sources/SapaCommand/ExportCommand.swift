import LocalDesk
import SystemCalls

/// `sapa export`: writes all conversations.
struct ExportCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    guard !StandardStream.output.isTerminal else {
      Printed.error(
        "What customers wrote can hold characters that a terminal obeys. Write it to a file: sapa export > FILE"
      )
      return .usage
    }
    let progress = ProgressLine(label: "export")
    do throws(SetupError) {
      let setup = try Setup(options)
      let desk = try setup.openDesk(clock: Setup.systemNow, access: .readOnly)
      defer { desk.close() }
      do {
        let total = desk.count
        let problems =
          try desk.exportLines(to: StandardStream.output.descriptor) { progress.show(done: $0, of: total) }
          .problems + desk.repairs
        progress.end()
        for problem in problems { Printed.error(Printed.line(problem)) }
        return problems.isEmpty ? .fine : .findings
      } catch {
        progress.end()
        // Whoever read has enough.
        if case .system(let cause) = error, cause.isBrokenPipe { return .fine }
        Printed.error("The export was not finished: \(Printed.line("\(error)")).")
        return .findings
      }
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}
