/// What an agent wants done.
package enum IntentAction: Sendable, Hashable {
  /// Say something: a message, a note, a comment. `parent` is what it answers in a thread.
  case say(
    text: String, kind: EntryKind, audience: Audience, parent: EntryID?, attachments: [AttachmentUpload] = [])
  /// Set the status to the backend's word.
  case setStatus(String)
  /// Hand the conversation to an agent, or to nobody.
  case assign(Agent?)
  /// Add and remove tags.
  case tag(add: [String], remove: [String])
  /// Put it to sleep until a moment; nil wakes it.
  case snooze(until: Timestamp?)
  /// Promise something for a moment; nil when it is done or given up.
  case followUp(FollowUp?)
  /// Note what was asked of the customer's account and what became of it; nil when nothing was asked after all.
  case access(AccessRequest?)
  /// Mark everything up to an entry as seen.
  case markRead(upTo: EntryID)
}

/// A wish with its key: the same key is never applied twice.
package struct Intent: Sendable, Hashable {
  /// Made once, kept through every retry.
  package var clientKey: ClientKey
  /// What it concerns.
  package var conversation: ConversationID
  /// The version that the agent had before their eyes; nil to act whatever happened since.
  package var basedOn: Int?
  /// Who wants it.
  package var by: Agent
  /// What is wanted.
  package var action: IntentAction
  /// The templates that what is said was made from.
  package var templates: [TemplateUse]

  /// Makes an intent.
  package init(
    clientKey: ClientKey, conversation: ConversationID, basedOn: Int? = nil, by: Agent, action: IntentAction,
    templates: [TemplateUse] = []
  ) {
    self.clientKey = clientKey
    self.conversation = conversation
    self.basedOn = basedOn
    self.by = by
    self.action = action
    self.templates = templates
  }
}

/// What became of an intent.
package enum Outcome: Sendable, Hashable {
  /// Done and durable; `entry` is what was said, `audience` is echoed for comparison.
  case applied(entry: EntryID?, audience: Audience?, version: Int)
  /// Taken, not yet done; ask again with the key.
  case accepted
  /// It is in our outbox, on the disk, and goes by itself as soon as it can: nobody has to keep it any longer.
  case queued
  /// Somebody wrote meanwhile: not done, here is what is new.
  case conflict(newer: [Entry], version: Int)
  /// Done in part; each step says what became of it.
  case partial([StepOutcome])
  /// Not allowed; the reason is from outside.
  case denied(reason: String)
  /// Too fast; try again at the moment given.
  case throttled(until: Timestamp)
  /// The backend refuses a value; field and reason are from outside.
  case invalid(field: String, reason: String)
  /// Nobody knows whether it was done. Never resent blindly: reconcile by the key first.
  case unknown
}

/// What became of one step of an intent.
package struct StepOutcome: Sendable, Hashable {
  /// The step's name.
  package var step: String
  /// Whether it was done.
  package var isApplied: Bool
  /// Why not; empty when it was.
  package var reason: String

  /// Makes a step's outcome.
  package init(step: String, isApplied: Bool, reason: String = "") {
    self.step = step
    self.isApplied = isApplied
    self.reason = reason
  }
}
