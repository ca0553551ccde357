/// How long an adapter that has ended is left alone before it is started anew.
package struct RestartPolicy: Sendable, Hashable {
  /// Milliseconds before the first restart.
  package var first: Int
  /// Milliseconds that no pause exceeds.
  package var longest: Int
  /// Milliseconds that a run must last to count as a good one, after which pauses begin anew.
  package var goodRun: Int
  private var failures = 0

  /// Makes a policy.
  package init(first: Int = 500, longest: Int = 60_000, goodRun: Int = 60_000) {
    self.first = first
    self.longest = longest
    self.goodRun = goodRun
  }

  /// Milliseconds until the next start, after a run of so many.
  ///
  /// Each pause is twice the one before; between half and all of it is waited, by chance, so that many consoles do not come
  /// back at once.
  package mutating func pause(afterRun duration: Int, random: UInt64) -> Int {
    failures = duration >= goodRun ? 1 : failures + 1
    let whole = min(longest, first << min(failures - 1, 20))
    let half = max(1, whole / 2)
    return half + Int(random % UInt64(half + 1))
  }
}
