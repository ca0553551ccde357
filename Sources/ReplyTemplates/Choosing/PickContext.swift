/// The moment in which somebody picks an answer.
package struct PickContext: Sendable, Hashable {
  /// The language in which the reply will be written, such as `id`; nil when it is not known.
  package var language: String?
  /// The channel; nil when it is not known.
  package var channel: String?
  /// The conversation's tags.
  package var tags: [String]
  /// Our side's replies in this conversation so far, the newest last; only the last two count.
  package var previous: [PreviousReply]
  /// What the customer wrote since our last reply.
  package var message: String
  /// What the agent has typed: a search, or the beginning of a reply.
  package var typed: String

  /// Makes a moment.
  package init(
    language: String? = nil, channel: String? = nil, tags: [String] = [], previous: [PreviousReply] = [],
    message: String = "", typed: String = ""
  ) {
    self.language = language
    self.channel = channel
    self.tags = tags
    self.previous = previous
    self.message = message
    self.typed = typed
  }
}

/// A reply of our side, as far as the next one depends on it.
package enum PreviousReply: Sendable, Hashable {
  /// It was an answer of the set.
  case answer(AnswerID)
  /// Somebody wrote it by hand.
  case freehand
}
