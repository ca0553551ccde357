import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

extension AppState {
  /// Puts the selected entry's text into the clipboard.
  mutating func copyEntry() -> [Effect] {
    guard let entry = open?.selectedEntry(in: focus) else { return say(words("raw.nothing")) }
    let whole = SafeText(entry.text)
    let text = ConversationText.beginning(of: whole, bytes: settings.tools.clipboardLimit)
    let isMine = entry.author.kind == .agent && entry.author.id == settings.me.id.rawValue
    let who = isMine ? words("name.you") : SafeText(line: entry.author.displayName)
    let left = whole.byteCount - text.byteCount
    return [.tool(.copy(text))]
      + say(left == 0 ? words("copy.entry", who) : words("copy.entryCut", who, SafeText(String(left))))
  }

  /// Puts the open conversation into the clipboard.
  mutating func copyConversation() -> [Effect] {
    guard let current = open else { return say(words("composer.nothingOpen")) }
    let (text, count) = ConversationText.whole(current, self, bytes: settings.tools.clipboardLimit)
    let all = current.conversation.entries.count
    let copied = SafeText(String(count))
    return [.tool(.copy(text))]
      + say(
        count == all
          ? words.counted("copy.conversation", count)
          : words("copy.conversationCut", copied, SafeText(String(all))))
  }
}
