package import DeskModel

/// Something that a check has to say about a draft.
///
/// It holds no sentence: the words stand in the catalogue of the console under `messageKey`, with `{0}`,
/// `{1}`… for the arguments.
package struct Finding: Sendable, Hashable {
  /// The rule's name in the form `group.rule`.
  package var rule: String
  /// How much it weighs.
  package var severity: Severity
  /// The part of the text that is meant, in UTF-8 byte offsets on scalar boundaries; `0..<0` when the finding is
  /// about the whole or about something else than the text.
  package var range: Range<Int>
  /// The key of the sentence that says what is wrong.
  package var messageKey: String
  /// What the sentence is filled with, in order.
  ///
  /// From outside: show it as `SafeText` only.
  package var arguments: [String]
  /// The locale pack's own words on it, in the agent's language; from a file, so show it as `SafeText` only.
  package var detail: String?
  /// What the pack says to write or do instead, in the agent's language.
  package var advice: String?
  /// The key of the sentence that says what to do, filled with the same arguments; nil when the message
  /// says it all.
  package var suggestionKey: String?
  /// What can be put in place of `range` with one key; nil when only a person knows.
  package var replacement: String?
  /// The entry that it points at, such as an earlier reply; nil for most.
  package var about: EntryID?
  /// When that was said.
  package var at: Timestamp?
  /// The conversation in which that stands; nil for the one at hand.
  package var conversation: ConversationID?

  /// Makes a finding.
  package init(
    rule: String, severity: Severity, range: Range<Int> = 0..<0, messageKey: String,
    arguments: [String] = [], detail: String? = nil, advice: String? = nil, suggestionKey: String? = nil,
    replacement: String? = nil, about: EntryID? = nil, at: Timestamp? = nil,
    conversation: ConversationID? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.messageKey = messageKey
    self.arguments = arguments
    self.detail = detail
    self.advice = advice
    self.suggestionKey = suggestionKey
    self.replacement = replacement
    self.about = about
    self.at = at
    self.conversation = conversation
  }

  /// Where the part begins, in UTF-8 bytes.
  package var start: Int { range.lowerBound }
  /// Where the part ends, in UTF-8 bytes.
  package var end: Int { range.upperBound }
}
