package import AdapterProtocol

/// Why a desk is away.
package enum DeskAbsence: Error, Sendable, Hashable {
  /// Its adapter has not been started yet, or does not answer yet.
  case starting
  /// Its program cannot be started; the reason is the system's.
  case cannotStart(program: String, reason: String)
  /// There is no token.
  case noToken(TokenError)
  /// Its program has ended.
  case ended(SessionEnd)
  /// Its adapter, or the backend behind it, says that it cannot now.
  case refused(AdapterFault)
  /// What it says of itself cannot be used; a sentence.
  case unusable(String)

  /// Whether a person has to do something before it can come back.
  package var needsPerson: Bool {
    switch self {
    case .cannotStart, .noToken, .refused(.unauthorized), .refused(.unsupportedVersion), .unusable: true
    case .refused: isOfSettings
    case .starting, .ended: false
    }
  }

  /// Whether the adapter does not take what the config says of the desk.
  package var isOfSettings: Bool {
    if case .refused(.invalidParams(let path, _, _)) = self {
      path == "settings" || path.hasPrefix("settings.") || path.hasPrefix("settings[")
    } else {
      false
    }
  }
}

/// Whether a desk is there.
package enum DeskConnection: Sendable, Hashable {
  /// It is; what it can do.
  case up(Manifest)
  /// It is not, and is tried again after so many milliseconds; nil while it is being tried.
  case away(DeskAbsence, retryAfter: Int?)
  /// We have let it go.
  case closed
}
