package import AdapterProtocol
import DeskModel
import JSONText
package import SystemCalls

/// How far a desk has been read into its mirror.
package struct FeedMark: Sendable, Hashable {
  /// From where changes are asked for; nil before the first time.
  package var cursor: ChangeCursor?
  /// Whether all conversations have been paged in.
  package var isWhole = false

  /// Makes the mark of a mirror that holds nothing.
  package init() {}

  /// Reads a mark; a missing or broken one is that of a mirror that holds nothing.
  package init(path: String) {
    guard let bytes = try? FileSystem.contents(of: path, limit: 1 << 20),
      let document = try? JSONDocument(bytes, dialect: .json5)
    else { return }
    cursor = document.root["cursor"]?.string.map { ChangeCursor($0) }
    isWhole = document.root["whole"]?.bool ?? false
  }

  /// Writes the mark in the place of the one before.
  package func save(_ path: String) throws(SystemError) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("cursor", ifPresent: cursor?.rawValue)
    writer.key("whole")
    writer.bool(isWhole)
    writer.endObject()
    try FileSystem.replace(path, with: writer.bytes)
  }
}
