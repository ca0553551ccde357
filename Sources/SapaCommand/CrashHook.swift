import LocalDesk
import SystemCalls

/// Lets the program die at a chosen step of a send: `SAPA_DIE_AT=afterWrite` for the first, `afterWrite:3` for the third
/// time. For the tests that promise that a reply is never lost and never sent twice.
enum CrashHook {
  static func fromEnvironment() -> @Sendable (LocalDeskStep) -> Void {
    guard let text = ProcessContext.environment("SAPA_DIE_AT"), !text.isEmpty else { return { _ in } }
    let parts = text.split(separator: ":")
    let countdown = Countdown(parts.count > 1 ? Int(parts[1]) ?? 1 : 1)
    let name = String(parts[0])
    return { step in
      if step.rawValue == name, countdown.reachesZero() { ProcessContext.exitNow(137) }
    }
  }
}
