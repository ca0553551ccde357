/// How changes reach us.
package enum ChangeDelivery: String, Sendable, Hashable, CaseIterable {
  /// The answer is held back until something happens.
  case held
  /// Answers come at once and say when to ask again.
  case polled
  /// They do not: the console reads again.
  case none
}

/// Whether changes get lost.
package enum LossRule: String, Sendable, Hashable, CaseIterable {
  /// Not while the cursor is kept.
  case never
  /// Those of the time when nobody asked, which is told as a `gap`.
  case whileAway
  /// Some, and nobody tells: the console reads again before it sends, and from time to time.
  case silently
}

/// Whether something is to be expected.
package enum MayHappen: String, Sendable, Hashable, CaseIterable {
  case never
  case sometimes
}

/// What changes are told.
package enum ChangeSubject: String, Sendable, Hashable, CaseIterable {
  case conversations
  case entries
  /// Edited entries.
  case edits
  /// Deleted entries.
  case deletions
  case presence
  case catalogue
}

/// What can be expected of `changes`.
package struct ChangeAbilities: Sendable, Hashable {
  /// How they reach us.
  package var delivery: ChangeDelivery
  /// Whether some get lost.
  package var loses: LossRule
  /// Whether one comes twice.
  package var doubles: MayHappen
  /// Whether a later one comes first.
  package var reorders: MayHappen
  /// How long after the fact they come at the latest, as far as is known.
  package var lagSeconds: Int
  /// What is told.
  package var covers: [ChangeSubject]
  /// How long a cursor is good; nil: for ever.
  package var cursorSeconds: Int?

  /// Makes it; what is not said is not there.
  package init(
    delivery: ChangeDelivery, loses: LossRule, doubles: MayHappen = .sometimes,
    reorders: MayHappen = .sometimes, lagSeconds: Int = 0, covers: [ChangeSubject] = [],
    cursorSeconds: Int? = nil
  ) {
    self.delivery = delivery
    self.loses = loses
    self.doubles = doubles
    self.reorders = reorders
    self.lagSeconds = lagSeconds
    self.covers = covers
    self.cursorSeconds = cursorSeconds
  }
}

extension ChangeDelivery: WireWord {}
extension LossRule: WireWord {}
extension MayHappen: WireWord {}
extension ChangeSubject: WireWord {}

extension ChangeAbilities: WireRecord {
  static var blank: ChangeAbilities { ChangeAbilities(delivery: .none, loses: .silently) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("delivery", &delivery)
    try coder.required("loses", &loses)
    try coder.usual("doubles", &doubles, .sometimes)
    try coder.usual("reorders", &reorders, .sometimes)
    try coder.usual("lagSeconds", &lagSeconds, 0)
    try coder.usual("covers", &covers, [])
    try coder.optional("cursorSeconds", &cursorSeconds)
  }
}
