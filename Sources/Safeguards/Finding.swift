/// How much a finding weighs.
package enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  /// Stops the send.
  case error
  /// Takes a second Enter.
  case warn
  /// Is only shown.
  case hint

  /// Orders by weight: errors first.
  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warn: 1
    case .hint: 2
    }
  }
}

/// Something that a check has to say about a draft.
///
/// It holds no sentence: the words stand in the catalogue of the console under `messageKey`, with `{0}`,
/// `{1}`… for the arguments.
package struct Finding: Sendable, Hashable {
  /// The rule's name in the form `group.rule`.
  package var rule: String
  /// How much it weighs.
  package var severity: Severity
  /// The part of the text that is meant, in UTF-8 byte offsets on scalar boundaries; `0..<0` when the
  /// finding is about something else than the text.
  package var range: Range<Int>
  /// The key of the sentence that says what is wrong.
  package var messageKey: String
  /// What the sentence is filled with, in order.
  ///
  /// From outside: show it as `SafeText` only.
  package var arguments: [String]
  /// The key of the sentence that says what to do, filled with the same arguments; nil when the message
  /// says it all.
  package var suggestionKey: String?
  /// What can be put in place of `range` with one key; nil when only a person knows.
  package var replacement: String?

  /// Makes a finding.
  package init(
    rule: String, severity: Severity, range: Range<Int> = 0..<0, messageKey: String,
    arguments: [String] = [], suggestionKey: String? = nil, replacement: String? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.messageKey = messageKey
    self.arguments = arguments
    self.suggestionKey = suggestionKey
    self.replacement = replacement
  }

  /// Where the part begins, in UTF-8 bytes.
  package var start: Int { range.lowerBound }
  /// Where the part ends, in UTF-8 bytes.
  package var end: Int { range.upperBound }
}
