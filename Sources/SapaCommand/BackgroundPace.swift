import Dispatch

/// Keeps long work in the background from getting in the way of keys: it rests nine times as long as it works, but no
/// longer than a tenth of a second at once.
struct BackgroundPace {
  private static let share: UInt64 = 9
  /// Shorter work goes on without a rest, in nanoseconds.
  private static let shortest: UInt64 = 2_000_000
  private static let longest: UInt64 = 100_000_000

  private var begun = DispatchTime.now()
  private let never = DispatchSemaphore(value: 0)

  /// Rests if it was worked for a while; to be called between small pieces of work.
  mutating func rest() {
    let worked = DispatchTime.now().uptimeNanoseconds - begun.uptimeNanoseconds
    guard worked >= Self.shortest else { return }
    _ = never.wait(timeout: .now() + .nanoseconds(Int(min(worked * Self.share, Self.longest))))
    begun = .now()
  }
}
