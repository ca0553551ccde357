import JSONText

/// The bytes of one JSON value whose grammar has been checked.
struct WireSlot: Sendable {
  /// The line.
  let bytes: [UInt8]
  /// Where the value stands in it.
  let range: Range<Int>

  var reader: JSONReader { JSONReader(bytes, range: range) }

  func kind() throws(ProtocolError) -> JSONKind {
    var reader = reader
    do { return try reader.peek() } catch { throw .syntax(error) }
  }

  /// Reads the value as what it is expected to be.
  func read<Value>(
    _ kind: JSONKind, as expected: String, _ body: (inout JSONReader) throws(JSONError) -> Value
  ) throws(ProtocolError) -> Value {
    let found = try self.kind()
    guard found == kind else { throw .field(path: "", expected: expected, found: found.phrase) }
    var reader = reader
    do { return try body(&reader) } catch { throw .syntax(error) }
  }

  func elements() throws(ProtocolError) -> [WireSlot] {
    try read(.array, as: "an array") { reader throws(JSONError) in
      var result: [WireSlot] = []
      try reader.beginArray()
      while try reader.nextElement() { result.append(WireSlot(bytes: bytes, range: try reader.skip())) }
      return result
    }
  }
}
