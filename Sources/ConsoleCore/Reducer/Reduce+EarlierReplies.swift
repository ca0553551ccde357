import DeskLink
import DeskModel
import ReplyTemplates
import Widgets

extension AppState {
  /// Asks for the last earlier conversations of the open one's customer: what we said there is not said again.
  ///
  /// Only while an answer is written or chosen, each conversation once.
  mutating func askForEarlierReplies() -> [Effect] {
    guard let current = open, !current.earlier.isEmpty, current.conversation.shape != .publicThread,
      !current.composer.field.isEmpty || isChoosingAnswer
    else { return [] }
    let id = current.conversation.id
    if answers.earlier?.conversation != id { answers.earlier = EarlierReplies(conversation: id) }
    guard answers.earlier?.isAsked == false else { return [] }
    let ids = current.earlier.prefix(EarlierReplies.limit).map(\.id).filter { $0 != id }
    answers.earlier?.isAsked = true
    answers.earlier?.waiting = Set(ids)
    return ids.map { .ask(.end(of: $0)) }
  }

  private var isChoosingAnswer: Bool {
    if case .answers? = popup { true } else { false }
  }

  /// Whether an answer about a conversation was asked for on account of what we said in it.
  func isForEarlierReplies(_ id: ConversationID) -> Bool {
    answers.earlier?.waiting.contains(id) == true && opening != id && open?.conversation.id != id
  }

  /// Takes an earlier conversation; nil when it cannot be had.
  mutating func takeEarlier(_ id: ConversationID, _ conversation: Conversation?) {
    guard answers.earlier?.waiting.remove(id) != nil, let conversation else { return }
    let ours = conversation.entries.filter { $0.isOurAnswer && $0.state != .deleted && $0.state != .redacted }
    answers.earlier?.replies += ours.map { EarlierReplies.Reply(conversation: id, entry: $0) }
    answers.earlier?.replies.sort {
      ($0.entry.at, $0.entry.id.rawValue) < ($1.entry.at, $1.entry.id.rawValue)
    }
    // What was found out before it came is found out anew.
    answers.uses = nil
    answers.recognizing = nil
  }
}
