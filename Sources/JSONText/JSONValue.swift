/// A member of an object.
package struct JSONMember: Sendable, Hashable {
  /// The key.
  package var key: String
  /// The value.
  package var value: JSONValue

  /// Makes a member.
  package init(key: String, value: JSONValue) {
    self.key = key
    self.value = value
  }
}

/// A JSON value as a tree, for small texts such as configuration; objects keep their order.
package indirect enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case number(JSONNumber)
  case string(String)
  case array([JSONValue])
  case object([JSONMember])

  /// Reads the value that stands next.
  ///
  /// `duplicates` receives each key that stands twice in one object; the last value counts.
  /// - Complexity: O(bytes), and O(members²) within an object of few members.
  package init(reading reader: inout JSONReader, duplicates: inout [JSONDuplicate]) throws(JSONError) {
    switch try reader.peek() {
    case .null:
      try reader.null()
      self = .null
    case .bool: self = .bool(try reader.bool())
    case .number: self = .number(try reader.number())
    case .string: self = .string(try reader.string())
    case .array:
      var elements: [JSONValue] = []
      try reader.beginArray()
      while try reader.nextElement() {
        elements.append(try JSONValue(reading: &reader, duplicates: &duplicates))
      }
      self = .array(elements)
    case .object:
      var members: [JSONMember] = []
      var places: [String: Int] = [:]
      try reader.beginObject()
      while let key = try reader.nextKey() {
        let offset = reader.offset
        let value = try JSONValue(reading: &reader, duplicates: &duplicates)
        if let place = places[key] {
          duplicates.append(
            JSONDuplicate(
              key: key, position: JSONPosition(offset: offset, in: reader.bytes, from: reader.start)))
          members[place].value = value
        } else {
          places[key] = members.count
          members.append(JSONMember(key: key, value: value))
        }
      }
      self = .object(members)
    }
  }

  /// The value of a key of an object; nil when there is none or this is no object.
  ///
  /// - Complexity: O(members).
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a string.
  package var string: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The value of a whole number.
  package var int: Int? {
    guard case .number(let number) = self else { return nil }
    return number.int
  }

  /// The value of a number.
  package var double: Double? {
    guard case .number(let number) = self else { return nil }
    return number.double
  }

  /// The value of `true` or `false`.
  package var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The elements of an array.
  package var array: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  /// The members of an object, in order.
  package var members: [JSONMember]? {
    guard case .object(let members) = self else { return nil }
    return members
  }

  /// What kind of value this is.
  package var kind: JSONKind {
    switch self {
    case .null: .null
    case .bool: .bool
    case .number: .number
    case .string: .string
    case .array: .array
    case .object: .object
    }
  }
}

/// A key that stands twice in one object.
package struct JSONDuplicate: Sendable, Hashable {
  /// The key.
  package let key: String
  /// Where the later value stands.
  package let position: JSONPosition
}

/// A whole text as a tree.
package struct JSONDocument: Sendable, Hashable {
  /// The value.
  package let root: JSONValue
  /// Keys that stand twice in one object.
  package let duplicates: [JSONDuplicate]

  /// Reads a whole text; nothing may follow the value.
  ///
  /// - Complexity: O(bytes).
  package init(_ bytes: [UInt8], dialect: JSONDialect = .json) throws(JSONError) {
    var reader = JSONReader(bytes, dialect: dialect)
    var duplicates: [JSONDuplicate] = []
    root = try JSONValue(reading: &reader, duplicates: &duplicates)
    try reader.finish()
    self.duplicates = duplicates
  }
}
