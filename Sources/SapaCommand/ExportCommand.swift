import LocalDesk
import SystemCalls

/// `sapa export`: writes all conversations.
struct ExportCommand {
  private let options: Options

  init(_ options: Options) { self.options = options }

  func run() -> ExitCode {
    do throws(SetupError) {
      let setup = try Setup(options)
      let desk = try setup.openDesk(clock: Setup.systemNow, access: .readOnly)
      defer { desk.close() }
      do {
        let problems = try desk.exportLines(to: StandardStream.output.descriptor).problems + desk.repairs
        for problem in problems { Printed.error(Printed.line(problem)) }
        return problems.isEmpty ? .fine : .findings
      } catch {
        Printed.error("The export was not finished: \(Printed.line("\(error)")).")
        return .findings
      }
    } catch {
      Printed.error(error.sentence)
      return .findings
    }
  }
}
