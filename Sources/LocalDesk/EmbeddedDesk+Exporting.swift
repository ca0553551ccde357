import DeskLink
import DeskModel
import JSONText
import Synchronization
package import SystemCalls

extension EmbeddedDesk {
  /// Writes all conversations, one a line, in the order of their import.
  ///
  /// Files that we have sent are in it.
  ///
  /// Those that nothing has happened to since are given back byte for byte; in the others only what changed is
  /// changed, new entries stand behind the old ones, and keys that we do not know are kept.
  /// `progress` is told the conversations written so far. The result is how many were written, and a sentence for
  /// each that could not be read.
  /// - Complexity: O(bytes); memory: a few conversations.
  package func exportLines(
    to file: borrowing FileDescriptor, progress: (Int) -> Void = { _ in }
  ) throws(EmbeddedDeskError) -> (written: Int, problems: [String]) {
    var written = 0
    var problems: [String] = []
    var buffer: [UInt8] = []
    let count = state.withLock { $0.count }
    for number in 0..<UInt32(truncatingIfNeeded: count) {
      guard let row = state.withLock({ $0.row(number) }) else { continue }
      do throws(DeskError) {
        var lost: [Attachment] = []
        buffer += try line(row, lost: &lost)
        buffer.append(0x0A)
        problems += lost.map { "\($0.name) of \(row.summary.id.rawValue) was exported without its content." }
        written += 1
      } catch {
        problems.append("\(row.summary.id.rawValue) could not be exported: \(Self.reason(error)).")
      }
      if buffer.count >= 1 << 20 {
        try flush(&buffer, file)
        progress(written)
      }
    }
    try flush(&buffer, file)
    progress(written)
    return (written, problems)
  }

  private static func reason(_ error: DeskError) -> String {
    switch error {
    case .away(let reason), .cannotWrite(let reason): reason
    case .unknownConversation, .unsupported: "\(error)"
    }
  }

  private func flush(_ buffer: inout [UInt8], _ file: borrowing FileDescriptor) throws(EmbeddedDeskError) {
    do throws(SystemError) { try file.write(buffer) } catch { throw .system(error) }
    buffer.removeAll(keepingCapacity: true)
  }

  private func line(_ row: DeskRow, lost: inout [Attachment]) throws(DeskError) -> [UInt8] {
    let bytes: [UInt8]
    do throws(SystemError) { bytes = try journal.bytes(row.place) } catch {
      throw .away(reason: error.description)
    }
    if row.events.isEmpty { return bytes }
    let before: Conversation
    do throws(InterchangeError) { before = try InterchangeReader.conversation(bytes) } catch {
      throw .away(reason: error.description)
    }
    let after = try loader.conversation(row)
    if row.events.contains(where: { journal.isMirror($0) }) { return InterchangeWriter.line(after) }
    // What we have added has its content in the desk's folder: the export is to be whole.
    var missing: [Attachment] = []
    defer { lost = missing }
    do {
      // As they stand in the journal: an entry that was imported may have keys that we do not know.
      let entries = try row.events.compactMap { place in
        try entry(try journal.bytes(place), of: row.summary.id, missing: &missing)
      }
      return try InterchangePatch.line(bytes, before: before, after: after, entryBytes: entries)
    } catch {
      throw .away(reason: "\(error)")
    }
  }

  /// The bytes of what an event says, with the content of files that we have added; nil when it says nothing.
  private func entry(
    _ event: [UInt8], of conversation: ConversationID, missing: inout [Attachment]
  ) throws -> [UInt8]? {
    var reader = JSONReader(event)
    var said: Range<Int>?
    var isImported = true
    try reader.beginObject()
    while let key = try reader.nextKey() {
      let range = try reader.skip()
      if key == "entry" { said = range }
      if key == "key" { isImported = false }
    }
    guard let said else { return nil }
    let bytes = Array(event[said])
    guard !isImported else { return bytes }
    var entryReader = JSONReader(bytes)
    let entry = try InterchangeReader.entry(reading: &entryReader)
    guard !entry.attachments.isEmpty else { return bytes }
    var writer = JSONWriter()
    InterchangeWriter.entry(entry, to: &writer) { attachment in
      let content = try? attachments.contents(attachment.id, of: conversation)
      if content == nil { missing.append(attachment) }
      return content
    }
    return writer.bytes
  }
}
