/// What speaks for an answer in a moment.
struct PickSigns: Sendable, Hashable {
  /// How well its names and texts fit what was typed, from 0 to about 2.
  var text = 0.0
  /// How much what was typed speaks for it, by what was typed when it was picked before.
  var typed = 0.0
  /// How much the customer's words speak for it.
  var message = 0.0
  /// How much tags, channel and language speak for it.
  var marks = 0.0
  /// The share of picks that it has.
  var usual = 1.0
  /// The share of picks that it has after the last replies.
  var following = 1.0
  /// How often it was picked.
  var picks = 0
  /// How often it was picked after the last reply.
  var afterOne = 0
  /// How often it was picked after the last two.
  var afterTwo = 0
}

/// How much each sign counts against the others.
package struct PickWeights: Sendable, Hashable {
  /// Names and texts that fit what was typed.
  package var text = 5.0
  /// What these count more as long as nothing is learned; half of it after 300 picks.
  package var textAtFirst = 6.0
  /// What was typed when an answer was picked before.
  package var typed = 1.1
  /// The customer's words.
  package var message = 0.5
  /// Tags, channel and language.
  package var marks = 0.6
  /// What usually follows.
  package var following = 1.0
  /// What is picked most.
  package var usual = 0.0

  /// The usual weights.
  package init() {}

  func score(_ signs: PickSigns, picks: Int) -> Double {
    (text + textAtFirst * 300 / Double(300 + picks)) * signs.text + typed * signs.typed + message
      * signs.message + marks * signs.marks
      + following * NaturalLogarithm.of(signs.following) + usual * NaturalLogarithm.of(signs.usual)
  }
}

/// What speaks for an answer, for people.
package enum PickReason: Sendable, Hashable {
  /// Its name or its text fits what was typed.
  case fitsTyped
  /// It was picked before when something like this was typed.
  case typedBefore
  /// It was picked this often after the reply that went before.
  case follows(times: Int)
  /// It was picked when customers wrote something like this.
  case customersWords
  /// It was picked in conversations with such tags, on this channel, or in this language.
  case suchConversations
  /// It was picked this often.
  case pickedOften(times: Int)

  /// What speaks for an answer with these signs.
  static func all(for signs: PickSigns) -> [PickReason] {
    var reasons: [PickReason] = []
    if signs.text >= 0.3 { reasons.append(.fitsTyped) }
    if signs.typed >= 1 { reasons.append(.typedBefore) }
    if signs.afterOne > 0 { reasons.append(.follows(times: signs.afterOne)) }
    if signs.message >= 0.5 { reasons.append(.customersWords) }
    if signs.marks >= 0.5 { reasons.append(.suchConversations) }
    if reasons.isEmpty, signs.picks > 0 { reasons.append(.pickedOften(times: signs.picks)) }
    return reasons
  }
}
