import DeskLink
import DeskModel
import Synchronization
import SystemCalls

/// Reads conversations from the journal: the imported line and its later events, nothing else.
final class ConversationLoader: Sendable {
  private let journal: Journal
  /// The conversations read last, the latest at the end.
  private let recent = Mutex<[Conversation]>([])
  private static let recentLimit = 8

  init(journal: Journal) { self.journal = journal }

  /// A conversation whole.
  ///
  /// - Complexity: O(bytes of its line and its events).
  func conversation(_ row: DeskRow) throws(DeskError) -> Conversation {
    let id = row.summary.id
    let known = recent.withLock { recent in recent.last { $0.id == id } }
    if let known, known.version == row.version { return known }
    var result: Conversation
    var first = 0
    if let known, known.version < row.version {
      result = known
      first = known.version - 1
    } else {
      let bytes = try bytes(row.place)
      do {
        result = try InterchangeReader.conversation(bytes)
      } catch {
        throw .away(reason: "the journal is damaged at \(Self.name(row.place)): \(error.description)")
      }
    }
    for place in row.events[first...] { result.apply(try event(place)) }
    remember(result)
    return result
  }

  /// The end of a conversation that is long; nil when it must be read whole.
  ///
  /// Of a public thread the end must hold something of the customer's, because that is what is shown.
  /// - Complexity: O(bytes of its end and its events).
  func end(_ row: DeskRow) throws(DeskError) -> Conversation? {
    let id = row.summary.id
    guard let end = row.end, row.events.count <= Self.eventLimit, end.head <= end.tail,
      end.tail < row.place.length,
      !recent.withLock({ recent in recent.contains { $0.id == id } })
    else { return nil }
    func part(_ range: Range<Int>) throws(DeskError) -> [UInt8] {
      try bytes(
        JournalPlace(
          segment: row.place.segment, offset: row.place.offset + range.lowerBound, length: range.count))
    }
    let cut = try part(0..<end.head) + part(end.tail..<row.place.length)
    // What does not fit together is told by whoever reads all of it.
    guard var result = try? InterchangeReader.conversation(cut), result.id == id else { return nil }
    for place in row.events {
      let event = try event(place)
      if case .mirrored = event.content { return nil }
      result.apply(event)
    }
    guard result.shape != .publicThread || result.entries.contains(where: { $0.author.kind == .customer })
    else {
      return nil
    }
    result.omitted = end.omitted
    return result
  }

  /// With more later events all is read: they are most of the work.
  private static let eventLimit = 64

  /// A conversation whole, and what its last imported line said.
  ///
  /// - Complexity: O(bytes of its line and its events).
  func history(_ row: DeskRow) throws(DeskError) -> (current: Conversation, imported: ImportedState) {
    let bytes = try bytes(row.place)
    var current: Conversation
    do { current = try InterchangeReader.conversation(bytes) } catch {
      throw .away(reason: "the journal is damaged at \(Self.name(row.place)): \(error.description)")
    }
    var imported = ImportedState(current)
    for place in row.events {
      let event = try event(place)
      imported.take(event)
      current.apply(event)
    }
    return (current, imported)
  }

  /// One event.
  func event(_ place: JournalPlace) throws(DeskError) -> JournalEvent {
    let bytes = try bytes(place)
    do {
      return try JournalEvent(reading: bytes, range: 0..<bytes.count)
    } catch {
      throw .away(reason: "the journal is damaged at \(Self.name(place)): \(error.reason)")
    }
  }

  /// Keeps a conversation that is likely to be asked for again.
  func remember(_ conversation: Conversation) {
    recent.withLock { recent in
      recent.removeAll { $0.id == conversation.id }
      recent.append(conversation)
      if recent.count > Self.recentLimit { recent.removeFirst() }
    }
  }

  private func bytes(_ place: JournalPlace) throws(DeskError) -> [UInt8] {
    do { return try journal.bytes(place) } catch {
      throw .away(reason: error.isStale ? EmbeddedDesk.staleReason : error.description)
    }
  }

  private static func name(_ place: JournalPlace) -> String {
    "segment \(place.segment), byte \(place.offset)"
  }
}
