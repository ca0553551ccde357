package import DeskModel
package import Widgets

/// The line above the queue into which a filter is typed.
package struct FilterPrompt: Sendable, Hashable {
  /// What was typed.
  package var field: LineField
  /// Why it is no filter; nil when it is one.
  package var error: QueueFilterError?
  /// Whether the text has changed since it was last read: it is read once for all keys that come together.
  package var isUnread = false
  /// Rows that it takes above the queue: the line itself, and what there is to say about it.
  package static let rows = 2

  /// Begins with a text, the cursor at its end.
  package init(_ text: String) { field = LineField(text) }

  /// Words that begin a condition.
  static let keys = ["tag", "lang", "channel", "status", "who", "from", "is", "waiting", "due", "quiet"]

  /// The text without a last word that may still become a condition: `lan` is on its way to `lang:`, and a queue that
  /// showed what says "lan" meanwhile would only flicker.
  package var steadyText: String {
    let name = lastWord.drop { $0 == "-" }.lowercased()
    return Self.keys.contains { $0.hasPrefix(name) } ? textBeforeLastWord : field.text
  }

  /// The text without its last word.
  var textBeforeLastWord: String { String(field.text.dropLast(lastWord.count)) }

  private var lastWord: Substring { field.text.suffix(while: { !$0.isWhitespace }) }
}

extension String {
  /// The longest end of which every character passes.
  fileprivate func suffix(while passes: (Character) -> Bool) -> Substring {
    self[(lastIndex { !passes($0) }.map { index(after: $0) } ?? startIndex)...]
  }
}
