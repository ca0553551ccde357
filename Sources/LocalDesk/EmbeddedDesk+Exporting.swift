import DeskLink
import DeskModel
import JSONText
import Synchronization
package import SystemCalls

extension EmbeddedDesk {
  /// Writes all conversations, one a line, in the order of their import.
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
        buffer += try line(row)
        buffer.append(0x0A)
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

  private func line(_ row: DeskRow) throws(DeskError) -> [UInt8] {
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
    do {
      // As they stand in the journal: an entry that was imported may have keys that we do not know.
      let entries = try row.events.compactMap { (place) throws(SystemError) in
        Self.entry(try journal.bytes(place))
      }
      return try InterchangePatch.line(bytes, before: before, after: after, entryBytes: entries)
    } catch {
      throw .away(reason: "\(error)")
    }
  }

  /// The bytes of what an event says; nil when it says nothing.
  private static func entry(_ event: [UInt8]) -> [UInt8]? {
    var reader = JSONReader(event)
    do throws(JSONError) {
      try reader.beginObject()
      while let key = try reader.nextKey() {
        let range = try reader.skip()
        if key == "entry" { return Array(event[range]) }
      }
    } catch { return nil }
    return nil
  }
}
