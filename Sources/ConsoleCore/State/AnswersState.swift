package import DeskModel
package import ReplyTemplates
import TextLayout

/// What the console knows of answers: the library, what was picked before, and what was used where.
package struct AnswersState: Sendable, Hashable {
  /// The answers; nil before they are here, and where there are none.
  package internal(set) var library: AnswerLibrary?
  /// Ranks the answers for a moment, and learns from what is picked; nil before the library is here.
  package internal(set) var picker: AnswerPicker?
  /// Whether they were asked for.
  var isAsked = false
  /// Problems of files that were told already.
  var told: Set<SafeText> = []
  /// Which answers our replies in the open conversation, and earlier ones to this customer, were made from.
  package internal(set) var uses: AnswerUses?
  /// What was found out about our replies in the open conversation; nil before they were read.
  package internal(set) var read: ReadReplies?
  /// The conversation whose replies are being compared with the answers just now.
  var recognizing: AnswerUses.Basis?
  /// What we said to the open conversation's customer before; nil before it was asked for.
  package internal(set) var earlier: EarlierReplies?
  /// How far guided scripts have come, by conversation.
  package var guides: [ConversationID: GuideProgress] = [:]
  /// Whether the room is to open as soon as the answers are here.
  var wantsRoom = false
  /// When what the team picked was asked for last; nil for never.
  var learnedAt: Timestamp?
  /// The room of answers as it was left.
  package var room: AnswerRoom?
  /// What agents filled in, by conversation and fact: another answer to the same customer does not ask again.
  var filled: [ConversationID: [String: String]] = [:]
  /// When each variant was used last, as far as this console knows; of this agent's picks.
  var lastUses: [VariantID: Timestamp] = [:]

  /// Makes the state of a console that knows nothing yet.
  package init() {}
}

/// What we said to a customer in earlier conversations.
package struct EarlierReplies: Sendable, Hashable {
  /// A reply of ours.
  package struct Reply: Sendable, Hashable {
    /// The conversation.
    package var conversation: ConversationID
    /// The entry.
    package var entry: Entry
  }

  /// The conversation that is open.
  package var conversation: ConversationID
  /// Whether the desk was asked.
  var isAsked = false
  /// The conversations that have not come yet.
  var waiting: Set<ConversationID> = []
  /// The replies, oldest first.
  package var replies: [Reply] = []

  /// The most earlier conversations that are read, the last ones.
  static let limit = 6

  init(conversation: ConversationID) { self.conversation = conversation }
}

/// Which answers our replies were made from.
package struct AnswerUses: Sendable, Hashable {
  /// What this is true of.
  package struct Basis: Sendable, Hashable {
    var conversation: ConversationID
    var version: Int
    var entries: Int
    var earlier: Int
    var edition: Int
  }

  var basis: Basis
  /// Uses in this conversation, oldest first.
  package var here: [AnswerUse] = []
  /// Uses in earlier conversations of the same customer, oldest first.
  package var earlier: [AnswerUse] = []
  /// Variants that say nearly what our side has said here in other words, with the last time.
  package var nearlySaid: [VariantID: AnswerUse] = [:]
}

/// A reply of ours that was made from a variant, or says the same.
package struct AnswerUse: Sendable, Hashable {
  /// The variant.
  package var variant: VariantID
  /// The entry.
  package var entry: EntryID
  /// When it was said.
  package var at: Timestamp
  /// Who said it; text from outside.
  package var by: String

  /// Makes a use.
  package init(variant: VariantID, entry: EntryID, at: Timestamp, by: String) {
    self.variant = variant
    self.entry = entry
    self.at = at
    self.by = by
  }
}

extension AnswersState {
  /// Compares by what was learned, not by how.
  package static func == (left: AnswersState, right: AnswersState) -> Bool {
    left.library == right.library && left.uses == right.uses && left.isAsked == right.isAsked
      && left.filled == right.filled && left.lastUses == right.lastUses && left.told == right.told
      && left.recognizing == right.recognizing && left.earlier == right.earlier
      && left.read == right.read
      && left.picker?.model.count == right.picker?.model.count
  }

  /// Feeds what tells states apart.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(library)
    hasher.combine(uses)
    hasher.combine(isAsked)
  }
}
