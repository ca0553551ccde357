/// Counts the changes that panes other than the composer may show.
///
/// Typing is most of what happens; a renderer that sees the same number need not look at the other panes. It is
/// bookkeeping and no part of what the state is: two revisions are always equal.
package struct Revision: Sendable, Hashable {
  /// The count; wraps round.
  package private(set) var number: UInt64 = 0
  /// Whether the step under way has only changed the text being written.
  var isTyping = false

  /// Makes the first revision.
  package init() {}

  /// Notes a change.
  mutating func advance() { number &+= 1 }

  /// Always true.
  package static func == (_: Revision, _: Revision) -> Bool { true }

  /// Adds nothing.
  package func hash(into _: inout Hasher) {}
}
