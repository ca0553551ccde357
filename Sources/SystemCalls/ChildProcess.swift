import CProcessSpawn
import Glibc

/// How a program has ended.
package enum ChildEnding: Sendable, Hashable {
  /// By itself, with a code.
  case code(Int)
  /// By a signal.
  case signal(Int)
}

/// Runs other programs, found along PATH, never through a shell.
package enum ChildProcess {
  /// Runs a program on our terminal and waits for it: an editor.
  ///
  /// Meanwhile Ctrl-C and Ctrl-\ mean that program alone, as in `system` of POSIX, and Ctrl-Z stops both, so that the
  /// shell gets the terminal. Only for the thread that owns the terminal, after it was given back.
  package static func runInForeground(_ arguments: [String]) throws(SystemError) -> ChildEnding {
    let before = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN), signal(SIGTSTP, SIG_DFL))
    defer {
      _ = signal(SIGINT, before.0)
      _ = signal(SIGQUIT, before.1)
      _ = signal(SIGTSTP, before.2)
    }
    return try wait(for: try spawn(arguments, input: nil), arguments)
  }

  /// Runs a program away from our terminal, gives it `input` and waits for it; its output goes nowhere.
  ///
  /// Blocks as long as the program runs: for a thread of its own.
  package static func run(_ arguments: [String], input: [UInt8] = []) throws(SystemError) -> ChildEnding {
    // A pipe that is closed on exec from its first moment, whatever other threads start meanwhile.
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw SystemError.last("socketpair", "") }
    let writing = FileDescriptor(owning: ends[1], path: arguments.first ?? "")
    let child = try spawn(arguments, reading: FileDescriptor(owning: ends[0], path: arguments.first ?? ""))
    feed(input, to: writing)
    return try wait(for: child, arguments)
  }

  /// Starts a program on one end of a pipe, which is then that program's alone: else a write to a program that does not
  /// read would wait for ever.
  private static func spawn(
    _ arguments: [String], reading: consuming FileDescriptor
  ) throws(SystemError) -> pid_t {
    let child = try spawn(arguments, input: reading.number)
    return child
  }

  /// Writes everything and closes; whoever does not read to the end has read enough.
  private static func feed(_ input: [UInt8], to writing: consuming FileDescriptor) {
    try? writing.write(input)
  }

  private static func wait(for child: pid_t, _ arguments: [String]) throws(SystemError) -> ChildEnding {
    var status: Int32 = 0
    _ = try retrying("waitpid", arguments.first ?? "") { unsafe waitpid(child, &status, 0) }
    let number = status & 0x7F
    return number == 0 ? .code(Int(status >> 8 & 0xFF)) : .signal(Int(number))
  }

  /// Starts a program: on our terminal, or with `input` as its standard input, output to nowhere and a session of its own.
  private static func spawn(_ arguments: [String], input: Int32?) throws(SystemError) -> pid_t {
    guard let input else { return try spawn(arguments, streams: nil) }
    let nowhere = try FileDescriptor(opening: "/dev/null", .readWrite)
    return try spawn(arguments, streams: [input, nowhere.number, nowhere.number])
  }

  /// Starts a program on our terminal, or with `streams` as its descriptors from 0 on and a session of its own.
  static func spawn(_ arguments: [String], streams: [Int32]?) throws(SystemError) -> pid_t {
    let name = arguments.first ?? ""
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    // What we ignore or hold back is our affair.
    var usual = sigset_t()
    var none = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigemptyset(&usual)
    for number in [SIGINT, SIGQUIT, SIGTSTP, SIGPIPE] { unsafe sigaddset(&usual, number) }
    unsafe posix_spawnattr_setsigdefault(&attributes, &usual)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    var flags = Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    if let streams {
      flags |= 0x80  // POSIX_SPAWN_SETSID, which Swift does not import
      for (target, source) in zip(Int32(0)..., streams) {
        unsafe posix_spawn_file_actions_adddup2(&actions, source, target)
      }
      // Libraries may hold files that are not closed on exec.
      unsafe process_spawn_close_from(&actions, Int32(streams.count))
    }
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))
    var child: pid_t = 0
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
    unsafe words.append(nil)
    defer { unsafe words.forEach { unsafe free($0) } }
    let code = unsafe posix_spawnp(&child, name, &actions, &attributes, words, environ)
    guard code == 0 else { throw SystemError(call: "posix_spawnp", path: name, code: code) }
    return child
  }
}
