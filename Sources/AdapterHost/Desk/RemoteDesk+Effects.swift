import AdapterProtocol
import DeskLink
import DeskModel
import Dispatch
import Synchronization
import SystemCalls

/// What the outbox wants done; all on the queue.
extension RemoteDesk {
  /// Gives the outbox an event and carries its effects out, in order.
  func run(_ body: (inout Outbox, Timestamp) -> [OutboxEffect]) {
    let now = clock()
    let effects = state.withLock { body(&$0.outbox, now) }
    for effect in effects {
      switch effect {
      case .persist(let item): guard persist(item) else { return }
      case .tell(let item): told(item)
      case .apply(let item): send(item)
      case .reconcile(let intent, let moment):
        call(.reconcile(ReconcileParams(intent, attemptedAt: moment)), .sending) { [self] result in
          let found = result.flatMap { answer -> Result<Reconciliation, CallFailure> in
            guard case .reconcile(let found) = answer else { return .failure(.notSent(.closed)) }
            return .success(found)
          }
          run { $0.handle(.reconciled(intent.clientKey, found), at: $1) }
        }
      case .readBack(let intent, let purpose): readBack(intent, purpose)
      case .wake(let moment): wake(at: moment)
      }
    }
  }

  /// Notes an item on disk; false when that cannot be done: then nothing of what follows may happen.
  private func persist(_ item: OutboxItem) -> Bool {
    let result = state.withLock { state -> Result<Void, SystemError> in
      do throws(SystemError) {
        try state.store?.persist(item)
        state.persisted[item.key] = item
        return .success(())
      } catch { return .failure(error) }
    }
    guard case .failure(let error) = result else { return true }
    let waiter = state.withLock { state -> Waiter? in
      // What is not on the disk is not so.
      let items = state.persisted.values.sorted {
        ($0.addedAt, $0.key.rawValue) < ($1.addedAt, $1.key.rawValue)
      }
      state.outbox = Outbox(items)
      return state.persisted[item.key] == nil ? state.waiters.removeValue(forKey: item.key) : nil
    }
    waiter?.reply(.failure(.cannotWrite(reason: error.isFull ? "the disk is full" : error.description)))
    publish(item)
    queue.asyncAfter(deadline: .now() + .seconds(5)) { [weak self] in
      guard let self, let manifest = state.withLock({ $0.manifest }), case .up = connection else { return }
      run { $0.handle(.deskUp(OutboxRules(manifest)), at: $1) }
    }
    return false
  }

  private func wake(at moment: Timestamp) {
    let now = clock()
    let isNew = state.withLock { state in
      if let known = state.wake, known <= moment, known > now { return false }
      state.wake = moment
      return true
    }
    guard isNew else { return }
    let delay = max(10, moment.milliseconds - now.milliseconds)
    queue.asyncAfter(deadline: .now() + .milliseconds(Int(delay))) { [weak self] in
      guard let self, !shared.withLock({ $0.isClosed }) else { return }
      state.withLock { $0.wake = nil }
      run { $0.handle(.tick, at: $1) }
    }
  }

  private func readBack(_ intent: BackendIntent, _ purpose: ReadBackPurpose) {
    let run = state.withLock { $0.run }
    readThread(of: intent.conversation, .sending, run) { [self] result in
      if case .success(let (entries, isWhole)) = result, isCurrent(run) {
        let merge = merge
        put([intent.conversation]) { _, current in
          current.map { merge.thread(entries, isWhole: isWhole, into: $0) }
        }
      }
      let records = result.map { pair in pair.0 }
      self.run { $0.handle(.readBack(intent.clientKey, purpose, records), at: $1) }
    }
  }

  // MARK: - Sending

  private func send(_ item: OutboxItem) {
    upload(item, file: 0, offset: 0) { [self] failure in
      if let failure {
        return run { $0.handle(.answered(item.key, attempt: item.attempts, .failure(failure)), at: $1) }
      }
      call(.apply(item.intent), .sending) { [self] result in
        let outcome = result.flatMap { answer -> Result<ApplyOutcome, CallFailure> in
          guard case .apply(let outcome) = answer else { return .failure(.overdue(milliseconds: 0)) }
          return .success(outcome)
        }
        run { $0.handle(.answered(item.key, attempt: item.attempts, outcome), at: $1) }
      }
    }
  }

  /// Sends the files of an answer up, piece by piece.
  private func upload(
    _ item: OutboxItem, file number: Int, offset: Int, then: @escaping @Sendable (CallFailure?) -> Void
  ) {
    guard number < item.files.count else { return then(nil) }
    let file = item.files[number]
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileDescriptor(opening: file.path, .read).read(at: offset, count: 1 << 20)
    } catch { return then(.fault(.denied(reason: "\(file.name): \(error.reason)"))) }
    let id = item.intent.saying.flatMap { $0.uploads.indices.contains(number) ? $0.uploads[number] : nil }
    let params = UploadParams(
      id ?? UploadID("\(item.key.rawValue)-\(number)"), in: item.intent.conversation, name: file.name,
      size: file.byteCount, offset: offset, data: DataPiece(bytes))
    call(.upload(params), .sending) { [self] result in
      switch result {
      case .success:
        let done = offset + bytes.count
        let isLast = done >= file.byteCount || bytes.isEmpty
        upload(item, file: isLast ? number + 1 : number, offset: isLast ? 0 : done, then: then)
      // The answer itself has not left us.
      case .failure(let failure): then(failure.saysNothingWasDone ? failure : .notSent(.closed))
      }
    }
  }
}
