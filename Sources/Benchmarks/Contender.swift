import ScreenKit
import TerminalProbe

/// A program that is measured: both understand the same keys.
struct Contender: Sendable {
  enum Name: String, Sendable, CaseIterable { case sapa, limit }

  /// Which of the two.
  let name: Name
  /// Its path.
  let program: String
  let arguments: [String]
  let environment: [String: String]

  /// The size of the window.
  static let size = Size(columns: 160, rows: 48)
  static let next: [UInt8] = [0x0E]
  static let previous: [UInt8] = [0x10]
  static let leave: [UInt8] = [0x07]
  static let empty: [UInt8] = [0x15]

  /// Starts the program; not waited for.
  func launch() throws -> TimedPty {
    try TimedPty(program, arguments, environment: environment, size: Self.size)
  }

  /// Starts the program and waits for its first screen.
  func start() throws -> TimedPty {
    let pty = try launch()
    let text = name == .sapa ? "Ctrl-K" : " limit "
    guard pty.wait(limit: 120_000, until: { $0.shows(text) }) else {
      throw PtySession.Failure(description: "\(name.rawValue) shows no first screen:\n" + pty.screen.text)
    }
    return pty
  }

  /// Starts the program and goes to the composer.
  func startWriting() throws -> TimedPty {
    let pty = try start()
    try write(on: pty)
    return pty
  }

  /// Goes to the composer.
  func write(on pty: TimedPty) throws {
    _ = pty.press("r", quiet: 100)
    _ = pty.press("Hello", quiet: 100)
    pty.catchUp()
    guard pty.screen.shows("Hello") else {
      throw PtySession.Failure(description: "\(name.rawValue) takes no text:\n" + pty.screen.text)
    }
  }
}
