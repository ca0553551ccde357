import LocalePacks

/// What a secret is.
package enum SecretKind: String, CaseIterable, Sendable {
  /// A password, a passphrase, the key of a wireless network.
  case password
  /// A PIN.
  case pin
  /// The code of a card.
  case cardCode
  /// A code that is used once.
  case oneTime
  /// An API key, a token, a private key, a recovery code.
  case key
  /// The words that restore a wallet.
  case seed
  /// The answer to a security question.
  case answer
  /// The number of a card.
  case card
  /// The number of a bank account.
  case account
  /// A link that opens once, or one with a password in it.
  case link

  /// Whether it may be kept at all, masked: card codes, PINs and codes that are used once are dropped.
  package var isKept: Bool {
    switch self {
    case .pin, .cardCode, .oneTime: false
    default: true
    }
  }

  /// The secret that a noun names; nil for a user name.
  init?(_ noun: SecretWords.Noun) {
    switch noun {
    case .login: return nil
    case .password: self = .password
    case .pin: self = .pin
    case .cardCode: self = .cardCode
    case .oneTime: self = .oneTime
    case .key: self = .key
    case .seed: self = .seed
    case .answer: self = .answer
    case .card: self = .card
    case .account: self = .account
    case .link: self = .link
    }
  }
}
