/// One language's words by which secrets in a customer's message are known.
///
/// Forms are words, or words in a row; `*` at the end of a word stands for its rest. `SecretWords.md` beside this file
/// says what each list is for.
package struct SecretWords: Sendable, Hashable {
  /// What a noun names.
  package enum Noun: String, Sendable, Hashable, CaseIterable {
    /// Passwords, passphrases, keys of a wireless network.
    case password
    /// A user name, which is no secret by itself.
    case login
    /// A PIN.
    case pin
    /// The code of a card.
    case cardCode
    /// A code that is used once.
    case oneTime
    /// API keys, tokens, recovery codes.
    case key
    /// The words that restore a wallet.
    case seed
    /// The answer to a security question.
    case answer
    /// The number of a card.
    case card
    /// The number of a bank account.
    case account
    /// A link that opens once.
    case link
  }

  /// The language; words of the root count beside those of every other.
  package var tag: LocaleTag
  /// The nouns of secrets.
  package var nouns: [Noun: [String]] = [:]
  /// What stands between a noun and its value: is, was, lautet.
  package var copulas: [String] = []
  /// What may stand there besides, without changing the sense: for my account, new, now.
  package var between: [String] = []
  /// What follows a value that comes before its noun: is my.
  package var after: [String] = []
  /// What follows a noun and is no value: wrong, expired, reset.
  package var notValues: [String] = []
  /// Nouns of numbers that are no secrets: order, parcel, amount.
  package var otherNumbers: [String] = []
  /// How an agent asks for a secret.
  package var asks: [String] = []
  /// Words for the digits from 0 to 9, each with all its forms; empty, or ten.
  package var digits: [[String]] = []

  /// Makes a language without words.
  package init(tag: LocaleTag) { self.tag = tag }
}
