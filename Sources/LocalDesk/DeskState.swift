import DeskModel
import SystemCalls

/// All that a desk knows in memory: the mapped index, and what has changed since it was written.
struct DeskState: Sendable {
  /// Whose `mine` view is kept.
  let me: Agent
  /// From which the deadlines of all rows are made.
  private(set) var policy: DeskPolicy
  private(set) var base: IndexFile?
  /// New rows and new states of old ones.
  private(set) var table = RowTable()
  /// Rows of the file that have changed: where their new state stands in the table.
  private var changed: [UInt32: Int] = [:]
  /// Rows that the file does not have, from `baseCount` on: where their state stands in the table.
  private var fresh: [Int] = []
  private var freshIDs: [ConversationID: UInt32] = [:]
  private var freshContacts: [UInt64: [UInt32]] = [:]
  private(set) var freshKeys: [String: KeyPlace] = [:]
  var agents: [AgentID: Agent] = [:]
  var orders = ViewOrders()
  /// What the queries asked last have found, kept up to date with `orders`.
  var queries = QueryCache()
  /// How far the journal has been read.
  var position = JournalPosition(segment: 0, offset: 0, line: 0)
  /// Sentences about lines of the journal that were skipped, the first 100.
  var problems: [String] = []
  /// How many lines were skipped in all.
  var problemCount = 0
  /// Events read since the index was written.
  var tailCount = 0

  init(me: Agent, policy: DeskPolicy) {
    self.me = me
    self.policy = policy
    agents[me.id] = me
  }

  /// Takes an index as the start.
  ///
  /// - Complexity: O(1), O(n log n) when the index was written under another policy.
  init(me: Agent, base: IndexFile, policy: DeskPolicy) {
    self.init(me: me, policy: policy)
    self.base = base
    position = base.position
    problemCount = base.problemCount
    var mine: Range<Int> = 0..<0
    var reader = TextsReader(base.bytes(.agents))
    while let id = reader.text(), let name = reader.text(), let start = reader.number(UInt32.self),
      let count = reader.number(UInt32.self)
    {
      let agentID = AgentID(id)
      if agentID == me.id { mine = Int(start)..<Int(start) + Int(count) }
      note(Agent(id: agentID, name: name))
    }
    reader = TextsReader(base.bytes(.problems))
    while let sentence = reader.text() { problems.append(sentence) }
    orders = ViewOrders(base, mine: mine)
    if base.policyHash != policy.hash { reckonDeadlines() }
  }

  /// Rows that the index file has; those from here on are new.
  var baseCount: Int { base?.rowCount ?? 0 }

  /// Rows of the index file that have changed since, ascending.
  var changedRows: [UInt32] { changed.keys.sorted() }

  /// How many conversations there are.
  var count: Int { baseCount + fresh.count }

  // MARK: - Rows

  /// A number of a row.
  func load<Number: FixedWidthInteger & BitwiseCopyable>(_ type: Number.Type, _ row: UInt32, _ field: Int)
    -> Number
  {
    if let number = tableNumber(row) { return table.load(type, row: number, field) }
    return base?.load(type, row: Int(row), field) ?? 0
  }

  /// A moment of a row; nil when there is none.
  func moment(_ row: UInt32, _ field: Int) -> Timestamp? {
    let value = load(Int64.self, row, field)
    return value == RowField.none ? nil : Timestamp(milliseconds: value)
  }

  /// Where a row's state stands in the table; nil when the file has it.
  func tableNumber(_ row: UInt32) -> Int? {
    let fresh = Int(row) - baseCount
    if fresh >= 0 { return fresh < self.fresh.count ? self.fresh[fresh] : nil }
    return changed.isEmpty ? nil : changed[row]
  }

  func texts(_ row: UInt32) -> [UInt8] {
    let start = Int(clamping: load(UInt64.self, row, RowField.heapOffset))
    let length = Int(load(UInt32.self, row, RowField.heapLength))
    // A damaged row may name any place.
    guard start >= 0, start <= Int.max - length else { return [] }
    let range = start..<start + length
    if tableNumber(row) != nil { return table.heapBytes(range) }
    return base?.heapBytes(range) ?? []
  }

  /// The bytes of a row's fields; fewer for a row that does not exist.
  func record(_ row: UInt32) -> [UInt8] {
    if let number = tableNumber(row) { return table.record(number) }
    return base?.record(Int(row)) ?? []
  }

  /// The id of a row.
  func id(_ row: UInt32) -> String {
    var reader = TextsReader(texts(row))
    return reader.text() ?? ""
  }

  /// A row whole; nil when the index is damaged there.
  ///
  /// - Complexity: O(texts and events).
  func row(_ row: UInt32) -> DeskRow? {
    func moment(_ field: Int) -> Timestamp? { self.moment(row, field) }
    var reader = TextsReader(texts(row))
    guard let id = reader.text(), let contactID = reader.text(), let agentID = reader.text(),
      let agentName = reader.text(), let channel = reader.text(), let subject = reader.text(),
      let contactName = reader.text(), let status = reader.text(), let locale = reader.text(),
      let preview = reader.text(), let tagCount = reader.number(UInt32.self)
    else { return nil }
    var tags: [String] = []
    for _ in 0..<tagCount {
      guard let tag = reader.text() else { return nil }
      tags.append(tag)
    }
    guard let end = reader.end() else { return nil }
    var events: [JournalPlace] = []
    for _ in 0..<load(UInt32.self, row, RowField.eventCount) {
      guard let place = reader.place() else { return nil }
      events.append(place)
    }
    let flags = load(UInt8.self, row, RowField.flags)
    let shapes = ConversationShape.allCases
    let shape = Int(load(UInt8.self, row, RowField.shape))
    var summary = ConversationSummary(
      id: ConversationID(id), shape: shape < shapes.count ? shapes[shape] : .dialog, channel: channel,
      subject: subject, contactName: contactName, contactID: ContactID(contactID), status: status,
      assignee: flags & RowField.flagAssigned == 0 ? nil : Agent(id: AgentID(agentID), name: agentName),
      locale: flags & RowField.flagLocale == 0 ? nil : locale, tags: tags,
      isVIP: flags & RowField.flagVIP != 0, unreadCount: Int(load(UInt32.self, row, RowField.unread)),
      lastActivity: Timestamp(milliseconds: load(Int64.self, row, RowField.lastActivity)),
      waitingSince: moment(RowField.waitingSince), due: moment(RowField.due),
      dueKind: RowField.kind(flags >> RowField.dueKindShift),
      snoozedUntil: moment(RowField.snoozedUntil), preview: preview)
    let category = RowField.category(load(UInt8.self, row, RowField.category))
    if category != summary.statusCategory { summary.category = category }
    return DeskRow(
      summary: summary,
      facts: facts(row), lineHash: load(UInt64.self, row, RowField.lineHash),
      place: JournalPlace(
        segment: Int(load(UInt32.self, row, RowField.placeSegment)),
        offset: Int(clamping: load(UInt64.self, row, RowField.placeOffset)),
        length: Int(load(UInt32.self, row, RowField.placeLength))),
      events: events, end: end)
  }

  // MARK: - Finding

  /// The row of a conversation.
  func find(_ id: ConversationID) -> UInt32? {
    if let row = freshIDs[id] { return row }
    guard let base else { return nil }
    let hash = StableHash.of(id.rawValue)
    return base.rows(.idSlots, hash: hash).first {
      base.load(UInt64.self, row: Int($0), RowField.idHash) == hash && self.id($0) == id.rawValue
    }
  }

  /// Rows of a contact, in no order.
  func rows(of contact: ContactID) -> [UInt32] {
    let hash = StableHash.of(contact.rawValue)
    var result = freshContacts[hash] ?? []
    if let base {
      for head in base.rows(.contactSlots, hash: hash)
      where base.load(UInt64.self, row: Int(head), RowField.contactHash) == hash {
        var next = head + 1
        var steps = 0
        while next != 0, steps < base.rowCount {
          result.append(next - 1)
          next = base.load(UInt32.self, row: Int(next - 1), RowField.contactNext)
          steps += 1
        }
      }
    }
    return result
  }

  /// Events that may have a client key: the caller compares the key itself.
  func places(of key: ClientKey) -> [KeyPlace] {
    if let place = freshKeys[key.rawValue] { return [place] }
    return base?.keys(hash: StableHash.of(key.rawValue)) ?? []
  }

  // MARK: - Changing, without the orders

  mutating func add(_ row: DeskRow) -> UInt32 {
    let number = UInt32(truncatingIfNeeded: count)
    freshIDs[row.summary.id] = number
    freshContacts[StableHash.of(row.summary.contactID.rawValue), default: []].append(number)
    fresh.append(append(row))
    return number
  }

  mutating func set(_ number: UInt32, to row: DeskRow) { place(number, append(row)) }

  /// Gives a row the deadline of the policy; nothing happens when it has it.
  mutating func reckon(_ number: UInt32) {
    let due = policy.deadline(of: facts(number))
    let flags = load(UInt8.self, number, RowField.flags)
    let (rank, key) = QueueOrder.place(
      due: due?.at.milliseconds, waitingSince: moment(number, RowField.waitingSince)?.milliseconds,
      lastActivity: load(Int64.self, number, RowField.lastActivity),
      ahead: flags & RowField.flagVIP == 0 ? 0 : policy.policy.vipAhead)
    let order = order(number)
    if order.rank == rank, order.key == key, moment(number, RowField.due) == due?.at,
      RowField.kind(flags >> RowField.dueKindShift) == due?.kind
    {
      return
    }
    let record = record(number)
    guard record.count == RowField.size else { return }
    place(number, table.append(record, texts: texts(number), due: due, rank: rank, key: key))
  }

  /// Takes another policy; the orders are made anew by the caller.
  mutating func set(_ policy: DeskPolicy) { self.policy = policy }

  private mutating func append(_ row: DeskRow) -> Int {
    var row = row
    let due = policy.deadline(of: row.facts)
    row.summary.due = due?.at
    row.summary.dueKind = due?.kind
    return table.append(row, vipAhead: policy.policy.vipAhead)
  }

  private mutating func place(_ number: UInt32, _ place: Int) {
    let fresh = Int(number) - baseCount
    if fresh >= 0 {
      if fresh < self.fresh.count { self.fresh[fresh] = place }
    } else {
      changed[number] = place
    }
  }

  mutating func note(key: String, _ place: KeyPlace) {
    if !key.isEmpty, freshKeys[key] == nil { freshKeys[key] = place }
  }

  /// Takes notice of an agent; a name is worth more than an id standing in for it.
  mutating func note(_ agent: Agent) {
    if let known = agents[agent.id], agent.name == agent.id.rawValue || known.name == agent.name { return }
    if agent.id != me.id { agents[agent.id] = agent }
  }

  mutating func note(problem: String) {
    problemCount += 1
    if problems.count < 100 { problems.append(problem) }
  }
}
