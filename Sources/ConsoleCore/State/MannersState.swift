package import DeskModel
package import LocalePacks
package import Safeguards
import TextLayout

/// What the console knows of its customers' manners, and what they say of the open conversation.
package struct MannersState: Sendable, Hashable {
  /// What the agent is.
  package var setting = MannersSetting()
  /// Manners by locale as desks write it; nil where they were asked for and there are none.
  package internal(set) var known: [String: Manners?] = [:]
  /// Problems of packs that were told already.
  var told: Set<SafeText> = []
  /// The most locales whose manners are kept: a pack is some hundred kilobytes.
  private static let limit = 12
  /// Locales that are on their way.
  var asked: Set<String> = []
  /// When the text being written is to be looked at; nil when that is not waited for.
  var judgeDue: Timestamp?
  /// The conversation that was come to last, and from when on its person rests there.
  var arrival: Arrival?

  /// A conversation that is passed by unless its person rests there.
  struct Arrival: Sendable, Hashable {
    var conversation: ConversationID
    /// From when on it counts as rest; nil when it does.
    var rests: Timestamp?
  }

  /// The revision of the panes after which all was worked out that may come after a frame.
  var reflected: UInt64?
  /// Whether the text being written is being looked at.
  var isJudging = false
  /// What was found in the text being written.
  package internal(set) var live: LiveFindings?
  /// What customers' messages in the open conversation hold.
  package internal(set) var reading: CustomerReadings?

  /// Makes the state of a console that knows nothing yet.
  package init() {}

  /// Takes the manners of a locale; beyond the limit those that are not needed now are given up, and come again when they are.
  mutating func take(_ locale: String, _ manners: Manners?, needed: [String]) {
    asked.remove(locale)
    if known.count >= Self.limit { known = known.filter { needed.contains($0.key) } }
    known[locale] = .some(manners)
  }
}

/// Findings in a text that is being written.
package struct LiveFindings: Sendable, Hashable {
  /// What they depend on: when none of it has changed, they hold.
  struct Basis: Sendable, Hashable {
    var conversation: ConversationID
    var version: Int
    var entries: Int
    var text: String
    var audience: Audience
    var parent: EntryID?
    var locale: String?
    var day: Int
    var replies: AnswerUses.Basis?
  }

  var basis: Basis
  /// Errors first, then by place.
  package var findings: [Finding]
  /// Those of them that the customer's manners make.
  var mannerly: [Finding]
  /// The finding that a key has gone to, a place in `findings`; nil before.
  package var selected: Int?
}

/// What the messages of a customer hold, by entry.
package struct CustomerReadings: Sendable, Hashable {
  struct Basis: Sendable, Hashable {
    var conversation: ConversationID
    var version: Int
    var entries: Int
    var locale: String
  }

  var basis: Basis
  /// The messages that were read.
  var texts: [EntryID: String]
  package var signals: [EntryID: [CustomerSignal]]
}
