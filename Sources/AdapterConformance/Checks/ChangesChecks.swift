import AdapterProtocol
import DeskModel
import SystemCalls

/// What has happened.
enum ChangesChecks {
  private static let place = SpecificationPlace(.methods, "changes")
  private static let lifecycle = SpecificationPlace(.adapterProtocol, "Lifecycle")

  static let all =
    [
      ConformanceCheck(
        "changes.begin", "Without `after` the answer is the place to begin, and no changes.", place, begin),
      ConformanceCheck(
        "changes.cursorKept", "A cursor is good after the adapter was started again, where nothing is lost.",
        lifecycle, cursorKept),
      ConformanceCheck(
        "changes.unknownCursor",
        "A cursor of somebody else is refused with -32010, or answered with a `gap`.",
        SpecificationPlace(.outcomes, "Errors"), unknownCursor),
      ConformanceCheck(
        "changes.atOnce", "An adapter that polls, or takes one call at a time, holds no answer back.", place,
        atOnce),
      ConformanceCheck(
        "changes.askAgain", "An adapter that polls says when to ask again.", place, askAgain),
      ConformanceCheck(
        "changes.waitEnds", "An answer is held back for `waitSeconds` at most.", place, waitEnds),
      ConformanceCheck(
        "changes.heldCancel", "An answer that is held back comes when its call is cancelled.",
        SpecificationPlace(.adapterProtocol, "Ids, order and cancelling"), heldCancel),
      ConformanceCheck(
        "changes.heldOthers", "While an answer is held back, other calls are answered.",
        SpecificationPlace(.adapterProtocol, "Back-pressure"), heldOthers),
    ] + ChangesTelling.all

  static func offered(_ probe: Probe) throws(Finding) -> ChangeAbilities {
    try probe.need(.changes)
    let abilities = try probe.manifest().changes
    guard abilities.delivery != .none else {
      throw .notApplicable("the manifest says that no changes are told")
    }
    return abilities
  }

  private static func held(_ probe: Probe) throws(Finding) {
    guard try offered(probe).delivery == .held, try probe.manifest().bounds.concurrentCalls > 1 else {
      throw .notApplicable("the adapter holds no answer back")
    }
  }

  private static func begin(_ probe: Probe) throws(Finding) {
    _ = try offered(probe)
    let (page, exchange) = try probe.changes(after: nil, waitSeconds: 0)
    guard page.changes.isEmpty else { throw exchange.failure("no changes, because nothing is after now") }
  }

  private static func cursorKept(_ probe: Probe) throws(Finding) {
    let abilities = try offered(probe)
    guard abilities.loses == .never, abilities.cursorSeconds ?? 3_600 > 60 else {
      throw .notApplicable("the manifest says that changes can be lost")
    }
    let (page, _) = try probe.changes(after: nil)
    _ = try probe.restart()
    let (later, exchange) = try probe.changes(after: page.next)
    if later.changes.contains(.gap) {
      throw exchange.failure(
        "no gap, because the manifest says that nothing is lost while the cursor is kept")
    }
  }

  private static func unknownCursor(_ probe: Probe) throws(Finding) {
    let abilities = try offered(probe)
    let exchange = try probe.ask(.changes(ChangesParams(after: "sapa-no-such-cursor", limit: 5)))
    let expected = "an error -32010, or a gap: what happened since then is not known"
    guard case .answer? = exchange.heard?.content else {
      return try exchange.expectFault([-32_010, -32_602], expected)
    }
    let page: ChangesPage = try exchange.value(.changes) {
      guard case .changes(let page) = $0 else { return nil }
      return page
    }
    guard page.changes.contains(.gap) || abilities.loses == .silently else {
      throw exchange.failure(expected)
    }
  }

  private static func atOnce(_ probe: Probe) throws(Finding) {
    let isSingle = try probe.manifest().bounds.concurrentCalls == 1
    guard try offered(probe).delivery == .polled || isSingle else {
      throw .notApplicable("the adapter holds answers back")
    }
    let (page, _) = try probe.changes(after: nil)
    let exchange = try probe.ask(.changes(ChangesParams(after: page.next, limit: 5, waitSeconds: 3_600)))
    guard exchange.heard != nil else {
      throw exchange.failure("an answer at once, because the adapter polls or takes one call at a time")
    }
    _ = try exchange.answer(to: .changes)
  }

  private static func askAgain(_ probe: Probe) throws(Finding) {
    guard try offered(probe).delivery == .polled else { throw .notApplicable("the adapter does not poll") }
    let (page, _) = try probe.changes(after: nil)
    let (later, exchange) = try probe.changes(after: page.next)
    guard !later.changes.isEmpty || later.askAgainAfterSeconds != nil else {
      throw exchange.failure("askAgainAfterSeconds; without it the console would ask again at once, for ever")
    }
  }

  private static func waitEnds(_ probe: Probe) throws(Finding) {
    try held(probe)
    let adapter = try probe.session()
    let (page, _) = try probe.changes(after: nil)
    let (id, params) = (adapter.nextID(), ChangesParams(after: page.next, limit: 5, waitSeconds: 1))
    let line = RawCall.line(
      id, "changes",
      #"{"after":\#(RawCall.quoted(page.next.rawValue)),"limit":5,"waitSeconds":\#(params.waitSeconds)}"#)
    adapter.write(line + [0x0A], asking: [id])
    let exchange = adapter.awaitAnswer(to: id, sent: line, within: 1_000 + adapter.patience)
    _ = try exchange.answer(to: .changes)
  }

  /// Sends a call whose answer will be held back.
  static func hold(
    _ adapter: ProbedAdapter, _ probe: Probe
  ) throws(Finding) -> (id: RequestID, line: [UInt8]) {
    let (page, _) = try probe.changes(after: nil)
    let id = adapter.nextID()
    let line = RawCall.line(
      id, "changes", #"{"after":\#(RawCall.quoted(page.next.rawValue)),"limit":50,"waitSeconds":600}"#)
    adapter.write(line + [0x0A], asking: [id])
    return (id, line)
  }

  private static func heldCancel(_ probe: Probe) throws(Finding) {
    try held(probe)
    let adapter = try probe.session()
    let (id, line) = try hold(adapter, probe)
    // The call before it is answered: it has been read.
    _ = try adapter.call(.conversations(ConversationsParams(limit: 1)))
    guard let cancel = try? AdapterMessage.cancel(id).line() else { return }
    adapter.write(cancel + [0x0A])
    let exchange = adapter.awaitAnswer(to: id, sent: line)
    switch exchange.heard?.content {
    case .fault(_, .cancelled)?, .answer?: break
    default: throw exchange.failure("an error -32011, or what has happened, after the call was cancelled")
    }
  }

  private static func heldOthers(_ probe: Probe) throws(Finding) {
    try held(probe)
    let adapter = try probe.session()
    let (id, line) = try hold(adapter, probe)
    let other = try adapter.call(.conversations(ConversationsParams(limit: 1)))
    guard let cancel = try? AdapterMessage.cancel(id).line() else { return }
    adapter.write(cancel + [0x0A])
    _ = adapter.awaitAnswer(to: id, sent: line)
    guard case .answer? = other.heard?.content else {
      throw other.failure("the conversations, though `changes` is held back")
    }
  }
}
