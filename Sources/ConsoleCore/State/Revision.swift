/// Counts the changes that panes other than the composer may show.
///
/// Typing is most of what happens; a renderer that sees the same number need not look at the other panes. It is
/// bookkeeping and no part of what the state is: two revisions are always equal.
package struct Revision: Sendable, Hashable {
  /// The count; wraps round.
  package private(set) var number: UInt64 = 0
  /// Whether the step under way has only changed the text being written.
  package internal(set) var isTyping = false
  /// How many steps have changed the text being written or moved its cursor; wraps round.
  private(set) var edits: UInt64 = 0
  /// The first row of that text, from 0, that the last of them may have changed.
  private(set) var editedRow = 0
  /// Whether the last edit has given the text a number of rows for which the screen is not laid out.
  var hasOtherHeight = false
  private var writingSince: UInt64?

  /// Makes the first revision.
  package init() {}

  /// Notes a change.
  mutating func advance() { number &+= 1 }

  /// Whether nothing but the text being written has changed since a character was typed into it.
  var isWriting: Bool { writingSince == number }

  /// Notes that a character was typed, and that the next one would mean the same.
  mutating func noteWriting() { writingSince = number }

  /// Notes that the text being written has changed from a row on, or its cursor.
  mutating func noteEdit(from row: Int) {
    edits &+= 1
    editedRow = row
  }

  /// Always true.
  package static func == (_: Revision, _: Revision) -> Bool { true }

  /// Adds nothing.
  package func hash(into _: inout Hasher) {}
}
