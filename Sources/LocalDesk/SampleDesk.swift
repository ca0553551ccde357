import DeskLink
package import DeskModel
import JSONText
import SystemCalls

/// Makes a desk with invented conversations, for a first look.
package enum SampleDesk {
  /// The moment at which the samples are written to take place: 2026-03-02T09:24:00Z.
  package static let moment = Timestamp(milliseconds: 1_772_443_440_000)

  private static let timeKeys: Set<String> = [
    "at", "snoozedUntil", "firstReply", "nextReply", "resolution",
  ]

  /// The lines of a sample folder (one interchange object a file, read in the order of the names), moved in time so
  /// that `moment` becomes `now`, with the agent `me` standing for the author and assignee `me`.
  ///
  /// - Complexity: O(bytes).
  package static func lines(from folder: String, me: Agent, now: Timestamp) throws(EmbeddedDeskError)
    -> [UInt8]
  {
    let names = try system { () throws(SystemError) in try FileSystem.list(folder) }
    var result: [UInt8] = []
    for name in names where name.hasSuffix(".json") {
      let path = folder + "/" + name
      let bytes = try system { () throws(SystemError) in try FileSystem.contents(of: path, limit: 64 << 20) }
      do {
        let root = try JSONDocument(bytes).root
        var writer = JSONWriter()
        writer.value(adapted(root, key: "", me: me, shift: now.milliseconds - moment.milliseconds))
        _ = try InterchangeReader.conversation(writer.bytes)
        result += writer.bytes + [0x0A]
      } catch let error as JSONError {
        throw .brokenSample(path: path, reason: error.description)
      } catch let error as InterchangeError {
        throw .brokenSample(path: path, reason: error.description)
      } catch {
        throw .brokenSample(path: path, reason: "\(error)")
      }
    }
    return result
  }

  /// Fills a desk with the samples.
  ///
  /// - Complexity: O(bytes).
  package static func fill(
    _ desk: EmbeddedDesk, from folder: String, now: Timestamp
  ) throws(EmbeddedDeskError) -> ImportReport {
    let bytes = try lines(from: folder, me: desk.agent, now: now)
    var reader = LineReader(bytes)
    return try desk.importLines(from: &reader)
  }

  private static func adapted(_ value: JSONValue, key: String, me: Agent, shift: Int64) -> JSONValue {
    switch value {
    case .string(let text):
      guard timeKeys.contains(key), let moment = Timestamp(rfc3339: text) else { return value }
      return .string(Timestamp(milliseconds: moment.milliseconds + shift).rfc3339)
    case .array(let elements):
      return .array(elements.map { adapted($0, key: "", me: me, shift: shift) })
    case .object(let members):
      let isMe = (key == "author" || key == "assignee") && value["id"]?.string == "me"
      return .object(
        members.map { member in
          if isMe, member.key == "id" { return JSONMember(key: "id", value: .string(me.id.rawValue)) }
          if isMe, member.key == "name" { return JSONMember(key: "name", value: .string(me.name)) }
          return JSONMember(
            key: member.key, value: adapted(member.value, key: member.key, me: me, shift: shift))
        })
    case .null, .bool, .number: return value
    }
  }
}
