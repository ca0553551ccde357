import AdapterHost
import AdapterProtocol
import DeskLink
import DeskModel
import Dispatch
import Foundation
import LocalDesk
import Synchronization
import SystemCalls
import TestSupport
import Testing
import TextLayout

/// A backend of its own in a folder (`Backend/backend.py`), and desks on it.
final class BackendFixture: Sendable {
  private let scratch: ScratchFolder
  private let keys = Mutex(0)
  static let nastya = Agent(id: "a-1", name: "Nastya")

  private var statePath: String { scratch.path + "/state.json" }
  private var command: [String] {
    ["python3", Checkout.root.appending(path: "Tests/AdapterHostTests/Backend/backend.py").path, statePath]
  }

  /// Without `tellsEntries` its changes say only which conversation has changed.
  init(conversations: Int = 2, idempotency: Idempotency = .readBack, tellsEntries: Bool = true) throws {
    ProcessContext.ignoreBrokenPipes()
    scratch = try ScratchFolder()
    var all: [String] = []
    for number in 1...conversations {
      all.append(
        """
        "c-\(number)": {"id": "c-\(number)", "shape": "ticket", "channel": "mail", "subject": "Matter \(number)", "status": "open",
          "contact": {"id": "u-7", "full": "Dewi Lestari"},
          "entries": [{"id": "e-\(number)", "at": "2026-03-01T09:00:00Z", "audience": "customer",
                       "author": {"kind": "customer", "id": "u-7", "name": "Dewi"}, "text": "halo \(number)"}]}
        """)
    }
    let text = """
      {"count": \(conversations), "idempotency": "\(idempotency.rawValue)", "keepsKeys": false, "tellsEntries": \(tellsEntries), "done": {}, "log": [],
       "uploads": {}, "conversations": {\(all.joined(separator: ",\n"))}}
      """
    try FileSystem.replace(statePath, with: Array(text.utf8))
  }

  /// Opens a desk on the backend; each name has a mirror and an outbox of its own.
  func open(_ name: String = "desk", patience: Int = 60_000, limits: SessionLimits = SessionLimits()) throws
    -> RemoteDesk
  {
    try RemoteDesk(
      AdapterConfiguration(
        arguments: command, client: ProgramName(name: "test", version: "0"), limits: limits,
        restarts: RestartPolicy(first: 20, longest: 50)),
      options: RemoteDeskOptions(
        name: name, folder: scratch.path + "/" + name, me: Self.nastya, patience: patience, lookAgain: 200,
        queuePause: 20),
      clock: { Timestamp(milliseconds: SystemClock.milliseconds()) },
      makeID: { String(ProcessContext.random(), radix: 36) }, random: { ProcessContext.random() })
  }

  /// Lets things go wrong, one after the other: `apply die-after`.
  func fail(_ faults: String...) throws {
    try FileSystem.replace(statePath + ".faults", with: Array((faults.joined(separator: "\n") + "\n").utf8))
  }

  /// Takes the program away, so that the desk is away, and gives it back.
  func setAway(_ isAway: Bool) throws {
    let (there, gone) = (statePath, statePath + ".gone")
    if isAway { try FileSystem.rename(there, to: gone) } else { try FileSystem.rename(gone, to: there) }
  }

  /// Somebody writes on the backend, past our adapter.
  func write(_ text: String, by who: String = "customer", in conversation: String = "c-1") throws {
    #expect(try ChildProcess.run(command + ["say", conversation, who, text]) == .code(0))
  }

  /// Somebody sets a status on the backend, past our adapter.
  func set(_ status: String, of conversation: String) throws {
    #expect(try ChildProcess.run(command + ["status", conversation, status]) == .code(0))
  }

  /// The backend has these queues from now on, each with the conversations of a status: `parts=waiting`.
  func offer(_ queues: String...) throws {
    #expect(try ChildProcess.run(command + ["queues"] + queues) == .code(0))
  }

  /// What stands on the backend: `author: text (audience)` for each entry.
  func thread(_ conversation: String = "c-1") throws -> [String] {
    let state =
      try JSONSerialization.jsonObject(with: Data(FileSystem.contents(of: statePath))) as? [String: Any]
    let all = state?["conversations"] as? [String: [String: Any]]
    let entries = all?[conversation]?["entries"] as? [[String: Any]] ?? []
    return entries.map { entry in
      let author = (entry["author"] as? [String: Any])?["id"] as? String ?? ""
      return "\(author): \(entry["text"] as? String ?? "") (\(entry["audience"] as? String ?? ""))"
    }
  }

  func status(_ conversation: String = "c-1") throws -> String {
    let state =
      try JSONSerialization.jsonObject(with: Data(FileSystem.contents(of: statePath))) as? [String: Any]
    return ((state?["conversations"] as? [String: [String: Any]])?[conversation]?["status"] as? String) ?? ""
  }

  /// An intent with a key that no other has.
  func intent(_ action: IntentAction, in conversation: ConversationID = "c-1", basedOn: Int? = nil) -> Intent
  {
    let number = keys.withLock { count in
      count += 1
      return count
    }
    return Intent(
      clientKey: ClientKey("k-\(number)"), conversation: conversation, basedOn: basedOn, by: Self.nastya,
      action: action)
  }

  func answer(
    _ text: String, in conversation: ConversationID = "c-1", basedOn: Int? = nil,
    files: [AttachmentUpload] = []
  ) -> Intent {
    intent(
      .say(text: text, kind: .message, audience: .customer, parent: nil, attachments: files),
      in: conversation,
      basedOn: basedOn)
  }
}

/// A desk with what it has told.
final class WatchedDesk: Sendable {
  let desk: RemoteDesk
  private let notices = Mutex<[DeskNotice]>([])
  private let news = DispatchSemaphore(value: 0)

  init(_ desk: RemoteDesk) {
    self.desk = desk
    desk.observe { [self] notice in
      notices.withLock { $0.append(notice) }
      news.signal()
    }
  }

  /// Waits until something holds; looks anew whenever the desk has told something.
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until isSo: () throws -> Bool
  ) rethrows {
    let end = DispatchTime.now() + .seconds(60)
    while try !isSo() {
      // Not all that happens on the backend is told; half a second is no synchronisation, only a bound.
      _ = news.wait(timeout: .now() + .milliseconds(500))
      if DispatchTime.now() > end {
        let log = desk.log.lines.suffix(3).map(\.string)
        Issue.record(
          "\(what) never came true: \(String(describing: status)) \(outbox) \(rows().prefix(2)) \(log)",
          sourceLocation: sourceLocation)
        return
      }
    }
  }

  func waitUntilUp(sourceLocation: SourceLocation = #_sourceLocation) {
    wait("the desk", sourceLocation: sourceLocation) {
      status?.away == nil && status != nil && status?.read == nil
    }
  }

  /// What was told last of the desk.
  var status: DeskLink.DeskStatus? {
    notices.withLock { notices in
      for case .desks(let all) in notices.reversed() { return all.first }
      return nil
    }
  }

  /// What was told last of the outbox.
  var outbox: [PendingIntent] {
    notices.withLock { notices in
      for case .outbox(let all) in notices.reversed() { return all }
      return []
    }
  }

  /// The queues that were told last.
  var queues: [BackendQueue] {
    notices.withLock { notices in
      for case .queues(let all) in notices.reversed() { return all }
      return []
    }
  }

  /// The conversations of a backend's queue as the console sees them, in its order, and how many there are without the filter.
  func rows(in queue: BackendQueueID, filter: QueueFilter = QueueFilter()) -> (ids: [String], whole: Int?) {
    let query = QueueQuery(.all, filter: filter, sort: .oldest, queue: queue)
    guard case .success(.queue(_, _, let rows, let counts)) = ask(.queue(query, offset: 0, limit: 500))
    else { return ([], nil) }
    return (rows.map(\.id.rawValue), counts.wholeRows(of: .all))
  }

  func ask(_ request: DeskRequest) -> Result<DeskAnswer, DeskError> {
    let done = DispatchSemaphore(value: 0)
    let box = Mutex<Result<DeskAnswer, DeskError>?>(nil)
    return withExtendedLifetime(box) {
      let keeper = AnswerKeeper()
      desk.handle(request) { result in
        keeper.value.withLock { $0 = result }
        done.signal()
      }
      done.wait()
      return keeper.value.withLock { $0 } ?? .failure(.away(reason: "no answer"))
    }
  }

  func apply(_ intent: Intent) -> Outcome? {
    guard case .success(.outcome(let outcome)) = ask(.apply(intent)) else { return nil }
    return outcome
  }

  func read(_ id: ConversationID = "c-1") -> Conversation? {
    guard case .success(.conversation(let conversation)) = ask(.conversation(id)) else { return nil }
    return conversation
  }

  func texts(_ id: ConversationID = "c-1") -> [String] { read(id)?.entries.map(\.text) ?? [] }

  /// Opens a conversation and waits until it was read.
  func open(_ id: ConversationID = "c-1") -> Conversation? {
    wait("the thread of \(id.rawValue)") {
      read(id).map { $0.outline == nil && !$0.entries.isEmpty } ?? false
    }
    return read(id)
  }

  func rows() -> [ConversationSummary] {
    guard case .success(.queue(_, _, let rows, _)) = ask(.queue(QueueQuery(.all), offset: 0, limit: 500))
    else { return [] }
    return rows
  }
}

private final class AnswerKeeper: Sendable {
  let value = Mutex<Result<DeskAnswer, DeskError>?>(nil)
}
