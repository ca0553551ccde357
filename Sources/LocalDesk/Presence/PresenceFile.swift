import DeskModel
import JSONText

/// The content of a console's file in `presence/`: `{"agent":{"id","name"},"conversation","activity","holding"}`.
///
/// It is always written whole, by one write at the start of the file, and filled up with blanks to the same size,
/// so that nothing of what stood there before is left behind it.
enum PresenceFile {
  /// Bytes of every file; what does not fit is not written, what is larger is not read.
  static let size = 2_048

  /// The content; without what the reply holds when that is too long, and of blanks only when the console is at no
  /// conversation, or when ids and name are too long.
  static func bytes(_ presence: Presence?) -> [UInt8] {
    var result: [UInt8] = []
    if let presence {
      var writer = JSONWriter()
      writer.beginObject()
      writer.key("agent")
      writer.beginObject()
      writer.member("id", presence.agent.id.rawValue)
      writer.member("name", presence.agent.name)
      writer.endObject()
      writer.member("conversation", presence.conversation.rawValue)
      writer.member("activity", presence.activity.rawValue)
      let bare = writer
      if !presence.holding.isEmpty { writer.strings("holding", presence.holding) }
      if writer.bytes.count >= size { writer = bare }
      writer.endObject()
      result = writer.bytes
    }
    if result.count > size { result = [] }
    return result + [UInt8](repeating: 0x20, count: size - result.count)
  }

  /// Reads a content; nil for no conversation, and for whatever is not whole and of the right form.
  static func presence(_ bytes: [UInt8]) -> Presence? {
    guard bytes.count <= size, JSONBytes.isValidUTF8(bytes, range: bytes.indices),
      let root = try? JSONDocument(bytes).root, let id = text(root["agent"]?["id"]),
      let conversation = text(root["conversation"]),
      let activity = text(root["activity"]).flatMap({ PresenceActivity(rawValue: $0) })
    else { return nil }
    return Presence(
      agent: Agent(id: AgentID(id), name: text(root["agent"]?["name"]) ?? id),
      conversation: ConversationID(conversation),
      activity: activity, holding: root["holding"]?.array?.compactMap(text) ?? [])
  }

  /// A string that is not empty.
  private static func text(_ value: JSONValue?) -> String? {
    guard case .string(let text) = value, !text.isEmpty else { return nil }
    return text
  }
}
