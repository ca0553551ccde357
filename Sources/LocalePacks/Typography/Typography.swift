/// Sets a text as its language does: quotation marks, dashes, spaces, marks and numbers.
///
/// Nothing is changed inside addresses, handles, tags, files, code, placeholders, quoted lines, faces, dates, times,
/// versions and account numbers. Digits never change.
package enum Typography {
  /// The rounds after which a text that still changes is left as it is.
  private static var roundLimit: Int { 6 }

  /// Finds the changes that a style asks for; O(length of the text).
  ///
  /// - Parameters:
  ///   - text: The text of a draft.
  ///   - style: How its language sets text.
  /// - Returns: Edits in the order of the text, which may touch but never overlap; none when it is set already.
  package static func edits(in text: String, style: TypographyStyle) -> [TypographyEdit] {
    settled(text, style: style)?.edits() ?? []
  }

  /// Sets a text as the style says; O(length of the text).
  ///
  /// - Parameters:
  ///   - text: The text of a draft.
  ///   - style: How its language sets text.
  /// - Returns: The text with all edits; one that is set already stays: `apply(apply(x)) == apply(x)`.
  package static func apply(_ text: String, style: TypographyStyle) -> String {
    settled(text, style: style)?.text ?? text
  }

  /// The draft when no rule wants a change any more; nil when nothing changes.
  ///
  /// Rules may make work for one another, so the text is done only when a round changes nothing. One that does not
  /// settle, or that would lose the guard of a scalar on the way, stays as it was typed: only so is setting a text
  /// twice always the same as setting it once.
  private static func settled(_ text: String, style: TypographyStyle) -> TypographyDraft? {
    var draft = TypographyDraft(text)
    for round in 0..<roundLimit {
      guard draft.guardSpans() else { return nil }
      guard setOnce(&draft, style: style) else { return round == 0 ? nil : draft }
    }
    return nil
  }

  /// Applies each rule once, and tells whether any changed the text.
  private static func setOnce(_ draft: inout TypographyDraft, style: TypographyStyle) -> Bool {
    var changed = false
    func run(_ rule: TypographyRule, _ changes: [TypographyDraft.Change]) {
      guard !changes.isEmpty else { return }
      if draft.perform(changes, as: rule) { changed = true }
    }
    run(.ellipsis, EllipsisRule.changes(in: draft, style))
    run(.marks, RepeatedMarksRule.changes(in: draft, style))
    run(.marks, ScriptMarksRule.changes(in: draft, style))
    run(.marks, ThaiPeriodRule.changes(in: draft, style))
    run(.apostrophe, ApostropheRule.changes(in: draft, style))
    run(.quotes, QuotesRule.changes(in: draft, style))
    run(.dash, DashRule.changes(in: draft, style))
    run(.number, AmountRule.changes(in: draft, style))
    run(.number, NumberGapRule.changes(in: draft, style))
    run(.space, MarkSpacesRule.changes(in: draft, style))
    run(.space, KeptTogetherRule.changes(in: draft, style))
    return changed
  }
}
