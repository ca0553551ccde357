import AdapterProtocol
import DeskModel
import JSONText
import Synchronization

/// Gives files in pieces: RT gives a file whole, so the last ones are kept for the pieces that follow.
final class AttachmentReader: Sendable {
  private let kept = Mutex<[(id: String, file: [UInt8])]>([])
  /// Bytes that are kept at most, but for a single larger file.
  static let keptBytes = 32 << 20

  /// A piece.
  func piece(_ params: AttachmentParams, client: RTClient) throws(AdapterFault) -> AttachmentPiece {
    let id = params.attachment.rawValue
    let missing = AdapterFault.notFound(.attachment, id: id)
    guard RTTarget.isNumber(id) else { throw missing }
    let file = try content(id, client: client)
    guard let file else { throw missing }
    let size = file.count
    guard params.offset < size || size == 0 else {
      return AttachmentPiece(DataPiece([]), size: size, isLast: true)
    }
    let end = min(size, params.offset + min(params.limit, ProtocolLimits.pieceBytes))
    let piece = Array(file[min(params.offset, size)..<end])
    if end == size { forget(id) }
    return AttachmentPiece(DataPiece(piece), size: size, isLast: end == size)
  }

  private func content(_ id: String, client: RTClient) throws(AdapterFault) -> [UInt8]? {
    if let file = kept.withLock({ $0.first { $0.id == id }?.file }) { return file }
    guard let json = try client.readIfThere(RTTarget.of(["attachment", id]))?.json else { return nil }
    // Lines of base64, as mails have them.
    let text = json.text("Content").utf8.filter { $0 != 0x0A && $0 != 0x0D }
    guard let file = Base64.decoded(Array(text)) else {
      throw .internalFailure(reason: "RT gave the file \(id) in another form than base64")
    }
    kept.withLock { kept in
      kept.append((id, file))
      while kept.count > 1, kept.reduce(0, { $0 + $1.file.count }) > Self.keptBytes { kept.removeFirst() }
    }
    return file
  }

  private func forget(_ id: String) { kept.withLock { $0.removeAll { $0.id == id } } }
}
