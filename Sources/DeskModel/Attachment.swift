/// A file that came with an entry.
///
/// Its name and type are from outside: a name may hold controls, slashes or `..` and is never used as a path.
package struct Attachment: Sendable, Hashable {
  /// Unique within the conversation.
  package var id: AttachmentID
  /// The name that its sender gave it.
  package var name: String
  /// The MIME type that its sender stated; empty when none was.
  package var mediaType: String
  /// Bytes; nil when the backend does not say.
  package var byteCount: Int?

  /// Makes an attachment.
  package init(id: AttachmentID, name: String, mediaType: String = "", byteCount: Int? = nil) {
    self.id = id
    self.name = name
    self.mediaType = mediaType
    self.byteCount = byteCount
  }
}

/// A file of ours that is to go with a reply.
package struct AttachmentUpload: Sendable, Hashable {
  /// Where it lies here.
  package var path: String
  /// The name under which it goes.
  package var name: String
  /// Its MIME type; empty when nobody has said.
  package var mediaType: String

  /// Makes an upload.
  package init(path: String, name: String, mediaType: String = "") {
    self.path = path
    self.name = name
    self.mediaType = mediaType
  }
}
