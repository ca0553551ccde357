package import DeskModel

/// A place in the journal, between two lines.
package struct DeskFeedPlace: Sendable, Hashable, Comparable {
  /// The segment, from 1; 0 for the start of an empty journal.
  package var segment: Int
  /// Bytes of the segment that stand before it.
  package var offset: Int

  /// Makes a place.
  package init(segment: Int, offset: Int) {
    self.segment = segment
    self.offset = offset
  }

  /// Orders by where they stand.
  package static func < (left: DeskFeedPlace, right: DeskFeedPlace) -> Bool {
    (left.segment, left.offset) < (right.segment, right.offset)
  }
}

/// What a line of the journal has done to a conversation of the desk.
package struct DeskFeedEvent: Sendable, Hashable {
  /// The conversation.
  package var conversation: ConversationID
  /// What was said; nil when something else has changed.
  package var entry: Entry?
  /// The key of the intent; nil for what was imported.
  package var clientKey: ClientKey?
  /// Bytes of the line.
  package var byteCount: Int
  /// Where the next line begins.
  package var next: DeskFeedPlace
}

/// A part of the journal.
package struct DeskFeedPage: Sendable, Hashable {
  /// What it holds, in order; lines that the desk has skipped are not among them.
  package var events: [DeskFeedEvent]
  /// Where it ends.
  package var next: DeskFeedPlace
  /// Whether that is the end of what the desk knows.
  package var isAtEnd: Bool
}
