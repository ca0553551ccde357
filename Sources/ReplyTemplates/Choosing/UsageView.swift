/// One time at which a text was used.
package struct PastUse: Sendable, Hashable, Comparable {
  /// When, in seconds since 1970-01-01.
  package var at: Int
  /// Who used it; nil when it is not known.
  package var by: String?
  /// Tells uses of one second apart: the later has the higher number.
  package var order: Int

  /// Makes a use.
  package init(at: Int, by: String? = nil, order: Int = 0) {
    self.at = at
    self.by = by
    self.order = order
  }

  /// By time, then by order.
  package static func < (left: PastUse, right: PastUse) -> Bool {
    (left.at, left.order, left.by ?? "") < (right.at, right.order, right.by ?? "")
  }
}

/// How often a text was used in some place, and when last.
package struct UseTally: Sendable, Hashable {
  /// How often.
  package var count: Int
  /// The last time; nil when it was never used.
  package var last: PastUse?

  /// Makes a tally.
  package init(count: Int = 0, last: PastUse? = nil) {
    self.count = count
    self.last = last
  }

  /// Counts one use more.
  package mutating func add(_ use: PastUse) {
    count += 1
    last = last.map { max($0, use) } ?? use
  }
}

/// What is known of one variant's uses.
package struct VariantUsage: Sendable, Hashable {
  /// In this thread, by all of us.
  package var here = UseTally()
  /// To this customer, in all their conversations, this one among them.
  package var forCustomer = UseTally()
  /// Anywhere.
  package var overall = UseTally()
  /// When our side said nearly the same in this thread in other words or by hand; nil for never.
  package var nearlySaid: PastUse?
  /// Colleagues who have it in their composers for this thread and did not send it yet.
  package var reserved = UseTally()

  /// Makes the usage of a variant that was never used.
  package init() {}
}

/// A use of a variant as a log keeps it.
package struct VariantUse: Sendable, Hashable {
  /// The variant.
  package var variant: VariantID
  /// The conversation in which it was sent; a public post with all comments under it is one.
  package var conversation: String
  /// The customer to whom it was sent; nil when that is not known.
  package var customer: String?
  /// When, in seconds since 1970-01-01.
  package var at: Int
  /// Who sent it.
  package var by: String?

  /// Makes a use.
  package init(variant: VariantID, conversation: String, customer: String? = nil, at: Int, by: String? = nil)
  {
    self.variant = variant
    self.conversation = conversation
    self.customer = customer
    self.at = at
    self.by = by
  }
}

/// A variant that an agent put into the composer and did not send yet.
package struct VariantReservation: Sendable, Hashable {
  /// How many seconds it holds.
  package static let lifetime = 900

  /// The variant.
  package var variant: VariantID
  /// The conversation.
  package var conversation: String
  /// Who has it.
  package var by: String
  /// Since when, in seconds since 1970-01-01.
  package var at: Int

  /// Makes a reservation.
  package init(variant: VariantID, conversation: String, by: String, at: Int) {
    self.variant = variant
    self.conversation = conversation
    self.by = by
    self.at = at
  }
}

/// Where and when the variants of one answer were used, seen from one conversation and one customer.
package struct UsageView: Sendable, Hashable {
  /// What is known of each variant; one that is absent was never used.
  package var variants: [VariantID: VariantUsage] = [:]
  /// The last time at which this customer was given this answer, in any words; nil for never.
  package var givenToCustomer: PastUse?
  /// The last use of any of the variants in this thread.
  package var lastHere: VariantID?

  /// Makes a view of an answer that was never used.
  package init() {}

  /// Makes a view from a log.
  ///
  /// - Parameters:
  ///   - answer: the answer.
  ///   - uses: uses of this and of other answers, in the order in which they were sent.
  ///   - reservations: those of colleagues; the agent's own are left out by whoever calls.
  ///   - conversation: the conversation that is open.
  ///   - customer: whoever is answered; nil when that is not known.
  ///   - now: seconds since 1970-01-01; reservations older than their lifetime count no longer.
  /// - Complexity: O(uses).
  package init(
    of answer: AnswerID, uses: [VariantUse], reservations: [VariantReservation] = [], conversation: String,
    customer: String?, now: Int
  ) {
    var newest: PastUse?
    for (order, use) in uses.enumerated() where use.variant.answer == answer {
      let past = PastUse(at: use.at, by: use.by, order: order)
      variants[use.variant, default: VariantUsage()].overall.add(past)
      if use.conversation == conversation {
        variants[use.variant, default: VariantUsage()].here.add(past)
        if newest.map({ $0 < past }) ?? true {
          newest = past
          lastHere = use.variant
        }
      }
      if let customer, use.customer == customer {
        variants[use.variant, default: VariantUsage()].forCustomer.add(past)
        givenToCustomer = givenToCustomer.map { max($0, past) } ?? past
      }
    }
    for (order, held) in reservations.enumerated()
    where held.variant.answer == answer && held.conversation == conversation
      && now - held.at < VariantReservation.lifetime
    {
      let past = PastUse(at: held.at, by: held.by, order: uses.count + order)
      variants[held.variant, default: VariantUsage()].reserved.add(past)
    }
  }

  /// What is known of a variant.
  package subscript(variant: VariantID) -> VariantUsage { variants[variant] ?? VariantUsage() }
}
