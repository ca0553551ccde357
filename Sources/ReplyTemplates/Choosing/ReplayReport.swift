/// What a replay has counted.
package struct ReplayReport: Sendable, Hashable {
  /// Conversations.
  package var conversations = 0
  /// Conversations in which our side sent the same text of an answer twice, in truth.
  package var repeatingConversations = 0
  /// Replies that were an answer of the set, which the picker could have offered.
  package var picks = 0
  /// Replies that were an answer which the set does not hold or which was no candidate.
  package var absent = 0
  /// Replies that were no answer: written by hand.
  package var freehand = 0
  /// Picks that the picker put first.
  package var first = 0
  /// Picks that the picker put among the first three.
  package var amongThree = 0
  /// The sum of 1 ÷ place, the place from 1, over all picks.
  package var reciprocals = 0.0
  /// Times at which the first answer had a text to offer.
  package var offers = 0
  /// Offers of a text that our side had sent in the conversation already, though another fitting text of that
  /// answer was not sent.
  package var repeatsOffered = 0
  /// Offers of a text that had been sent, all fitting texts of that answer having been sent: they are marked
  /// as used up.
  package var usedUp = 0

  /// Makes an empty report.
  package init() {}

  /// The share of picks that were first, from 0 to 1; nil without picks.
  package var topOne: Double? { share(first) }
  /// The share of picks that were among the first three.
  package var topThree: Double? { share(amongThree) }
  /// The mean of 1 ÷ place.
  package var meanReciprocalRank: Double? { picks == 0 ? nil : reciprocals / Double(picks) }

  private func share(_ count: Int) -> Double? { picks == 0 ? nil : Double(count) / Double(picks) }
}
