package import DeskLink
import DeskModel
import Dispatch
import Synchronization
import SystemCalls

extension EmbeddedDesk {
  /// Does several acts, and calls `reply` later, on the desk's queue.
  ///
  /// All of them are written by one write, and are on the disk before the answer. Only when the machine or the program
  /// is cut off within that write can some be there and others not: the same intent again does the rest.
  package func apply(
    _ steps: DeskSteps, reply: @escaping @Sendable (Result<DeskStepsOutcome, DeskError>) -> Void
  ) {
    queue.async {
      let (result, isChanged) = self.applyNow(steps)
      if isChanged { self.tell(.changed([steps.conversation])) }
      reply(result)
      if isChanged, self.isIndexStale { self.writeIndexSoon() }
    }
  }

  /// Asks what became of several acts; the answer is nil when nothing of them is there.
  ///
  /// Nothing is done. It comes as that of `apply`.
  package func reconcile(
    _ steps: DeskSteps, reply: @escaping @Sendable (Result<DeskStepsOutcome?, DeskError>) -> Void
  ) {
    queue.async { reply(self.reconcileNow(steps)) }
  }

  private func reconcileNow(_ steps: DeskSteps) -> Result<DeskStepsOutcome?, DeskError> {
    do throws(SystemError) { tell(try catchUp()) } catch {
      return .failure(.away(reason: error.description))
    }
    do throws(DeskError) {
      switch try standing(of: steps) {
      case .nothing: return .success(nil)
      case .other: return .success(.otherSteps)
      case .found(let stored):
        return .success(outcome(stored) ?? Self.partial(stored, "an earlier try was cut off"))
      }
    } catch {
      return .failure(error)
    }
  }

  private func applyNow(_ steps: DeskSteps) -> (Result<DeskStepsOutcome, DeskError>, Bool) {
    guard let writer else { return (.failure(.cannotWrite(reason: readOnlyReason)), false) }
    if let reason = steps.objectionToKey {
      return (.success(.invalid(step: nil, field: "clientKey", reason: reason)), false)
    }
    var staged: [Int: StagedFiles] = [:]
    do throws(DeskError) {
      do throws(SystemError) { tell(try catchUp()) } catch { throw Self.failure(error) }
      // Files are copied before the lock is taken: others need not wait for it.
      if let outcome = try stage(steps, &staged) {
        for files in staged.values { files.discard() }
        return (.success(outcome), false)
      }
      do throws(SystemError) { try writer.lock() } catch { throw Self.failure(error) }
      defer { writer.unlock() }
      do throws(SystemError) {
        tell(try catchUp())
        try repairTail(writer)
      } catch { throw Self.failure(error) }
      let (outcome, isWritten) = try write(steps, staged, writer)
      if !isWritten, !isDone(outcome) { for files in staged.values { files.discard() } }
      return (.success(outcome), isWritten)
    } catch {
      for files in staged.values { files.discard() }
      return (.failure(error), false)
    }
  }

  /// Copies the files of what is to be said.
  ///
  /// - Returns: what is to be answered when nothing is to be written.
  private func stage(
    _ steps: DeskSteps, _ staged: inout [Int: StagedFiles]
  ) throws(DeskError) -> DeskStepsOutcome? {
    for (step, action) in steps.actions.enumerated() {
      guard case .say(_, _, _, _, let uploads) = action, !uploads.isEmpty else { continue }
      switch try standing(of: steps) {
      case .other: return .otherSteps
      case .found(let stored):
        if let outcome = outcome(stored) { return outcome }
        if stored[step] != nil { continue }
      case .nothing: break
      }
      guard state.withLock({ $0.find(steps.conversation) }) != nil else {
        throw .unknownConversation(steps.conversation)
      }
      switch try stage(uploads, for: steps.intent(step)) {
      case .success(let files): staged[step] = files
      case .failure(let refusal): return .invalid(step: step, field: "uploads", reason: refusal.reason)
      }
    }
    return nil
  }

  /// Writes what is missing; with the lock.
  ///
  /// - Returns: what became of it, and whether something was written.
  private func write(
    _ steps: DeskSteps, _ staged: [Int: StagedFiles], _ writer: JournalWriter
  ) throws(DeskError) -> (DeskStepsOutcome, Bool) {
    var stored = [StoredStep?](repeating: nil, count: steps.actions.count)
    switch try standing(of: steps) {
    case .nothing: break
    case .other: return (.otherSteps, false)
    case .found(let found):
      if let outcome = outcome(found) { return (outcome, false) }
      stored = found
    }
    let found = state.withLock { state in
      state.find(steps.conversation).flatMap { number in state.row(number).map { (number, $0) } }
    }
    guard let (number, row) = found else { throw .unknownConversation(steps.conversation) }
    if let refusal = try refusal(of: steps, stored, row) { return (refusal, false) }
    let events = steps.actions.indices.filter { stored[$0] == nil }.map {
      event(of: steps.intent($0), staged[$0]?.attachments ?? [])
    }
    switch try write(events, number, row, writer, waits: true) {
    case .applied(let entry, let audience, let version):
      // What was said may stand in the earlier part.
      let said = StepsStanding.entry(stored)
      return (
        .applied(entry: entry ?? said?.id, audience: audience ?? said?.audience, version: version), true
      )
    default: return (.unknown, true)
    }
  }

  /// Why nothing more of an intent can be done; nil when all can.
  private func refusal(
    of steps: DeskSteps, _ stored: [StoredStep?], _ row: DeskRow
  ) throws(DeskError) -> DeskStepsOutcome? {
    let conversation = try loader.conversation(row)
    let isBegun = stored.contains { $0 != nil }
    for (step, action) in steps.actions.enumerated() where stored[step] == nil {
      if case .invalid(let field, let reason) = Self.objection(to: action, in: conversation) {
        if isBegun { return Self.partial(stored, reason) }
        return .invalid(step: step, field: field, reason: reason)
      }
      guard case .say = action, let basis = steps.basedOn else { continue }
      guard let newer = try said(row, conversation, since: basis) else {
        return .invalid(step: nil, field: "basedOn", reason: "this conversation has never been in this state")
      }
      guard newer.isEmpty else {
        if isBegun { return Self.partial(stored, "something was said meanwhile") }
        return .conflict(newer: newer, version: row.version)
      }
    }
    return nil
  }

  /// What was said since, by anybody and for anybody; nil when the conversation has never been so.
  ///
  /// An own entry counts, too: it may be that of another person who comes by the same name, or of another console.
  private func said(
    _ row: DeskRow, _ conversation: Conversation, since basis: DeskBasis
  ) throws(DeskError) -> [Entry]? {
    var result: [Entry] = []
    switch basis {
    case .version(let version):
      guard (1...row.version).contains(version) else { return nil }
      for place in row.events.dropFirst(version - 1) {
        if case .said(let entry) = try loader.event(place).content { result.append(entry) }
      }
    case .entry(let id):
      guard let place = conversation.entries.lastIndex(where: { $0.id == id }) else { return nil }
      result = Array(conversation.entries[(place + 1)...])
    }
    return result.filter { $0.kind != .event }
  }

  /// The outcome when all acts are there; they are on the disk then.
  private func outcome(_ stored: [StoredStep?]) -> DeskStepsOutcome? {
    let all = stored.compactMap { $0 }
    guard all.count == stored.count, let version = all.map(\.version).max() else { return nil }
    // Who wrote it may have died before it was on the disk.
    for segment in Set(all.map(\.place.segment)) {
      do throws(SystemError) {
        try FileDescriptor(opening: folder.segment(segment), .read).syncData()
      } catch { return .unknown }
    }
    let said = StepsStanding.entry(stored)
    return .applied(entry: said?.id, audience: said?.audience, version: version)
  }

  private static func partial(_ stored: [StoredStep?], _ reason: String) -> DeskStepsOutcome {
    let said = StepsStanding.entry(stored)
    return .partial(
      StepsStanding.done(stored), entry: said?.id, audience: said?.audience, reason: reason)
  }

  /// Whether files that were copied belong to something that stands in the journal.
  private func isDone(_ outcome: DeskStepsOutcome) -> Bool {
    switch outcome {
    case .applied, .unknown: true
    case .conflict, .partial, .invalid, .otherSteps: false
    }
  }
}
