/// One change that typography asks for.
package struct TypographyEdit: Sendable, Hashable {
  /// The UTF-8 bytes of the text that it replaces, from 0; empty when it puts something in.
  package let range: Range<Int>
  /// What stands there instead; empty when it takes something out.
  package let replacement: String
  /// The rule: `typography.quotes`, `.dash`, `.space`, `.ellipsis`, `.apostrophe`, `.number` or `.marks`.
  package let rule: String

  /// Makes an edit.
  package init(range: Range<Int>, replacement: String, rule: String) {
    self.range = range
    self.replacement = replacement
    self.rule = rule
  }
}
