/// Why the terminal could not be taken, or is doubtful.
package enum CursesTerminalError: Error, Sendable, Hashable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// The terminal database does not know what TERM names; empty when TERM is not set.
  case unknownTerminal(String)
  /// The terminal that TERM names cannot move its cursor or clear its screen.
  case tooSimple(String)
  /// The locale's encoding is another one, e.g. "ISO-8859-1", or "ANSI_X3.4-1968" without a locale.
  case notUTF8(codeset: String)
  /// The system gave no descriptor or no memory.
  case noResources
  /// This process has the terminal already.
  case alreadyOpen

  /// What is wrong, in one sentence; a later layer may translate it.
  package var problem: String {
    switch self {
    case .notATerminal: "Standard input and output are not a terminal."
    case .unknownTerminal(""): "The variable TERM is not set, so the kind of terminal is unknown."
    case .unknownTerminal(let name): "The terminal \"\(Self.harmless(name))\" is not known on this system."
    case .tooSimple(let name): "The terminal \"\(Self.harmless(name))\" cannot move its cursor."
    case .notUTF8(let codeset): "The locale's encoding is \(Self.harmless(codeset)), not UTF-8."
    case .noResources: "The system gave no file descriptor or no memory for the screen."
    case .alreadyOpen: "The terminal is open already."
    }
  }

  /// What to do about it, in one sentence.
  package var advice: String {
    switch self {
    case .notATerminal: "Run sapa in a terminal, without pipes; over ssh use ssh -t."
    case .unknownTerminal, .tooSimple: "Try TERM=xterm-256color sapa, or TERM=linux sapa on a text console."
    case .notUTF8: "Set one, for example: export LC_ALL=C.UTF-8"
    case .noResources: "Close other programs, or raise the limit of open files (ulimit -n)."
    case .alreadyOpen: "Close it first."
    }
  }

  /// A name from the environment, fit to be printed on a terminal.
  private static func harmless(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.unicodeScalars.prefix(40).map { scalar in
          scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) ? "?" : scalar
        }))
  }
}
