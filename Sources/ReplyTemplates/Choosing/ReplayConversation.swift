package import DeskModel
package import LocalePacks

/// A past conversation, as far as a replay needs it.
package struct ReplayConversation: Sendable, Hashable {
  /// Its id.
  package var id: String
  /// Its tags.
  package var tags: [String]
  /// The customer's locale; nil when it is not known.
  package var locale: LocaleTag?
  /// The channel; nil when it is not known.
  package var channel: String?
  /// Who reads the replies: the customer, or in a public thread the world.
  package var audience: Audience
  /// What was written, oldest first; notes and events are left out.
  package var turns: [ReplayTurn]

  /// Makes a conversation.
  package init(
    id: String, tags: [String] = [], locale: LocaleTag? = nil, channel: String? = nil,
    audience: Audience = .customer, turns: [ReplayTurn]
  ) {
    self.id = id
    self.tags = tags
    self.locale = locale
    self.channel = channel
    self.audience = audience
    self.turns = turns
  }
}

/// Something that was written.
package enum ReplayTurn: Sendable, Hashable {
  /// By the customer.
  case customer(String)
  /// By one of us: the text that was sent, what had been typed before an answer was picked, and the answer;
  /// nil where that is not known.
  case reply(String, typed: String?, picked: AnswerID?)
}

/// A variant that fits a conversation, with its text.
package struct ReplayVariant: Sendable, Hashable {
  /// Its name.
  package var id: VariantID
  /// What would be sent, or the words of it that do not depend on facts.
  package var text: String

  /// Makes a variant.
  package init(id: VariantID, text: String) {
    self.id = id
    self.text = text
  }
}

/// Which answers a replay lets the picker offer.
package enum ReplayCandidates: Sendable, Hashable {
  /// All.
  case all
  /// Those that share a tag with the conversation; all where none does.
  case sharingTags
}
