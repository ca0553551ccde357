import AdapterProtocol
import DeskModel
import SystemCalls

/// Something that was said.
struct Said: Sendable {
  let intent: BackendIntent
  let saying: Saying
  let facts: AppliedFacts
  let exchange: Exchange
}

extension Probe {
  /// The conversations that the person allows to be written into, at least one.
  func writable() throws(Finding) -> [ConversationID] {
    _ = try manifest()
    guard !subject.writable.isEmpty else {
      throw .skipped("it writes: run again with --write CONVERSATION")
    }
    return subject.writable
  }

  /// The conversation that is written into where one is enough.
  func target() throws(Finding) -> ConversationID { try writable()[0] }

  /// An audience for what need not reach a customer, where there is one.
  func quietAudience() throws(Finding) -> Audience {
    let known = try manifest().audiences.known
    return known.contains(.internal) ? .internal : known[0]
  }

  /// What an agent would have before their eyes now.
  func seen(_ id: ConversationID) throws(Finding) -> SeenState {
    let thread = try wholeThread(id)
    return SeenState(version: thread.version, entry: thread.entries.last?.entry.id)
  }

  /// A wish with a key of its own.
  func intent(
    _ steps: [IntentStep], in conversation: ConversationID, basedOn: SeenState? = nil, key: String? = nil
  ) throws(Finding) -> BackendIntent {
    BackendIntent(
      clientKey: ClientKey(key ?? makeMarker()), conversation: conversation, basedOn: basedOn,
      by: try manifest().me, steps: steps)
  }

  /// A text that says that it is a test, and can be found again.
  func testText(_ marker: String) -> String {
    "\(marker): a test of an adapter by “sapa adapter check”. Please ignore it."
  }

  /// Does something and gives its outcome.
  func apply(_ intent: BackendIntent) throws(Finding) -> (outcome: ApplyOutcome, exchange: Exchange) {
    forgetReading()
    let exchange = try ask(.apply(intent))
    let outcome: ApplyOutcome = try exchange.value(.apply) {
      guard case .apply(let outcome) = $0 else { return nil }
      return outcome
    }
    return (outcome, exchange)
  }

  /// Does something that must be done.
  ///
  /// - Throws: a skip when the backend does not let us now; a failure for what else is not `applied`.
  func perform(_ intent: BackendIntent) throws(Finding) -> (facts: AppliedFacts, exchange: Exchange) {
    var (outcome, exchange) = try apply(intent)
    if case .accepted = outcome { outcome = try settle(intent) ?? outcome }
    switch outcome {
    case .applied(let facts): return (facts, exchange)
    case .denied(let reason): throw .skipped("the backend does not let us: \(reason)")
    case .busy, .failed: throw .skipped("the backend cannot do it now: \(Shortened.text(exchange.came))")
    case .accepted, .conflict, .partial, .invalid, .moved, .unknown:
      throw exchange.failure("the outcome applied")
    }
  }

  /// What has become of an intent that was only accepted; nil when that is not known within the time.
  private func settle(_ intent: BackendIntent) throws(Finding) -> ApplyOutcome? {
    guard try manifest().methods.contains(.reconcile) else { return nil }
    let deadline = SystemClock.monotonicMilliseconds() + Int64(subject.patience)
    while SystemClock.monotonicMilliseconds() < deadline {
      if case .known(let outcome) = try reconcile(intent).found, outcome != .accepted { return outcome }
      // The backend tells nobody when it is done.
      SystemClock.sleep(milliseconds: 200)
    }
    return nil
  }

  /// Says something in a conversation that lets us, for an audience.
  func say(
    _ text: String, for audience: Audience, kind: EntryKind = .message, uploads: [UploadID] = [],
    in conversation: ConversationID? = nil
  ) throws(Finding) -> Said {
    try need(.say)
    let saying = Saying(text, kind: kind, audience: audience, uploads: uploads)
    var last: Finding?
    // Not every conversation has every audience.
    let places = if let conversation { [conversation] } else { try writable() }
    for place in places {
      let intent = try intent([.say(saying)], in: place)
      do throws(Finding) {
        let (facts, exchange) = try perform(intent)
        return Said(intent: intent, saying: saying, facts: facts, exchange: exchange)
      } catch { last = error }
    }
    throw last ?? .skipped("no conversation may be written into")
  }

  /// The entries of a conversation in which a word stands, oldest first.
  func entries(with marker: String, in conversation: ConversationID) throws(Finding) -> [EntryRecord] {
    let bytes = Array(marker.utf8)
    return try wholeThread(conversation).entries.filter {
      ByteSearch.contains(bytes, in: Array($0.entry.text.utf8))
    }
  }

  /// The one entry in which a word stands.
  ///
  /// - Throws: a failure when there are none or several.
  func onlyEntry(with marker: String, of said: Said) throws(Finding) -> EntryRecord {
    let found = try entries(with: marker, in: said.intent.conversation)
    guard found.count == 1 else {
      throw said.exchange.failure(
        "exactly one entry with the text in the thread, but there are \(found.count)")
    }
    return found[0]
  }

  /// What became of an intent.
  func reconcile(
    _ intent: BackendIntent
  ) throws(Finding) -> (found: Reconciliation, exchange: Exchange) {
    // The clocks of both sides may differ.
    let attempted = surroundings.now().adding(seconds: -300)
    let exchange = try ask(.reconcile(ReconcileParams(intent, attemptedAt: attempted)))
    let found: Reconciliation = try exchange.value(.reconcile) {
      guard case .reconcile(let found) = $0 else { return nil }
      return found
    }
    return (found, exchange)
  }
}
