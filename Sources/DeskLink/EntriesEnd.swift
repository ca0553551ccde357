/// Where the last entries of a long conversation stand in its interchange object, so that a screen can be filled without
/// reading all that was ever said.
package struct EntriesEnd: Sendable, Hashable {
  /// Bytes from the start of the object to its first entry.
  package var head: Int
  /// Bytes from the start of the object to the first of the last entries.
  package var tail: Int
  /// How many entries stand between.
  package var omitted: Int

  /// How many entries the end has: more than any screen shows.
  package static let count = 64
  /// A conversation with fewer entries is read whole.
  package static let least = 256

  /// Makes one from its parts.
  package init(head: Int, tail: Int, omitted: Int) {
    self.head = head
    self.tail = tail
    self.omitted = omitted
  }

  /// Finds the end; nil when there are too few entries for it to be worth while.
  ///
  /// - Parameters:
  ///   - starts: Where each entry begins.
  ///   - start: Where the object begins.
  init?(starts: [Int], from start: Int) {
    guard starts.count >= Self.least else { return nil }
    omitted = starts.count - Self.count
    head = starts[0] - start
    tail = starts[omitted] - start
  }
}
