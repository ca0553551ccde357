import SystemCalls

/// Lets the program die at a chosen step of a send, for the tests that promise that a reply is never lost and never
/// sent twice.
///
/// `SAPA_DIE_AT=afterWrite` dies at once, as by kill -9, at the first write; `afterWrite:3` at the third;
/// `afterWrite:1:trap` by a trap of Swift, as a bug would.
enum CrashHook {
  /// Told the name of each step: those of `EmbeddedDeskStep`, and the ones of `DraftKeeper`.
  static func fromEnvironment() -> @Sendable (String) -> Void {
    guard let text = ProcessContext.environment("SAPA_DIE_AT"), !text.isEmpty else { return { _ in } }
    let parts = text.split(separator: ":").map(String.init)
    let countdown = Countdown(parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    let traps = parts.count > 2 && parts[2] == "trap"
    return { step in
      guard step == parts[0], countdown.reachesZero() else { return }
      if traps { preconditionFailure("the test asked for a trap at \(step)") }
      ProcessContext.exitNow(137)
    }
  }
}
