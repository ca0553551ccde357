/// A variant filled in for one customer.
package struct RenderedReply: Sendable, Hashable {
  /// The text; a fact that the agent has to fill in still stands in it as `{{order.number}}`.
  package var text: String
  /// Where such blanks stand, in UTF-8 bytes, in order.
  package var blanks: [Range<Int>] = []
  /// The facts that the agent has to fill in, each once, in order.
  package var toFill: [String] = []
  /// Facts that are not known and that nobody can fill in here, each once, in order: the variant is not to be offered.
  package var missing: [String] = []
  /// Fragments that there are not, each once, in order; the variant is not to be offered.
  package var missingFragments: [String] = []

  /// Whether it can be offered to an agent.
  package var isWhole: Bool { missing.isEmpty && missingFragments.isEmpty }
}
