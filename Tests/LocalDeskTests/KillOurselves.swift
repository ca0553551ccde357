import Glibc

extension CrashTests {
  /// Ends this process as `kill -9` does.
  static func killOurselves() { kill(getpid(), SIGKILL) }
}
