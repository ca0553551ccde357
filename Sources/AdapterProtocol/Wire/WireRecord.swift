import JSONText

/// Goes through the fields of a record, to read or to write them.
protocol WireCoder {
  /// `ProtocolError` when reading, `Never` when writing.
  associatedtype Failure: Error
  /// A field that must be there.
  mutating func required<Value: WireValue>(_ key: String, _ value: inout Value) throws(Failure)
  /// A field that may be absent.
  mutating func optional<Value: WireValue>(_ key: String, _ value: inout Value?) throws(Failure)
  /// A field that is left out where it has its usual value.
  mutating func usual<Value: WireValue>(_ key: String, _ value: inout Value, _ usual: Value) throws(Failure)
  /// Members of an object of the interchange format, among which further fields of ours stand.
  mutating func part<Part: InterchangePart>(_ part: inout Part) throws(Failure)
}

/// An object whose fields are told once, for reading and writing.
protocol WireRecord: WireValue {
  /// What is overwritten when one is read.
  static var blank: Self { get }
  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure)
  /// Refuses what no single field shows.
  func check() throws(ProtocolError)
}

extension WireRecord {
  func check() throws(ProtocolError) {}

  init(reading slot: WireSlot) throws(ProtocolError) {
    try self.init(reading: try WireObject(slot))
  }

  /// Reads a record whose members were found already.
  init(reading object: WireObject) throws(ProtocolError) {
    var reader = RecordReader(object: object)
    self = Self.blank
    try fields(&reader)
    try check()
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writeMembers(to: &writer)
    writer.endObject()
  }

  /// Writes the members into an object that the caller has begun.
  func writeMembers(to writer: inout JSONWriter) {
    var coder = RecordWriter()
    // Swapped rather than copied: two owners of the bytes would cost a copy of all of them.
    swap(&coder.json, &writer)
    var copy = self
    copy.fields(&coder)
    swap(&coder.json, &writer)
  }
}

struct RecordReader: WireCoder {
  let object: WireObject

  mutating func required<Value: WireValue>(_ key: String, _ value: inout Value) throws(ProtocolError) {
    value = try object.required(key)
  }

  mutating func optional<Value: WireValue>(_ key: String, _ value: inout Value?) throws(ProtocolError) {
    value = try object.optional(key, as: Value.self)
  }

  mutating func usual<Value: WireValue>(
    _ key: String, _ value: inout Value, _ usual: Value
  ) throws(ProtocolError) {
    value = try object.optional(key, as: Value.self) ?? usual
  }

  mutating func part<Part: InterchangePart>(_ part: inout Part) throws(ProtocolError) {
    part = try Part(interchange: object)
  }
}

struct RecordWriter: WireCoder {
  var json = JSONWriter()

  mutating func required<Value: WireValue>(_ key: String, _ value: inout Value) {
    json.key(key)
    value.write(to: &json)
  }

  mutating func optional<Value: WireValue>(_ key: String, _ value: inout Value?) {
    guard let value else { return }
    json.key(key)
    value.write(to: &json)
  }

  mutating func usual<Value: WireValue>(_ key: String, _ value: inout Value, _ usual: Value) {
    if value != usual { required(key, &value) }
  }

  mutating func part<Part: InterchangePart>(_ part: inout Part) { part.writeInterchange(to: &json) }
}

/// A record without fields.
struct NoFields: WireRecord {
  static var blank: NoFields { NoFields() }
  mutating func fields<Coder: WireCoder>(_ coder: inout Coder) throws(Coder.Failure) {}
}
