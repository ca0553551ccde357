import AdapterProtocol
import DeskModel
import LocalDesk

/// What stands in the cursors of pages: places, so that a page goes on from where the last one ended.
enum PageToken {
  /// Goes on behind a row of a list; `queue` and `sort` are those that it belongs to.
  static func rows(_ place: DeskPlaceInOrder, queue: QueueView?, sort: QueueSort) -> PageCursor {
    PageCursor(
      "c1.\(queue?.rawValue ?? "").\(sort.rawValue).\(place.sortKey).\(place.rank).\(place.key).\(place.id)")
  }

  /// Reads the same.
  static func rows(
    _ cursor: PageCursor, queue: QueueView?, sort: QueueSort
  ) throws(AdapterFault) -> DeskPlaceInOrder {
    let parts = try parts(cursor, "c1", 7)
    guard parts[1] == queue?.rawValue ?? "", parts[2] == sort.rawValue, let sortKey = Int64(parts[3]),
      let rank = UInt8(parts[4]), let key = Int64(parts[5])
    else { throw .cursorExpired }
    return DeskPlaceInOrder(sortKey: sortKey, rank: rank, key: key, id: parts[6])
  }

  /// Goes on in a thread at an entry (oldest first), or before it (newest first); numbers from 0.
  static func thread(_ index: Int, _ order: ThreadOrder, _ id: ConversationID) -> PageCursor {
    PageCursor("t1.\(order.rawValue).\(index).\(id.rawValue)")
  }

  /// Reads the same; `count` is how many entries there are.
  static func thread(
    _ cursor: PageCursor, _ order: ThreadOrder, _ id: ConversationID, count: Int
  ) throws(AdapterFault) -> Int {
    let parts = try parts(cursor, "t1", 4)
    guard parts[1] == order.rawValue, parts[3] == id.rawValue, let index = Int(parts[2]),
      (0...count).contains(index)
    else { throw .cursorExpired }
    return index
  }

  /// Goes on behind a conversation of a contact.
  static func contact(_ row: ConversationSummary) -> PageCursor {
    PageCursor("k1.\(row.lastActivity.milliseconds).\(row.id.rawValue)")
  }

  /// Reads the same: rows before or at it have been given.
  static func contact(_ cursor: PageCursor) throws(AdapterFault) -> (at: Timestamp, id: String) {
    let parts = try parts(cursor, "k1", 3)
    guard let moment = Int64(parts[1]) else { throw .cursorExpired }
    return (Timestamp(milliseconds: moment), parts[2])
  }

  /// The last part may hold anything.
  private static func parts(
    _ cursor: PageCursor, _ kind: String, _ count: Int
  ) throws(AdapterFault) -> [String] {
    let parts = cursor.rawValue.split(separator: ".", maxSplits: count - 1, omittingEmptySubsequences: false)
      .map { String($0) }
    guard parts.count == count, parts[0] == kind else { throw .cursorExpired }
    return parts
  }
}
