package import DeskModel

/// How often news of the desk may make the console ask: a colleague's import of a thousand conversations a second
/// must not take the time that typing needs.
///
/// The first news of a tenth of a second are followed at once, the others together at its end.
package struct NewsPace: Sendable, Hashable {
  /// Milliseconds of a window, and how often news are followed at once within it.
  static let window: Int64 = 100
  static let limit = 5

  private var start = Timestamp(milliseconds: .min / 2)
  private var count = 0
  /// When news that were put off are followed; nil when there are none.
  package private(set) var due: Timestamp?
  /// Whether the open conversation is among what they concern.
  private(set) var concernsOpen = false

  /// Whether news are to be followed now; otherwise they are put off.
  mutating func follows(at now: Timestamp, concerningOpen: Bool) -> Bool {
    // A clock that was set back opens a new window, too.
    if now.milliseconds - start.milliseconds >= Self.window || now < start {
      start = now
      count = 0
    }
    guard count >= Self.limit else {
      count += 1
      return true
    }
    due = due ?? Timestamp(milliseconds: start.milliseconds + Self.window)
    concernsOpen = concernsOpen || concerningOpen
    return false
  }

  /// Takes what was put off and is due now: nil when nothing is, else whether it concerns the open conversation.
  mutating func takeDue(at now: Timestamp) -> Bool? {
    guard let moment = due, moment <= now || moment.milliseconds - now.milliseconds > Self.window else {
      return nil
    }
    defer {
      due = nil
      concernsOpen = false
    }
    return concernsOpen
  }
}
