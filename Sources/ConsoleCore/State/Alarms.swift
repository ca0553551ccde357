package import DeskModel

/// What is known of work that burns, so that new work can be told from old.
///
/// Only looked after where somebody wants to hear of it: it costs the desk two questions after each change.
package struct Alarms: Sendable, Hashable {
  /// Why somebody is called.
  package enum Reason: String, Sendable, Hashable {
    /// A deadline has passed.
    case late
    /// A customer with priority waits.
    case vip
    /// A colleague has handed a conversation to me.
    case handed
  }

  /// Something to be told.
  package struct Alarm: Sendable, Hashable {
    /// The conversation.
    package var conversation: ConversationID
    /// The customer's name, from outside.
    package var name: String
    /// Why.
    package var reason: Reason
  }

  /// The most rows of a view that are looked at; the queue never asks for as many.
  package static let limit = 1_000
  /// Seconds between two calls.
  static let pause: Int64 = 60

  /// Whether the desk is to be asked.
  var isStale = true
  /// Views whose rows have not come yet.
  var waiting: Set<QueueView> = []
  /// The rows of the last look.
  var rows: [QueueView: [ConversationSummary]] = [:]
  /// What burnt when we last looked; nil before the first look.
  var burning: Set<ConversationID>?
  /// What was mine when we last looked, and what I have taken since.
  var mine: Set<ConversationID> = []
  /// Unread messages of what is mine.
  var unread: [ConversationID: Int] = [:]
  /// What was not told yet.
  var pending: [Alarm] = []
  /// Nothing is told before this moment.
  var quietUntil: Timestamp?

  /// Nothing known, nothing to tell.
  package init() {}

  /// When something that waits is told; nil when nothing waits.
  var deadline: Timestamp? { pending.isEmpty ? nil : quietUntil }
}
