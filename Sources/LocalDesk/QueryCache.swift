import DeskModel
import SystemCalls

/// What the queries asked last have found.
struct QueryCache: Sendable {
  struct Result: Sendable {
    let query: QueueQuery
    let matcher: RowMatcher
    /// The moment (milliseconds) at which the rows were looked at.
    let moment: Int64
    /// In the query's order.
    var rows: [UInt32]
  }

  /// How many results are kept.
  static let limit = 12
  /// The latest at the end.
  fileprivate(set) var results: [Result] = []

  /// Forgets what was found of a query before a moment (milliseconds), where it depends on time.
  mutating func forget(_ query: QueueQuery, before moment: Int64) {
    results.removeAll { $0.query == query && $0.matcher.dependsOnTime && $0.moment < moment }
  }
}

extension DeskState {
  /// The rows of a query that is not plain.
  ///
  /// What depends on time is looked at anew each minute of the clock; everything else is kept up to date as rows
  /// change.
  /// - Complexity: O(1) for a query asked lately; O(rows of the view), and their sorting in another order, else.
  mutating func rows(matching query: QueueQuery, now: Timestamp) -> [UInt32] {
    advance(to: now)
    let known = queries.results.firstIndex { $0.query == query }
    if let known {
      let result = queries.results.remove(at: known)
      if !result.matcher.dependsOnTime || Self.minute(result.moment) == Self.minute(now.milliseconds) {
        queries.results.append(result)
        return result.rows
      }
    }
    let matcher = RowMatcher(query.filter, me: me.id)
    let rows = sorted(filtered(orders[query.view], matcher, now.milliseconds), query.sort)
    queries.results.append(
      QueryCache.Result(query: query, matcher: matcher, moment: now.milliseconds, rows: rows))
    if queries.results.count > QueryCache.limit { queries.results.removeFirst() }
    return rows
  }

  /// The place of a conversation among the rows of a query that is not plain.
  ///
  /// - Complexity: as `rows(matching:)`, and O(log n).
  mutating func place(of id: ConversationID, matching query: QueueQuery, now: Timestamp) -> Int? {
    let rows = rows(matching: query, now: now)
    guard let row = find(id) else { return nil }
    let place = place(of: row, in: rows, query.sort)
    return place < rows.count && rows[place] == row ? place : nil
  }

  private static func minute(_ milliseconds: Int64) -> Int64 {
    milliseconds >= 0 ? milliseconds / 60_000 : (milliseconds - 59_999) / 60_000
  }

  // MARK: - Keeping up to date

  /// Puts a row that has come into a view into the results that it belongs to.
  mutating func noteArrival(of row: UInt32, in view: QueueView) {
    for index in queries.results.indices where queries.results[index].query.view == view {
      guard matches(row, queries.results[index].matcher, queries.results[index].moment) else { continue }
      let place = place(of: row, inResult: index)
      queries.results[index].rows.insert(row, at: place)
    }
  }

  /// Takes a row that leaves a view, and has not changed yet, out of the results.
  mutating func noteLeave(of row: UInt32, from view: QueueView) {
    for index in queries.results.indices where queries.results[index].query.view == view {
      let place = place(of: row, inResult: index)
      if place < queries.results[index].rows.count, queries.results[index].rows[place] == row {
        queries.results[index].rows.remove(at: place)
      }
    }
  }

  private func place(of row: UInt32, inResult index: Int) -> Int {
    place(of: row, in: queries.results[index].rows, queries.results[index].query.sort)
  }

  // MARK: - Filtering

  func matches(_ row: UInt32, _ matcher: RowMatcher, _ now: Int64) -> Bool {
    let record = record(row)
    guard matcher.passes(record.span, at: 0, now: now) else { return false }
    guard matcher.needsTexts else { return true }
    let texts = texts(row)
    return matcher.passes(record.span, at: 0, texts.span, 0..<texts.count)
  }

  /// The rows of a list that pass, in its order.
  ///
  /// They are looked at in the order in which they lie in memory, where they lie.
  private func filtered(_ list: RowList, _ matcher: RowMatcher, _ now: Int64) -> [UInt32] {
    let all = list.rows(0..<list.count)
    var isListed = [Bool](repeating: false, count: count)
    for row in all where Int(row) < isListed.count { isListed[Int(row)] = true }
    guard let base else { return all.filter { matches($0, matcher, now) } }
    var passes = [Bool](repeating: false, count: count)
    base.file.withBytes { bytes in
      for row in isListed.indices where isListed[row] {
        let number = UInt32(truncatingIfNeeded: row)
        if tableNumber(number) != nil {
          passes[row] = matches(number, matcher, now)
        } else {
          let place = base.place(ofRow: row)
          passes[row] =
            matcher.passes(bytes, at: place, now: now)
            && (!matcher.needsTexts
              || matcher.passes(bytes, at: place, bytes, base.texts(ofRow: row, bytes)))
        }
      }
    }
    return all.filter { Int($0) < passes.count && passes[Int($0)] }
  }

  // MARK: - Order

  func key(_ row: UInt32, _ sort: QueueSort) -> Int64 {
    sort.key(
      waitingSince: moment(row, RowField.waitingSince)?.milliseconds,
      lastActivity: load(Int64.self, row, RowField.lastActivity),
      isVIP: load(UInt8.self, row, RowField.flags) & RowField.flagVIP != 0)
  }

  /// Rows in the order of their view, put into another one.
  private func sorted(_ rows: [UInt32], _ sort: QueueSort) -> [UInt32] {
    if sort == .burning { return rows }
    let keyed = rows.enumerated().map { (key: key($0.element, sort), place: $0.offset) }
    return keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map { rows[$0.place] }
  }

  /// The place of a row among sorted ones, or where it would stand.
  private func place(of row: UInt32, in rows: [UInt32], _ sort: QueueSort) -> Int {
    let standing = standing(row)
    let wanted = key(row, sort)
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      let own = key(rows[middle], sort)
      if own == wanted ? precedes(rows[middle], standing) : own < wanted {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
