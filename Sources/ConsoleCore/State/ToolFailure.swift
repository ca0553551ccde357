/// Why a program of the person's own, or a file of theirs, did not do what was wanted.
package enum ToolFailure: Error, Sendable, Hashable {
  /// The program cannot be started; the reason is the system's.
  case cannotStart(program: String, reason: String)
  /// The program ended with a code that is not 0.
  case failed(program: String, code: Int)
  /// A signal ended the program.
  case killed(program: String, signal: Int)
  /// A file cannot be read or written; the reason is the system's.
  case file(path: String, reason: String)
  /// A folder, a pipe or a device stands where a file is wanted.
  case noFile(path: String)
  /// A file is larger than what goes with an answer, in MiB.
  case tooLarge(path: String, limit: Int)
  /// The config names no program for this file's type.
  case noOpener(name: String)
  /// Nothing here can do that, as in a script without a terminal.
  case unavailable
}
