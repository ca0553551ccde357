package import LocalePacks
package import ReplyTemplates
package import TextLayout
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

  /// What is shown of the selected answer.
  package var page = AnswerRoomPage.texts
  /// Rows of the page that are above the first one on the screen.
  package var scroll = 0
  /// What became of the replies that were made from the answers.
  package var numbers = AnswerRoomReading<SetStatistics>.unread
  /// What has changed since an older version.
  package var changes = AnswerRoomReading<SetComparison>.unread
  /// The older version: a revision of git, or a folder.
  package var version = LineField(AnswerRoom.usualVersion)
  /// Whether it is being typed.
  package var isAskingVersion = false

  /// The version with which is compared unless another is wanted: what was put in last.
  static let usualVersion = "HEAD"

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

/// What the room shows of an answer.
package enum AnswerRoomPage: Sendable, Hashable {
  /// What it is for, its variants, and what lint finds.
  case texts
  /// What became of the replies that were made from it.
  case numbers
  /// What has changed since an older version.
  case changes
}

/// Something that takes a while to find out.
package enum AnswerRoomReading<Value: Sendable & Hashable>: Sendable, Hashable {
  /// Nobody has asked.
  case unread
  /// It is being found out.
  case reading
  /// This is it, and what could not be read.
  case read(Value, problems: [SafeText])
  /// It could not be found out.
  case failed(SafeText)

  /// What was found out.
  package var value: Value? { if case .read(let value, _) = self { value } else { nil } }
}
