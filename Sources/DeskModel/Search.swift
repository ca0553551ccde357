/// A search over the whole desk.
package struct SearchRequest: Sendable, Hashable {
  /// What is looked for, as typed: words in any script, all of which must stand in one entry; case does not matter.
  package var text: String
  /// Which conversations are searched; view and order do not matter.
  package var filter: QueueFilter
  /// At most this many hits in one answer.
  package var limit: Int
  /// Where an earlier answer ended (`SearchPage.next`); nil to begin.
  package var after: String?

  /// Makes a request.
  package init(_ text: String, filter: QueueFilter = QueueFilter(), limit: Int = 50, after: String? = nil) {
    self.text = text
    self.filter = filter
    self.limit = limit
    self.after = after
  }
}

/// Something found.
package struct SearchHit: Sendable, Hashable {
  /// The conversation.
  package var summary: ConversationSummary
  /// The entry; nil when the subject or the customer's name matches.
  package var entry: EntryID?
  /// When the entry was made, or the last activity.
  package var at: Timestamp
  /// Who wrote the entry; empty for a subject.
  package var author: String
  /// The text around the first match, on one line, at most some 200 bytes; from outside.
  package var excerpt: String
  /// Where in `excerpt` the words stand, in UTF-8 bytes from 0, in order.
  package var matches: [Range<Int>]

  /// Makes a hit.
  package init(
    summary: ConversationSummary, entry: EntryID?, at: Timestamp, author: String, excerpt: String,
    matches: [Range<Int>]
  ) {
    self.summary = summary
    self.entry = entry
    self.at = at
    self.author = author
    self.excerpt = excerpt
    self.matches = matches
  }
}

/// A part of what a search finds.
package struct SearchPage: Sendable, Hashable {
  /// Hits, latest first as far as the desk can tell without having searched all.
  package var hits: [SearchHit]
  /// Where to go on; nil when everything was searched.
  package var next: String?
  /// How much was searched so far, in thousandths.
  ///
  /// 0...1000.
  package var progress: Int

  /// Makes a page.
  package init(hits: [SearchHit], next: String? = nil, progress: Int = 1_000) {
    self.hits = hits
    self.next = next
    self.progress = progress
  }
}
