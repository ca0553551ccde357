/// Access to a customer's account that we have asked for, and what became of it.
///
/// Of a conversation there is one at a time, the last one.
package struct AccessRequest: Sendable, Hashable {
  /// Whose account it is.
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A person's own.
    case personal
    /// A company's: its administrator was asked.
    case company
  }

  /// What the customer has chosen.
  package enum Answer: String, Sendable, Hashable, CaseIterable {
    /// They gave the access.
    case access
    /// They want the guide, and do it themselves.
    case guide
    /// They want the call, and type themselves.
    case call
    /// None of the three.
    case declined
  }

  /// Where it stands, in one word.
  package enum Standing: String, Sendable, Hashable, CaseIterable {
    /// The customer has not answered.
    case asked
    /// Access was given and has not been ended.
    case access
    case guide, call, declined
    /// Access has been ended, and the password changed.
    case closed
  }

  /// When it was asked for.
  package var askedAt: Timestamp
  /// Who of us has asked.
  package var askedBy: Agent
  /// Whose account it is.
  package var kind: Kind
  /// Why nothing else would do, in the words of the request; may be empty.
  package var why: String
  /// What was asked for, in the words of the request; may be empty.
  package var what: String
  /// Until when, as the agent typed it; may be empty.
  package var untilWords: String
  /// When the access ends; nil when no moment was named.
  package var until: Timestamp?
  /// What the customer has chosen; nil as long as they have not answered.
  package var answer: Answer?
  /// When we heard that access was given; nil when it was not.
  package var givenAt: Timestamp?
  /// When we heard that it has ended; nil when it has not.
  package var closedAt: Timestamp?
  /// Who of us has noted that.
  package var closedBy: Agent?

  /// Makes a request that the customer has not answered.
  package init(
    askedAt: Timestamp, askedBy: Agent, kind: Kind = .personal, why: String = "", what: String = "",
    untilWords: String = "", until: Timestamp? = nil
  ) {
    self.askedAt = askedAt
    self.askedBy = askedBy
    self.kind = kind
    self.why = why
    self.what = what
    self.untilWords = untilWords
    self.until = until
  }

  /// Where it stands.
  package var standing: Standing {
    if closedAt != nil { return .closed }
    return switch answer {
    case nil: .asked
    case .access?: .access
    case .guide?: .guide
    case .call?: .call
    case .declined?: .declined
    }
  }

  /// Whether access was given and, as far as we know, still works.
  package var isOpen: Bool { standing == .access }

  /// The same after the customer has answered, or has answered otherwise.
  package func answered(_ answer: Answer, at moment: Timestamp) -> AccessRequest {
    var result = self
    result.answer = answer
    result.givenAt = answer == .access ? (self.answer == .access ? givenAt : nil) ?? moment : nil
    (result.closedAt, result.closedBy) = (nil, nil)
    return result
  }

  /// The same after access has ended.
  package func closed(at moment: Timestamp, by agent: Agent) -> AccessRequest {
    var result = self
    (result.closedAt, result.closedBy) = (moment, agent)
    return result
  }
}
