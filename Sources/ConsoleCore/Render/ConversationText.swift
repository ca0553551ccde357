import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// A conversation, or a part of what was said, as plain text for the clipboard.
enum ConversationText {
  /// The beginning of a text, at most so many UTF-8 bytes, cut between characters.
  ///
  /// - Complexity: O(bytes).
  static func beginning(of text: SafeText, bytes limit: Int) -> SafeText {
    guard text.byteCount > limit else { return text }
    let string = text.string
    var end = string.utf8.index(string.startIndex, offsetBy: max(0, limit))
    while String.Index(end, within: string) == nil { end = string.utf8.index(before: end) }
    return SafeText(String(string[..<end]))
  }

  /// Who it is with and what was said, oldest first; where it would be too long, the latest entries.
  ///
  /// - Returns: the text and the number of entries in it.
  /// - Complexity: O(bytes).
  static func whole(_ open: OpenConversation, _ state: AppState, bytes limit: Int) -> (SafeText, entries: Int)
  {
    let layout = TranscriptLayout(open, in: state, columns: 80)
    let conversation = open.conversation
    let subject = SafeText(line: conversation.subject)
    let name = SafeText(line: conversation.contact.displayName)
    let heading = subject.isEmpty ? name : state.words("copy.heading", name, subject)
    var left = limit - heading.byteCount - 1
    var blocks: [String] = []
    for entry in conversation.entries.reversed() {
      let block = "\n" + block(entry, layout, state) + "\n"
      left -= block.utf8.count
      // Made safe as a whole it could grow where an entry ends with half a sequence; nothing else can.
      guard left >= 0 else { break }
      blocks.append(block)
    }
    let text = SafeText(heading.string + "\n" + blocks.reversed().joined())
    return (text, blocks.count)
  }

  private static func block(_ entry: Entry, _ layout: TranscriptLayout, _ state: AppState) -> String {
    let when = ClockText.moment(entry.at, state.utcOffset, now: layout.now, state.words)
    let who = layout.authorName(entry)
    let key = entry.audience == .internal ? "copy.note" : "copy.said"
    return state.words(key, when, who).string + "\n" + SafeText(entry.text).string
  }
}
