import SystemCalls

/// Calls something again and again, to learn how long it takes.
struct RepeatedCall: Sendable {
  /// Milliseconds for all rounds.
  let time: Int64

  /// Microseconds of one call, the median of some rounds.
  func microseconds(_ body: () -> Int) -> Double {
    var sample = Sample()
    var sink = body()
    for _ in 0..<5 {
      let start = SystemClock.monotonicMicroseconds()
      var calls = 0
      var now = start
      repeat {
        sink &+= body()
        calls += 1
        now = SystemClock.monotonicMicroseconds()
      } while now - start < time * 1_000 / 5
      sample.add(Double(now - start) / Double(calls))
    }
    // Never true, but the compiler does not know: the calls must not be optimised away.
    return sink == Int.min ? 0 : sample.median ?? 0
  }
}
