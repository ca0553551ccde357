package import DeskModel
import JSONText

/// The content of files in interchange lines: an attachment may carry `"data"`, its bytes in base64.
///
/// Reading a conversation reads over it; it is looked for only when somebody wants the file.
package enum InterchangeAttachments {
  /// The base64 text of an attachment; nil when the line has none of that id with content.
  ///
  /// - Complexity: O(bytes of the line).
  package static func data(of id: AttachmentID, in line: [UInt8]) -> [UInt8]? {
    var reader = JSONReader(line)
    guard let range = try? data(of: id.rawValue, conversation: &reader) else { return nil }
    var value = JSONReader(line, range: range)
    return (try? value.string()).map { Array($0.utf8) }
  }

  private static func data(of id: String, conversation reader: inout JSONReader) throws(JSONError) -> Range<
    Int
  >? {
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard key == "entries", try reader.peek() == .array else {
        try reader.skip()
        continue
      }
      try reader.beginArray()
      while try reader.nextElement() {
        if let found = try data(of: id, entry: &reader) { return found }
      }
    }
    return nil
  }

  private static func data(of id: String, entry reader: inout JSONReader) throws(JSONError) -> Range<Int>? {
    guard try reader.peek() == .object else {
      try reader.skip()
      return nil
    }
    try reader.beginObject()
    while let key = try reader.nextKey() {
      guard key == "attachments", try reader.peek() == .array else {
        try reader.skip()
        continue
      }
      try reader.beginArray()
      while try reader.nextElement() {
        if let found = try data(of: id, attachment: &reader) { return found }
      }
    }
    return nil
  }

  private static func data(of id: String, attachment reader: inout JSONReader) throws(JSONError) -> Range<
    Int
  >? {
    guard try reader.peek() == .object else {
      try reader.skip()
      return nil
    }
    var isWanted = false
    var data: Range<Int>?
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let kind = try reader.peek()
      if key == "id", kind == .string {
        isWanted = try reader.string() == id
      } else if key == "data", kind == .string {
        data = try reader.skip()
      } else {
        try reader.skip()
      }
    }
    return isWanted ? data : nil
  }
}
