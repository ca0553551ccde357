import Glibc

extension CrashTests {
  /// Ends this process as `kill -9` does.
  static func killOurselves() { kill(getpid(), SIGKILL) }

  /// Lets no file grow beyond a size; nil lifts the limit.
  static func limitFiles(to size: Int?) {
    signal(SIGXFSZ, SIG_IGN)
    var limit = rlimit(rlim_cur: size.map { rlim_t($0) } ?? rlim_t.max, rlim_max: rlim_t.max)
    unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
