import JSONText

/// Bytes of a file, base64 on the wire.
package struct DataPiece: Sendable, Hashable {
  /// The bytes; at most `ProtocolLimits.pieceBytes` of them.
  package var bytes: [UInt8]

  /// Wraps bytes.
  package init(_ bytes: [UInt8]) { self.bytes = bytes }
}

extension DataPiece: WireValue {
  static var phrase: String { "base64 with padding (RFC 4648, section 4)" }

  init(reading slot: WireSlot) throws(ProtocolError) {
    let text = try slot.read(.string, as: Self.phrase) { reader throws(JSONError) in try reader.string() }
    guard let bytes = Base64.decoded(Array(text.utf8)) else {
      throw .field(path: "", expected: Self.phrase, found: "something else")
    }
    guard bytes.count <= ProtocolLimits.pieceBytes else {
      throw .field(
        path: "", expected: "at most \(ProtocolLimits.pieceBytes) bytes", found: "\(bytes.count) bytes")
    }
    self.bytes = bytes
  }

  func write(to writer: inout JSONWriter) {
    writer.raw([UInt8(ascii: "\"")] + Base64.encoded(bytes) + [UInt8(ascii: "\"")])
  }
}
