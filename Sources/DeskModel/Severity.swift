/// How much a finding about a draft weighs.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Stops the send.
  case error
  /// Takes a second Enter.
  case warn
  /// Is only shown.
  case hint

  /// Orders by weight: errors first.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warn: 1
    case .hint: 2
    }
  }
}
