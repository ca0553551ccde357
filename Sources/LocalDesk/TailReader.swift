import DeskLink
import DeskModel
import SystemCalls

/// Takes what has been added to the journal into a state.
struct TailReader {
  let journal: Journal
  let loader: ConversationLoader
  /// Runs something on the state; the state may be behind a lock.
  let update: ((inout DeskState) -> Void) -> Void
  /// The moment up to which snoozed conversations have woken, should the orders have to be made anew.
  let now: Timestamp
  /// More changed conversations than these are not told one by one.
  static let bulkLimit = 200

  /// From so many changed conversations on, the orders of a desk are made anew instead of mended: mending one
  /// costs as much as sorting some twenty.
  static func rebuildLimit(count: Int) -> Int { max(bulkLimit, count / 20) }

  private var added: [UInt32] = []
  private var pending: [UInt32: [JournalPlace]] = [:]
  /// Hashes of the lines that later imports have brought.
  private var lineHashes: [UInt32: UInt64] = [:]
  private var changed: [ConversationID] = []
  private var hasRebuilt = false

  init(
    journal: Journal, loader: ConversationLoader, now: Timestamp,
    update: @escaping ((inout DeskState) -> Void) -> Void
  ) {
    self.journal = journal
    self.loader = loader
    self.now = now
    self.update = update
  }

  /// Reads the journal from a position to its end.
  ///
  /// `progress` is told the bytes read now and then. The result is what changed; nil when that was much.
  /// - Complexity: O(bytes).
  mutating func read(
    from start: JournalPosition, progress: (Int) -> Void = { _ in }
  ) throws(SystemError) -> [ConversationID]? {
    var done = 0
    var reported = 0
    // The reader is taken apart for the closure: it cannot hold `self`.
    var parts = self
    let torn = { (position: JournalPosition, count: Int) in
      let sentence =
        "Line \(position.line + 1) of segment \(position.segment) was skipped: its end is missing (\(count) bytes)."
      update { $0.note(problem: sentence) }
    }
    let position = try journal.scan(from: start, torn: torn) { bytes, range, place, line in
      parts.take(bytes, range, place, line)
      done += range.count + 1
      if done - reported > 4 << 20 {
        reported = done
        progress(done)
      }
    }
    self = parts
    update { $0.position = position }
    settle()
    progress(done)
    return hasRebuilt || changed.count > Self.bulkLimit ? nil : changed
  }

  private mutating func take(_ bytes: [UInt8], _ range: Range<Int>, _ place: JournalPlace, _ line: Int) {
    let event: JournalEvent
    do {
      event = try JournalEvent(reading: bytes, range: range)
    } catch {
      let sentence = "Line \(line) of segment \(place.segment) was skipped: \(error.reason)."
      update {
        $0.note(problem: sentence)
        $0.tailCount += 1
      }
      return
    }
    if case .imported(let conversation, let payload) = event.content {
      var own = place
      own.offset += payload.lowerBound - range.lowerBound
      own.length = payload.count
      // Read once more where it is long: few are, and this is not done often.
      let end =
        conversation.entries.count < EntriesEnd.least
        ? nil : (try? InterchangeReader.conversationWithEnd(bytes, range: payload))?.end
      take(
        conversation,
        DeskRow(conversation, place: own, lineHash: StableHash.ofLine(bytes, payload), end: end),
        line)
    } else {
      take(event, place, line)
    }
  }

  private mutating func take(_ conversation: Conversation, _ row: DeskRow, _ line: Int) {
    let place = row.place
    var number: UInt32?
    update { state in
      state.tailCount += 1
      if state.find(conversation.id) != nil {
        state.note(
          problem:
            "Line \(line) of segment \(place.segment) was skipped: \(conversation.id.rawValue) is there already."
        )
      } else {
        number = state.add(row)
        state.noteAgents(of: conversation)
      }
    }
    if let number { added.append(number) }
    if changed.count <= Self.bulkLimit { changed.append(conversation.id) }
  }

  private mutating func take(_ event: JournalEvent, _ place: JournalPlace, _ line: Int) {
    var number: UInt32?
    let waiting = pending
    update { state in
      state.tailCount += 1
      guard let row = state.find(event.conversation) else {
        state.note(
          problem:
            "Line \(line) of segment \(place.segment) was skipped: there is no conversation \(event.conversation.rawValue)."
        )
        return
      }
      number = row
      let before = Int(state.load(UInt32.self, row, RowField.eventCount)) + (waiting[row]?.count ?? 0)
      state.note(key: event.key, KeyPlace(row: row, event: UInt32(truncatingIfNeeded: before)))
      state.noteAgents(of: event)
    }
    guard let number else { return }
    if pending[number] == nil, changed.count <= Self.bulkLimit { changed.append(event.conversation) }
    pending[number, default: []].append(place)
    if let hash = event.lineHash { lineHashes[number] = hash }
  }

  /// Brings rows and orders up to date with what has been read.
  private mutating func settle() {
    var count = 0
    update { count = $0.count }
    hasRebuilt = added.count + pending.count > Self.rebuildLimit(count: count)
    let isMending = !hasRebuilt
    if isMending {
      let rows = added
      update { state in
        for row in rows { state.enlist(row) }
      }
    }
    for (number, places) in pending.sorted(by: { $0.key < $1.key }) {
      var row: DeskRow?
      update { row = $0.row(number) }
      guard var row else { continue }
      row.events += places
      if let hash = lineHashes[number] { row.lineHash = hash }
      var problem: String?
      do {
        row.take(try loader.conversation(row))
      } catch {
        problem = "\(row.summary.id.rawValue) could not be read: \(error)."
      }
      let (newRow, newProblem) = (row, problem)
      update { state in
        if isMending { state.replace(number, with: newRow) } else { state.set(number, to: newRow) }
        if let newProblem { state.note(problem: newProblem) }
      }
    }
    if hasRebuilt {
      let moment = now.milliseconds
      update { $0.rebuildOrders(asOf: max($0.orders.asOf, moment)) }
    }
    added = []
    pending = [:]
    lineHashes = [:]
  }
}

extension DeskState {
  /// Takes notice of the agents who take part in a conversation.
  mutating func noteAgents(of conversation: Conversation) {
    if let assignee = conversation.assignee { note(assignee) }
    var last: String?
    for entry in conversation.entries where entry.author.kind == .agent && entry.author.id != last {
      last = entry.author.id
      note(Agent(id: AgentID(entry.author.id), name: entry.author.name ?? entry.author.id))
    }
  }

  /// Takes notice of who did something, and of who was given something.
  mutating func noteAgents(of event: JournalEvent) {
    if !event.isImported {
      note(event.by)
    } else if case .said(let entry) = event.content, entry.author.kind == .agent {
      note(Agent(id: AgentID(entry.author.id), name: entry.author.name ?? entry.author.id))
    }
    if case .changed(.assignee(let agent?)) = event.content { note(agent) }
    if case .mirrored(let conversation) = event.content { noteAgents(of: conversation) }
  }
}
