internal import CNcursesShim
package import ScreenKit

/// What can be told of the terminal and the locale without taking the terminal.
package struct TerminalFacts: Sendable, Hashable {
  /// The size; nil when none of the standard streams is a terminal.
  package var size: Size?
  /// What is wrong with the kind of terminal that TERM names; nil when nothing is.
  package var problem: CursesTerminalError?
  /// How many colours it has by the terminal database.
  package var colours: Int
  /// Whether the system has the locale that the environment asks for.
  package var hasLocale: Bool
  /// The locale's encoding, `UTF-8` in the best case.
  package var codeset: String

  /// Makes facts, for tests.
  package init(
    size: Size?, problem: CursesTerminalError? = nil, colours: Int = 256, hasLocale: Bool = true,
    codeset: String = "UTF-8"
  ) {
    self.size = size
    self.problem = problem
    self.colours = colours
    self.hasLocale = hasLocale
    self.codeset = codeset
  }

  /// Asks the system and the terminal database about the terminal that `name` (TERM) says.
  ///
  /// Chooses the locale of the environment for the whole process; not to be called while a terminal is open.
  package static func probe(name: String) -> TerminalFacts {
    var colours: Int32 = 0
    // unsafe: the string is only read during the call, which writes one number.
    let status = unsafe sapa_probe_terminal(name, &colours)
    let problem: CursesTerminalError? =
      switch Int(status) {
      case SAPA_OK: nil
      case SAPA_TOO_SIMPLE: .tooSimple(name)
      default: .unknownTerminal(name)
      }
    let size = sapa_probe_size()
    let hasLocale = sapa_probe_locale() != 0
    return TerminalFacts(
      size: size.columns < 0 ? nil : Size(columns: Int(size.columns), rows: Int(size.rows)),
      problem: problem, colours: Int(colours), hasLocale: hasLocale,
      // unsafe: a constant of the C library, ended by a zero.
      codeset: unsafe String(cString: sapa_probe_codeset()))
  }
}
