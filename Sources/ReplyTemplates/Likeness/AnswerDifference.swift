/// What two replies that read alike do not say alike.
package struct AnswerDifference: Sendable, Hashable {
  /// What kind of fact.
  package enum Kind: Sendable, Hashable {
    /// A number: an amount, a date, a time, an order.
    case number
    /// A currency or per cent sign.
    case sign
    /// A link or an address.
    case link
    /// A word that turns an answer round.
    case negation
    /// A name: of a place, a product, a person.
    case name
    /// Words that stand in each other’s places.
    case order
    /// Words that exclude each other, by the id of their list in the pack: `weekday`, `status`.
    case words(String)
  }

  /// What kind of fact differs.
  package let kind: Kind
  /// How the first reply has it, folded; nil when it has none.
  ///
  /// From outside: show it as `SafeText` only.
  package let first: String?
  /// How the second reply has it, folded; nil when it has none.
  package let second: String?
}
