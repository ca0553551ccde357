package import DeskModel

/// Why a desk is away; all texts are from outside.
package enum AwayReason: Sendable, Hashable {
  /// Its adapter has not answered yet.
  case starting
  /// Its program cannot be started.
  case cannotStart(program: String, reason: String)
  /// There is no token.
  case noToken(reason: String)
  /// Its adapter cannot use what the config says of it.
  case wrongSettings(reason: String)
  /// The backend does not take the token.
  case unauthorized(reason: String)
  /// The backend cannot be reached, or does not want to now.
  case unreachable(reason: String)
  /// Its adapter has ended.
  case ended(code: Int)
  /// Its adapter was ended, because it hung or sent nonsense.
  case misbehaved(reason: String)
  /// What its adapter says of itself cannot be used.
  case unusable(reason: String)

  /// Whether a person has to do something before it can come back.
  package var needsPerson: Bool {
    switch self {
    case .cannotStart, .noToken, .wrongSettings, .unauthorized, .unusable: true
    case .starting, .unreachable, .ended, .misbehaved: false
    }
  }
}

/// Whether a desk is there.
package struct DeskStatus: Sendable, Hashable {
  /// The desk's name in the config.
  package var name: String
  /// Why it is away; nil when it is there.
  package var away: AwayReason?
  /// Since when that is so.
  package var since: Timestamp
  /// Conversations that have been taken in so far while the desk is read for the first time; nil when that is done.
  package var read: Int?

  /// Makes a status.
  package init(name: String, away: AwayReason?, since: Timestamp, read: Int? = nil) {
    self.name = name
    self.away = away
    self.since = since
    self.read = read
  }
}
