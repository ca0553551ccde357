/// What goes first when an adapter takes only so many calls at once.
package enum CallPriority: Int, Sendable, Hashable, CaseIterable {
  /// Sending, and finding out what became of it.
  case sending
  /// What a person looks at.
  case shown
  /// Everything else.
  case background
}
