import DeskLink
import DeskModel
import JSONText
import Synchronization
import SystemCalls

extension EmbeddedDesk {
  /// The bytes of a file: from the imported line, else from the desk's folder of attachments.
  ///
  /// - Complexity: O(bytes of the line and of the file).
  func contents(_ id: AttachmentID, of conversation: ConversationID) throws(DeskError) -> [UInt8] {
    guard let row = state.withLock({ state in state.find(conversation).flatMap { state.row($0) } }) else {
      throw .unknownConversation(conversation)
    }
    let line: [UInt8]
    do throws(SystemError) { line = try journal.bytes(row.place) } catch {
      throw .away(reason: error.description)
    }
    if let data = InterchangeAttachments.data(of: id, in: line) {
      guard let bytes = Base64.decoded(data) else {
        throw .away(reason: "the content of this file is damaged: it is not base64")
      }
      return bytes
    }
    do throws(SystemError) {
      if let bytes = try attachments.contents(id, of: conversation) { return bytes }
    } catch {
      throw .away(reason: error.description)
    }
    throw .away(reason: "the content of this file did not come with the conversation")
  }
}
