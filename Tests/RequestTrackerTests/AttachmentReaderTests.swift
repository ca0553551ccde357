import AdapterProtocol
import DeskModel
import Testing

@testable import RequestTracker

@Suite("Files that came with entries")
struct AttachmentReaderTests {
  private let transport = PlayedTransport()
  private let reader = AttachmentReader()

  private func piece(_ id: String = "5", offset: Int, limit: Int) throws -> AttachmentPiece {
    try reader.piece(
      AttachmentParams(AttachmentID(id), in: "7", offset: offset, limit: limit), client: transport.client)
  }

  @Test("A file is given in pieces and fetched once")
  func pieces() throws {
    transport.answer("GET", "/attachment/5", #"{"id":5,"Content":"aGVs\nbG8g\nZmlsZQ==\n"}"#)
    #expect(
      try piece(offset: 0, limit: 4)
        == AttachmentPiece(DataPiece(Array("hell".utf8)), size: 10, isLast: false))
    #expect(
      try piece(offset: 4, limit: 5)
        == AttachmentPiece(DataPiece(Array("o fil".utf8)), size: 10, isLast: false))
    #expect(transport.requests.count == 1)
    #expect(
      try piece(offset: 9, limit: 100) == AttachmentPiece(DataPiece(Array("e".utf8)), size: 10, isLast: true))
    #expect(try piece(offset: 10, limit: 4) == AttachmentPiece(DataPiece([]), size: 10, isLast: true))
    #expect(try piece(offset: 1_000, limit: 4).isLast)
  }

  @Test("An empty file is one piece without bytes")
  func empty() throws {
    transport.answer("GET", "/attachment/5", #"{"id":5}"#)
    #expect(try piece(offset: 0, limit: 4) == AttachmentPiece(DataPiece([]), size: 0, isLast: true))
  }

  @Test("What is not there, not ours or no number is not found; what is no base64 is a failure")
  func missing() throws {
    transport.answer("GET", "/attachment/6", "{}", status: 404)
    transport.answer("GET", "/attachment/7", #"{"Content":"*"}"#)
    for id in ["6", "x", "../ticket/1"] {
      #expect(throws: AdapterFault.notFound(.attachment, id: id)) { try piece(id, offset: 0, limit: 1) }
    }
    #expect { _ = try piece("7", offset: 0, limit: 1) } throws: { ($0 as? AdapterFault)?.code == -32_603 }
  }
}
