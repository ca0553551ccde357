import CProcessSpawn
import Glibc

/// Asks another program something, and does not wait for ever.
package enum ProgramOutput {
  /// What a program writes to standard output, of at most 64 KiB.
  ///
  /// It is looked for in `PATH`, reads nothing, and is killed with those that it started when it has not ended within
  /// `milliseconds`.
  /// - Returns: nil when it cannot be started, fails, or takes too long.
  package static func of(_ words: [String], milliseconds: Int) -> String? {
    guard let pipe = try? Pipe(), let process = start(words, output: pipe.writing.number) else { return nil }
    let reading = pipe.closeWriting()
    let deadline = SystemClock.monotonicMilliseconds() + Int64(milliseconds)
    let bytes = everything(from: reading, until: deadline)
    if bytes == nil { _ = kill(-process, SIGKILL) }
    var status: Int32 = 0
    while true {
      let ended = unsafe waitpid(process, &status, bytes == nil ? 0 : WNOHANG)
      if ended == process || (ended < 0 && errno != EINTR) { break }
      if ended == 0 {
        if SystemClock.monotonicMilliseconds() >= deadline {
          _ = kill(-process, SIGKILL)
          _ = unsafe waitpid(process, &status, 0)
          return nil
        }
        SystemClock.sleep(milliseconds: 1)
      }
    }
    guard let bytes, status == 0 else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let limit = 64 << 10

  /// Nil when the other end stays open beyond the deadline or says too much.
  private static func everything(from file: borrowing FileDescriptor, until deadline: Int64) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let left = deadline - SystemClock.monotonicMilliseconds()
      guard left > 0 else { return nil }
      var source = pollfd(fd: file.number, events: Int16(POLLIN), revents: 0)
      let found = unsafe poll(&source, 1, Int32(clamping: left))
      if found < 0, errno == EINTR { continue }
      guard found > 0, let chunk = try? file.read(limit: 4_096) else { return nil }
      if chunk.isEmpty { return bytes }
      bytes += chunk
    }
    return nil
  }

  /// Starts a program in a group of its own.
  private static func start(_ words: [String], output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    // unsafe: the copies of the words live until they are freed below, after the call.
    var list = unsafe words.map { unsafe strdup($0) } + [nil]
    defer { unsafe list.forEach { unsafe free($0) } }
    var process = pid_t()
    guard let first = words.first,
      unsafe posix_spawnp(&process, first, &actions, &attributes, &list, environ) == 0
    else { return nil }
    return process
  }
}

/// The two ends of a pipe.
private struct Pipe: ~Copyable {
  private let reading: FileDescriptor
  let writing: FileDescriptor

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    _ = try retrying("pipe", "") { unsafe pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = FileDescriptor(owning: ends[0], path: "pipe")
    writing = FileDescriptor(owning: ends[1], path: "pipe")
  }

  /// Closes our writing end, so that the reading one ends with the program.
  consuming func closeWriting() -> FileDescriptor { reading }
}
