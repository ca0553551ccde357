import DeskModel

/// What typography would change in a draft, as findings: one for all places, so that spaces do not drown the rest.
enum TypographyFindings {
  /// At most one hint a kind of change, at its first place; the key that sets the draft applies all of them.
  ///
  /// Spaces and apostrophes alone are nothing to speak of: they are set with the rest.
  static func findings(in text: String, _ style: TypographyStyle) -> [PackFinding] {
    var told: Set<String> = []
    let utf8 = Array(text.utf8)
    return Typography.edits(in: text, style: style).compactMap { edit in
      guard edit.rule != "typography.space", edit.rule != "typography.apostrophe",
        told.insert(edit.rule).inserted
      else { return nil }
      return PackFinding(
        edit.rule, .hint, edit.range,
        arguments: [String(decoding: utf8[edit.range], as: UTF8.self), edit.replacement],
        replacement: edit.replacement)
    }
  }
}
