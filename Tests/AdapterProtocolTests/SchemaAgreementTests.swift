import AdapterProtocol
import JSONText
import Testing

/// Changes every place of every message, one at a time: codec and schema must be of one mind about each.
@Suite("Codec and schema")
struct SchemaAgreementTests {
  enum Change: String, CaseIterable {
    case remove, otherType, empty, negative, fraction, otherWord, added
  }

  /// Where both are told apart on purpose, with the reason.
  static let exceptions: [(path: String, change: Change?)] = [
    // Anything may stand there.
    (".raw", nil), (".settings.", nil), (".unknown", nil),
    // Bounds between two fields, which no schema can say.
    ("params.data", .empty), ("result.data", .empty), ("params.size", .remove), (".excerpt", .empty),
  ]

  private static func isExcepted(_ path: String, _ change: Change) -> Bool {
    exceptions.contains { path.contains($0.path) && ($0.change == nil || $0.change == change) }
      // A step's kind decides what else must be there, a note's audience what else may be.
      || (change == .remove && path.hasSuffix("].step"))
  }

  @Test("They agree on every value that is removed, exchanged, emptied or added", arguments: Change.allCases)
  func agreement(_ change: Change) throws {
    let validator = try ProtocolCatalogue.validator()
    var (accepted, refused) = (0, 0)
    var generator = MessageGenerator(seed: 11, fullness: 100)
    for message in try generator.messages() {
      let root = try JSONDocument(message.line()).root
      for (path, changed) in Self.variants(of: root, change, path: "") where !Self.isExcepted(path, change) {
        var writer = JSONWriter()
        writer.value(changed)
        let isRead = (try? AdapterMessage(line: writer.bytes, answering: message.answered)) != nil
        let problems = try validator.problems(inMessage: writer.bytes, answering: message.answered)
        #expect(
          isRead == problems.isEmpty, "\(change) \(path): \(String(decoding: writer.bytes, as: UTF8.self))")
        if isRead { accepted += 1 } else { refused += 1 }
      }
    }
    // The comparison says something only where something is refused, too.
    #expect(refused > (change == .added ? -1 : 20), "\(accepted) accepted, \(refused) refused")
    #expect(accepted + refused > 50)
  }

  /// All values that differ from one in one place.
  private static func variants(of value: JSONValue, _ change: Change, path: String) -> [(String, JSONValue)] {
    var result = changed(value, change).map { [(path, $0)] } ?? []
    switch value {
    case .object(let members):
      for (index, member) in members.enumerated() {
        let inner = "\(path).\(member.key)"
        for (place, variant) in variants(of: member.value, change, path: inner) {
          var members = members
          members[index].value = variant
          result.append((place, .object(members)))
        }
        if change == .remove {
          var members = members
          members.remove(at: index)
          result.append((inner, .object(members)))
        }
      }
      if change == .added {
        result.append((path, .object(members + [JSONMember(key: "future", value: .array([.null]))])))
      }
    case .array(let elements):
      for (index, element) in elements.enumerated() {
        for (place, variant) in variants(of: element, change, path: "\(path)[\(index)]") {
          var elements = elements
          elements[index] = variant
          result.append((place, .array(elements)))
        }
      }
    default: break
    }
    return result
  }

  private static func changed(_ value: JSONValue, _ change: Change) -> JSONValue? {
    switch (change, value) {
    case (.otherType, .string), (.otherType, .array): .object([])
    case (.otherType, .number), (.otherType, .bool): .string("x")
    case (.otherType, .object): .array([])
    case (.empty, .string): .string("")
    case (.empty, .array): .array([])
    case (.negative, .number): .number(JSONNumber(-1))
    case (.fraction, .number): .number(JSONNumber(text: "1.5"))
    case (.otherWord, .string): .string("no such word")
    default: nil
    }
  }

  @Test("Fields that are not known are read over: the message is the same")
  func unknownFields() throws {
    var generator = MessageGenerator(seed: 12, fullness: 70)
    for message in try generator.messages() {
      let root = try JSONDocument(message.line()).root
      for (path, changed) in Self.variants(of: root, .added, path: "") where !path.contains(".raw") {
        if path.hasSuffix(".fields") || path.contains(".settings") { continue }
        var writer = JSONWriter()
        writer.value(changed)
        #expect(try AdapterMessage(line: writer.bytes, answering: message.answered) == message)
      }
    }
  }

  @Test("A key that stands twice is refused in every object that the protocol knows")
  func duplicates() throws {
    var generator = MessageGenerator(seed: 13, fullness: 100)
    for message in try generator.messages() {
      let line = try message.line()
      // Every object is doubled in its first key, in the text, since a tree cannot hold a key twice.
      for (index, byte) in line.enumerated() where byte == UInt8(ascii: "{") {
        var reader = JSONReader(line, range: index..<line.count)
        guard let end = try? reader.skip().upperBound, end > index + 2,
          index == 0 || Self.isValue(line, index)
        else { continue }
        let object = Array(line[index..<end])
        let twice = [UInt8(ascii: "{")] + object[1..<object.count - 1] + [UInt8(ascii: ",")] + object[1...]
        let text = String(decoding: line[..<index].suffix(12), as: UTF8.self)
        guard !text.hasSuffix(#""raw":"#), !text.hasSuffix(#""settings":"#),
          !object.starts(with: #"{"b":"#.utf8)
        else {
          continue
        }
        if text.hasSuffix(#""fields":"#) { continue }
        let changed = Array(line[..<index]) + twice + Array(line[end...])
        let isRead = (try? AdapterMessage(line: changed, answering: message.answered)) != nil
        #expect(!isRead, "\(String(decoding: changed, as: UTF8.self))")
      }
    }
  }

  /// Whether a brace begins a value: behind a colon, a comma or a bracket, outside of strings.
  private static func isValue(_ line: [UInt8], _ index: Int) -> Bool {
    var (isInString, isEscaped) = (false, false)
    for byte in line[..<index] {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString.toggle()
      }
    }
    return !isInString
  }
}
