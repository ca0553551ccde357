import DeskModel

/// The order of every view: lists of rows.
struct ViewOrders: Sendable {
  /// A list for each view, in the order of `QueueView.allCases`.
  private var lists = [RowList](repeating: RowList(), count: QueueView.allCases.count)
  /// Those asleep, by the time they wake.
  var wake = RowList()
  /// Up to this moment (milliseconds) those asleep have been woken.
  var asOf = Int64.min

  init() {}

  init(_ base: IndexFile, mine: Range<Int>) {
    self[.all] = RowList(base, .awake)
    self[.unassigned] = RowList(base, .unassigned)
    self[.mine] = RowList(base, .assigned, mine)
    self[.snoozed] = RowList(base, .snoozed)
    self[.resolved] = RowList(base, .resolved)
    wake = RowList(base, .wake)
    asOf = base.asOf
  }

  subscript(view: QueueView) -> RowList {
    get { lists[Self.place(view)] }
    _modify { yield &lists[Self.place(view)] }
  }

  private static func place(_ view: QueueView) -> Int {
    switch view {
    case .mine: 0
    case .unassigned: 1
    case .all: 2
    case .snoozed: 3
    case .resolved: 4
    }
  }
}

/// What decides in which lists a row stands, and where.
struct RowStanding: Sendable, Hashable {
  var order: RowOrder
  var id: String
  var isDone: Bool
  var snoozedUntil: Int64
  var isAssigned: Bool
  var isMine: Bool
}

extension DeskState {
  func order(_ row: UInt32) -> RowOrder {
    RowOrder(rank: load(UInt8.self, row, RowField.rank), key: load(Int64.self, row, RowField.orderKey))
  }

  func standing(_ row: UInt32) -> RowStanding {
    let isAssigned = load(UInt8.self, row, RowField.flags) & RowField.flagAssigned != 0
    var reader = TextsReader(texts(row))
    let id = reader.text() ?? ""
    _ = reader.text()
    let agent = isAssigned ? reader.text() : nil
    return RowStanding(
      order: order(row), id: id, isDone: isDone(row),
      snoozedUntil: load(Int64.self, row, RowField.snoozedUntil), isAssigned: isAssigned,
      isMine: agent == me.id.rawValue)
  }

  /// Whether a row stands before a place of the queue.
  func precedes(_ row: UInt32, _ standing: RowStanding) -> Bool {
    let order = order(row)
    if order.rank != standing.order.rank { return order.rank < standing.order.rank }
    if order.key != standing.order.key { return order.key < standing.order.key }
    return id(row) < standing.id
  }

  func wakesBefore(_ row: UInt32, _ other: UInt32, _ time: Int64) -> Bool {
    let own = load(Int64.self, row, RowField.snoozedUntil)
    return own == time ? row < other : own < time
  }

  private static func views(_ standing: RowStanding, asOf: Int64) -> [QueueView] {
    if standing.isDone { return [.resolved] }
    if standing.snoozedUntil > asOf { return [.snoozed] }
    return standing.isAssigned ? (standing.isMine ? [.all, .mine] : [.all]) : [.all, .unassigned]
  }

  /// Puts a row into the lists it belongs to.
  ///
  /// - Complexity: O(log n) and a move of memory.
  mutating func enlist(_ row: UInt32) {
    let standing = standing(row)
    for view in Self.views(standing, asOf: orders.asOf) {
      let place = orders[view].partition { precedes($0, standing) }
      orders[view].insert(row, at: place)
      noteArrival(of: row, in: view)
    }
    if !standing.isDone, standing.snoozedUntil > orders.asOf {
      let place = orders.wake.partition { wakesBefore($0, row, standing.snoozedUntil) }
      orders.wake.insert(row, at: place)
    }
  }

  /// Takes a row out of the lists it stands in; to be called before it changes.
  ///
  /// - Complexity: O(log n) and a move of memory.
  mutating func delist(_ row: UInt32) {
    let standing = standing(row)
    for view in Self.views(standing, asOf: orders.asOf) {
      let place = orders[view].partition { precedes($0, standing) }
      if place < orders[view].count, orders[view][place] == row {
        orders[view].remove(at: place)
      }
      noteLeave(of: row, from: view)
    }
    if !standing.isDone, standing.snoozedUntil > orders.asOf {
      let place = orders.wake.partition { wakesBefore($0, row, standing.snoozedUntil) }
      if place < orders.wake.count, orders.wake[place] == row { orders.wake.remove(at: place) }
    }
  }

  /// Changes a row and moves it in all lists.
  mutating func replace(_ number: UInt32, with row: DeskRow) {
    delist(number)
    set(number, to: row)
    enlist(number)
  }

  /// Wakes those whose time has come.
  ///
  /// - Complexity: O(1) when there are none; O(log n) and moves of memory for each.
  mutating func advance(to now: Timestamp) {
    let now = now.milliseconds
    guard now > orders.asOf else {
      // The clock has been set back by more than a slip: what was woken too early goes to sleep again.
      if now < orders.asOf - 60_000 { rebuildOrders(asOf: now) }
      return
    }
    var woken: [UInt32] = []
    while woken.count < orders.wake.count {
      let row = orders.wake[woken.count]
      if load(Int64.self, row, RowField.snoozedUntil) > now { break }
      woken.append(row)
    }
    if woken.count > 1_000 { return rebuildOrders(asOf: now) }
    for row in woken { delist(row) }
    orders.asOf = now
    for row in woken { enlist(row) }
  }

  /// Makes all lists anew.
  ///
  /// - Complexity: O(n log n).
  mutating func rebuildOrders(asOf: Int64) {
    var result = ViewOrders()
    result.asOf = asOf
    var sorted: [(order: RowOrder, row: UInt32)] = []
    sorted.reserveCapacity(count)
    for row in 0..<UInt32(truncatingIfNeeded: count) { sorted.append((order(row), row)) }
    sorted.sort { left, right in
      if left.order.rank != right.order.rank { return left.order.rank < right.order.rank }
      if left.order.key != right.order.key { return left.order.key < right.order.key }
      return id(left.row) < id(right.row)
    }
    var lists: [QueueView: [UInt32]] = [:]
    var asleep: [(until: Int64, row: UInt32)] = []
    for element in sorted {
      let standing = standing(element.row)
      for view in Self.views(standing, asOf: asOf) { lists[view, default: []].append(element.row) }
      if !standing.isDone, standing.snoozedUntil > asOf {
        asleep.append((standing.snoozedUntil, element.row))
      }
    }
    for (view, rows) in lists { result[view] = RowList(rows) }
    asleep.sort { $0 < $1 }
    result.wake = RowList(asleep.map { $0.row })
    orders = result
    queries = QueryCache()
  }
}
