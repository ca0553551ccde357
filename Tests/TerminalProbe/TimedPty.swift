internal import CPtyShim
package import ScreenKit

/// A program on a pseudo-terminal whose output is stamped when it is read and looked at later, so that drawing the
/// virtual screen is no part of what is measured.
package final class TimedPty {
  /// Bytes of one read, and when it returned.
  package struct Chunk: Sendable {
    /// Nanoseconds of the monotonic clock.
    package let at: Int64
    /// What came.
    package let bytes: [UInt8]
  }

  /// What came in answer to something.
  package struct Burst: Sendable {
    /// When it was asked for, in nanoseconds.
    package var start: Int64
    /// What came, in order.
    package var chunks: [Chunk] = []

    /// Nanoseconds from the start to the last byte; nil when nothing came.
    package var duration: Int64? { chunks.last.map { $0.at - start } }
    /// All bytes.
    package var byteCount: Int { chunks.reduce(0) { $0 + $1.bytes.count } }
  }

  /// The screen as of the last `catchUp`.
  package private(set) var screen: VirtualScreen
  /// Whether the program's side is closed.
  package private(set) var isClosed = false

  private let master: Int32
  private let child: Int32
  private var isReaped = false
  private var unseen: [Chunk] = []
  private var buffer = [UInt8](repeating: 0, count: 64 << 10)
  /// When the program was started, in nanoseconds.
  package let startedAt: Int64

  /// Starts a program; `environment` is all of it, with the defaults of `PtySession`.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:], size: Size
  ) throws {
    let defaults = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    let variables = defaults.merging(environment) { $1 }.sorted { $0.key < $1.key }
    let argumentBytes = PtySession.packed([program] + arguments)
    let environmentBytes = PtySession.packed(variables.map { "\($0.key)=\($0.value)" })
    var child: Int32 = 0
    startedAt = pty_nanoseconds()
    // unsafe: the arrays outlive the call, which copies nothing beyond their lengths.
    master = unsafe argumentBytes.withUnsafeBufferPointer { argument in
      unsafe environmentBytes.withUnsafeBufferPointer { variable in
        unsafe pty_spawn(
          argument.baseAddress, argument.count, variable.baseAddress, variable.count, "", Int32(size.columns),
          Int32(size.rows), &child)
      }
    }
    self.child = child
    screen = VirtualScreen(size: size)
    if master < 0 { throw PtySession.Failure(description: "cannot start \(program): errno \(-master)") }
  }

  deinit {
    end()
    if master >= 0 { pty_close(master) }
  }

  /// Nanoseconds of the monotonic clock.
  package static var now: Int64 { pty_nanoseconds() }

  /// CPU time in microseconds of all children that have ended and been waited for.
  package static var childrenCPU: Int64 { pty_children_cpu() }

  /// The program's process.
  package var processIdentifier: Int32 { child }

  /// Kills the program and waits until it is gone.
  package func end() {
    guard !isReaped, master >= 0 else { return }
    _ = pty_signal(child, 9)
    while pty_state(child) == -1 { _ = read(milliseconds: 2) }
    isReaped = true
  }

  /// Waits until the program has ended by itself; returns its exit code, nil when a signal ended it.
  package func waitForExit() -> Int? {
    while !isReaped {
      _ = read(milliseconds: isClosed ? 0 : 5)
      let state = Int(pty_state(child))
      guard (0..<2_000).contains(state) || state == -2 else { continue }
      isReaped = true
      return (0..<1_000).contains(state) ? state : nil
    }
    return nil
  }

  /// Writes bytes at once; returns the moment just before.
  @discardableResult
  package func write(_ bytes: [UInt8]) -> Int64 {
    let moment = pty_nanoseconds()
    var rest = bytes[...]
    while !rest.isEmpty, !isClosed {
      // unsafe: the slice outlives the call and its length is given.
      let count = unsafe rest.withUnsafeBufferPointer { unsafe pty_write(master, $0.baseAddress, $0.count) }
      if count < 0 { break }
      rest = rest.dropFirst(count)
      if count == 0, let chunk = read(milliseconds: 1) { unseen.append(chunk) }
    }
    return moment
  }

  /// Reads until nothing has come for `quiet` milliseconds, at most `limit` milliseconds.
  package func burst(since start: Int64, quiet: Int, limit: Int) -> Burst {
    var burst = Burst(start: start)
    let end = pty_nanoseconds() + Int64(limit) * 1_000_000
    // What was read while writing belongs to it.
    burst.chunks = unseen.filter { $0.at >= start }
    while pty_nanoseconds() < end, !isClosed {
      guard let chunk = read(milliseconds: burst.chunks.isEmpty ? max(quiet, min(200, limit)) : quiet) else {
        break
      }
      burst.chunks.append(chunk)
      unseen.append(chunk)
    }
    return burst
  }

  /// Writes bytes and reads what comes in answer.
  package func press(_ bytes: [UInt8], quiet: Int = 5, limit: Int = 2_000) -> Burst {
    burst(since: write(bytes), quiet: quiet, limit: limit)
  }

  /// Writes text and reads what comes in answer.
  package func press(_ text: String, quiet: Int = 5, limit: Int = 2_000) -> Burst {
    press(Array(text.utf8), quiet: quiet, limit: limit)
  }

  /// Draws on the virtual screen what was read until now.
  package func catchUp() {
    for chunk in unseen { screen.feed(chunk.bytes[...]) }
    unseen = []
  }

  /// Draws what was read until now piece by piece; returns the moment of the first piece after which the screen is as
  /// expected.
  package func catchUp(until isExpected: (VirtualScreen) -> Bool) -> Int64? {
    var moment: Int64?
    for chunk in unseen {
      screen.feed(chunk.bytes[...])
      if moment == nil, isExpected(screen) { moment = chunk.at }
    }
    unseen = []
    return moment
  }

  /// Reads until the screen is as expected; false after `limit` milliseconds.
  package func wait(limit: Int = 20_000, until isExpected: (VirtualScreen) -> Bool) -> Bool {
    let end = pty_nanoseconds() + Int64(limit) * 1_000_000
    while pty_nanoseconds() < end {
      if let chunk = read(milliseconds: 20) {
        unseen.append(chunk)
        continue
      }
      catchUp()
      if isExpected(screen) { return true }
      if isClosed { return false }
    }
    return false
  }

  /// Gives the terminal another size.
  package func resize(_ size: Size) {
    catchUp()
    screen.resize(size)
    _ = pty_resize(master, Int32(size.columns), Int32(size.rows))
  }

  /// Reads once, at most `count` bytes; nil when nothing comes in time.
  package func read(milliseconds: Int, count: Int = 64 << 10) -> Chunk? {
    if isClosed { return nil }
    // unsafe: the buffer outlives the call and no more than its length is asked for.
    let got = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe pty_read(master, $0.baseAddress, min($0.count, count), Int32(milliseconds))
    }
    if got < 0 { isClosed = true }
    return got > 0 ? Chunk(at: pty_nanoseconds(), bytes: Array(buffer[..<got])) : nil
  }

  /// Keeps a piece that was read by `read` for the screen.
  package func keep(_ chunk: Chunk) { unseen.append(chunk) }
}
