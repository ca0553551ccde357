package import LocalePacks
package import ReplyTemplates
package import Widgets

/// The choice of an answer: what was typed, the answers that fit, the variants of the selected one for this customer.
package struct AnswerPopup: Sendable, Hashable {
  /// The field that is typed into.
  package var field = LineField()
  /// The answers that fit, best first.
  package var rows: [Row] = []
  /// The selected row.
  package var cursor = ListCursor()
  /// The selected answer's variants, the one to take first; then those that cannot be offered, each with its reason.
  package var options: [Option] = []
  /// The selected variant, a place in `options`.
  package var option = 0
  /// What the agent fills in before the text goes into the composer; nil while an answer is being chosen.
  package var filling: Filling?
  /// Why none of the answers may fit: what the customer wrote is like nothing that they are for.
  package var isUntypical = false

  /// The most answers that are listed.
  package static let limit = 100

  /// Makes an empty choice.
  package init() {}

  /// An answer in the list.
  package struct Row: Sendable, Hashable {
    /// Its name.
    package var id: AnswerID
    /// Its title, in the customer's language where it has one.
    package var title: String
    /// The locale of its texts; nil when it has none at all.
    package var locale: LocaleTag?
    /// Whether the texts are in the customer's language.
    package var isTheirs: Bool
    /// How often it was used in this conversation.
    package var usesHere: Int
    /// How often it was used for this customer before.
    package var usesEarlier: Int
  }

  /// A variant for this customer.
  package struct Option: Sendable, Hashable {
    /// Its name for good.
    package var variant: VariantID
    /// The version of its text.
    package var version: String
    /// Its text, filled in.
    package var reply: RenderedReply
    /// Why it stands where it stands.
    package var standing: Standing
  }

  /// Why a variant is offered, and where, or why it is not offered.
  package enum Standing: Sendable, Hashable {
    /// It fits; what is true of it, and what puts it before the next one.
    case fits([OfferReason], OfferPrecedence?)
    /// It stands in the reply that is being written.
    case written
    /// The answer is for a first contact, and the customer has had it.
    case onlyOnce(PastUse)
    /// It does not fit.
    case excluded(OfferExclusion)
    /// It takes a fragment that there is not.
    case lacksFragment(String)

    /// Whether it can be taken.
    package var canBeTaken: Bool {
      switch self {
      case .excluded(.missing), .lacksFragment: false
      default: true
      }
    }
  }

  /// Facts that are being filled in, one after the other.
  package struct Filling: Sendable, Hashable {
    /// Their names in the order of the text.
    package var facts: [String]
    /// The one that is being typed, a place in `facts`.
    package var place = 0
    /// What is being typed.
    package var field = LineField()
    /// What was typed, by fact.
    package var values: [String: String]
  }

  /// The selected variant; nil when there is none.
  package var chosen: Option? { options.indices.contains(option) ? options[option] : nil }

  /// The selected answer.
  package var selected: Row? { cursor.selected.flatMap { rows.indices.contains($0) ? rows[$0] : nil } }
}

/// A variant that stands in the composer, for knowing later what became of it.
package struct ComposerOffer: Sendable, Hashable {
  /// The variant.
  package var variant: VariantID
  /// The version of its text.
  package var version: String
  /// The text as it was put in.
  package var text: String
  /// In which moment it was picked.
  package var context: PickContext
}
