import DeskModel
import SystemCalls

/// Where the bytes of files lie: `attachments/CONVERSATION/FILE`, both by their ids, never by a sender's name.
struct AttachmentFolder: Sendable, Hashable {
  /// The most bytes of one file that we send.
  static let sizeLimit = 25 << 20
  /// The most files of one reply.
  static let countLimit = 10
  /// The most bytes of a file that is read.
  static let readLimit = 256 << 20

  let path: String

  /// The folder of a conversation; nil when its id is too long for a name.
  func folder(of conversation: ConversationID) -> String? {
    Self.name(conversation.rawValue).map { path + "/" + $0 }
  }

  /// The file; nil when an id is too long for a name.
  func file(_ id: AttachmentID, of conversation: ConversationID) -> String? {
    guard let folder = folder(of: conversation), let name = Self.name(id.rawValue) else { return nil }
    return folder + "/" + name
  }

  /// An id as a file's name: ASCII letters, digits and `-` as they are, every other byte as `_XX`.
  ///
  /// Two ids never have the same name. Nil for the empty id, and beyond 200 bytes.
  static func name(_ id: String) -> String? {
    var result: [UInt8] = []
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D: result.append(byte)
      default:
        result.append(UInt8(ascii: "_"))
        for digit in [byte >> 4, byte & 15] { result.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
      }
    }
    return result.isEmpty || result.count > 200 ? nil : String(decoding: result, as: UTF8.self)
  }

  /// The bytes of a stored file; nil when there is none.
  func contents(_ id: AttachmentID, of conversation: ConversationID) throws(SystemError) -> [UInt8]? {
    guard let path = file(id, of: conversation) else { return nil }
    do throws(SystemError) {
      guard try FileSystem.status(path).isFile else { return nil }
      return try FileSystem.contents(of: path, limit: Self.readLimit)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }
}
