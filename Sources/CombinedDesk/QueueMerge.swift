import DeskModel

/// A row of one desk with what decides its place among the rows of all.
///
/// The order is that of `QueueSort.precedes`, a customer with priority ahead by what the policy of the row's own desk
/// says: so each desk's rows keep the order that the desk gives them. The id with the desk's name settles ties.
struct MergedRow: Hashable, Comparable {
  let key: Int64
  let order: QueueOrder
  /// With the desk's name before its ids.
  let summary: ConversationSummary

  init(_ summary: ConversationSummary, sort: QueueSort, vipAhead: Int64) {
    key = sort.key(
      waitingSince: summary.waitingSince?.milliseconds, lastActivity: summary.lastActivity.milliseconds,
      isVIP: summary.isVIP)
    order = QueueOrder(summary, vipAhead: vipAhead)
    self.summary = summary
  }

  static func < (left: MergedRow, right: MergedRow) -> Bool {
    left.key == right.key ? left.order < right.order : left.key < right.key
  }
}

/// The rows of several sorted lists as one sorted list, of which only windows are ever looked at.
///
/// Lists that change meanwhile, or are not quite sorted, give rows some places off, never a loop without end.
struct QueueMerge {
  /// Windows that end before this row are read from the start: one question a list.
  static let shallow = 256
  /// How many rows each list has.
  let counts: [Int]
  /// Rows `offset ..< offset + limit` of a list; fewer where it ends.
  let rows: (_ list: Int, _ offset: Int, _ limit: Int) -> [MergedRow]
  /// So many rows are read at once rather than halved any further; tests halve to the end.
  let handful: Int

  init(
    counts: [Int], handful: Int = 32,
    rows: @escaping (_ list: Int, _ offset: Int, _ limit: Int) -> [MergedRow]
  ) {
    self.counts = counts
    self.handful = handful
    self.rows = rows
  }

  /// Rows `offset ..< offset + limit` of all lists together.
  ///
  /// - Complexity: O(Σ log rows) questions for a single row, and one a list for a window.
  func window(offset: Int, limit: Int) -> [MergedRow] {
    guard limit > 0 else { return [] }
    if counts.count == 1 { return rows(0, offset, limit) }
    var search = SplitSearch(counts: counts, left: offset)
    search.narrow(until: handful) { rows($0, $1, 1).first }
    let windows = counts.indices.map { list in
      let wanted = min(counts[list] - search.low[list], search.width(list) + limit)
      return wanted > 0 ? rows(list, search.low[list], wanted)[...] : []
    }
    return Self.merged(windows, skipping: search.left, limit: limit)
  }

  /// How many rows of a list stand before a row of another one.
  ///
  /// - Complexity: O(log rows) questions.
  func count(before row: MergedRow, in list: Int) -> Int {
    var (low, high) = (0, counts[list])
    while high - low > handful {
      let middle = low + (high - low) / 2
      if let other = rows(list, middle, 1).first, other < row { low = middle + 1 } else { high = middle }
    }
    guard low < high else { return low }
    return low + rows(list, low, high - low).prefix { $0 < row }.count
  }

  /// The first rows of sorted lists, each list in its own order.
  static func merged(
    _ lists: [ArraySlice<MergedRow>], skipping: Int, limit: Int
  ) -> [MergedRow] {
    var lists = lists
    var result: [MergedRow] = []
    var skipped = 0
    while result.count < limit {
      var best: Int?
      for list in lists.indices {
        guard let head = lists[list].first else { continue }
        if let known = best, let other = lists[known].first, other < head { continue }
        best = list
      }
      guard let best, let row = lists[best].popFirst() else { break }
      if skipped < skipping { skipped += 1 } else { result.append(row) }
    }
    return result
  }
}

/// Looks how many rows of each list are among the first so many of all.
private struct SplitSearch {
  /// So many rows of each list are among them for sure.
  private(set) var low: [Int]
  /// At most so many are.
  private var high: [Int]
  /// How many are still to be found beyond `low`.
  private(set) var left: Int
  /// A row of each list between `low` and `high`, with its place.
  private var probes: [(place: Int, row: MergedRow)?]

  init(counts: [Int], left: Int) {
    self.left = left
    low = counts.map { _ in 0 }
    high = counts.map { min($0, left) }
    probes = counts.map { _ in nil }
  }

  func width(_ list: Int) -> Int { high[list] - low[list] }

  /// Halves one list after the other until only a handful of rows is undecided.
  mutating func narrow(until handful: Int, row: (_ list: Int, _ place: Int) -> MergedRow?) {
    while left > 0, low.indices.reduce(0, { $0 + width($1) }) > handful {
      if probe(row) { halve() }
    }
    if left == 0 { high = low }
  }

  /// Has a row of each open list at hand.
  ///
  /// - Returns: false when a list has turned out to be shorter.
  private mutating func probe(_ row: (Int, Int) -> MergedRow?) -> Bool {
    for list in low.indices where width(list) > 0 {
      if let known = probes[list], (low[list]..<high[list]).contains(known.place) { continue }
      let place = low[list] + width(list) / 2
      guard let found = row(list, place) else {
        high[list] = place
        return false
      }
      probes[list] = (place, found)
    }
    return true
  }

  /// If the probed rows and all before them are more than are wanted, the last of the probed ones is not among those
  /// wanted; else the first of them is, with all before it.
  private mutating func halve() {
    var known = 0
    var first: (list: Int, place: Int, row: MergedRow)?
    var last: (list: Int, place: Int, row: MergedRow)?
    for list in low.indices where width(list) > 0 {
      guard let (place, row) = probes[list] else { continue }
      known += place - low[list] + 1
      if first.map({ row < $0.row }) ?? true { first = (list, place, row) }
      if last.map({ $0.row < row }) ?? true { last = (list, place, row) }
    }
    guard let first, let last else { return }
    if known > left {
      high[last.list] = last.place
    } else {
      left -= first.place + 1 - low[first.list]
      low[first.list] = first.place + 1
      for list in high.indices { high[list] = max(low[list], min(high[list], low[list] + left)) }
    }
  }
}
