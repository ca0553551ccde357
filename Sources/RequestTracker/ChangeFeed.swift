import AdapterProtocol
import DeskModel
import JSONText

/// A place in RT's transactions, which count up over all tickets.
///
/// Where transactions are committed at the same time, a lower number may appear after a higher one. So a place is a number
/// up to which nothing will appear any more, and those above it that were told already.
struct FeedPlace: Sendable, Hashable {
  /// All up to here are told, and none of them is to come.
  var settled: Int
  /// Told ones above.
  var told: [Int] = []

  /// Makes a place.
  init(settled: Int, told: [Int] = []) {
    self.settled = settled
    self.told = told
  }

  /// Reads a cursor; nil when it is not ours.
  init?(_ cursor: ChangeCursor) {
    let parts = cursor.rawValue.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "tx", let settled = String(parts[1]).wholeNumber, settled >= 0 else {
      return nil
    }
    self.settled = settled
    for part in parts[2].split(separator: ",") {
      guard let distance = Int(part), distance > 0, distance < 1 << 40 else { return nil }
      told.append(settled + distance)
    }
  }

  /// The place as a cursor.
  var cursor: ChangeCursor {
    ChangeCursor("tx:\(settled):\(told.map { String($0 - settled) }.joined(separator: ","))")
  }
}

/// Tells what has happened since a place.
struct ChangeFeed: Sendable {
  let client: RTClient
  let settings: RTSettings
  /// When it is now, by our clock; RT's own counts where it tells it.
  let now: Timestamp

  /// Seconds after which nothing appears below a transaction any more.
  static let settleSeconds: Int64 = 10
  /// Requests for rows in one call, at most.
  static let pageLimit = 20
  private static let fields = "Type,Field,OldValue,NewValue,ObjectId,Created,Creator,Data"

  /// What has happened, or the place to begin.
  func changes(_ params: ChangesParams) throws(AdapterFault) -> ChangesPage {
    guard let cursor = params.after else {
      let place = FeedPlace(settled: try newest(after: 0) ?? 0)
      return ChangesPage(next: place.cursor, askAgainAfterSeconds: settings.pollSeconds)
    }
    guard var place = FeedPlace(cursor) else { throw .cursorExpired }
    guard let newest = try newest(after: place.settled) else {
      return ChangesPage(next: cursor, askAgainAfterSeconds: settings.pollSeconds)
    }
    var collected = CollectedChanges()
    var position = place.settled
    var told = Set(place.told)
    var isFull = false
    var requests = 0
    while position < newest, !isFull, requests < Self.pageLimit {
      requests += 1
      let (rows, theirs) = try page(position + 1...newest)
      for row in rows {
        if told.contains(row.id) {
          position = row.id
          continue
        }
        guard collected.take(row, limit: params.limit) else {
          isFull = true
          break
        }
        told.insert(row.id)
        position = row.id
        if theirs.seconds(since: row.at) >= Self.settleSeconds { place.settled = row.id }
      }
      // A page without rows was a hundred rows that we may not see.
      if rows.isEmpty { position = min(position + RTTarget.pageLimit, newest) }
    }
    let isDone = position >= newest && !isFull
    // So many hidden rows are not gone through twice, and so many young ones are not kept apart.
    if requests >= Self.pageLimit || told.count > 500 { place.settled = max(place.settled, position) }
    place.told = told.filter { $0 > place.settled && $0 <= position }.sorted()
    return ChangesPage(
      changes: collected.changes, next: place.cursor, askAgainAfterSeconds: isDone ? settings.pollSeconds : 0)
  }

  // MARK: - Parts

  private func page(_ ids: ClosedRange<Int>) throws(AdapterFault) -> (rows: [HistoryRow], at: Timestamp) {
    let query =
      "ObjectType = 'RT::Ticket' AND id > \(ids.lowerBound - 1) AND id <= \(ids.upperBound)\(queues)"
    return try rows(query, order: "ASC")
  }

  /// The newest transaction of a ticket that we may see; nil when there is none after a place.
  private func newest(after place: Int) throws(AdapterFault) -> Int? {
    let latest = try rows("ObjectType = 'RT::Ticket' AND id > \(place)\(queues)", order: "DESC").rows
    if let row = latest.first { return row.id }
    // Nothing, or a hundred that we may not see: the tickets that changed last know.
    let target = RTTarget.of(
      ["tickets"],
      [
        "query": "id > 0", "orderby": "LastUpdated", "order": "DESC", "per_page": "5",
        "fields": "LastUpdated",
      ])
    let tickets = try client.read(target).json.list("items")
    var newest: Int?
    for ticket in tickets where ticket.text("LastUpdated") == tickets.first?.text("LastUpdated") {
      guard let answer = try client.readIfThere(RTTarget.of(["ticket", ticket.text("id")])),
        let last = TicketRecord(answer).lastTransaction
      else { continue }
      newest = max(newest ?? 0, last)
    }
    return newest.flatMap { $0 > place ? $0 : nil }
  }

  /// Rows, and when RT gave them by its own clock.
  private func rows(
    _ query: String, order: String
  ) throws(AdapterFault) -> (rows: [HistoryRow], at: Timestamp) {
    let target = RTTarget.of(
      ["transactions"],
      [
        "query": query, "orderby": "id", "order": order, "per_page": String(RTTarget.pageLimit),
        "fields": Self.fields,
      ])
    let answer = try client.read(target)
    let rows = answer.json.list("items").compactMap { HistoryRow($0) }
    return (rows, answer.date.flatMap { HTTPDate.timestamp($0) } ?? now)
  }

  /// Only the queues that the settings name.
  private var queues: String {
    guard !settings.queues.isEmpty else { return "" }
    return " AND (\(TicketSQL.any(settings.queues.map { TicketSQL.equals("TicketQueue", $0) })))"
  }
}

/// Changes as they are told: each conversation once, at the place of its last transaction.
struct CollectedChanges: Sendable, Hashable {
  private(set) var changes: [DeskChange] = []
  private var places: [String: Int] = [:]

  /// Takes a row in; false when it does not fit any more.
  mutating func take(_ row: HistoryRow, limit: Int) -> Bool {
    // Mails of RT itself change nothing that anybody sees.
    guard row.type != "EmailRecord", row.type != "CommentEmailRecord", !row.ticket.isEmpty else {
      return true
    }
    let id = ConversationID(row.ticket)
    let change: DeskChange =
      if let target = row.mergeTarget {
        .gone(id, movedTo: ConversationID(target))
      } else if row.type == "Status", row.new == "deleted" {
        .gone(id, movedTo: nil)
      } else {
        .conversation(id, version: VersionTag(String(row.id)))
      }
    if let place = places[row.ticket] {
      changes[place] = change
      return true
    }
    guard changes.count < limit else { return false }
    places[row.ticket] = changes.count
    changes.append(change)
    return true
  }
}
