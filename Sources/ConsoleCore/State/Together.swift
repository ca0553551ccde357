package import DeskModel

/// What colleagues are told of us, and what they have said that we have not seen.
package struct Together: Sendable, Hashable {
  /// What colleagues were told last; nil when we are nowhere.
  package var announced: Announcement?
  /// The conversation that was open when this was last looked at.
  package var conversation: ConversationID?
  /// When the open conversation counts as being read: nobody is told while one goes on at once.
  package var readingDue: Timestamp?
  /// When somebody who has stopped typing counts as reading again.
  package var writingEnds: Timestamp?
  /// The first entry of those that stopped a reply, by conversation, until it was shown.
  package var conflicts: [ConversationID: EntryID] = [:]

  /// Nothing told, nothing missed.
  package init() {}

  /// Seconds after which an open conversation counts as being read.
  static let readingDelay: Int64 = 1
  /// Seconds after the last key in which somebody counts as writing.
  static let writingPause: Int64 = 60

  /// What colleagues are told.
  package struct Announcement: Sendable, Hashable {
    /// Where we are.
    package var conversation: ConversationID
    /// What we do there.
    package var activity: PresenceActivity
    /// The variants that stand in our reply, or in one that is held back, by name.
    package var holding: [String]

    /// Makes an announcement.
    package init(_ conversation: ConversationID, _ activity: PresenceActivity, holding: [String] = []) {
      self.conversation = conversation
      self.activity = activity
      self.holding = holding
    }
  }

  /// When something is to be told next; nil when all is told.
  var deadline: Timestamp? { [readingDue, writingEnds].compactMap { $0 }.min() }

  /// Moves everything that waits for a moment.
  mutating func shiftTimes(by milliseconds: Int64) {
    readingDue?.milliseconds += milliseconds
    writingEnds?.milliseconds += milliseconds
  }
}
