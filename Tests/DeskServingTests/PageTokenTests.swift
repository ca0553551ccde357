import AdapterProtocol
import DeskModel
import LocalDesk
import Testing

@testable import DeskServing

@Suite("Cursors")
struct PageTokenTests {
  @Test(
    "a cursor is read as it was written, whatever stands in ids", arguments: ["c", "a.b.c", "", "é.\u{0}\n"])
  func roundTrips(_ id: String) throws {
    let place = DeskPlaceInOrder(sortKey: .min, rank: 2, key: -5, id: id)
    let rows = PageToken.rows(place, queue: .mine, sort: .vip)
    #expect(try PageToken.rows(rows, queue: .mine, sort: .vip) == place)
    #expect(throws: AdapterFault.cursorExpired) { try PageToken.rows(rows, queue: nil, sort: .vip) }
    #expect(throws: AdapterFault.cursorExpired) { try PageToken.rows(rows, queue: .mine, sort: .newest) }
    let conversation = ConversationID(id)
    let thread = PageToken.thread(7, .oldestFirst, conversation)
    #expect(try PageToken.thread(thread, .oldestFirst, conversation, count: 7) == 7)
    #expect(throws: AdapterFault.cursorExpired) {
      try PageToken.thread(thread, .oldestFirst, conversation, count: 6)
    }
    #expect(throws: AdapterFault.cursorExpired) {
      try PageToken.thread(thread, .newestFirst, conversation, count: 7)
    }
    #expect(throws: AdapterFault.cursorExpired) { try PageToken.contact(thread) }
  }

  @Test("a cursor of changes is read as it was written, and nothing else is one")
  func feed() {
    let cursor = FeedCursor(
      place: DeskFeedPlace(segment: 3, offset: 9), mark: .max, policy: 0, presence: 77)
    #expect(FeedCursor(cursor.cursor) == cursor)
    for text in ["", "1", "1.1.1.1.1", "2.1.1.1.1.1", "1.-1.1.1.1.1", "1.1.1.x.1.1", "1.1.1.1.1.1.1"] {
      #expect(FeedCursor(ChangeCursor(text)) == nil, "\(text)")
    }
  }
}
