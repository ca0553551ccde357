import AdapterProtocol
import DeskModel
package import JSONText

/// Why a line of an outbox cannot be read.
package enum OutboxLineError: Error, Sendable, Hashable {
  /// It is not JSON.
  case syntax(JSONError)
  /// A field is missing or holds something else than it must.
  case field(String)
}

/// An item is one line, whole, each time that it changes: the last line of a key counts.
///
/// `{"key":"k","addedAt":"…","state":"queued","attempts":0,"intent":{…},"files":[{"path","name","size"}],…}`
extension OutboxItem {
  private enum Word: String { case queued, sending, uncertain, accepted, applied, failed, discarded }
  private enum Why: String {
    case refused, wrongAudience, vanished, gaveUp, cannotTell, earlierNotDone
  }

  /// The line with its end.
  package var line: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("key", key.rawValue)
    writer.member("addedAt", addedAt.rfc3339)
    writer.key("attempts")
    writer.int(attempts)
    writer.member("firstAttempt", ifPresent: firstAttempt?.rfc3339)
    writer.member("unsureSince", ifPresent: unsureSince?.rfc3339)
    writer.member("seenFirst", ifPresent: seenFirst?.rawValue)
    write(state, to: &writer)
    writer.key("intent")
    intent.store(to: &writer)
    if !files.isEmpty {
      writer.key("files")
      writer.beginArray()
      for file in files {
        writer.beginObject()
        writer.member("path", file.path)
        writer.member("name", file.name)
        writer.key("size")
        writer.int(file.byteCount)
        writer.endObject()
      }
      writer.endArray()
    }
    writer.endObject()
    return writer.bytes + [UInt8(ascii: "\n")]
  }

  private func write(_ state: OutboxState, to writer: inout JSONWriter) {
    func word(_ word: Word, _ writer: inout JSONWriter) { writer.member("state", word.rawValue) }
    switch state {
    case .queued(let notBefore):
      word(.queued, &writer)
      writer.member("notBefore", ifPresent: notBefore?.rfc3339)
    case .sending: word(.sending, &writer)
    case .uncertain(let reason):
      word(.uncertain, &writer)
      writer.member("reason", reason)
    case .accepted: word(.accepted, &writer)
    case .applied(let facts, let isConfirmed):
      word(.applied, &writer)
      writer.key("confirmed")
      writer.bool(isConfirmed)
      writer.key("outcome")
      ApplyOutcome.applied(facts).store(to: &writer)
    case .failed(let failure):
      word(.failed, &writer)
      write(failure, to: &writer)
    case .discarded: word(.discarded, &writer)
    }
  }

  private func write(_ failure: OutboxFailure, to writer: inout JSONWriter) {
    func why(_ why: Why, _ writer: inout JSONWriter) { writer.member("why", why.rawValue) }
    switch failure {
    case .refused(let outcome):
      why(.refused, &writer)
      writer.key("outcome")
      outcome.withoutRaw.store(to: &writer)
    case .wrongAudience(let stored):
      why(.wrongAudience, &writer)
      writer.member("audience", stored.rawValue)
    case .vanished: why(.vanished, &writer)
    case .gaveUp(let reason):
      why(.gaveUp, &writer)
      writer.member("reason", reason)
    case .cannotTell(let reason):
      why(.cannotTell, &writer)
      writer.member("reason", reason)
    case .earlierNotDone(let key):
      why(.earlierNotDone, &writer)
      writer.member("earlier", key.rawValue)
    }
  }

  /// Reads a line without its end.
  package init(line bytes: [UInt8]) throws(OutboxLineError) {
    do {
      var fields: [String: Range<Int>] = [:]
      var reader = JSONReader(bytes)
      try reader.beginObject()
      while let key = try reader.nextKey() { fields[key] = try reader.skip() }
      try reader.finish()
      try self.init(LineFields(bytes: bytes, ranges: fields))
    } catch let error as OutboxLineError {
      throw error
    } catch let error as JSONError {
      throw .syntax(error)
    } catch { throw .field("intent") }
  }

  private init(_ fields: LineFields) throws {
    guard let addedAt = try fields.time("addedAt") else { throw OutboxLineError.field("addedAt") }
    self.init(try fields.stored("intent"), files: try fields.files(), addedAt: addedAt)
    guard try fields.text("key") == key.rawValue else { throw OutboxLineError.field("key") }
    attempts = try fields.number("attempts")
    firstAttempt = try fields.time("firstAttempt")
    unsureSince = try fields.time("unsureSince")
    seenFirst = try fields.text("seenFirst").map { EntryID($0) }
    state = try Self.state(fields)
  }

  private static func state(_ fields: LineFields) throws -> OutboxState {
    guard let word = Word(rawValue: try fields.text("state") ?? "") else {
      throw OutboxLineError.field("state")
    }
    switch word {
    case .queued: return .queued(notBefore: try fields.time("notBefore"))
    case .sending: return .sending
    case .uncertain: return .uncertain(reason: try fields.text("reason") ?? "")
    case .accepted: return .accepted
    case .applied:
      guard case .applied(let facts) = try fields.stored("outcome", as: ApplyOutcome.self) else {
        throw OutboxLineError.field("outcome")
      }
      return .applied(facts, isConfirmed: try fields.flag("confirmed"))
    case .failed: return .failed(try failure(fields))
    case .discarded: return .discarded
    }
  }

  private static func failure(_ fields: LineFields) throws -> OutboxFailure {
    guard let why = Why(rawValue: try fields.text("why") ?? "") else { throw OutboxLineError.field("why") }
    switch why {
    case .refused: return .refused(try fields.stored("outcome"))
    case .wrongAudience:
      guard let audience = Audience(rawValue: try fields.text("audience") ?? "") else {
        throw OutboxLineError.field("audience")
      }
      return .wrongAudience(stored: audience)
    case .vanished: return .vanished
    case .gaveUp: return .gaveUp(reason: try fields.text("reason") ?? "")
    case .cannotTell: return .cannotTell(reason: try fields.text("reason") ?? "")
    case .earlierNotDone: return .earlierNotDone(ClientKey(try fields.text("earlier") ?? ""))
    }
  }
}

/// The members of a line.
private struct LineFields {
  let bytes: [UInt8]
  let ranges: [String: Range<Int>]

  func text(_ key: String) throws -> String? {
    guard let range = ranges[key] else { return nil }
    var reader = JSONReader(bytes, range: range)
    return try reader.string()
  }

  func time(_ key: String) throws -> Timestamp? {
    guard let text = try text(key) else { return nil }
    guard let time = Timestamp(rfc3339: text) else { throw OutboxLineError.field(key) }
    return time
  }

  func number(_ key: String) throws -> Int {
    guard let range = ranges[key] else { throw OutboxLineError.field(key) }
    var reader = JSONReader(bytes, range: range)
    guard let number = try reader.number().int, number >= 0 else { throw OutboxLineError.field(key) }
    return number
  }

  func flag(_ key: String) throws -> Bool {
    guard let range = ranges[key] else { throw OutboxLineError.field(key) }
    return bytes[range].first == UInt8(ascii: "t")
  }

  func stored<Value: StoredJSON>(_ key: String, as _: Value.Type = Value.self) throws -> Value {
    guard let range = ranges[key] else { throw OutboxLineError.field(key) }
    return try Value(stored: bytes, range)
  }

  func files() throws -> [OutboxFile] {
    guard let range = ranges["files"] else { return [] }
    var result: [OutboxFile] = []
    var reader = JSONReader(bytes, range: range)
    try reader.beginArray()
    while try reader.nextElement() {
      var members: [String: Range<Int>] = [:]
      try reader.beginObject()
      while let key = try reader.nextKey() { members[key] = try reader.skip() }
      let file = LineFields(bytes: bytes, ranges: members)
      guard let path = try file.text("path"), let name = try file.text("name") else {
        throw OutboxLineError.field("files")
      }
      result.append(OutboxFile(path: path, name: name, byteCount: try file.number("size")))
    }
    return result
  }
}

extension ApplyOutcome {
  /// Without what the backend said of each entry, which nobody needs any more.
  fileprivate var withoutRaw: ApplyOutcome {
    guard case .conflict(var newer, let version) = self else { return self }
    for place in newer.indices { newer[place].raw = nil }
    return .conflict(newer: newer, version: version)
  }
}
