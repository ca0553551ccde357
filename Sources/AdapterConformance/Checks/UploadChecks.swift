import AdapterProtocol
import DeskModel

/// Files that go with an answer.
enum UploadChecks {
  private static let place = SpecificationPlace(.methods, "upload")

  static let all = [
    ConformanceCheck(
      "upload.pieces", "`received` counts the bytes that have come.", place, writes: true, pieces),
    ConformanceCheck("upload.again", "A piece that comes again changes nothing.", place, writes: true, again),
    ConformanceCheck(
      "upload.hole", "Bytes behind a hole are not counted.", place, writes: true, hole),
    ConformanceCheck(
      "upload.arrives", "A file that an answer names is at its entry, byte for byte.", place, writes: true,
      arrives),
    ConformanceCheck(
      "upload.incomplete", "An answer that names a file which is not complete is `invalid`.", place,
      writes: true, incomplete),
    ConformanceCheck(
      "upload.unknown", "An answer that names a file which never came is refused.", place, writes: true,
      unknown),
  ]

  private static let content = Array("A test by sapa adapter check.\n".utf8)

  private static func begin(_ probe: Probe) throws(Finding) -> (
    upload: UploadID, conversation: ConversationID
  ) {
    let conversation = try probe.target()
    try probe.need(.upload)
    try probe.need(.say)
    let bounds = try probe.manifest().bounds
    let types = bounds.attachmentTypes
    guard bounds.attachmentCount != 0, bounds.attachmentBytes ?? .max >= content.count,
      types.isEmpty || types.contains(where: { ["text/plain", "text/*", "*/*", "*"].contains($0) })
    else { throw .notApplicable("the backend takes no small text files") }
    return (UploadID(probe.makeMarker()), conversation)
  }

  @discardableResult
  private static func send(
    _ range: Range<Int>, of upload: UploadID, in conversation: ConversationID, _ probe: Probe
  ) throws(Finding) -> (received: Int, exchange: Exchange) {
    let exchange = try probe.ask(
      .upload(
        UploadParams(
          upload, in: conversation, name: "sapa-test.txt", type: "text/plain", size: content.count,
          offset: range.lowerBound, data: DataPiece(Array(content[range])))))
    let progress: UploadProgress = try exchange.value(.upload) {
      guard case .upload(let progress) = $0 else { return nil }
      return progress
    }
    return (progress.received, exchange)
  }

  private static func expect(_ count: Int, _ got: (received: Int, exchange: Exchange)) throws(Finding) {
    guard got.received == count else { throw got.exchange.failure("received \(count)") }
  }

  private static func pieces(_ probe: Probe) throws(Finding) {
    let (upload, conversation) = try begin(probe)
    try expect(10, try send(0..<10, of: upload, in: conversation, probe))
    try expect(content.count, try send(10..<content.count, of: upload, in: conversation, probe))
  }

  private static func again(_ probe: Probe) throws(Finding) {
    let (upload, conversation) = try begin(probe)
    try send(0..<10, of: upload, in: conversation, probe)
    try expect(10, try send(0..<10, of: upload, in: conversation, probe))
    try send(10..<content.count, of: upload, in: conversation, probe)
    try expect(content.count, try send(5..<15, of: upload, in: conversation, probe))
  }

  private static func hole(_ probe: Probe) throws(Finding) {
    let (upload, conversation) = try begin(probe)
    try send(0..<5, of: upload, in: conversation, probe)
    let exchange = try probe.ask(
      .upload(
        UploadParams(
          upload, in: conversation, name: "sapa-test.txt", type: "text/plain", size: content.count,
          offset: 20,
          data: DataPiece(Array(content[20..<25])))))
    guard case .answer? = exchange.heard?.content else {
      return try exchange.expectFault([-32_602], "received 5, or an error -32602: there is a hole")
    }
    let progress: UploadProgress = try exchange.value(.upload) {
      guard case .upload(let progress) = $0 else { return nil }
      return progress
    }
    guard progress.received == 5 else {
      throw exchange.failure("received 5, because there is a hole behind them")
    }
  }

  private static func arrives(_ probe: Probe) throws(Finding) {
    let (upload, conversation) = try begin(probe)
    try send(0..<12, of: upload, in: conversation, probe)
    try send(12..<content.count, of: upload, in: conversation, probe)
    let marker = probe.makeMarker()
    let said = try probe.say(
      probe.testText(marker), for: try probe.quietAudience(), uploads: [upload], in: conversation)
    guard let record = try probe.entries(with: marker, in: conversation).first,
      record.entry.attachments.count == 1
    else { throw said.exchange.failure("one file at the entry in the thread") }
    let attachment = record.entry.attachments[0]
    guard attachment.name == "sapa-test.txt", attachment.byteCount ?? content.count == content.count else {
      throw said.exchange.failure("the file sapa-test.txt of \(content.count) bytes at the entry")
    }
    guard try probe.manifest().methods.contains(.attachment) else { return }
    let (bytes, _, exchange) = try AttachmentChecks.read(
      attachment.id, in: conversation, limit: 65_536, probe)
    guard bytes == content else { throw exchange.failure("the \(content.count) bytes that were sent up") }
  }

  private static func incomplete(_ probe: Probe) throws(Finding) {
    let (upload, conversation) = try begin(probe)
    try send(0..<10, of: upload, in: conversation, probe)
    try expectInvalid(upload, in: conversation, "the outcome invalid: the file is not complete", probe)
  }

  private static func unknown(_ probe: Probe) throws(Finding) {
    let (upload, conversation) = try begin(probe)
    try expectInvalid(
      upload, in: conversation, "the outcome invalid, or an error -32006: there is no such file", probe)
  }

  private static func expectInvalid(
    _ upload: UploadID, in conversation: ConversationID, _ expected: String, _ probe: Probe
  ) throws(Finding) {
    let marker = probe.makeMarker()
    let saying = Saying(
      probe.testText(marker), audience: try probe.quietAudience(), uploads: [upload])
    let exchange = try probe.ask(.apply(try probe.intent([.say(saying)], in: conversation)))
    if case .answer? = exchange.heard?.content {
      let outcome: ApplyOutcome = try exchange.value(.apply) {
        guard case .apply(let outcome) = $0 else { return nil }
        return outcome
      }
      guard case .invalid = outcome else { throw exchange.failure(expected) }
    } else {
      try exchange.expectFault([-32_006, -32_602], expected)
    }
    guard try probe.entries(with: marker, in: conversation).isEmpty else {
      throw exchange.failure("that nothing is said; it stands in the thread all the same")
    }
  }
}
