import DeskLink
import DeskModel

/// A file with a dialogue in the interchange format.
enum DialogueFile {
  /// The conversation in its first line; nil where there is none.
  static func first(in bytes: [UInt8]) -> Conversation? {
    let line = bytes.prefix { $0 != 0x0A }
    return try? InterchangeReader.conversation(bytes, range: 0..<line.count)
  }
}
