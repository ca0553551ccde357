/// Words by which a request for a secret is known.
///
/// Forms are words or words in a row. A hyphen at the end of a word stands for its rest: `парол-`, `kart- numar-`.
package struct CredentialWords: Sendable, Hashable {
  /// What words mean in a request.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Passwords, passphrases and access data.
    case password
    /// A user name, which is no secret by itself.
    case login
    /// Codes of remote access.
    case remote
    /// API keys, tokens, private keys, recovery answers.
    case key
    /// The code of a card.
    case cardCode
    /// A PIN.
    case pin
    /// A code that is used once.
    case oneTime
    /// The words that restore a wallet.
    case seed
    /// The number of a card.
    case cardNumber
    /// A code of which only the context says what it is.
    case code
    /// Handing over: send, tell, share, give.
    case ask
    /// Writing somewhere, which is handing over only with `here`.
    case type
    /// This conversation: here, in this chat, in your reply.
    case here
    /// Wanting to know: what is your, may I have, we need.
    case want
    /// A question word that can stand before a secret: which, what.
    case which
    /// A question word that can stand behind a secret, in languages that ask so, and where it is no relative one.
    case whichAfter
    /// Words that may stand between a question word and its secret, besides the other kinds: do you, at the moment.
    case link
    /// Please.
    case please
    /// Words that say nothing in a short request: your, and, also.
    case filler
    /// What points at a secret named before: it, the other one.
    case reference
    /// Words that forbid or deny: never, do not.
    case forbid
    /// Words behind which a denial no longer holds: but, only.
    case but
    /// What customers do by themselves: reset, page, forgot.
    case context
    /// The part of `context` that makes a question one about a change: reset, forgot, wrong, yourself.
    case renew
    /// A part of a number that may be asked for: the last four digits.
    case partial
    /// What makes a code one that is used once: text message, received.
    case received
    /// Phrases that are none of these though they look so: promo code, send you, do not worry.
    case safe
  }

  /// The id, unique in its list; a child's record of the same id takes the parent's place.
  package var id: String
  /// What the forms mean.
  package var kind: Kind
  /// The forms.
  package var forms: [String]
  /// Where it comes from, and how far it can be trusted.
  package var provenance: Provenance
}
