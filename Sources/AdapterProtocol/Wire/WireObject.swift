import JSONText

/// The members of a JSON object, each as the bytes of its value.
struct WireObject: Sendable {
  let slot: WireSlot
  private let members: [String: Range<Int>]

  /// Finds the members; a key that stands twice is an error, whether it is known or not.
  ///
  /// - Complexity: O(bytes).
  init(_ slot: WireSlot) throws(ProtocolError) {
    self.slot = slot
    var twice: String?
    members = try slot.read(.object, as: "an object") { reader throws(JSONError) in
      var result: [String: Range<Int>] = [:]
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if result.updateValue(try reader.skip(), forKey: key) != nil { twice = twice ?? key }
      }
      return result
    }
    if let twice { throw .field(path: twice, expected: "this key once", found: "it twice") }
  }

  /// The value of a key; nil when it is absent.
  subscript(key: String) -> WireSlot? {
    members[key].map { WireSlot(bytes: slot.bytes, range: $0) }
  }

  /// The value of a key; nil when it is absent or null, which means the same.
  func optional<Value: WireValue>(_ key: String, as type: Value.Type) throws(ProtocolError) -> Value? {
    guard let slot = self[key] else { return nil }
    do throws(ProtocolError) {
      return try slot.kind() == .null ? nil : try Value(reading: slot)
    } catch { throw error.inside(key) }
  }

  /// The value of a key that must be there.
  func required<Value: WireValue>(_ key: String, as type: Value.Type = Value.self) throws(ProtocolError)
    -> Value
  {
    guard let value = try optional(key, as: type) else {
      let found = self[key] == nil ? "nothing" : "null"
      throw .field(path: key, expected: Value.phrase, found: found)
    }
    return value
  }
}
