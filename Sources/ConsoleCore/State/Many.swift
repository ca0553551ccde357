package import DeskModel

/// What is done to several conversations at once.
package struct Many: Sendable, Hashable {
  /// The marked conversations.
  package var marks = Marks()
  /// Conversations that are read before something is done with them; nil when nothing waits for that.
  package var gathering: Gathering?
  /// Acts of which the desk has not answered all parts, by number.
  package var batches: [Int: Batch] = [:]
  /// The number of the next batch.
  package var nextBatch = 1
  /// One reply to several customers that is on its way; nil when none is.
  package var mailing: Mailing?

  /// Makes it: nothing is marked, nothing under way.
  package init() {}
}

/// One act on several conversations: what became of it so far.
package struct Batch: Sendable, Hashable {
  /// A conversation for which the desk did not do it.
  package struct Refusal: Sendable, Hashable {
    /// What would have undone it, or what was to undo it.
    package var step: UndoStep
    /// Why; from outside or from the catalogue.
    package var reason: String
    /// The row as it was marked; nil for an undoing.
    package var summary: ConversationSummary?
  }

  /// What is done, in the words of the bottom line.
  package var action: IntentAction
  /// Whether it undoes an earlier one.
  package var isUndo: Bool
  /// The rows that were marked; empty for an undoing.
  package var marked: [ConversationSummary]
  /// Answers that are still to come.
  package var left: Int
  /// Parts that were done.
  package var doneCount = 0
  /// What undoes the parts that were done, the first one first.
  package var steps: [UndoStep] = []
  /// Parts that were not done.
  package var refusals: [Refusal] = []
}

/// Conversations that are read one after the other before something is done with all of them.
package struct Gathering: Sendable, Hashable {
  /// What they are read for.
  package enum Purpose: Sendable, Hashable {
    /// A follow-up: what it replaces must be known, or it could not be undone.
    case followUp(FollowUp?)
    /// One reply to all.
    case reply
  }

  /// Questions that are under way at once, so that a slow desk is not flooded.
  package static let width = 16

  /// What they are read for.
  package var purpose: Purpose
  /// All of them, in the order of their marks.
  package var wanted: [ConversationID]
  /// How many have been asked for.
  package var askedCount = 0
  /// Those that the desk was asked for and has not told.
  package var waiting: Set<ConversationID> = []
  /// Those that have come.
  package var found: [ConversationID: Conversation] = [:]

  /// Makes one that has asked for nothing.
  package init(_ purpose: Purpose, _ wanted: [ConversationID]) {
    self.purpose = purpose
    self.wanted = wanted
  }

  /// Those to ask for now; they count as asked.
  package mutating func next() -> [ConversationID] {
    let room = max(0, Self.width - waiting.count)
    let batch = wanted.dropFirst(askedCount).prefix(room)
    askedCount += batch.count
    waiting.formUnion(batch)
    return Array(batch)
  }

  /// Whether all have been told, or refused.
  package var isComplete: Bool { waiting.isEmpty && askedCount == wanted.count }
  /// Those that have come, in the order of their marks.
  package var conversations: [Conversation] { wanted.compactMap { found[$0] } }
}

/// Replies to several customers that were agreed to together.
package struct Mailing: Sendable, Hashable {
  /// The template that they were made from.
  package var template: String
  /// Those of which it is not known yet whether they went.
  package var waiting: Set<ConversationID>
  /// Those whose text was changed by hand.
  package var edited: Set<ConversationID>
  /// The rows that were marked, so that they can be marked again when all is taken back.
  package var summaries: [ConversationSummary]
  /// How many went.
  package var sentCount = 0
  /// Why others did not, each with a name.
  package var failures: [String] = []

  /// Makes one of which nothing has gone.
  package init(
    template: String, waiting: Set<ConversationID>, edited: Set<ConversationID>,
    summaries: [ConversationSummary]
  ) {
    self.template = template
    self.waiting = waiting
    self.edited = edited
    self.summaries = summaries
  }
}
