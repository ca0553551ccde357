import AdapterProtocol
import DeskModel
import Synchronization

/// A file of ours, complete.
struct UploadedFile: Sendable, Hashable {
  /// The name under which it goes.
  var name: String
  /// Its MIME type; empty when unknown.
  var type: String
  /// Its bytes.
  var bytes: [UInt8]
}

/// Keeps files until an answer names them; in memory, so that nothing of them is left behind.
final class UploadStore: Sendable {
  private struct File {
    var file: UploadedFile
    var size: Int
    var conversation: ConversationID
    var touched: Timestamp
  }

  private let files = Mutex<[UploadID: File]>([:])
  private let fileLimit: Int
  /// Bytes of all files together.
  static let allBytes = 256 << 20
  /// Seconds after which a file that nobody has named is thrown away.
  static let keptSeconds: Int64 = 3_600

  /// Makes a store for files of at most `fileLimit` bytes.
  init(fileLimit: Int) { self.fileLimit = fileLimit }

  /// Takes a piece in; one that has come already changes nothing.
  ///
  /// - Returns: how many bytes are there from 0 on.
  func put(_ params: UploadParams, now: Timestamp) throws(AdapterFault) -> Int {
    guard params.size <= fileLimit else {
      throw .invalidParams(
        path: "size", expected: "at most \(fileLimit) bytes, which is what RT keeps of a file",
        found: String(params.size))
    }
    return try files.withLock { files throws(AdapterFault) in
      files = files.filter { now.seconds(since: $0.value.touched) < Self.keptSeconds }
      var entry =
        files[params.upload]
        ?? File(
          file: UploadedFile(name: params.name, type: params.type, bytes: []), size: params.size,
          conversation: params.conversation, touched: now)
      guard entry.size == params.size, entry.conversation == params.conversation,
        entry.file.name == params.name
      else {
        throw .invalidParams(
          path: "upload", expected: "a new id, or the same file as before", found: params.upload.rawValue)
      }
      let received = entry.file.bytes.count
      guard params.offset <= received else { return received }
      let isNew = params.offset + params.data.bytes.count > received
      if isNew {
        let others = files.reduce(0) { $0 + ($1.key == params.upload ? 0 : $1.value.file.bytes.count) }
        guard others + params.size <= Self.allBytes else {
          throw .busy(retryAfterSeconds: 60)
        }
        entry.file.bytes += params.data.bytes.dropFirst(received - params.offset)
      }
      entry.touched = now
      let count = entry.file.bytes.count
      files[params.upload] = entry
      return count
    }
  }

  /// A complete file; nil when it is not there, not complete, or for another conversation.
  func file(_ id: UploadID, for conversation: ConversationID) -> UploadedFile? {
    files.withLock { files in
      guard let entry = files[id], entry.conversation == conversation, entry.file.bytes.count == entry.size
      else {
        return nil
      }
      return entry.file
    }
  }

  /// Throws files away that have been sent.
  func remove(_ ids: [UploadID]) { files.withLock { files in for id in ids { files[id] = nil } } }
}
