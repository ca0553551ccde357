import DeskLink
import DeskModel
import SystemCalls

extension EmbeddedDesk {
  /// Says what this console does; on the queue.
  func announce(
    _ conversation: ConversationID?, _ activity: PresenceActivity, _ holding: [String]
  ) throws(DeskError) {
    // Who can only read says nothing.
    guard writer != nil else { return }
    do throws(SystemError) {
      try presence.announce(
        conversation.map {
          Presence(agent: me, conversation: $0, activity: activity, holding: holding)
        })
    } catch {
      throw .cannotWrite(reason: error.description)
    }
  }

  /// Tells who else is where, when that has changed; on the queue.
  func tellPresence() {
    if let all = presence.news() { tell(.presence(all)) }
  }

  /// Takes in what the folder watch has seen; on the queue.
  func takePresence(_ events: [FolderEvent]) {
    let names = events.filter { $0.folder == 1 }.map { (name: $0.name, isClosed: $0.isClosed) }
    if !names.isEmpty, presence.note(names) { tellPresence() }
  }
}
