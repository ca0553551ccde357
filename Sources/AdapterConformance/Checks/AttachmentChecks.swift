import AdapterProtocol
import DeskModel

/// Files that came with entries.
enum AttachmentChecks {
  private static let place = SpecificationPlace(.methods, "attachment")

  static let all = [
    ConformanceCheck(
      "attachment.pieces", "The pieces of a file add up to its size.", place, pieces),
    ConformanceCheck(
      "attachment.same", "Small pieces hold the same bytes as large ones.", place, same),
    ConformanceCheck("attachment.limit", "A piece has at most `limit` bytes.", place, limit),
    ConformanceCheck(
      "attachment.beyondEnd", "Behind the end of a file there is an empty last piece, or an error.", place,
      beyondEnd),
    ConformanceCheck(
      "attachment.unknown", "A file that does not exist is answered with -32006.",
      SpecificationPlace(.outcomes, "Errors"), unknown),
  ]

  /// The smallest file that was seen.
  private static func sample(_ probe: Probe) throws(Finding) -> (ConversationID, Attachment) {
    try probe.need(.attachment)
    let found = try probe.threads().flatMap { thread in
      thread.entries.flatMap(\.entry.attachments).map { (thread.conversation, $0) }
    }
    guard let smallest = found.min(by: { size($0.1) < size($1.1) }) else {
      throw .skipped("no entry that was read has a file")
    }
    guard smallest.1.byteCount ?? 0 <= 4 << 20 else { throw .skipped("all files that were seen are large") }
    return smallest
  }

  private static func size(_ attachment: Attachment) -> Int { attachment.byteCount ?? 1 << 20 }

  static func piece(
    _ attachment: AttachmentID, in conversation: ConversationID, from offset: Int, limit: Int, _ probe: Probe
  ) throws(Finding) -> (piece: AttachmentPiece, exchange: Exchange) {
    let exchange = try probe.ask(
      .attachment(AttachmentParams(attachment, in: conversation, offset: offset, limit: limit)))
    let piece: AttachmentPiece = try exchange.value(.attachment) {
      guard case .attachment(let piece) = $0 else { return nil }
      return piece
    }
    return (piece, exchange)
  }

  /// A whole file, in pieces.
  static func read(
    _ attachment: AttachmentID, in conversation: ConversationID, limit: Int, _ probe: Probe
  ) throws(Finding) -> (bytes: [UInt8], last: AttachmentPiece, exchange: Exchange) {
    var bytes: [UInt8] = []
    while true {
      let (piece, exchange) = try piece(
        attachment, in: conversation, from: bytes.count, limit: limit, probe)
      bytes += piece.data.bytes
      if piece.isLast { return (bytes, piece, exchange) }
      guard bytes.count <= 8 << 20 else { throw exchange.failure("an end of the file") }
    }
  }

  private static func pieces(_ probe: Probe) throws(Finding) {
    let (conversation, attachment) = try sample(probe)
    let small = max(1, min(size(attachment) / 4 + 1, 65_536))
    let (bytes, last, exchange) = try read(attachment.id, in: conversation, limit: small, probe)
    for size in [last.size, attachment.byteCount].compactMap({ $0 }) where size != bytes.count {
      throw exchange.failure("pieces of \(size) bytes together; there are \(bytes.count)")
    }
  }

  private static func same(_ probe: Probe) throws(Finding) {
    let (conversation, attachment) = try sample(probe)
    let small = max(1, min(size(attachment) / 4 + 1, 65_536))
    let (pieces, _, _) = try read(attachment.id, in: conversation, limit: small, probe)
    let (whole, _, exchange) = try read(
      attachment.id, in: conversation, limit: ProtocolLimits.pieceBytes, probe)
    guard pieces == whole else {
      throw exchange.failure("the same \(pieces.count) bytes that small pieces have")
    }
  }

  private static func limit(_ probe: Probe) throws(Finding) {
    let (conversation, attachment) = try sample(probe)
    for limit in [1, 3] {
      let (piece, exchange) = try piece(attachment.id, in: conversation, from: 0, limit: limit, probe)
      guard piece.data.bytes.count <= limit else {
        throw exchange.failure("at most \(limit) bytes; there are \(piece.data.bytes.count)")
      }
    }
  }

  private static func beyondEnd(_ probe: Probe) throws(Finding) {
    let (conversation, attachment) = try sample(probe)
    let params = AttachmentParams(attachment.id, in: conversation, offset: 1 << 40, limit: 10)
    let exchange = try probe.ask(.attachment(params))
    guard case .answer? = exchange.heard?.content else {
      return try exchange.expectFault([-32_602, -32_006, -32_009], "an empty last piece, or an error -32602")
    }
    let piece: AttachmentPiece = try exchange.value(.attachment) {
      guard case .attachment(let piece) = $0 else { return nil }
      return piece
    }
    guard piece.data.bytes.isEmpty, piece.isLast else { throw exchange.failure("an empty last piece") }
  }

  private static func unknown(_ probe: Probe) throws(Finding) {
    try probe.need(.attachment)
    let row = try probe.rows()[0]
    let params = AttachmentParams("sapa-no-such-file", in: row.summary.id, limit: 10)
    try probe.ask(.attachment(params)).expectFault(
      [-32_006], "an error -32006, because there is no such file")
  }
}
