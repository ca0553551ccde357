/// Which entries an act is for.
package enum EntryScope: String, Sendable, Hashable, CaseIterable {
  case none
  /// Those of the same agent.
  case own
  /// Notes.
  case notes
  /// All of ours.
  case any
}

/// What is left of a deleted entry.
package enum DeletionTrace: String, Sendable, Hashable, CaseIterable {
  /// It is gone.
  case nothing
  /// An entry in state `deleted`.
  case tombstone
}

/// What can be redacted.
package enum RedactionScope: String, Sendable, Hashable, CaseIterable {
  case none
  /// An entry.
  case whole
  /// A part of an entry's text.
  case part
}

/// Whether public entries can be hidden.
package enum HidingReach: String, Sendable, Hashable, CaseIterable {
  case none
  /// They can be hidden, and shown again.
  case undoable
  /// They can be hidden for good.
  case final
}

/// How far the backend follows an entry on its way.
package enum DeliveryReports: String, Sendable, Hashable, CaseIterable {
  /// It does not tell.
  case none
  /// Until it has left.
  case sent
  /// Until it has arrived.
  case delivered
}

/// Which entries can be changed, and how long.
package struct EntryAct: Sendable, Hashable {
  /// Which ones.
  package var scope: EntryScope
  /// So long after they were made; nil: always.
  package var withinSeconds: Int?

  /// Makes it; what is not said is not there.
  package init(
    scope: EntryScope, withinSeconds: Int? = nil
  ) {
    self.scope = scope
    self.withinSeconds = withinSeconds
  }
}

/// What can be done to an entry afterwards.
package struct EntryAbilities: Sendable, Hashable {
  /// Whose texts can be changed.
  package var edit: EntryAct
  /// Which ones can be deleted.
  package var delete: EntryAct
  /// What a deletion leaves.
  package var deletion: DeletionTrace
  /// What can be made unreadable.
  package var redact: RedactionScope
  /// Whether public ones can be hidden.
  package var hide: HidingReach
  /// How far they are followed.
  package var delivery: DeliveryReports

  /// Makes it; what is not said is not there.
  package init(
    edit: EntryAct = EntryAct(scope: .none), delete: EntryAct = EntryAct(scope: .none),
    deletion: DeletionTrace = .nothing,
    redact: RedactionScope = .none, hide: HidingReach = .none, delivery: DeliveryReports = .none
  ) {
    self.edit = edit
    self.delete = delete
    self.deletion = deletion
    self.redact = redact
    self.hide = hide
    self.delivery = delivery
  }
}

extension EntryScope: WireWord {}
extension DeletionTrace: WireWord {}
extension RedactionScope: WireWord {}
extension HidingReach: WireWord {}
extension DeliveryReports: WireWord {}

extension EntryAct: WireRecord {
  static var blank: EntryAct { EntryAct(scope: .none) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("scope", &scope)
    try coder.optional("withinSeconds", &withinSeconds)
  }
}

extension EntryAbilities: WireRecord {
  static var blank: EntryAbilities { EntryAbilities() }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.usual("edit", &edit, EntryAct(scope: .none))
    try coder.usual("delete", &delete, EntryAct(scope: .none))
    try coder.usual("deletion", &deletion, .nothing)
    try coder.usual("redact", &redact, .none)
    try coder.usual("hide", &hide, .none)
    try coder.usual("delivery", &delivery, .none)
  }
}
