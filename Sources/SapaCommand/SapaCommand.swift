import SystemCalls

/// The program behind the five lines of `main.swift`.
package struct SapaCommand: Sendable {
  /// Runs a command line.
  ///
  /// - Parameter arguments: Without the program's name.
  /// - Returns: the exit code.
  package static func run(_ arguments: [String]) -> Int32 {
    ProcessContext.ignoreBrokenPipes()
    do throws(UsageError) {
      let options = try Options.parse(arguments)
      return CommandLineTable.row(options.verb).run(options).rawValue
    } catch {
      Printed.error(UsageText.sentence(error))
      return ExitCode.usage.rawValue
    }
  }
}
