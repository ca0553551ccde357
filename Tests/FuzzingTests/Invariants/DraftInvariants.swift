import ConsoleCore
import DeskModel

@testable import LocalDesk

/// A draft's file: understood or not, never a trap, and written again as it was understood.
enum DraftInvariants {
  static func firstViolation(_ input: [UInt8]) -> String? {
    if let draft = StoredDraft(json: input) {
      if StoredDraft(json: draft.json) != draft { return "written and read again it is another" }
      // A composer takes it up, wherever the cursor is said to stand.
      _ = Composer(draft).stored(for: draft.conversation, at: draft.updatedAt)
    }
    let text = String(decoding: input, as: UTF8.self)
    let own = StoredDraft(
      conversation: "c", text: text, cursor: 0, kind: .message, audience: .customer,
      parent: nil, seenUpTo: nil, held: nil, updatedAt: Timestamp(milliseconds: 0))
    return StoredDraft(json: own.json) == own ? nil : "a draft of this text cannot be read back"
  }
}
