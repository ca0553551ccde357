package import DeskModel

/// A reply that was made from a variant, with what became of it.
package struct SentVariant: Sendable, Hashable {
  /// The variant.
  package var variant: VariantID
  /// The version of its text; nil where it was found out from the words.
  package var version: String?
  /// How much of the offered text was sent, 0...100; nil where it is not known.
  package var kept: Int?
  /// The conversation.
  package var conversation: ConversationID
  /// When it was sent.
  package var at: Timestamp
  /// Whether it was our first reply in the conversation.
  package var isFirstReply: Bool
  /// Whether the customer wrote again within `wait` after it; nil while that cannot be known yet.
  package var wroteAgain: Bool?
  /// Whether the conversation is resolved and the customer did not write again; nil while that cannot be known yet.
  package var solved: Bool?
  /// What the customer gave for the conversation, 1...5; nil where they gave nothing.
  package var rating: Int?

  /// Makes a reply.
  package init(
    variant: VariantID, version: String? = nil, kept: Int? = nil, conversation: ConversationID, at: Timestamp,
    isFirstReply: Bool = true, wroteAgain: Bool? = nil, solved: Bool? = nil, rating: Int? = nil
  ) {
    self.variant = variant
    self.version = version
    self.kept = kept
    self.conversation = conversation
    self.at = at
    self.isFirstReply = isFirstReply
    self.wroteAgain = wroteAgain
    self.solved = solved
    self.rating = rating
  }

  /// Seconds after which it is known whether a customer has written again: 72 hours.
  package static let wait: Int64 = 72 * 3_600

  /// The names of fields in which desks keep ratings, in small letters.
  package static let ratingFields: Set<String> = ["rating", "csat", "satisfaction", "stars", "score"]

  /// What became of every reply of ours in a conversation that was made from a variant.
  ///
  /// - Parameters:
  ///   - conversation: whole.
  ///   - now: what time it is.
  ///   - recognize: finds out from its words which variant a reply is, where it does not say so.
  /// - Returns: the replies in the order in which they were sent; one for each variant that a reply was made from.
  /// - Complexity: O(entries²) at worst, where all are replies of ours.
  package static func all(
    in conversation: Conversation, now: Timestamp, recognize: (Entry) -> VariantID? = { _ in nil }
  ) -> [SentVariant] {
    var result: [SentVariant] = []
    var isFirst = true
    let rating = rating(of: conversation)
    for (index, entry) in conversation.entries.enumerated() where entry.isOurAnswer {
      defer { isFirst = false }
      var uses = entry.templates.compactMap { use in
        VariantID(use.variant).map { (variant: $0, version: Optional(use.version), kept: use.kept) }
      }
      if uses.isEmpty, let found = recognize(entry) { uses = [(found, nil, nil)] }
      guard !uses.isEmpty else { continue }
      let end = entry.at.adding(seconds: wait)
      let later = conversation.entries[(index + 1)...].first { isFromReader($0, of: entry, conversation) }
      let again = later.map { $0.at <= end } ?? false
      let isKnown = again || now >= end
      let isResolved = conversation.statusCategory == .resolved
      for use in uses {
        result.append(
          SentVariant(
            variant: use.variant, version: use.version, kept: use.kept, conversation: conversation.id,
            at: entry.at, isFirstReply: isFirst, wroteAgain: isKnown ? again : nil,
            solved: isKnown || isResolved ? isResolved && !again : nil, rating: rating))
      }
    }
    return result
  }

  /// Whether an entry is by somebody whom the reply was for: in public whoever was answered, or who answers it.
  private static func isFromReader(_ later: Entry, of reply: Entry, _ conversation: Conversation) -> Bool {
    guard later.isFromOutside else { return false }
    guard conversation.shape == .publicThread else { return true }
    let reader = reply.parent.flatMap { id in conversation.entries.first { $0.id == id } }?.author.id
    return later.parent == reply.id || later.author.id == reader
  }

  private static func rating(of conversation: Conversation) -> Int? {
    for field in conversation.fields where ratingFields.contains(field.name.lowercased()) {
      if let value = field.values.first.flatMap({ Int($0) }), (1...5).contains(value) { return value }
    }
    return nil
  }
}
