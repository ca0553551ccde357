package import DeskModel
package import TextLayout
package import Widgets

/// What is held of the open conversation, behind the marks that stand for secrets.
package struct HeldSecrets: Sendable, Hashable {
  /// What was asked for last: a conversation, and how it stood.
  var asked: Basis?
  /// The conversation that the marks are of.
  package var conversation: ConversationID?
  /// The marks whose secrets are still held.
  package var marks: [HeldSecretMark] = []

  /// Nothing held, nothing asked.
  package init() {}

  struct Basis: Sendable, Hashable {
    var conversation: ConversationID
    var version: Int
    var entries: Int
  }
}

/// The question why a secret is to be shown, and then the secret.
package struct SecretPopup: Sendable, Hashable {
  /// What can be shown.
  package var marks: [HeldSecretMark]
  /// The selected one, a place in `marks`.
  package var selected = 0
  /// Why.
  package var reason = LineField()
  /// What is shown now.
  package var shown: Shown?

  /// A secret on the screen.
  package struct Shown: Sendable, Hashable {
    /// Which.
    package var mark: HeldSecretMark
    /// The secret, harmless to the screen.
    package var value: SafeText
    /// When it is hidden again.
    package var until: Timestamp
  }

  /// Seconds for which a secret is shown.
  static let seconds: Int64 = 15
}
