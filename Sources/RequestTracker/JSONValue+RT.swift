import JSONText

extension JSONValue {
  /// The text of a string or a number: RT writes ids as the one in lists, as the other in records.
  var text: String? {
    switch self {
    case .string(let text): text
    case .number(let number): number.text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The text of a member; empty where there is none.
  func text(_ key: String) -> String { self[key]?.text ?? "" }

  /// The elements of a member; none where it is no array.
  func list(_ key: String) -> [JSONValue] { self[key]?.array ?? [] }

  /// The whole number of a member that is a number or digits.
  func number(_ key: String) -> Int? { self[key]?.text.flatMap { $0.wholeNumber } }

  /// The id of an object that a member points to, as `{"id":"alice","type":"user",…}`.
  func reference(_ key: String) -> String { self[key]?.text("id") ?? "" }

  /// The value as bytes on one line.
  var bytes: [UInt8] {
    var writer = JSONWriter()
    writer.value(self)
    return writer.bytes
  }
}

/// An object of strings, lists and numbers, to send.
func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
  .object(members.map { JSONMember(key: $0.key, value: $0.value) })
}

extension JSONValue: ExpressibleByStringLiteral {
  /// A string.
  package init(stringLiteral value: String) { self = .string(value) }
}
