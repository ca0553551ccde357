import AdapterProtocol
import DeskModel
import SystemCalls

/// What is told of what was just written.
enum ChangesTelling {
  private static let place = SpecificationPlace(.methods, "changes")

  static let all = [
    ConformanceCheck(
      "changes.own", "What was just said is told.", place, writes: true, own),
    ConformanceCheck(
      "changes.again", "The same cursor tells the same again.", place, writes: true, again),
    ConformanceCheck(
      "changes.limit", "At most `limit` changes come, and the rest with the next cursor.", place,
      writes: true,
      limit),
    ConformanceCheck(
      "changes.afterRestart", "What happened while the adapter was away is told, or that it is not known.",
      SpecificationPlace(.manifest, "changes"), writes: true, afterRestart),
    ConformanceCheck(
      "changes.heldTells", "An answer that is held back comes when something has happened.", place,
      writes: true, heldTells),
  ]

  /// Says something, and gives the cursor from before.
  private static func happen(
    _ count: Int, _ probe: Probe
  ) throws(Finding) -> (cursor: ChangeCursor, conversation: ConversationID) {
    _ = try probe.writable()
    let (page, _) = try probe.changes(after: nil)
    var conversation: ConversationID?
    for _ in 0..<count {
      let text = probe.testText(probe.makeMarker())
      let said = try probe.say(text, for: try probe.quietAudience(), in: conversation)
      conversation = said.intent.conversation
    }
    guard let conversation else { throw .skipped("nothing was said") }
    return (page.next, conversation)
  }

  private static func tells(_ changes: [DeskChange], _ conversation: ConversationID) -> Bool {
    changes.contains { change in
      switch change {
      case .conversation(conversation, _), .entry(_, conversation), .gap: true
      default: false
      }
    }
  }

  /// Asks until a conversation is told, as long as the manifest says that it may take.
  private static func awaitChange(
    _ conversation: ConversationID, after cursor: ChangeCursor, _ probe: Probe
  ) throws(Finding) -> (page: ChangesPage, exchange: Exchange) {
    let lag = try ChangesChecks.offered(probe).lagSeconds
    guard lag <= 120 else { throw .skipped("changes may come \(lag) s late") }
    let deadline = SystemClock.monotonicMilliseconds() + Int64(lag * 1_000)
    while true {
      let (page, exchange) = try probe.changes(after: cursor)
      if tells(page.changes, conversation) { return (page, exchange) }
      guard SystemClock.monotonicMilliseconds() < deadline else {
        throw exchange.failure("a change of \(conversation.rawValue), in which something was just said")
      }
      // Nothing but the backend's clock decides when it is told.
      SystemClock.sleep(milliseconds: 500)
    }
  }

  private static func own(_ probe: Probe) throws(Finding) {
    _ = try ChangesChecks.offered(probe)
    let (cursor, conversation) = try happen(1, probe)
    _ = try awaitChange(conversation, after: cursor, probe)
  }

  private static func again(_ probe: Probe) throws(Finding) {
    _ = try ChangesChecks.offered(probe)
    let (cursor, conversation) = try happen(1, probe)
    do throws(Finding) { _ = try awaitChange(conversation, after: cursor, probe) } catch {
      throw error.asSkipped("changes.own")
    }
    let (page, exchange) = try probe.changes(after: cursor)
    guard tells(page.changes, conversation) else {
      throw exchange.failure("the same changes again: the console may have died before it took them in")
    }
  }

  private static func limit(_ probe: Probe) throws(Finding) {
    _ = try ChangesChecks.offered(probe)
    let (cursor, conversation) = try happen(2, probe)
    do throws(Finding) { _ = try awaitChange(conversation, after: cursor, probe) } catch {
      throw error.asSkipped("changes.own")
    }
    var place = cursor
    for _ in 0..<20 {
      let (page, exchange) = try probe.changes(after: place, limit: 1)
      guard page.changes.count <= 1 else {
        throw exchange.failure("at most one change; there are \(page.changes.count)")
      }
      if page.changes.isEmpty { return }
      guard page.next != place else {
        throw exchange.failure("a cursor that leads on; with this one the same would come for ever")
      }
      place = page.next
    }
  }

  private static func afterRestart(_ probe: Probe) throws(Finding) {
    guard try ChangesChecks.offered(probe).loses != .silently else {
      throw .notApplicable("the manifest says that changes are lost silently")
    }
    let (cursor, conversation) = try happen(1, probe)
    _ = try probe.restart()
    let exchange = try probe.ask(.changes(ChangesParams(after: cursor, limit: 100)))
    if case .fault(_, .cursorExpired)? = exchange.heard?.content {
      if try ChangesChecks.offered(probe).loses == .whileAway { return }
      throw exchange.failure("what happened since, because the manifest says that nothing is lost")
    }
    do throws(Finding) { _ = try awaitChange(conversation, after: cursor, probe) } catch {
      guard case .failed = error else { throw error }
      throw exchange.failure("what happened before the restart, or a gap")
    }
  }

  private static func heldTells(_ probe: Probe) throws(Finding) {
    guard try ChangesChecks.offered(probe).delivery == .held,
      try probe.manifest().bounds.concurrentCalls > 1
    else { throw .notApplicable("the adapter holds no answer back") }
    _ = try probe.writable()
    let adapter = try probe.session()
    let (id, line) = try ChangesChecks.hold(adapter, probe)
    _ = try probe.say(probe.testText(probe.makeMarker()), for: try probe.quietAudience())
    let lag = try ChangesChecks.offered(probe).lagSeconds * 1_000
    let exchange = adapter.awaitAnswer(to: id, sent: line, within: adapter.patience + lag)
    let page: ChangesPage = try exchange.value(.changes) {
      guard case .changes(let page) = $0 else { return nil }
      return page
    }
    guard !page.changes.isEmpty else { throw exchange.failure("what was just said") }
  }
}
