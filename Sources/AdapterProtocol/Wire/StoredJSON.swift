package import JSONText

/// What is kept on disk in the form that it has on the wire.
package protocol StoredJSON: Sendable {
  /// Writes it as an object.
  func store(to writer: inout JSONWriter)
  /// Reads it from an object that `store` has written, which stands somewhere in `bytes`.
  init(stored bytes: [UInt8], _ range: Range<Int>) throws(ProtocolError)
}

extension WireValue {
  /// Writes it as an object.
  package func store(to writer: inout JSONWriter) { write(to: &writer) }

  /// Reads it from an object that `store` has written, which stands somewhere in `bytes`.
  package init(stored bytes: [UInt8], _ range: Range<Int>) throws(ProtocolError) {
    try self.init(reading: WireSlot(bytes: bytes, range: range))
  }
}

extension BackendIntent: StoredJSON {}
extension ApplyOutcome: StoredJSON {}
