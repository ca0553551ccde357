import AdapterProtocol
import DeskModel
import Synchronization
import SystemCalls

/// Files on their way up, until an intent takes them.
///
/// Each is a file without a name on the disk for temporary files: nobody else can open it, and it is gone with the
/// process, however that ends.
final class UploadShelf: Sendable {
  /// Bytes of the largest file of an answer.
  static let fileLimit = 25 << 20
  /// The most files of an answer.
  static let answerLimit = 10
  /// The most files on the shelf.
  static let countLimit = 40
  /// Milliseconds after which a file that nobody has named is thrown away.
  static let lifetime: Int64 = 3_600_000

  private final class Shelved: Sendable {
    let file: FileDescriptor
    let conversation: ConversationID
    let name: String
    let type: String
    let size: Int

    init(_ file: consuming FileDescriptor, _ params: UploadParams) {
      self.file = file
      conversation = params.conversation
      name = params.name
      type = params.type
      size = params.size
    }

    func belongs(to params: UploadParams) -> Bool {
      conversation == params.conversation && name == params.name && type == params.type
        && size == params.size
    }
  }

  private struct Slot {
    var shelved: Shelved
    var received = 0
    /// Monotonic milliseconds.
    var touched: Int64
  }

  private let folder: String
  private let now: @Sendable () -> Int64
  private let slots = Mutex<[UploadID: Slot]>([:])

  /// Makes an empty shelf; `folder` is one for temporary files, `now` counts milliseconds.
  init(folder: String, now: @escaping @Sendable () -> Int64 = { SystemClock.monotonicMilliseconds() }) {
    self.folder = folder
    self.now = now
  }

  /// Takes a piece.
  ///
  /// Pieces come in order: one that would leave a hole is not taken.
  /// - Returns: how many bytes there are from 0 on.
  func take(_ params: UploadParams) throws(AdapterFault) -> Int {
    guard params.size <= Self.fileLimit else {
      throw .invalidParams(
        path: "size", expected: "at most \(Self.fileLimit) bytes", found: "\(params.size)")
    }
    return try slots.withLock { slots throws(AdapterFault) in
      let moment = now()
      slots = slots.filter { moment - $0.value.touched < Self.lifetime }
      var slot: Slot
      if let known = slots[params.upload] {
        slot = known
      } else {
        guard slots.count < Self.countLimit else { throw .busy(retryAfterSeconds: 60) }
        slot = Slot(shelved: Shelved(try file(), params), touched: moment)
      }
      guard slot.shelved.belongs(to: params) else {
        throw .invalidParams(
          path: "upload", expected: "an id of its own for each file", found: "that of another file")
      }
      slot.touched = moment
      let isMissing = params.offset + params.data.bytes.count > slot.received
      if params.offset <= slot.received, isMissing {
        do throws(SystemError) {
          try slot.shelved.file.write(
            Array(params.data.bytes[(slot.received - params.offset)...]), at: slot.received)
        } catch { throw .away(reason: "the file cannot be kept: \(error.reason)", retryAfterSeconds: nil) }
        slot.received = params.offset + params.data.bytes.count
      }
      slots[params.upload] = slot
      return slot.received
    }
  }

  /// The files of an answer; nil in the place of one that is not there whole, or belongs to another conversation.
  ///
  /// They can be read as long as they are on the shelf.
  func files(_ uploads: [UploadID], of conversation: ConversationID) -> [AttachmentUpload?] {
    slots.withLock { slots in
      uploads.map { upload in
        guard let slot = slots[upload], slot.received == slot.shelved.size,
          slot.shelved.conversation == conversation
        else { return nil }
        return AttachmentUpload(
          path: "/proc/self/fd/\(slot.shelved.file.number)", name: slot.shelved.name,
          mediaType: slot.shelved.type)
      }
    }
  }

  /// Throws files away.
  func drop(_ uploads: [UploadID]) {
    slots.withLock { slots in
      for upload in uploads { slots[upload] = nil }
    }
  }

  private func file() throws(AdapterFault) -> FileDescriptor {
    do throws(SystemError) {
      let place = try FileSystem.makePrivateFolder(in: folder, prefix: "sapa-upload")
      defer { FileSystem.removeTree(place) }
      return try FileDescriptor(opening: place + "/file", .createNew)
    } catch {
      throw .away(
        reason: "there is no place for a file in \(folder): \(error.reason)", retryAfterSeconds: nil)
    }
  }
}
