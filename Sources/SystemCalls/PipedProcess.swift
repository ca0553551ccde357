import Glibc
import Synchronization

/// A program that runs beside us in a session of its own, its standard streams joined to us.
///
/// Each stream may be used by one thread, all of them at once. Nobody but `wait` learns of its end.
package final class PipedProcess: Sendable {
  private enum Life: Sendable {
    case running
    case ended
  }

  private let id: pid_t
  private let name: String
  private let life = Mutex(Life.running)
  /// A writer may wait in there for a reader that never comes; only the program's end frees it.
  private let input: FileDescriptor
  private let output: FileDescriptor
  private let errors: FileDescriptor

  /// Starts a program, found along PATH, never through a shell.
  ///
  /// It reads `secret` (at most 32 KiB) to its end from its descriptor 3; without one it has none. It inherits
  /// nothing else but the environment.
  package init(_ arguments: [String], secret: [UInt8]? = nil) throws(SystemError) {
    name = arguments.first ?? ""
    let inputs = try SocketPair(name)
    let outputs = try SocketPair(name)
    let complaints = try SocketPair(name)
    let theirs = [inputs.theirs.number, outputs.theirs.number, complaints.theirs.number]
    if let secret {
      guard secret.count <= Self.secretLimit else { throw SystemError.tooLarge("socketpair", name) }
      let secrets = try SocketPair(name)
      // It fits between the ends, so nobody has to read it meanwhile.
      try secrets.ours.write(secret)
      shutdown(secrets.ours.number, Int32(SHUT_WR))
      id = try ChildProcess.spawn(arguments, streams: theirs + [secrets.theirs.number])
    } else {
      id = try ChildProcess.spawn(arguments, streams: theirs)
    }
    input = inputs.keepOurs()
    output = outputs.keepOurs()
    errors = complaints.keepOurs()
  }

  private static let secretLimit = 32 << 10

  /// The process id, which is its session's too; somebody else's may have it after `wait`.
  package var identifier: Int32 { id }

  /// Writes to its standard input and waits until the program, or the pipe, has taken it.
  ///
  /// - Throws: `SystemError`; `isBrokenPipe` when it does not read any more (where such writes do not end us,
  ///   see `ProcessContext.ignoreBrokenPipes`).
  package func write(_ bytes: [UInt8]) throws(SystemError) { try input.write(bytes) }

  /// Ends its standard input; nothing may be written then.
  package func closeInput() {
    shutdown(input.number, Int32(SHUT_WR))
  }

  /// Waits for its standard output and reads at most `limit` bytes; empty at the end.
  package func read(limit: Int) throws(SystemError) -> [UInt8] { try output.read(limit: limit) }

  /// Waits for its standard error and reads at most `limit` bytes; empty at the end.
  package func readErrors(limit: Int) throws(SystemError) -> [UInt8] { try errors.read(limit: limit) }

  /// Asks it, and what it has started in its session, to end.
  package func terminate() { send(SIGTERM) }

  /// Ends it, and what it has started in its session, at once.
  package func kill() { send(SIGKILL) }

  private func send(_ number: Int32) {
    // Under the lock, because afterwards the number may be somebody else's.
    life.withLock { life in
      if life == .running { _ = Glibc.kill(-id, number) }
    }
  }

  /// Waits for its end; once, by one thread.
  package func wait() throws(SystemError) -> ChildEnding {
    var info = unsafe siginfo_t()
    _ = try retrying("waitid", name) { unsafe waitid(P_PID, id_t(id), &info, WEXITED | WNOWAIT) }
    return try life.withLock { life throws(SystemError) in
      life = .ended
      // What it has started and left behind must not live on.
      _ = Glibc.kill(-id, SIGKILL)
      var status: Int32 = 0
      _ = try retrying("waitpid", name) { unsafe waitpid(id, &status, 0) }
      let number = status & 0x7F
      return number == 0 ? .code(Int(status >> 8 & 0xFF)) : .signal(Int(number))
    }
  }
}

/// Two joined ends, closed on exec: like a pipe, of which one end can be closed while somebody waits to write to it.
private struct SocketPair: ~Copyable {
  let ours: FileDescriptor
  let theirs: FileDescriptor

  init(_ name: String) throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemError.last("socketpair", name) }
    ours = FileDescriptor(owning: ends[0], path: name)
    theirs = FileDescriptor(owning: ends[1], path: name)
  }

  /// Lets go of the other end, so that the program's end is seen here.
  consuming func keepOurs() -> FileDescriptor { ours }
}
