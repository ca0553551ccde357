package import LocalePacks
package import ReplyTemplates
package import Widgets

/// The room of answers, in which a lead reads and mends them.
package struct AnswerRoom: Sendable, Hashable {
  /// What narrows the list.
  package var field = LineField()
  /// Whether it is being typed.
  package var isFiltering = false
  /// The answers that are listed.
  package var rows: [AnswerID] = []
  /// The selected answer.
  package var cursor = ListCursor()
  /// The locale that is shown; nil before an answer has one.
  package var locale: LocaleTag?
  /// The selected variant of that locale, a place in its list.
  package var variant = 0
  /// What lint has to say, by answer; nil before it was read.
  package var findings: [AnswerID: [LintFinding]]?

  /// Makes the room.
  package init() {}

  /// The selected answer.
  package var selected: AnswerID? { cursor.selected.flatMap { rows.indices.contains($0) ? rows[$0] : nil } }
}

/// What a lead wants to change of an answer.
package struct AnswerEdit: Sendable, Hashable {
  /// The answer.
  package var answer: AnswerID
  /// The locale; nil for what `about.md` says.
  package var locale: LocaleTag?
  /// The variant; nil for the whole file.
  package var variant: String?

  /// Makes a wish.
  package init(answer: AnswerID, locale: LocaleTag? = nil, variant: String? = nil) {
    self.answer = answer
    self.locale = locale
    self.variant = variant
  }
}
