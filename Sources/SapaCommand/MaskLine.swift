import DeskLink
import JSONText

/// A text for `sapa mask --json`, with the messages before it: one JSON object.
struct MaskLine {
  /// Its id, if it has one.
  private(set) var id: String?
  private(set) var text = ""
  /// What was said before, oldest first.
  private(set) var context: [String] = []

  /// Reads an object; only `text` is needed.
  ///
  /// - Throws: `InterchangeError` that names the field and what was expected.
  static func read(_ bytes: [UInt8], _ range: Range<Int>) throws(InterchangeError) -> MaskLine {
    var reader = JSONReader(bytes, range: range)
    var line = MaskLine()
    var text: String?
    try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.beginObject() }
    while let key = try DraftLine.syntax(&reader, { (reader) throws(JSONError) in try reader.nextKey() }) {
      switch key {
      case "id": line.id = try DraftLine.string(key, &reader)
      case "text": text = try DraftLine.string(key, &reader)
      case "context": line.context = try strings(key, &reader)
      default: _ = try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.skip() }
      }
    }
    try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.finish() }
    guard let text else { throw .field(path: "text", expected: "a string", found: "nothing") }
    line.text = text
    return line
  }

  private static func strings(_ key: String, _ reader: inout JSONReader) throws(InterchangeError) -> [String]
  {
    var strings: [String] = []
    let kind = try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.peek() }
    if kind == .null { return try DraftLine.string(key, &reader).map { [$0] } ?? [] }
    guard kind == .array else {
      throw .field(path: key, expected: "a list of strings", found: kind.phrase)
    }
    try DraftLine.syntax(&reader) { (reader) throws(JSONError) in try reader.beginArray() }
    while try DraftLine.syntax(&reader, { (reader) throws(JSONError) in try reader.nextElement() }) {
      if let text = try DraftLine.string("\(key)[\(strings.count)]", &reader) { strings.append(text) }
    }
    return strings
  }
}
