package import DeskModel
import TextLayout
package import Widgets

/// A place in the open conversation where some words stand.
package struct FindMatch: Sendable, Hashable {
  /// The entry.
  package var entry: EntryID
  /// Where in the text as the pane shows it: UTF-8 bytes.
  package var range: Range<Int>
}

/// Words that are looked for in the open conversation.
package struct Find: Sendable, Hashable {
  /// Where one was before.
  package struct Origin: Sendable, Hashable {
    /// The pane that had the keys.
    package var focus: Pane
    /// Where the conversation pane was scrolled to.
    package var scroll: TranscriptScroll
    /// The selected item of the conversation pane.
    package var selectedItem: Int
  }

  /// The words.
  package var field: LineField
  /// Whether keys go to the field; else `n` and `N` go from match to match.
  package var isTyping = true
  /// Whether the words have changed since they were last looked for: once for all keys that come together.
  package var isUnread = false
  /// Where the words stand, in the order of the pane.
  package var matches: [FindMatch] = []
  /// The match that one is at, a place in `matches`; nil when there is none.
  package var current: Int?
  /// Where one was before.
  package let origin: Origin

  /// Begins with an empty line.
  package init(_ text: String, from origin: Origin) {
    field = LineField(text)
    self.origin = origin
  }

  /// Searches; nil while nothing was typed.
  var finder: TextFinder? { TextFinder(field.text) }
}
