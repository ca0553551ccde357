internal import CPtyShim
package import ScreenKit

/// A program that runs on a pseudo-terminal, with the screen that a person would see.
///
/// Nothing here sleeps for a fixed time: reading ends when the screen is as expected and quiet.
package final class PtySession {
  /// How a program ended.
  package enum ExitStatus: Sendable, Hashable {
    case code(Int)
    case signal(Int)
  }

  /// What went wrong, with the screen as it was.
  package struct Failure: Error, CustomStringConvertible {
    /// The text for the test's report.
    package let description: String

    /// Makes a failure.
    package init(description: String) { self.description = description }
  }

  /// The modes of the line, to compare before and after.
  package struct LineModes: Sendable, Hashable {
    fileprivate let flags: [UInt32]
  }

  /// What the program has drawn so far.
  package private(set) var screen: VirtualScreen
  /// All bytes that the program wrote; empty when they are not kept.
  package private(set) var output: [UInt8] = []
  /// Whether the program's side of the terminal is closed.
  package private(set) var isClosed = false

  /// Let go only when the program is gone: its folder must not vanish under it, and come back by its last words.
  private var kept: AnyObject?
  private let master: Int32
  private let child: Int32
  private let keepsOutput: Bool
  private var status: ExitStatus?
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)

  /// Starts the program at a path.
  ///
  /// `environment` is all of it; TERM, LC_ALL, PATH and SWIFT_BACKTRACE have defaults. Throws when
  /// no process can be made; a missing program exits with 127. `keeping` lives as long as the program: whatever
  /// removes the program's folder when it goes. A program that runs for long is better watched without keeping its
  /// output.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    size: Size = Size(columns: 80, rows: 24), directory: String = "", keeping: AnyObject? = nil,
    keepsOutput: Bool = true
  ) throws {
    kept = keeping
    self.keepsOutput = keepsOutput
    let defaults = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
    ]
    let variables = defaults.merging(environment) { $1 }.sorted { $0.key < $1.key }
    let argumentBytes = Self.packed([program] + arguments)
    let environmentBytes = Self.packed(variables.map { "\($0.key)=\($0.value)" })
    var child: Int32 = 0
    // unsafe: the arrays outlive the call, which copies nothing beyond their lengths.
    master = unsafe argumentBytes.withUnsafeBufferPointer { argument in
      unsafe environmentBytes.withUnsafeBufferPointer { variable in
        unsafe pty_spawn(
          argument.baseAddress, argument.count, variable.baseAddress, variable.count, directory,
          Int32(size.columns), Int32(size.rows), &child)
      }
    }
    self.child = child
    screen = VirtualScreen(size: size)
    if master < 0 { throw Failure(description: "cannot start \(program): errno \(-master)") }
  }

  deinit {
    if status == nil, master >= 0 {
      _ = pty_signal(child, 9)
      while pty_state(child) == -1 { pump(milliseconds: 5) }
    }
    if master >= 0 { pty_close(master) }
    kept = nil
  }

  /// The path of a product of this package: products lie beside the test bundle.
  package static func product(_ name: String) -> String {
    let bundle = CommandLine.arguments.first { $0.contains(".xctest") } ?? CommandLine.arguments[0]
    let parts = bundle.split(separator: "/", omittingEmptySubsequences: false)
    let end = parts.firstIndex { $0.hasSuffix(".xctest") } ?? parts.count - 1
    return (parts[..<end] + [Substring(name)]).joined(separator: "/")
  }

  /// Types text.
  package func send(_ text: String) throws { try send(bytes: Array(text.utf8)) }

  /// Types bytes, reading meanwhile: a program that writes while nobody reads would stand still.
  package func send(bytes: [UInt8]) throws {
    var rest = bytes[...]
    let deadline = pty_milliseconds() + 20_000
    while !rest.isEmpty {
      // unsafe: the slice outlives the call and its length is given.
      let count = unsafe rest.withUnsafeBufferPointer { unsafe pty_write(master, $0.baseAddress, $0.count) }
      if count < 0 || pty_milliseconds() > deadline { throw failure("the program takes no input") }
      rest = rest.dropFirst(count)
      pump(milliseconds: count == 0 ? 1 : 0)
    }
  }

  /// Reads until the screen is as expected, no byte has come for `quiet` milliseconds and the program sleeps.
  ///
  /// Throws after `limit` milliseconds, or when the program has ended without it.
  package func wait(
    for what: String = "the screen", quiet: Int = 30, limit: Int = 10_000,
    until isExpected: (VirtualScreen) -> Bool = { _ in true }
  ) throws {
    let deadline = pty_milliseconds() + Int64(limit)
    while true {
      let count = pump(milliseconds: quiet)
      // On a loaded machine a quiet moment may be half of a frame, whose rest waits for its turn.
      if count == 0, !isClosed, pty_is_busy(child) != 0 || pump(milliseconds: 0) > 0 {
        if pty_milliseconds() > deadline { throw failure("no rest of the program within \(limit) ms") }
        continue
      }
      if count == 0 || isClosed, !screen.isUpdating, isExpected(screen) { return }
      if isClosed { throw failure("the program ended before \(what)") }
      if pty_milliseconds() > deadline { throw failure("no \(what) within \(limit) ms") }
    }
  }

  /// Reads until some row shows a text.
  package func wait(forText text: String, limit: Int = 10_000) throws {
    try wait(for: "\"\(text)\"", limit: limit) { $0.shows(text) }
  }

  /// Reads until the program has ended.
  package func waitForExit(limit: Int = 10_000) throws -> ExitStatus {
    let deadline = pty_milliseconds() + Int64(limit)
    while status == nil {
      pump(milliseconds: isClosed ? 0 : 5)
      refreshStatus()
      if pty_milliseconds() > deadline { throw failure("the program did not end within \(limit) ms") }
    }
    while pump(milliseconds: 0) > 0 {}
    guard let status else { throw failure("no exit status") }
    return status
  }

  /// Gives the terminal another size.
  package func resize(_ size: Size) {
    pump(milliseconds: 0)
    screen.resize(size)
    _ = pty_resize(master, Int32(size.columns), Int32(size.rows))
  }

  /// The program's process.
  package var processIdentifier: Int32 { child }

  /// Sends a signal to the program.
  package func signal(_ number: Int) { _ = pty_signal(child, Int32(number)) }

  /// Whether bytes go through unprocessed and without echo.
  package var isRaw: Bool { pty_is_raw(master) != 0 }

  /// The modes of the line now.
  package var lineModes: LineModes {
    let modes = pty_modes(master)
    return LineModes(flags: [modes.input, modes.output, modes.control, modes.local])
  }

  /// Whether the terminal is as a shell wants it.
  package var isRestored: Bool {
    !isRaw && !screen.isUpdating && !screen.isAlternate && !screen.isBracketedPaste && screen.isCursorVisible
      && !screen.reportsMouse && !screen.reportsMouseAsSGR
  }

  private func refreshStatus() {
    let state = Int(pty_state(child))
    if (0..<1000).contains(state) { status = .code(state) }
    if (1000..<2000).contains(state) { status = .signal(state - 1000) }
    if state == -2 { status = .code(-1) }
  }

  /// Reads what comes within a time, once; returns the number of bytes.
  @discardableResult
  package func pump(milliseconds: Int) -> Int {
    if isClosed { return 0 }
    // unsafe: the buffer outlives the call and its length is given.
    let count = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pty_read(master, $0.baseAddress, $0.count, Int32(milliseconds))
    }
    if count < 0 { isClosed = true }
    guard count > 0 else { return 0 }
    if keepsOutput { output += buffer[..<count] }
    screen.feed(buffer[..<count])
    return count
  }

  private func failure(_ problem: String) -> Failure {
    Failure(description: problem + "; the screen was:\n" + screen.text)
  }

  static func packed(_ strings: [String]) -> [CChar] {
    strings.flatMap { $0.utf8.map(CChar.init(bitPattern:)) + [0] }
  }
}
