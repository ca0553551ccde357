/// The settings of an answer.
package struct AnswerSettings: Sendable, Hashable {
  /// Words to find it by.
  package var tags: [String]
  /// What somebody types to have it first.
  package var shortcuts: [String]
  /// Whether it is not offered a second time to the same customer.
  package var isFirstContactOnly: Bool
  /// The status that the conversation is given when the reply goes out.
  package var status: String?
  /// Tags that the conversation gets then.
  package var addTags: [String]
  /// Tags that it loses then.
  package var removeTags: [String]
  /// The follow-up that is made then.
  package var followUp: PlannedFollowUp?
  /// Files in the answer's folder that go with the reply.
  package var attachments: [String]
  /// Channels that it fits; all when empty.
  package var channels: [String]
  /// Who answers for it.
  package var owner: String?
  /// The day on which somebody should read it again, in days since 1970-01-01.
  package var reviewBy: Int?
  /// The trial that runs between its variants.
  package var trial: VariantTrial?

  /// Makes settings.
  package init(
    tags: [String] = [], shortcuts: [String] = [], isFirstContactOnly: Bool = false, status: String? = nil,
    addTags: [String] = [], removeTags: [String] = [], followUp: PlannedFollowUp? = nil,
    attachments: [String] = [], channels: [String] = [], owner: String? = nil, reviewBy: Int? = nil,
    trial: VariantTrial? = nil
  ) {
    self.tags = tags
    self.shortcuts = shortcuts
    self.isFirstContactOnly = isFirstContactOnly
    self.status = status
    self.addTags = addTags
    self.removeTags = removeTags
    self.followUp = followUp
    self.attachments = attachments
    self.channels = channels
    self.owner = owner
    self.reviewBy = reviewBy
    self.trial = trial
  }
}

/// A follow-up that comes with an answer.
package struct PlannedFollowUp: Sendable, Hashable {
  /// Seconds from the reply on.
  package var after: Int
  /// What is to be done.
  package var text: String

  /// Makes a plan.
  package init(after: Int, text: String) {
    self.after = after
    self.text = text
  }
}

/// A comparison of two variants, with what ends it written down before it begins.
package struct VariantTrial: Sendable, Hashable {
  /// The variants, by name; two.
  package var variants: [String]
  /// Sends of both together after which it is over.
  package var limit: Int
  /// The smallest difference that matters, in hundredths of the share.
  package var difference: Int

  /// Makes a trial.
  package init(variants: [String], limit: Int, difference: Int) {
    self.variants = variants
    self.limit = limit
    self.difference = difference
  }
}
