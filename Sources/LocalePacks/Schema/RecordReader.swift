import JSONText

/// Reads the fields of one object of a pack, and notes what is wrong with it.
///
/// Whoever reads says each field once; `finish` finds the fields that nobody asked for.
struct RecordReader {
  /// What is wrong, where.
  typealias Note = (path: FieldPath, message: String)

  let path: FieldPath
  private let members: [JSONMember]
  private var known: [String] = []
  private(set) var notes: [Note] = []

  /// Begins with an object; any other value is noted, and read as an empty object.
  init(_ value: JSONValue, at path: FieldPath) {
    self.path = path
    members = value.members ?? []
    if value.members == nil { notes.append((path, "must be an object, not \(value.kind.phrase)")) }
  }

  /// Whether nothing was wrong so far.
  var isFine: Bool { notes.isEmpty }

  /// Whether the object has a field with another value than null.
  func has(_ key: String) -> Bool { members.contains { $0.key == key && $0.value != .null } }

  /// Notes something about a field, or about the object.
  mutating func note(_ key: String? = nil, _ message: String) {
    notes.append((key.map { path.key($0) } ?? path, message))
  }

  /// Whether a field is a text.
  func isText(_ key: String) -> Bool { members.last { $0.key == key }?.value.string != nil }

  private mutating func value(_ key: String) -> JSONValue? {
    known.append(key)
    guard let value = members.last(where: { $0.key == key })?.value, value != .null else { return nil }
    return value
  }

  /// A text that is not empty.
  mutating func string(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string, !text.isEmpty else {
      note(key, value.string == "" ? "must not be empty" : "must be a text, not \(value.kind.phrase)")
      return nil
    }
    return text
  }

  /// A text that may be empty.
  mutating func text(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    guard let text = value.string else {
      note(key, "must be a text, not \(value.kind.phrase)")
      return nil
    }
    return text
  }

  /// A text that must be there.
  mutating func required(_ key: String) -> String {
    if let text = string(key) { return text }
    if !has(key) { note(key, "is missing") }
    return ""
  }

  /// A list of texts, or one text; empty when there is none.
  mutating func strings(_ key: String) -> [String] {
    guard let value = value(key) else { return [] }
    if let text = value.string { return [text] }
    guard let list = value.array else {
      note(key, "must be a text or a list of texts, not \(value.kind.phrase)")
      return []
    }
    var texts: [String] = []
    for (place, element) in list.enumerated() {
      if let text = element.string, !text.isEmpty {
        texts.append(text)
      } else {
        notes.append((path.key(key).element(place), "must be a text that is not empty"))
      }
    }
    return texts
  }

  /// A list of lists of texts, each of which may be one text; empty when there is none.
  mutating func lists(_ key: String) -> [[String]] {
    guard let value = value(key) else { return [] }
    guard let list = value.array, !list.isEmpty else {
      note(key, "must be a list of texts and lists of texts, and not empty")
      return []
    }
    return list.enumerated().map { place, element in
      let texts = element.array?.compactMap(\.string) ?? element.string.map { [$0] } ?? []
      if texts.isEmpty || texts.count < element.array?.count ?? 1 || texts.contains("") {
        notes.append((path.key(key).element(place), "must be a text or a list of texts, none of them empty"))
      }
      return texts
    }
  }

  /// A whole number in a range.
  mutating func int(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let value = value(key) else { return nil }
    guard let number = value.int, range.contains(number) else {
      note(key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  /// True or false.
  mutating func bool(_ key: String) -> Bool? {
    guard let value = value(key) else { return nil }
    guard let flag = value.bool else {
      note(key, "must be true or false, not \(value.kind.phrase)")
      return nil
    }
    return flag
  }

  /// One of the names of an enum.
  mutating func choice<E: RawRepresentable & CaseIterable>(_ key: String, _: E.Type) -> E?
  where E.RawValue == String {
    guard let value = value(key) else { return nil }
    guard let text = value.string, let found = E(rawValue: text) else {
      note(key, "must be one of \(E.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    return found
  }

  /// One name of an enum, or a list of them; nil when there is none.
  mutating func choices<E: RawRepresentable & CaseIterable>(_ key: String, _: E.Type) -> [E]?
  where E.RawValue == String {
    guard has(key) else {
      known.append(key)
      return nil
    }
    return strings(key).compactMap { text in
      if let found = E(rawValue: text) { return found }
      note(key, "“\(text)” must be one of \(E.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
  }

  /// An object whose values are texts, in order.
  mutating func texts(_ key: String) -> [(key: String, text: String)] {
    guard let value = value(key) else { return [] }
    guard let members = value.members else {
      note(key, "must be an object of texts, not \(value.kind.phrase)")
      return []
    }
    return members.compactMap { member in
      if let text = member.value.string { return (member.key, text) }
      notes.append((path.key(key).key(member.key), "must be a text"))
      return nil
    }
  }

  /// Reads an object in its own right; nil when there is none.
  mutating func object<T>(_ key: String, _ read: (inout RecordReader) -> T) -> T? {
    guard let value = value(key) else { return nil }
    var reader = RecordReader(value, at: path.key(key))
    let result = read(&reader)
    reader.finish()
    notes += reader.notes
    return result
  }

  /// Reads a list of objects; those with anything wrong are left out and noted.
  ///
  /// With `whereTexts`, a bare text stands for an object that has it under that key.
  mutating func records<T>(
    _ key: String, whereTexts textKey: String? = nil, _ read: (inout RecordReader) -> T?
  ) -> [T] {
    guard let value = value(key) else { return [] }
    guard let list = value.array else {
      note(key, "must be a list, not \(value.kind.phrase)")
      return []
    }
    var result: [T] = []
    for (place, element) in list.enumerated() {
      var element = element
      if let textKey, element.string != nil { element = .object([JSONMember(key: textKey, value: element)]) }
      var reader = RecordReader(element, at: path.key(key).element(place))
      let record = read(&reader)
      reader.finish()
      if reader.isFine, let record { result.append(record) }
      notes += reader.notes
    }
    return result
  }

  /// The members of an object as records with their keys as ids.
  mutating func keyed<T>(_ key: String, _ read: (String, inout RecordReader) -> T) -> [T] {
    guard let value = value(key) else { return [] }
    guard let members = value.members else {
      note(key, "must be an object, not \(value.kind.phrase)")
      return []
    }
    return members.map { member in
      var reader = RecordReader(member.value, at: path.key(key).key(member.key))
      let record = read(member.key, &reader)
      reader.finish()
      notes += reader.notes
      return record
    }
  }

  /// Notes the fields that nobody has asked for.
  mutating func finish() {
    for member in members where !known.contains(member.key) {
      note(member.key, "is not a field here; known are \(known.sorted().joined(separator: ", "))")
    }
  }
}
