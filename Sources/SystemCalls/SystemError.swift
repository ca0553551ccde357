import Glibc

/// A system call that failed.
package struct SystemError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The call, such as `open`.
  package let call: String
  /// The file it was about; empty when there is none.
  package let path: String
  /// The value of `errno`.
  package let code: Int32

  /// Makes an error.
  package init(call: String, path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// The error of the call that has just failed on this thread.
  static func last(_ call: String, _ path: String) -> SystemError {
    SystemError(call: call, path: path, code: errno)
  }

  /// A file is not the one that was opened any more, or has been cut.
  package static func staleFile(_ call: String, _ path: String) -> SystemError {
    SystemError(call: call, path: path, code: ESTALE)
  }

  /// A file or a line is larger than it may be.
  package static func tooLarge(_ call: String, _ path: String) -> SystemError {
    SystemError(call: call, path: path, code: EFBIG)
  }

  /// Another program holds a lock and does not let go of it.
  package static func lockedElsewhere(_ path: String) -> SystemError {
    SystemError(call: "flock", path: path, code: EBUSY)
  }

  /// A file is shorter than it was.
  package static func missingData(_ call: String, _ path: String) -> SystemError {
    SystemError(call: call, path: path, code: ENODATA)
  }

  /// The system's words for the code, such as `No such file or directory`.
  package var reason: String {
    if call == "flock", code == EBUSY { return "another program holds the lock" }
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }

  /// Such as `open /x: No such file or directory`.
  package var description: String { path.isEmpty ? "\(call): \(reason)" : "\(call) \(path): \(reason)" }

  /// Whether the file, or a folder on the way to it, does not exist.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  /// Whether the file exists already.
  package var isExisting: Bool { code == EEXIST }

  /// Whether we are not allowed to, or the file system is read-only.
  package var isForbidden: Bool { code == EACCES || code == EPERM || code == EROFS }

  /// Whether there is no room left.
  package var isFull: Bool { code == ENOSPC || code == EDQUOT || code == EFBIG }

  /// Whether the file is not the one that was opened any more, or has been cut.
  package var isStale: Bool { code == ESTALE || code == ENODATA }

  /// Whether the call would have had to wait.
  package var wouldWait: Bool { code == EWOULDBLOCK || code == EAGAIN }

  /// Whether the reader of a pipe has gone.
  package var isBrokenPipe: Bool { code == EPIPE }
}

/// Repeats a call that a signal has interrupted.
func retrying<Value: SignedInteger>(
  _ call: String, _ path: String, _ body: () -> Value
) throws(SystemError) -> Value {
  while true {
    let result = body()
    if result >= 0 { return result }
    if errno != EINTR { throw SystemError.last(call, path) }
  }
}
