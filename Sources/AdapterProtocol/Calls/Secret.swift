/// A token: never shown, logged or dumped; only the wire has it.
package struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The token itself.
  package let value: String

  /// Wraps a token.
  package init(_ value: String) { self.value = value }

  /// The same for every secret.
  package var description: String { "(secret)" }
  /// The same for every secret.
  package var debugDescription: String { description }
  /// Nothing to look into.
  package var customMirror: Mirror { Mirror(self, children: []) }
}
