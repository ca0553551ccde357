import SystemCalls

/// The program behind the five lines of `main.swift`.
package struct SapaCommand: Sendable {
  /// Runs a command line.
  ///
  /// - Parameter arguments: Without the program's name.
  /// - Returns: the exit code.
  package static func run(_ arguments: [String]) -> Int32 {
    ProcessContext.ignoreBrokenPipes()
    let options: Options
    do {
      options = try Options.parse(arguments)
    } catch {
      Printed.error(UsageText.sentence(error))
      return ExitCode.usage.rawValue
    }
    let code: ExitCode =
      switch options.verb {
      case .console: options.script == nil ? ConsoleCommand(options).run() : ScriptCommand(options).run()
      case .import: ImportCommand(options).run()
      case .export: ExportCommand(options).run()
      case .check: CheckCommand(options).run()
      case .help: printed(UsageText.help(options.helpTopic))
      case .version: printed("sapa \(UsageText.version)\n")
      }
    return code.rawValue
  }

  private static func printed(_ text: String) -> ExitCode {
    Printed.out(text)
    return .fine
  }
}
