package import DeskLink
package import DeskModel
import Dispatch
import Synchronization
import SystemCalls

extension EmbeddedDesk {
  /// Takes over how conversations are on the backend of which this desk is a mirror, and tells the listener what has changed.
  ///
  /// A conversation that is not here yet comes in. `merge` is given what is here (nil when it is new) and says what shall be;
  /// nil leaves it alone. All are written at once, and not synced: what is lost in a power cut is read again.
  /// Waits until it is done; not to be called from a listener.
  /// - Returns: the conversations that have changed.
  /// - Complexity: O(bytes of the conversations).
  @discardableResult
  package func mirror(
    _ ids: [ConversationID], merge: @Sendable (ConversationID, Conversation?) -> Conversation?
  ) throws(DeskError) -> [ConversationID] {
    let result = queue.sync { () -> Result<[ConversationID], DeskError> in
      do throws(DeskError) {
        let changed = try self.mirrorNow(ids, merge)
        if !changed.isEmpty { self.tell(changed.count > TailReader.bulkLimit ? .reset : .changed(changed)) }
        if self.isMirrorIndexStale { self.writeIndexSoon() }
        return .success(changed)
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Whether so much was mirrored since the index was written that it is to be written again.
  ///
  /// All of it is written each time, so only after a part of all has changed: a desk that is paged in, or whose backend is busy,
  /// would write it without end.
  private var isMirrorIndexStale: Bool {
    isIndexStale && state.withLock { $0.base == nil || $0.tailCount >= $0.count / 4 }
  }

  /// On the queue.
  private func mirrorNow(
    _ ids: [ConversationID], _ merge: (ConversationID, Conversation?) -> Conversation?
  ) throws(DeskError) -> [ConversationID] {
    guard let writer else { throw .cannotWrite(reason: readOnlyReason) }
    do throws(SystemError) {
      try writer.lock()
    } catch { throw Self.failure(error) }
    defer { writer.unlock() }
    do throws(SystemError) {
      tell(try catchUp())
      try repairTail(writer)
    } catch { throw Self.failure(error) }
    let (at, by) = (clock(), me)
    let prefix = JournalEvent.importPrefix(at: at, by: by)
    var bytes: [UInt8] = []
    var changed: [ConversationID] = []
    for id in ids {
      let row = state.withLock { state in state.find(id).flatMap { state.row($0) } }
      let current = try row.map { row throws(DeskError) in try loader.conversation(row) }
      guard let backend = merge(id, current), backend.id == id else { continue }
      let masked = filter?.mask(backend, [])
      let wanted = masked?.conversation ?? backend
      secrets.keep(masked?.held ?? [], now: at)
      if let current {
        let update = MirrorUpdate(from: current, to: wanted)
        if update.contents.isEmpty { continue }
        for content in update.contents {
          bytes +=
            JournalEvent(
              at: at, by: by, key: "", conversation: id, content: content, isImported: true
            ).line
        }
      } else {
        bytes += prefix + InterchangeWriter.line(wanted) + [0x7D, 0x0A]
      }
      changed.append(id)
    }
    if bytes.isEmpty { return [] }
    do throws(SystemError) {
      let position = state.withLock { $0.position }
      _ = try writer.append(bytes, at: position)
      // It is read as what another program has written: one way for both.
      _ = try catchUp()
    } catch { throw Self.failure(error) }
    return changed
  }

  /// A conversation whole, as it is here; nil when it is not.
  package func mirrored(_ id: ConversationID) throws(DeskError) -> Conversation? {
    guard let row = state.withLock({ state in state.find(id).flatMap { state.row($0) } }) else { return nil }
    return try loader.conversation(row)
  }
}

extension EmbeddedDesk {
  /// Waits until what was mirrored is on the disk.
  package func syncMirror() throws(DeskError) {
    let result = queue.sync { () -> Result<Void, DeskError> in
      do throws(SystemError) {
        try self.writer?.sync()
        return .success(())
      } catch { return .failure(Self.failure(error)) }
    }
    try result.get()
  }
}
