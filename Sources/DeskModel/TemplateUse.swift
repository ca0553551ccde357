/// That a reply was made from a template, or from a part of one.
package struct TemplateUse: Sendable, Hashable {
  /// The variant's name for good: `delivery-late@id#plain`.
  package var variant: String
  /// The version of its text at that time, in the words of whoever keeps the templates.
  package var version: String
  /// How much of the offered text was sent, 0...100; nil before it is sent.
  package var kept: Int?

  /// Makes a use.
  package init(variant: String, version: String, kept: Int? = nil) {
    self.variant = variant
    self.version = version
    self.kept = kept
  }
}
