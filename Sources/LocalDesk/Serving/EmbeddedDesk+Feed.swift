package import DeskLink
package import DeskModel
import Synchronization
import SystemCalls

extension EmbeddedDesk {
  /// Up to where the desk has taken its journal in.
  package var feedPlace: DeskFeedPlace {
    let position = state.withLock { $0.position }
    return DeskFeedPlace(segment: position.segment, offset: position.offset)
  }

  /// Which policy reckons the deadlines: another number when they may all be others.
  package var policyMark: UInt64 { state.withLock { $0.policy.hash } }

  /// The version of a conversation; nil when there is none of this id.
  package func version(of id: ConversationID) -> Int? {
    state.withLock { state in
      state.find(id).map { Int(state.load(UInt32.self, $0, RowField.eventCount)) + 1 }
    }
  }

  /// A hash of what stands before a place and at the start of the journal, which tells another journal by.
  ///
  /// Nil when the place is not between two lines of this one.
  package func feedMark(_ place: DeskFeedPlace) -> UInt64? {
    // The start is the same of every journal, also while there is none.
    if (0...1).contains(place.segment), place.offset == 0 { return 0 }
    guard place.segment > 0 else { return nil }
    guard place <= feedPlace, place.offset >= 0 else { return nil }
    let count = min(Self.markBytes, place.offset)
    guard let size = try? journal.size(place.segment), place.offset <= size,
      let last = try? journal.bytes(
        JournalPlace(segment: place.segment, offset: place.offset - count, length: count)),
      let start = place.segment == 1 ? place.offset : try? journal.size(1),
      let first = try? journal.bytes(
        JournalPlace(segment: 1, offset: 0, length: min(Self.markBytes, start))),
      last.isEmpty || last.last == 0x0A
    else { return nil }
    return StableHash.of(first + last)
  }

  /// Bytes of each end that `feedMark` looks at: they hold times and keys.
  private static let markBytes = 256

  /// What stands in the journal from a place on: of at most `lines` lines and some `bytes` bytes, but one line at
  /// least, and nothing that the desk has not taken in.
  ///
  /// `place` is one that `feedMark` knows.
  /// - Complexity: O(bytes).
  package func events(
    from place: DeskFeedPlace, lines: Int, bytes: Int
  ) throws(DeskError) -> DeskFeedPage {
    let end = feedPlace
    var page = DeskFeedPage(
      events: [], next: place.segment == 0 ? DeskFeedPlace(segment: min(1, end.segment), offset: 0) : place,
      isAtEnd: false)
    var (lines, bytes) = (lines, bytes)
    while lines > 0, bytes > 0, page.next < end {
      do throws(SystemError) {
        let limit = page.next.segment == end.segment ? end.offset : try journal.size(page.next.segment)
        let line = try line(at: page.next, before: limit)
        guard let line else {
          // What a crash has left at the end of a segment, or its end.
          page.next = DeskFeedPlace(segment: page.next.segment + 1, offset: 0)
          continue
        }
        page.next.offset += line.count + 1
        lines -= 1
        bytes -= line.count + 1
        if let event = event(line, next: page.next) { page.events.append(event) }
      } catch {
        throw .away(reason: error.description)
      }
    }
    page.isAtEnd = page.next >= end
    return page
  }

  /// The line that begins at a place, without its LF; nil when there is no whole one before an offset.
  private func line(at place: DeskFeedPlace, before limit: Int) throws(SystemError) -> [UInt8]? {
    var wanted = 4_096
    while place.offset < limit {
      let count = min(wanted, limit - place.offset)
      let bytes = try journal.bytes(
        JournalPlace(segment: place.segment, offset: place.offset, length: count))
      if let end = bytes.firstLineFeed(in: 0..<bytes.count) { return Array(bytes[..<end]) }
      if count == limit - place.offset { return nil }
      wanted *= 4
    }
    return nil
  }

  /// What a line has done; nil when it has done nothing to a conversation that the desk has.
  private func event(_ line: [UInt8], next: DeskFeedPlace) -> DeskFeedEvent? {
    guard let event = try? JournalEvent(reading: line, range: 0..<line.count) else { return nil }
    var result = DeskFeedEvent(
      conversation: event.conversation,
      clientKey: event.key.isEmpty ? nil : DeskSteps.clientKey(ofEvent: event.key), byteCount: line.count,
      next: next)
    if case .imported(let conversation, _) = event.content { result.conversation = conversation.id }
    if case .said(let entry) = event.content { result.entry = entry }
    return version(of: result.conversation) == nil ? nil : result
  }
}
