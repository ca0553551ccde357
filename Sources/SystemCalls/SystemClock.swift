import Glibc

/// The system's clocks and time zones.
package enum SystemClock {
  /// Milliseconds since the Unix epoch.
  package static func milliseconds() -> Int64 { read(CLOCK_REALTIME) }

  /// Milliseconds since some moment before the process started; never goes back.
  package static func monotonicMilliseconds() -> Int64 { read(CLOCK_MONOTONIC) }

  /// Microseconds since some moment before the process started; never goes back.
  package static func monotonicMicroseconds() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec / 1_000)
  }

  /// Seconds that the local time zone is east of UTC at a moment (milliseconds since the Unix epoch).
  package static func localOffset(at milliseconds: Int64) -> Int {
    var seconds = time_t(milliseconds / 1_000)
    var parts = unsafe tm()
    guard unsafe localtime_r(&seconds, &parts) != nil else { return 0 }
    return unsafe Int(parts.tm_gmtoff)
  }

  /// Lets this thread sleep; a signal may end the sleep early.
  package static func sleep(milliseconds: Int) {
    var time = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
    _ = unsafe nanosleep(&time, nil)
  }

  private static func read(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    unsafe clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec / 1_000_000)
  }
}
