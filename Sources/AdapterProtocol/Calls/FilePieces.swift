package import DeskModel

/// Asks for a piece of a file that came with an entry.
package struct AttachmentParams: Sendable, Hashable {
  /// The conversation.
  package var conversation: ConversationID
  /// The file.
  package var attachment: AttachmentID
  /// Where the piece begins, in bytes from 0.
  package var offset: Int
  /// At most so many bytes, 1...4 MiB.
  package var limit: Int

  /// Makes the parameters.
  package init(
    _ attachment: AttachmentID, in conversation: ConversationID, offset: Int = 0,
    limit: Int = ProtocolLimits.pieceBytes
  ) {
    self.attachment = attachment
    self.conversation = conversation
    self.offset = offset
    self.limit = limit
  }
}

/// A piece of a file.
package struct AttachmentPiece: Sendable, Hashable {
  /// The bytes from the call's `offset` on; empty only at the end.
  package var data: DataPiece
  /// Bytes of the whole file; nil when the backend does not say.
  package var size: Int?
  /// Whether the file ends here.
  package var isLast: Bool

  /// Makes a piece.
  package init(_ data: DataPiece, size: Int? = nil, isLast: Bool) {
    self.data = data
    self.size = size
    self.isLast = isLast
  }
}

/// Sends up a piece of a file that is to go with an answer.
package struct UploadParams: Sendable, Hashable {
  /// The file: made by the console, named in `say` afterwards.
  package var upload: UploadID
  /// The conversation.
  package var conversation: ConversationID
  /// The name under which it goes.
  package var name: String
  /// Its MIME type; empty when unknown.
  package var type: String
  /// Bytes of the whole file.
  package var size: Int
  /// Where the piece begins, in bytes from 0; the same piece may come again.
  package var offset: Int
  /// The bytes.
  package var data: DataPiece

  /// Makes the parameters.
  package init(
    _ upload: UploadID, in conversation: ConversationID, name: String, type: String = "", size: Int,
    offset: Int = 0, data: DataPiece
  ) {
    self.upload = upload
    self.conversation = conversation
    self.name = name
    self.type = type
    self.size = size
    self.offset = offset
    self.data = data
  }
}

/// How much of a file has arrived.
package struct UploadProgress: Sendable, Hashable {
  /// Bytes from 0 on without a hole; the file is complete when they are its size.
  package var received: Int

  /// Makes progress.
  package init(received: Int) { self.received = received }
}

extension AttachmentParams: WireRecord {
  static var blank: AttachmentParams { AttachmentParams("", in: "") }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("conversation", &conversation)
    try coder.required("attachment", &attachment)
    try coder.required("offset", &offset)
    try coder.required("limit", &limit)
  }

  func check() throws(ProtocolError) {
    guard (1...ProtocolLimits.pieceBytes).contains(limit) else {
      throw .field(path: "limit", expected: "1 to \(ProtocolLimits.pieceBytes)", found: String(limit))
    }
  }
}

extension AttachmentPiece: WireRecord {
  static var blank: AttachmentPiece { AttachmentPiece(DataPiece([]), isLast: true) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("data", &data)
    try coder.optional("size", &size)
    try coder.required("last", &isLast)
  }

  func check() throws(ProtocolError) {
    // Else a reader would ask for the same place for ever.
    if data.bytes.isEmpty, !isLast {
      throw .field(path: "data", expected: "bytes, unless this is the last piece", found: "none")
    }
  }
}

extension UploadParams: WireRecord {
  static var blank: UploadParams { UploadParams("", in: "", name: "", size: 0, data: DataPiece([])) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("upload", &upload)
    try coder.required("conversation", &conversation)
    try coder.required("name", &name)
    try coder.usual("type", &type, "")
    try coder.required("size", &size)
    try coder.required("offset", &offset)
    try coder.required("data", &data)
  }

  func check() throws(ProtocolError) {
    guard offset <= size, data.bytes.count <= size - offset else {
      throw .field(
        path: "data", expected: "bytes within the file's \(size)",
        found: "\(data.bytes.count) bytes from \(offset) on")
    }
  }
}

extension UploadProgress: WireRecord {
  static var blank: UploadProgress { UploadProgress(received: 0) }

  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {
    try coder.required("received", &received)
  }
}
