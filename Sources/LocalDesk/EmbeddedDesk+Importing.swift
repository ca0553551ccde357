import DeskLink
package import DeskModel
import Dispatch
import Synchronization
package import SystemCalls

extension EmbeddedDesk {
  /// Imports conversations, one a line, into the desk.
  ///
  /// Waits until all is on the disk.
  ///
  /// Of a conversation that is on the desk already the line is an update (`ImportUpdate`); a line that changes nothing is
  /// counted and left alone. A line that cannot be understood, or whose id another line of the same import has,
  /// is refused: the rest goes in. Lines are written in batches, so that other consoles can work meanwhile; an
  /// import that was killed leaves a whole desk, and the same import again completes it. Not to be called from a
  /// listener.
  /// `progress` is told the bytes read so far. Throws `readOnly` or a system error; what was taken before stays.
  /// - Complexity: O(bytes); memory: a batch, the rows of the queue and eight bytes a line.
  package func importLines(
    from reader: inout LineReader, by agent: Agent? = nil, progress: (Int) -> Void = { _ in }
  ) throws(EmbeddedDeskError) -> ImportReport {
    guard writer != nil else { throw .readOnly(reason: readOnlyReason) }
    let limit = TailReader.rebuildLimit(count: count)
    var session = ImportSession(at: clock(), by: agent ?? me, rebuildLimit: limit)
    do throws(EmbeddedDeskError) {
      var batch = ImportBatch(prefix: session.prefix)
      var number = 0
      while let line = try next(&reader) {
        number += 1
        batch.take(
          line.bytes, line.range, number: number, seen: &session.seen, report: &session.report,
          mask: masked
        ) { isLastLine(of: $0, $1) }
        if batch.bytes.count >= options.importBatch {
          try write(batch, &session)
          batch = ImportBatch(prefix: session.prefix)
          progress(reader.bytesRead)
        }
      }
      try write(batch, &session)
    } catch {
      // What was taken stays, and is to be seen.
      try? finish(session)
      throw error
    }
    try finish(session)
    progress(reader.bytesRead)
    return session.report
  }

  private func next(
    _ reader: inout LineReader
  ) throws(EmbeddedDeskError) -> (bytes: [UInt8], range: Range<Int>)? {
    do { return try reader.next() } catch { throw .system(error) }
  }

  private func isLastLine(of id: ConversationID, _ hash: UInt64) -> Bool {
    state.withLock { state in
      state.find(id).map { state.load(UInt64.self, $0, RowField.lineHash) == hash } ?? false
    }
  }

  private func write(_ batch: ImportBatch, _ session: inout ImportSession) throws(EmbeddedDeskError) {
    if batch.lines.isEmpty { return }
    let before = session
    let result = queue.sync { () -> Result<ImportSession, EmbeddedDeskError> in
      var session = before
      do throws(EmbeddedDeskError) {
        try self.writeNow(batch, &session)
        return .success(session)
      } catch {
        return .failure(error)
      }
    }
    session = try result.get()
  }

  /// On the queue.
  private func writeNow(_ batch: ImportBatch, _ session: inout ImportSession) throws(EmbeddedDeskError) {
    guard let writer else { throw .readOnly(reason: readOnlyReason) }
    try system { () throws(SystemError) in try writer.lock() }
    defer { writer.unlock() }
    try system { () throws(SystemError) in
      tell(try catchUp())
      try repairTail(writer)
    }
    var (batch, updates, session2) = (batch, [PlannedUpdate](), session)
    let original = batch
    batch.keep { line in
      let known = state.withLock { state in
        state.find(line.row.summary.id).flatMap { number in state.row(number).map { (number, $0) } }
      }
      guard let (number, row) = known else { return true }
      if let update = update(number, row, line, original.bytes, &session2) { updates.append(update) }
      return false
    }
    session = session2
    let bytes = batch.bytes + updates.flatMap { $0.lines.joined() }
    if bytes.isEmpty { return }
    let position = state.withLock { $0.position }
    let start: JournalPosition
    secrets.keep(batch.held, now: session.at)
    do throws(SystemError) {
      onStep(.beforeWrite)
      start = try writer.append(bytes, at: position)
      onStep(.afterImportBatch)
    } catch {
      throw .system(error)
    }
    take(batch, updates, start, &session)
  }

  /// What a line changes in a conversation that is there; nil when nothing is to be written.
  private func update(
    _ number: UInt32, _ row: DeskRow, _ line: ImportBatch.Line, _ bytes: [UInt8],
    _ session: inout ImportSession
  ) -> PlannedUpdate? {
    do {
      if row.lineHash == line.row.lineHash {
        session.report.unchanged += 1
        return nil
      }
      let incoming = try InterchangeReader.conversation(bytes, range: line.range)
      let (current, imported) = try loader.history(row)
      let update = ImportUpdate(incoming: incoming, before: imported, current: current)
      if update.isVisible { session.report.updated += 1 } else { session.report.unchanged += 1 }
      if update.contents.isEmpty { return nil }
      let events = update.events(
        of: Array(bytes[line.range]), hash: line.row.lineHash, conversation: current.id, at: session.at,
        by: session.by)
      return PlannedUpdate(
        number: number, row: row, conversation: current, events: events.map(\.event),
        lines: events.map(\.line), lineHash: line.row.lineHash)
    } catch {
      session.report.refuse(line.number, "id", "the conversation on the desk cannot be read: \(error)")
      return nil
    }
  }

  /// Takes what was written into the state; on the queue.
  private func take(
    _ batch: ImportBatch, _ updates: [PlannedUpdate], _ start: JournalPosition,
    _ session: inout ImportSession
  ) {
    var place = JournalPosition(
      segment: start.segment, offset: start.offset + batch.bytes.count, line: start.line + batch.lines.count)
    var rows: [(UInt32, DeskRow)] = []
    for update in updates {
      let (conversation, row) = update.applied(at: &place)
      loader.remember(conversation)
      rows.append((update.number, row))
    }
    let (end, changed, before) = (place, rows, session)
    session.note(batch.lines.map { $0.row.summary.id } + rows.map { $0.1.summary.id })
    session.report.taken += batch.lines.count
    state.withLock { state in
      for (place, line) in batch.lines.enumerated() {
        var row = line.row
        row.place.segment = start.segment
        row.place.offset += start.offset
        let number = state.add(row)
        // The orders are made anew at the end when there are many.
        if before.count + place < before.rebuildLimit { state.enlist(number) }
        for agent in line.agents { state.note(agent) }
      }
      for (number, row) in changed { state.replace(number, with: row) }
      for update in updates { for event in update.events { state.noteAgents(of: event) } }
      state.position = end
      state.tailCount += batch.lines.count + updates.reduce(0) { $0 + $1.lines.count }
    }
  }

  private func finish(_ session: ImportSession) throws(EmbeddedDeskError) {
    if session.count == 0 { return }
    let result = queue.sync { () -> Result<Void, EmbeddedDeskError> in
      let now = self.clock().milliseconds
      if session.isBulk { self.state.withLock { $0.rebuildOrders(asOf: max($0.orders.asOf, now)) } }
      do throws(SystemError) { try self.writer?.sync() } catch { return .failure(.system(error)) }
      if session.isBulk || self.isIndexStale { self.writeIndexNow() }
      self.tell(session.count > TailReader.bulkLimit ? nil : session.ids)
      return .success(())
    }
    try result.get()
  }
}

/// What an import has done so far.
private struct ImportSession: Sendable {
  let at: Timestamp
  let by: Agent
  let prefix: [UInt8]
  /// From so many conversations on, the orders are made anew and the index is written.
  let rebuildLimit: Int
  var report = ImportReport()
  /// Hashes of all ids.
  var seen: Set<UInt64> = []
  /// How many conversations were written.
  private(set) var count = 0
  /// The first of them.
  private(set) var ids: [ConversationID] = []

  init(at: Timestamp, by: Agent, rebuildLimit: Int) {
    self.at = at
    self.by = by
    self.rebuildLimit = rebuildLimit
    prefix = JournalEvent.importPrefix(at: at, by: by)
  }

  var isBulk: Bool { count > rebuildLimit }

  mutating func note(_ written: [ConversationID]) {
    count += written.count
    ids += written.prefix(max(0, TailReader.bulkLimit - ids.count))
  }
}

/// An update on its way into the journal.
private struct PlannedUpdate: Sendable {
  let number: UInt32
  let row: DeskRow
  let conversation: Conversation
  let events: [JournalEvent]
  /// Whole lines of the journal.
  let lines: [[UInt8]]
  let lineHash: UInt64

  /// The conversation and its row afterwards; `place` is where the lines begin, and end then.
  func applied(at place: inout JournalPosition) -> (Conversation, DeskRow) {
    var (conversation, row) = (conversation, row)
    for (event, line) in zip(events, lines) {
      conversation.apply(event)
      row.events.append(
        JournalPlace(segment: place.segment, offset: place.offset, length: line.count - 1))
      place.offset += line.count
      place.line += 1
    }
    row.take(conversation)
    row.lineHash = lineHash
    return (conversation, row)
  }
}
