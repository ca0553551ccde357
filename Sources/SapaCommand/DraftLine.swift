import DeskLink
import DeskModel
import JSONText
import Safeguards

/// Reads a draft for `sapa check`: one JSON object.
enum DraftLine {
  /// The draft's id, if it has one, and the draft; only `text` is needed.
  ///
  /// - Throws: `InterchangeError` that names the field and what was expected.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) throws(InterchangeError) -> (String?, Draft) {
    var reader = JSONReader(bytes, range: range)
    var id: String?
    var text: String?
    var draft = Draft(text: "", audience: .customer)
    try syntax(&reader) { (reader) throws(JSONError) in try reader.beginObject() }
    while let key = try syntax(&reader, { (reader) throws(JSONError) in try reader.nextKey() }) {
      switch key {
      case "id": id = try string(key, &reader)
      case "text": text = try string(key, &reader)
      case "locale": draft.locale = try string(key, &reader)
      case "channel": draft.channel = try string(key, &reader) ?? draft.channel
      case "basedOn": draft.basedOn = try string(key, &reader).map { EntryID($0) }
      case "parent": draft.parent = try string(key, &reader).map { EntryID($0) }
      case "author": draft.author = try string(key, &reader).map { AgentID($0) }
      case "audience": draft.audience = try word(key, &reader) ?? .customer
      case "kind": draft.kind = try word(key, &reader) ?? .message
      case "contact": draft.contact = try InterchangeReader.contact(reading: &reader)
      case "thread": draft.thread = try entries(&reader)
      default: _ = try syntax(&reader) { (reader) throws(JSONError) in try reader.skip() }
      }
    }
    try syntax(&reader) { (reader) throws(JSONError) in try reader.finish() }
    guard let text else { throw .field(path: "text", expected: "a string", found: "nothing") }
    draft.text = text
    return (id, draft)
  }

  static func syntax<Value>(
    _ reader: inout JSONReader, _ body: (inout JSONReader) throws(JSONError) -> Value
  ) throws(InterchangeError) -> Value {
    do { return try body(&reader) } catch { throw .syntax(error) }
  }

  static func string(_ key: String, _ reader: inout JSONReader) throws(InterchangeError) -> String? {
    switch try syntax(&reader, { (reader) throws(JSONError) in try reader.peek() }) {
    case .string: return try syntax(&reader) { (reader) throws(JSONError) in try reader.string() }
    case .null:
      try syntax(&reader) { (reader) throws(JSONError) in try reader.null() }
      return nil
    case let kind: throw .field(path: key, expected: "a string", found: kind.phrase)
    }
  }

  static func word<Word: RawRepresentable<String> & CaseIterable>(
    _ key: String, _ reader: inout JSONReader
  ) throws(InterchangeError) -> Word? {
    guard let text = try string(key, &reader) else { return nil }
    guard let word = Word(rawValue: text) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw .field(path: key, expected: "one of \(words)", found: "“\(text)”")
    }
    return word
  }

  static func entries(_ reader: inout JSONReader) throws(InterchangeError) -> [Entry] {
    var entries: [Entry] = []
    try syntax(&reader) { (reader) throws(JSONError) in try reader.beginArray() }
    while try syntax(&reader, { (reader) throws(JSONError) in try reader.nextElement() }) {
      entries.append(try InterchangeReader.entry(reading: &reader))
    }
    return entries
  }
}
