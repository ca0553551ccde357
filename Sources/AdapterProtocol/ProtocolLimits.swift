/// Bounds that both sides keep.
package enum ProtocolLimits {
  /// The version that this code speaks.
  package static let version = 1
  /// Bytes of a message without its line end: 8 MiB.
  package static let lineBytes = 8 << 20
  /// Bytes of a file in one piece, before base64: 4 MiB, which leaves room in a line.
  package static let pieceBytes = 4 << 20
  /// Rows or entries of one page.
  package static let pageItems = 1_000
  /// Steps of one intent.
  package static let steps = 16
  /// The largest whole number; beyond it, languages whose numbers are doubles round.
  package static let wholeNumber = 1 << 53 - 1
  /// Nesting of a backend's own JSON (`raw`, `settings`), which leaves room in a message.
  package static let rawDepth = 64
}
