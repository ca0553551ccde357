import AdapterHost
import AdapterProtocol
import DeskLink
import DeskModel
import Dispatch
import Foundation
import Synchronization
import SystemCalls
import TestSupport
import TextLayout

/// A desk on a real RT as the console has it: mirror, outbox, supervisor and the adapter as a process.
final class StormDesk: Sendable {
  private let scratch: ScratchFolder
  let desk: RemoteDesk
  private let told = Mutex<(outbox: [PendingIntent], status: DeskLink.DeskStatus?)>(([], nil))
  private let news = DispatchSemaphore(value: 0)
  static let alice = Agent(id: "alice", name: "Alice Agent")

  /// Something did not happen in time.
  struct Overdue: Error, CustomStringConvertible {
    let description: String
  }

  /// Opens it on an address, with times so short that a case takes seconds.
  init(_ url: String, token: String) throws {
    ProcessContext.ignoreBrokenPipes()
    scratch = try ScratchFolder()
    let settings =
      #"{"url":"\#(url)","queues":["Returns"],"timeoutSeconds":2,"settleSeconds":10,"pollSeconds":30,"statuses":{"returns":{"announced":"new","received":"open","refunded":"resolved"}}}"#
    let configuration = AdapterConfiguration(
      arguments: [Checkout.products.appending(path: "sapa-adapter-rt").path],
      settings: try RawJSON(Array(settings.utf8)), client: ProgramName(name: "storm", version: "0"),
      limits: SessionLimits(deadline: 20_000, grace: 2_000),
      restarts: RestartPolicy(first: 50, longest: 1_000),
      token: { .success(Secret(token)) })
    desk = try RemoteDesk(
      configuration,
      options: RemoteDeskOptions(name: "rt", folder: scratch.path + "/rt", me: Self.alice, patience: 0),
      clock: { Timestamp(milliseconds: SystemClock.milliseconds()) },
      makeID: { String(ProcessContext.random(), radix: 36) }, random: { ProcessContext.random() })
    desk.observe { [weak self] notice in self?.take(notice) }
  }

  /// The mirror's folder must outlive the desk.
  deinit { desk.close() }

  private func take(_ notice: DeskNotice) {
    told.withLock { told in
      switch notice {
      case .outbox(let all): told.outbox = all
      case .desks(let all): told.status = all.first
      default: break
      }
    }
    news.signal()
  }

  /// What has not been done yet.
  var outbox: [PendingIntent] { told.withLock { $0.outbox } }

  /// What the adapter has said last, and why the desk is away, for a report.
  var state: String {
    let told = told.withLock { $0 }
    return
      "\(told.outbox.map(\.state)) \(String(describing: told.status)) \(desk.log.lines.suffix(3).map(\.string))"
  }

  /// Waits until something holds; looks anew whenever the desk has told something.
  func wait(_ what: String, seconds: Int = 90, until isSo: () throws -> Bool) throws {
    let end = DispatchTime.now() + .seconds(seconds)
    while try !isSo() {
      // Not all that happens in RT is told; this is no synchronisation, only a bound.
      _ = news.wait(timeout: .now() + .milliseconds(500))
      if DispatchTime.now() > end { throw Overdue(description: "\(what) never came true: \(state)") }
    }
  }

  /// Waits until RT is there and all of it has been read.
  func waitUntilUp() throws {
    try wait("the desk") {
      let status = told.withLock { $0.status }
      return status != nil && status?.away == nil && status?.read == nil
    }
  }

  func ask(_ request: DeskRequest) throws -> Result<DeskAnswer, DeskError> {
    let box = AnswerBox()
    desk.handle(request) { box.put($0) }
    guard let result = box.wait(seconds: 60) else { throw Overdue(description: "no answer: \(state)") }
    return result
  }

  /// Asks without waiting.
  func want(_ request: DeskRequest) { desk.handle(request) { _ in } }

  /// A conversation as the console shows it; nil when it is not here yet.
  func read(_ id: ConversationID) throws -> Conversation? {
    guard case .success(.conversation(let conversation)) = try ask(.conversation(id)) else { return nil }
    return conversation
  }

  /// Opens a conversation and waits until its thread is here.
  func open(_ id: ConversationID) throws -> Conversation {
    var found: Conversation?
    try wait("the thread of \(id.rawValue)") {
      found = try read(id)
      return found.map { $0.outline == nil && !$0.entries.isEmpty } ?? false
    }
    guard let found else { throw Overdue(description: "no conversation: \(state)") }
    return found
  }

  func apply(_ action: IntentAction, in id: ConversationID, basedOn: Int?) throws -> Outcome {
    let intent = Intent(
      clientKey: ClientKey("storm-\(ProcessContext.random())"), conversation: id, basedOn: basedOn,
      by: Self.alice, action: action)
    guard case .success(.outcome(let outcome)) = try ask(.apply(intent)) else {
      throw Overdue(description: "it was not taken: \(state)")
    }
    return outcome
  }
}

/// One answer, put in on another thread.
private final class AnswerBox: Sendable {
  private let answer = Mutex<Result<DeskAnswer, DeskError>?>(nil)
  private let news = DispatchSemaphore(value: 0)

  func put(_ result: Result<DeskAnswer, DeskError>) {
    answer.withLock { $0 = result }
    news.signal()
  }

  func wait(seconds: Int) -> Result<DeskAnswer, DeskError>? {
    _ = news.wait(timeout: .now() + .seconds(seconds))
    return answer.withLock { $0 }
  }
}
