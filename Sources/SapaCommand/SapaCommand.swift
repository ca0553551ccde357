import SystemCalls

/// The program behind the five lines of `main.swift`.
package struct SapaCommand: Sendable {
  /// Says why nothing is done when even the program's name is missing from the command line: what was asked for is
  /// not known, and the console must not open in place of an export.
  ///
  /// - Returns: the exit code.
  package static func refuseWithoutArguments() -> Int32 {
    Printed.error(
      "The command line cannot be read, because /proc is not there. Mount it: mount -t proc proc /proc")
    return ExitCode.usage.rawValue
  }

  /// Runs a command line.
  ///
  /// - Parameter arguments: Without the program's name.
  /// - Returns: the exit code.
  package static func run(_ arguments: [String]) -> Int32 {
    ProcessContext.ignoreBrokenPipes()
    ProcessMemory.keepSmall()
    do throws(UsageError) {
      let options = try Options.parse(arguments)
      return CommandLineTable.row(options.verb).run(options).rawValue
    } catch {
      Printed.error(UsageText.sentence(error))
      return ExitCode.usage.rawValue
    }
  }
}
