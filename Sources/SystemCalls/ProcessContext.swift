import Glibc

/// What the process knows about itself and its surroundings.
package enum ProcessContext {
  /// The value of an environment variable; nil when it is not set.
  package static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// Lets no crash leave the program's memory, and what it has read, in a file.
  ///
  /// Programs that are started from now on leave none, either.
  package static func forbidCoreDumps() {
    var limit = rlimit(rlim_cur: 0, rlim_max: 0)
    _ = unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit)
  }

  /// All environment variables.
  ///
  /// Later ones of the same name are dropped, as `getenv` does.
  ///
  /// - Complexity: O(n).
  package static func environment() -> [String: String] {
    var result: [String: String] = [:]
    var next = unsafe environ
    while let entry = unsafe next.pointee {
      let text = unsafe String(cString: entry)
      if let equals = text.firstIndex(of: "=") {
        let name = String(text[..<equals])
        if result[name] == nil { result[name] = String(text[text.index(after: equals)...]) }
      }
      unsafe next += 1
    }
    return result
  }

  /// The absolute path of the running program; nil without `/proc`.
  package static var executablePath: String? {
    var path: String?
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4_096) { buffer in
      guard let base = buffer.baseAddress else { return }
      let count = unsafe readlink("/proc/self/exe", base, buffer.count - 1)
      guard count > 0 else { return }
      unsafe buffer[count] = 0
      path = unsafe String(cString: base)
    }
    return path
  }

  /// The login name of the user; `user` with the id where the system has none.
  package static var userName: String {
    let id = geteuid()
    var entry = unsafe passwd()
    var found: UnsafeMutablePointer<passwd>?
    var name: String?
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
      guard let base = buffer.baseAddress,
        unsafe getpwuid_r(id, &entry, base, buffer.count, &found) == 0, unsafe found != nil,
        let text = unsafe entry.pw_name
      else { return }
      name = unsafe String(cString: text)
    }
    return name ?? "user\(id)"
  }

  /// The user's home folder: `$HOME`, else what the system says; nil when neither is known.
  package static var homeFolder: String? {
    if let home = environment("HOME"), home.hasPrefix("/") { return home }
    guard let entry = unsafe getpwuid(geteuid()), let folder = unsafe entry.pointee.pw_dir else { return nil }
    return unsafe String(cString: folder)
  }

  /// The folder that the program works in; `.` where it has gone.
  package static var workingFolder: String {
    guard let path = unsafe getcwd(nil, 0) else { return "." }
    defer { unsafe free(path) }
    return unsafe String(cString: path)
  }

  /// The name of the host; empty when it has none.
  package static var hostName: String {
    var name = ""
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 256) { buffer in
      guard let base = buffer.baseAddress, unsafe gethostname(base, buffer.count - 1) == 0 else { return }
      unsafe buffer[buffer.count - 1] = 0
      name = unsafe String(cString: base)
    }
    return name
  }

  /// The process id.
  package static var identifier: Int32 { getpid() }

  /// Whether we are the superuser, whom permission bits do not stop.
  package static var isSuperuser: Bool { geteuid() == 0 }

  /// A random number from the system, fit for ids and keys.
  package static func random() -> UInt64 {
    var generator = SystemRandomNumberGenerator()
    return generator.next()
  }

  /// Makes writing to a closed pipe an error instead of the end of the process.
  package static func ignoreBrokenPipes() { _ = signal(SIGPIPE, SIG_IGN) }

  /// Ends the process at once: no cleaning up, no flushing.
  package static func exitNow(_ code: Int32) -> Never { _exit(code) }

  /// The most memory that the process has had at once, in KiB.
  package static var peakMemory: Int {
    var usage = rusage()
    unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss
  }
}

/// Exit codes of the command line.
package enum ExitCode: Int32, Sendable {
  /// All went well.
  case fine = 0
  /// Findings, or something was refused.
  case findings = 1
  /// Wrong usage.
  case usage = 2
}

/// The three standard streams.
package enum StandardStream: Int32, Sendable {
  case input = 0
  case output = 1
  case error = 2

  /// The stream as a descriptor that is not closed.
  package var descriptor: FileDescriptor {
    FileDescriptor(borrowing: rawValue, path: "standard \(self)")
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { descriptor.isTerminal }

  /// Writes all of a text.
  ///
  /// - Complexity: O(bytes).
  package func write(_ text: String) throws(SystemError) { try descriptor.write(Array(text.utf8)) }
}
