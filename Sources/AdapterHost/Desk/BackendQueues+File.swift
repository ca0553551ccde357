import DeskModel
import JSONText
import SystemCalls

/// What is known of the backend's queues, kept beside the mirror so that they can be looked at while the desk is away.
extension BackendQueues {
  /// Bytes of a file that is read: hundreds of queues with thousands of conversations each.
  private static let byteLimit = 64 << 20

  /// Reads what was kept; a missing or broken file knows no queue.
  init(path: String, desk: String, pause: Int64, refresh: Int64) {
    guard let bytes = try? FileSystem.contents(of: path, limit: Self.byteLimit),
      let document = try? JSONDocument(bytes, dialect: .json5)
    else {
      self.init(pause: pause, refresh: refresh)
      return
    }
    var list: [BackendQueue] = []
    var members: [BackendQueueID: [ConversationID]] = [:]
    for value in document.root["queues"]?.array ?? [] {
      guard let text = value["id"]?.string, let name = value["name"]?.string else { continue }
      let id = BackendQueueID(text)
      guard !list.contains(where: { $0.id == id }) else { continue }
      let size = value["count"]?.int.map { QueueSize(word: value["is"]?.string, count: $0) }
      list.append(BackendQueue(id: id, desk: desk, name: name, size: size))
      if let known = value["conversations"]?.array {
        var seen: Set<ConversationID> = []
        members[id] = known.compactMap { $0.string.map { ConversationID($0) } }.filter {
          seen.insert($0).inserted
        }
      }
    }
    self.init(list: list, members: members, pause: pause, refresh: refresh)
  }

  /// Writes it in the place of what was kept before.
  func save(_ path: String) throws(SystemError) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("queues")
    writer.beginArray()
    for queue in list {
      writer.beginObject()
      writer.member("id", queue.id.rawValue)
      writer.member("name", queue.name)
      if let size = queue.size {
        let (word, count) = size.parts
        writer.member("is", word)
        writer.key("count")
        writer.int(count)
      }
      if let content = contents[queue.id] {
        writer.key("conversations")
        writer.beginArray()
        for id in content.members { writer.string(id.rawValue) }
        writer.endArray()
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    try FileSystem.replace(path, with: writer.bytes)
  }
}

extension QueueSize {
  fileprivate var parts: (word: String, count: Int) {
    switch self {
    case .exact(let count): ("exact", count)
    case .atLeast(let count): ("atLeast", count)
    case .about(let count): ("about", count)
    }
  }

  /// A size that was kept: what was exact then is not any more.
  fileprivate init(word: String?, count: Int) {
    self = word == "atLeast" ? .atLeast(count) : .about(count)
  }
}
