/// A secret in a text.
package struct SecretSpan: Equatable, Sendable {
  /// What it is.
  package let kind: SecretKind
  /// Where it begins, in UTF-8 bytes.
  package let start: Int
  /// Where it ends, in UTF-8 bytes.
  package let end: Int

  /// Makes a span.
  package init(kind: SecretKind, start: Int, end: Int) {
    self.kind = kind
    self.start = start
    self.end = end
  }
}
