import DeskLink
import DeskModel
import SystemCalls

/// Files of ours on their way into a reply.
struct StagedFiles: Sendable {
  var attachments: [Attachment] = []
  /// Where they lie.
  var paths: [String] = []

  /// Takes them away again: nothing was said.
  func discard() {
    for path in paths {
      try? FileSystem.remove(path)
      // It stays when there are others in it.
      try? FileSystem.removeFolder(FileSystem.parent(of: path))
    }
  }
}

extension EmbeddedDesk {
  /// Copies the files of a reply into the desk and waits until they are on the disk; on the queue, without the lock.
  ///
  /// Their ids come from the client key: a try after a crash writes over what the first one has left.
  /// - Returns: the files, or why they cannot be sent: nothing of them is left then.
  func stage(
    _ uploads: [AttachmentUpload], for intent: Intent
  ) throws(DeskError) -> Result<StagedFiles, StagingRefusal> {
    var staged = StagedFiles()
    func refuse(_ reason: String) -> Result<StagedFiles, StagingRefusal> {
      staged.discard()
      return .failure(StagingRefusal(reason: reason))
    }
    guard uploads.count <= AttachmentFolder.countLimit else {
      return refuse(
        "\(uploads.count) files are more than the \(AttachmentFolder.countLimit) that a reply can have")
    }
    for (number, upload) in uploads.enumerated() {
      let id = AttachmentID("\(intent.clientKey.rawValue)-\(number + 1)")
      guard let folder = attachments.folder(of: intent.conversation),
        let target = attachments.file(id, of: intent.conversation)
      else { return refuse("the id of the conversation or of the reply is too long for a file's name") }
      let bytes: [UInt8]
      do throws(SystemError) {
        guard try FileSystem.status(upload.path).isFile else { return refuse("\(upload.path) is not a file") }
        bytes = try FileSystem.contents(of: upload.path, limit: AttachmentFolder.sizeLimit)
      } catch {
        return refuse(
          error.code == SystemError.tooLarge("", "").code
            ? "\(upload.path) is larger than \(AttachmentFolder.sizeLimit >> 20) MiB"
            : "\(upload.path) cannot be read: \(error.reason)")
      }
      do throws(SystemError) {
        try FileSystem.makeFolder(folder)
        try FileSystem.replace(target, with: bytes)
        if number == uploads.count - 1 { try FileSystem.syncFolder(attachments.path) }
      } catch {
        staged.discard()
        throw Self.failure(error)
      }
      staged.paths.append(target)
      staged.attachments.append(
        Attachment(
          id: id, name: Self.name(of: upload), mediaType: upload.mediaType, byteCount: bytes.count))
    }
    onStep(.afterAttachments)
    return .success(staged)
  }

  private static func name(of upload: AttachmentUpload) -> String {
    if !upload.name.isEmpty { return upload.name }
    return upload.path.split(separator: "/").last.map { String($0) } ?? upload.path
  }
}

/// Why files cannot be sent.
struct StagingRefusal: Error, Sendable, Hashable {
  let reason: String
}
