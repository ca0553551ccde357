package import DeskModel
package import JSONText

/// Brings an interchange line up to date without losing what we do not understand in it.
package enum InterchangePatch {
  /// The line of `before` with what `after` has changed: status, tags, assignee, snooze, follow-up, access,
  /// deadlines, read mark, and entries beyond those that `before` has.
  ///
  /// All other bytes stay as they are; keys that were missing are added at the end. `entryBytes` are those entries as
  /// they are to be written; made from `after` when nil.
  ///
  /// - Throws: `JSONError` when the line is no JSON object.
  /// - Complexity: O(bytes).
  package static func line(
    _ line: [UInt8], before: Conversation, after: Conversation, entryBytes: [[UInt8]]? = nil
  ) throws(JSONError) -> [UInt8] {
    var pending = changes(before: before, after: after)
    let added = entryBytes ?? after.entries.dropFirst(before.entries.count).map { written($0) }
    var reader = JSONReader(line)
    var result: [UInt8] = []
    var copied = 0
    var hasEntries = false
    var isEmpty = true
    try reader.beginObject()
    while let key = try reader.nextKey() {
      isEmpty = false
      let range = try reader.skip()
      if let place = pending.firstIndex(where: { $0.key == key }) {
        result += line[copied..<range.lowerBound]
        result += pending.remove(at: place).bytes
        copied = range.upperBound
      } else if key == "entries", !added.isEmpty {
        hasEntries = true
        result += line[copied..<range.lowerBound]
        result += try extended(line, range: range, with: added)
        copied = range.upperBound
      }
    }
    let close = reader.offset - 1
    result += line[copied..<close]
    if !added.isEmpty, !hasEntries { pending.append((key: "entries", bytes: array(added))) }
    for change in pending {
      if !isEmpty { result.append(UInt8(ascii: ",")) }
      isEmpty = false
      var writer = JSONWriter()
      writer.key(change.key)
      result += writer.bytes + change.bytes
    }
    result += line[close...]
    return result
  }

  private static func changes(before: Conversation, after: Conversation) -> [(key: String, bytes: [UInt8])] {
    var result: [(key: String, bytes: [UInt8])] = []
    func note(_ key: String, _ isChanged: Bool, _ write: (inout JSONWriter) -> Void) {
      guard isChanged else { return }
      var writer = JSONWriter()
      write(&writer)
      result.append((key, writer.bytes))
    }
    note("status", before.status != after.status) { $0.string(after.status) }
    note("tags", before.tags != after.tags) { InterchangeWriter.strings(after.tags, to: &$0) }
    note("assignee", before.assignee != after.assignee) { writer in
      if let agent = after.assignee { InterchangeWriter.agent(agent, to: &writer) } else { writer.null() }
    }
    note("snoozedUntil", before.snoozedUntil != after.snoozedUntil) { writer in
      if let moment = after.snoozedUntil { writer.string(moment.rfc3339) } else { writer.null() }
    }
    note("followUp", before.followUp != after.followUp) {
      InterchangeWriter.followUp(after.followUp, to: &$0)
    }
    note("access", before.access != after.access) { InterchangeWriter.access(after.access, to: &$0) }
    note("deadlines", before.deadlines != after.deadlines) {
      InterchangeWriter.deadlines(after.deadlines, to: &$0)
    }
    note("readUpTo", before.readUpTo != after.readUpTo) { writer in
      if let entry = after.readUpTo { writer.string(entry.rawValue) } else { writer.null() }
    }
    return result
  }

  private static func written(_ entry: Entry) -> [UInt8] {
    var writer = JSONWriter()
    InterchangeWriter.entry(entry, to: &writer)
    return writer.bytes
  }

  private static func array(_ entries: [[UInt8]]) -> [UInt8] {
    [UInt8(ascii: "[")] + entries.joined(separator: [UInt8(ascii: ",")]) + [UInt8(ascii: "]")]
  }

  /// The bytes of an array, or null, with entries added at its end.
  private static func extended(
    _ line: [UInt8], range: Range<Int>, with added: [[UInt8]]
  ) throws(JSONError) -> [UInt8] {
    var reader = JSONReader(line, range: range)
    let whole = array(added)
    guard try reader.peek() == .array else { return whole }
    try reader.beginArray()
    let hasElements = try reader.nextElement()
    var result = Array(line[range].dropLast())
    if hasElements { result.append(UInt8(ascii: ",")) }
    result += whole.dropFirst()
    return result
  }
}
