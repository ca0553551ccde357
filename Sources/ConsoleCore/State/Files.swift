package import DeskModel

/// What is to become of a file that has come.
package enum FilePurpose: Sendable, Hashable {
  /// It is kept in the folder for downloads.
  case save
  /// It is shown by the program for its type.
  case open
}

/// A file that has come, with a name that can stand in a folder.
package struct ReceivedFile: Sendable, Hashable {
  /// Made by `FileName`.
  package var name: String
  /// The type that its sender stated, or that its name tells; from outside.
  package var mediaType: String
  /// The content.
  package var bytes: [UInt8]

  /// Makes a file.
  package init(name: String, mediaType: String, bytes: [UInt8]) {
    self.name = name
    self.mediaType = mediaType
    self.bytes = bytes
  }
}

/// Something in a folder.
package struct FolderItem: Sendable, Hashable {
  /// Its name there.
  package var name: String
  /// Whether it is a folder itself.
  package var isFolder: Bool
  /// Bytes; nil for a folder.
  package var byteCount: Int?

  /// Makes an item.
  package init(name: String, isFolder: Bool, byteCount: Int? = nil) {
    self.name = name
    self.isFolder = isFolder
    self.byteCount = byteCount
  }
}

/// A file of which the bytes are on their way, and what for.
package struct FileWish: Sendable, Hashable {
  /// Where it was said.
  package var conversation: ConversationID
  /// Which it is.
  package var attachment: Attachment
  /// What is to become of it.
  package var purpose: FilePurpose

  /// Makes a wish.
  package init(_ attachment: Attachment, of conversation: ConversationID, for purpose: FilePurpose) {
    self.conversation = conversation
    self.attachment = attachment
    self.purpose = purpose
  }
}
