package import DeskModel
import Dispatch
import Synchronization
package import SystemCalls

extension EmbeddedDesk {
  /// A conversation of an import without its secrets; what the desk has of it already tells what was asked.
  func masked(_ conversation: Conversation) -> MaskedConversation? {
    guard let filter else { return nil }
    let known = Set(conversation.entries.map(\.id))
    let row = state.withLock { state in state.find(conversation.id).flatMap { state.row($0) } }
    let earlier = row.flatMap { try? loader.conversation($0) }?.entries.filter { !known.contains($0.id) }
    return filter.mask(conversation, earlier ?? [])
  }

  /// Takes away secrets that have expired, behind the scenes.
  package func purgeSecretsSoon() {
    indexQueue.async { [self] in secrets.purge(now: clock()) }
  }

  /// What is held of a conversation.
  package func heldSecrets(of conversation: ConversationID) -> [HeldSecretMark] {
    secrets.marks(of: conversation, now: clock())
  }

  /// A secret for somebody's eyes, which is written down before.
  ///
  /// - Returns: nil when it is not held any more.
  /// - Throws: when it cannot be written down.
  package func reveal(_ mark: HeldSecretMark, reason: String) throws(SystemError) -> String? {
    guard let value = secrets.value(of: mark, now: clock()) else { return nil }
    try AuditFile(desk: folder.path).note(.shown, mark, by: me, reason: reason, at: clock())
    return value
  }
}
