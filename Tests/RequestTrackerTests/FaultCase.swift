import DeskLink
import DeskModel
import Foundation
import JSONText
import OddServer
import SystemCalls
import TestSupport

/// The calls of the adapter behind which a fault strikes.
enum StruckCall: String, CaseIterable, Sendable {
  case initialize, conversations, conversation, thread, contact, agents, changes, attachment, upload, say,
    status,
    reconcile

  /// Whether it is made as soon as the desk is opened, and so must be struck before.
  var isMadeAtStart: Bool { [.initialize, .conversations, .agents, .changes].contains(self) }

  /// The requests to RT that serve it: method, path and query, how many of them are struck.
  func requests(_ ticket: String, attachment: String) -> (method: String, pattern: String, times: Int) {
    let ticket = "/ticket/\(ticket)"
    return switch self {
    case .initialize: ("GET", "/REST/2.0/rt$", 1)
    case .conversations: ("GET", #"/tickets\?.*&page=1&orderby="#, 2)
    case .agents: ("GET", #"/tickets\?query=Owner|/users"#, 2)
    case .changes: ("GET", "/transactions", 2)
    case .conversation: ("GET", ticket + #"(\?|$)"#, 2)
    case .thread: ("GET", ticket + "/history", 2)
    case .contact: ("GET", "/user/kim", 2)
    case .attachment: ("GET", "/attachment/" + attachment, 2)
    // The adapter keeps what is sent up, and RT gets it with the answer.
    case .upload, .say: ("POST", ticket + "/correspond", 1)
    case .status: ("PUT", ticket + "$", 1)
    case .reconcile: ("GET", ticket + #"(/history|\?|$)"#, 2)
    }
  }
}

/// One fault on the way of one call, while one reply is sent.
struct FaultCase: Sendable, CustomStringConvertible {
  let fault: ProxyFault
  let call: StruckCall
  /// What strikes the sending of the reply before that.
  var before: ProxyFault?
  var description: String {
    "\(call.rawValue) \(before.map { $0.rawValue + "+" } ?? "")\(fault.rawValue)"
  }

  init(_ call: StruckCall, _ fault: ProxyFault, after before: ProxyFault? = nil) {
    self.call = call
    self.fault = fault
    // What is asked about must be in doubt first: RT has done it, and nobody has heard of it.
    self.before = before ?? (call == .reconcile ? .cutAfter : nil)
  }

  /// Faults of the campaign; `hold` is for tests that let go themselves.
  static let faults = ProxyFault.allCases.filter { $0 != .hold }
  /// Every fault on the way of every call.
  static let all =
    StruckCall.allCases.flatMap { call in faults.map { FaultCase(call, $0) } } + [
      // An attempt that came to nothing says nothing of the one that is on its way.
      FaultCase(.say, .stallBefore, after: .errorBefore)
    ]

  /// What became of it.
  struct Report: Sendable {
    /// How often RT has the reply.
    var copies = 0
    /// What is wrong; empty when all is well.
    var problems: [String] = []
    /// Whether the desk came to rest in time.
    var isAtRest = true
    var seconds = 0.0
  }

  private static let file = Array("the bytes of a file\r\n\u{0}".utf8)

  /// Plays it on a ticket of its own.
  func play(_ rt: RealRT) -> Report {
    var report = Report()
    let start = SystemClock.monotonicMilliseconds()
    do { try play(rt, &report) } catch {
      report.isAtRest = !(error is StormDesk.Overdue)
      report.problems.append("\(error)")
    }
    report.seconds = Double(SystemClock.monotonicMilliseconds() - start) / 1_000
    return report
  }

  private func play(_ rt: RealRT, _ report: inout Report) throws {
    // So late that a second attempt would be under way by then, and still before `settleSeconds`.
    let proxy = try FaultyProxy(upstream: rt.url, stall: before == .errorBefore ? 7 : 4)
    let number = try rt.ticket(
      "Storm: \(self)", queue: "Returns", file: call == .attachment ? Self.file : nil)
    let id = ConversationID(number)
    let text = "An answer through \(self), \(ProcessContext.random())"
    if call.isMadeAtStart { try strike(proxy, number) }
    let desk = try StormDesk(proxy.url, token: rt.token("alice"))
    var seen: Conversation?
    if !call.isMadeAtStart {
      try desk.waitUntilUp()
      seen = try desk.open(id)
      let attachment = seen?.entries.lazy.flatMap(\.attachments).first
      try strike(proxy, number, attachment: attachment?.id.rawValue ?? "none")
      if let attachment { desk.want(.attachment(id, attachment.id)) }
      if call == .status { try take(desk.apply(.setStatus("received"), in: id, basedOn: seen?.version)) }
    }
    try send(text, desk, id, seen)
    // Reading struck by the fault: the desk reads anew when the reply is there, at the latest.
    desk.want(.conversation(id))
    let struck = try proxy.struck(atLeast: before == nil ? 1 : 2)
    if !struck.contains(where: { $0.hasPrefix(fault.rawValue) }) {
      report.problems.append("the fault never struck: \(struck) \(desk.state)")
    }
    try proxy.beHonest()
    try desk.wait("an empty outbox") { desk.outbox.isEmpty }
    // What stalled may still arrive.
    if try proxy.requestsOnTheWay() < 0 { report.problems.append("requests never ended") }
    report.copies = try rt.messages(number, saying: text).filter { $0 == "Correspond" }.count
    try check(rt, desk, number, text, &report)
    try rt.ask("PUT", "/ticket/\(number)", #"{"Status":"refunded"}"#)
  }

  private func strike(_ proxy: FaultyProxy, _ ticket: String, attachment: String = "") throws {
    if let before { try proxy.strike(before, "POST", "/ticket/\(ticket)/correspond") }
    let requests = call.requests(ticket, attachment: attachment)
    try proxy.strike(fault, requests.method, requests.pattern, times: requests.times)
  }

  private func send(_ text: String, _ desk: StormDesk, _ id: ConversationID, _ seen: Conversation?) throws {
    let scratch = try ScratchFolder()
    var files: [AttachmentUpload] = []
    if call == .upload {
      let path = scratch.path + "/answer.bin"
      try FileSystem.replace(path, with: Self.file)
      files = [AttachmentUpload(path: path, name: "answer.bin")]
    }
    let outcome = try desk.apply(
      .say(text: text, kind: .message, audience: .customer, parent: nil, attachments: files), in: id,
      basedOn: seen?.version)
    try take(outcome)
  }

  private func take(_ outcome: Outcome) throws {
    switch outcome {
    case .queued, .applied: break
    default: throw Refused(description: "it was not taken: \(outcome)")
    }
  }

  private struct Refused: Error, CustomStringConvertible { let description: String }

  /// What must hold when all is done, besides the one copy.
  private func check(
    _ rt: RealRT, _ desk: StormDesk, _ number: String, _ text: String, _ report: inout Report
  ) throws {
    let id = ConversationID(number)
    // The thread on the screen shows it, once.
    try desk.wait("the reply in the thread", seconds: 45) {
      try desk.read(id)?.entries.filter { $0.text == text && !$0.id.rawValue.hasPrefix("outbox:") }.count == 1
    }
    switch call {
    case .status:
      let rows =
        try rt.ask(
          "GET", "/ticket/\(number)/history?per_page=100&fields=Type,Creator,NewValue")["items"]?.array ?? []
      let ours = rows.filter { $0["Type"]?.string == "Status" && $0["Creator"]?["id"]?.string == "alice" }
      if ours.map({ $0["NewValue"]?.string }) != ["received"] {
        report.problems.append("the status was set \(ours.count) times")
      }
    case .attachment:
      guard let file = try desk.open(id).entries.lazy.flatMap(\.attachments).first,
        case .success(.attachment(_, let bytes)) = try desk.ask(.attachment(id, file.id)), bytes == Self.file
      else {
        report.problems.append("the file cannot be read")
        return
      }
    case .upload:
      let names = try rt.ask("GET", "/ticket/\(number)/attachments?per_page=100&fields=Filename")["items"]?
        .array?.compactMap { $0["Filename"]?.string }
      if names?.filter({ $0 == "answer.bin" }).count != 1 {
        report.problems.append("RT has these files: \(names ?? [])")
      }
    case .agents:
      try desk.wait("the agents", seconds: 30) {
        guard case .success(.agents(let agents)) = try desk.ask(.agents) else { return false }
        return agents.contains { $0.id == "bob" }
      }
    default: break
    }
  }
}
