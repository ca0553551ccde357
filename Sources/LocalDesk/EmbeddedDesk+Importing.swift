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
  /// A conversation that stands on the desk already, byte for byte as imported, is counted and left alone; one
  /// with the same id and other content is refused, as is any line that cannot be understood: the rest goes in.
  /// Lines are written in batches, so that other consoles can work meanwhile; an import that was killed leaves a
  /// whole desk, and the same import again completes it. Not to be called from a listener.
  /// `progress` is told the bytes read so far. Throws `readOnly` or a system error; what was taken before stays.
  /// - Complexity: O(bytes); memory: a batch and the rows of the queue.
  package func importLines(
    from reader: inout LineReader, by agent: Agent? = nil, progress: (Int) -> Void = { _ in }
  ) throws(EmbeddedDeskError) -> ImportReport {
    guard writer != nil else { throw .readOnly(reason: readOnlyReason) }
    let prefix = JournalEvent.importPrefix(at: clock(), by: agent ?? me)
    var report = ImportReport()
    do throws(EmbeddedDeskError) {
      var batch = ImportBatch(prefix: prefix)
      var number = 0
      while let line = try next(&reader) {
        number += 1
        batch.take(line.bytes, line.range, number: number, report: &report)
        if batch.bytes.count >= options.importBatch {
          try write(batch, &report)
          batch = ImportBatch(prefix: prefix)
          progress(reader.bytesRead)
        }
      }
      try write(batch, &report)
    } catch {
      // What was taken stays, and is to be seen.
      try? finishImport(report)
      throw error
    }
    try finishImport(report)
    progress(reader.bytesRead)
    return report
  }

  private func next(
    _ reader: inout LineReader
  ) throws(EmbeddedDeskError) -> (bytes: [UInt8], range: Range<Int>)? {
    do { return try reader.next() } catch { throw .system(error) }
  }

  private func write(_ batch: ImportBatch, _ report: inout ImportReport) throws(EmbeddedDeskError) {
    if batch.lines.isEmpty { return }
    let before = report
    let result = queue.sync { () -> Result<ImportReport, EmbeddedDeskError> in
      var report = before
      do throws(EmbeddedDeskError) {
        try self.writeNow(batch, &report)
        return .success(report)
      } catch {
        return .failure(error)
      }
    }
    report = try result.get()
  }

  /// On the queue.
  private func writeNow(_ batch: ImportBatch, _ report: inout ImportReport) throws(EmbeddedDeskError) {
    guard let writer else { throw .readOnly(reason: readOnlyReason) }
    try system { () throws(SystemError) in try writer.lock() }
    defer { writer.unlock() }
    try system { () throws(SystemError) in
      tell(try catchUp())
      try repairTail(writer)
    }
    var batch = batch
    var newReport = report
    let original = batch
    batch.keep { line in isNew(line, original.bytes, &newReport) }
    report = newReport
    if batch.lines.isEmpty { return }
    let position = state.withLock { $0.position }
    let start: JournalPosition
    do throws(SystemError) {
      onStep(.beforeWrite)
      start = try writer.append(batch.bytes, at: position)
      onStep(.afterImportBatch)
    } catch {
      throw .system(error)
    }
    report.taken += batch.lines.count
    let written = batch
    state.withLock { state in
      for line in written.lines {
        var row = line.row
        row.place.segment = start.segment
        row.place.offset += start.offset
        _ = state.add(row)
        for agent in line.agents { state.note(agent) }
      }
      state.position = JournalPosition(
        segment: start.segment, offset: start.offset + written.bytes.count,
        line: start.line + written.lines.count)
      state.tailCount += written.lines.count
    }
  }

  private func isNew(_ line: ImportBatch.Line, _ bytes: [UInt8], _ report: inout ImportReport) -> Bool {
    let known = state.withLock { state in state.find(line.row.summary.id).flatMap { state.row($0) } }
    guard let known else { return true }
    if let there = try? journal.bytes(known.place), there.equals(0..<there.count, bytes, line.range) {
      report.alreadyThere += 1
    } else {
      report.refuse(
        line.number, "id",
        "expected an id that is not on the desk yet, found \"\(line.row.summary.id.rawValue)\", which is there with other content"
      )
    }
    return false
  }

  private func finishImport(_ report: ImportReport) throws(EmbeddedDeskError) {
    if report.taken == 0 { return }
    let result = queue.sync { () -> Result<Void, EmbeddedDeskError> in
      let now = self.clock().milliseconds
      self.state.withLock { $0.rebuildOrders(asOf: max($0.orders.asOf, now)) }
      do throws(SystemError) { try self.writer?.sync() } catch { return .failure(.system(error)) }
      self.writeIndexNow()
      self.tell(.reset)
      return .success(())
    }
    try result.get()
  }
}
