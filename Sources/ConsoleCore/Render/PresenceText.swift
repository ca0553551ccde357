import DeskLink
import DeskModel
import ScreenKit
import TextLayout
import Widgets

/// Who else is at a conversation, in words.
enum PresenceText {
  /// The most columns that a name gets beside a preview.
  private static let nameColumns = 10

  /// `Olena is writing…`, `Olena is reading +2`, or nothing.
  static func line(_ others: [Presence], _ state: AppState) -> [StyledRun] {
    guard let first = others.first else { return [] }
    let isMe = first.agent.id == state.settings.me.id
    let name = isMe ? state.words("presence.self") : SafeText(line: first.agent.name)
    let sentence = state.words("presence.\(first.activity.rawValue)", name)
    let text =
      others.count == 1
      ? sentence : state.words("presence.more", sentence, SafeText(String(others.count - 1)))
    return [StyledRun(text, style(first))]
  }

  /// The mark in a row of the queue.
  static func mark(_ presence: Presence, _ words: Words) -> StyledRun {
    let name = SafeText(line: presence.agent.name).truncated(to: nameColumns)
    return StyledRun(words("badge.\(presence.activity.rawValue)", name) + SafeText(" · "), style(presence))
  }

  private static func style(_ presence: Presence) -> Style {
    presence.activity == .writing ? Style(.warning, bold: true) : Style(.colleague)
  }
}
